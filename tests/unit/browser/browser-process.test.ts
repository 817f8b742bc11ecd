import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  isSandboxFault,
  startBrowserProcess,
  wasEndedByOthers,
  type BrowserProcess,
} from "../../../src/browser/browser-process.ts";

/** A program of a few lines in the place of a browser. */
function start(program: string): BrowserProcess {
  return startBrowserProcess(process.execPath, ["--eval", program, "--"], process.env);
}

test.each([
  "[1:1:0101/000000.000000:ERROR:zygote_host_impl_linux.cc(101)] Running as root without --no-sandbox is not supported. See https://crbug.com/638180.",
  "FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox! If you are running on Ubuntu 23.10+ …",
  "Failed to move to new namespace: PID namespaces supported, Network namespace supported, but failed: errno = Operation not permitted",
])("the sandbox is at fault: %s", (said) => {
  expect(isSandboxFault(said)).toBe(true);
});

test.each([
  "error while loading shared libraries: libnss3.so: cannot open shared object file",
  "Failed to create a ProcessSingleton for your profile directory",
  "",
])("something else is at fault: %s", (said) => {
  expect(isSandboxFault(said)).toBe(false);
});

test("what a program says before it ends is kept to its last lines", async () => {
  const started = start(
    "for (let n = 1; n <= 40; n++) console.error(`line ${n}`); process.exit(3)",
  );
  const end = await started.ended;
  expect(end.said.split("\n").at(-1)).toBe("line 40");
  expect(end.said).not.toContain("line 1\n");
  expect(end.code).toBe(3);
  expect(wasEndedByOthers(end)).toBe(false);
});

test("a program that cannot be run says why", async () => {
  const end = await startBrowserProcess("/nowhere/chrome", [], {}).ended;
  expect(end.said).toContain("ENOENT");
  expect(wasEndedByOthers(end)).toBe(false);
});

test.runIf(process.platform !== "win32")(
  "one that somebody ended is told from one that broke down",
  async () => {
    const killed = start("setInterval(() => undefined, 1000)");
    killed.child.kill("SIGKILL");
    expect(wasEndedByOthers(await killed.ended)).toBe(true);
    const broken = start("process.abort()");
    expect(wasEndedByOthers(await broken.ended)).toBe(false);
  },
);

test("one that has to be ended here was not ended by others", async () => {
  const started = start("console.error('a warning'); setInterval(() => undefined, 1000)");
  await new Promise((resolve) => started.child.stderr?.once("data", resolve));
  const end = await started.end(50);
  expect(started.child.signalCode).toBe("SIGKILL");
  expect(end).toEqual({ said: "a warning" });
  expect(wasEndedByOthers(end)).toBe(false);
});

test.runIf(process.platform === "linux")("its end is that of its helpers too", async () => {
  const helper = JSON.stringify("setInterval(() => undefined, 1000)");
  const started = start(`
    const { spawn } = require("node:child_process");
    const helper = spawn(process.execPath, ["--eval", ${helper}], { stdio: "inherit" });
    console.error(helper.pid);
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 100);
  `);
  const { said } = await started.ended;
  // What has ended and waits to be noticed has no command any more.
  const command = await readFile(`/proc/${said}/cmdline`, "utf8").catch(() => "");
  expect(command).toBe("");
});
