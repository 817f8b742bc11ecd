import { expect, test } from "vitest";
import { isSandboxFault, probeBrowser } from "../../../src/browser/probe-browser.ts";

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
  const program = "for (let n = 1; n <= 40; n++) console.error(`line ${n}`); process.exit(1)";
  const { said } = await probeBrowser(process.execPath, ["--eval", program, "--"], {}, 4_000);
  expect(said.split("\n").at(-1)).toBe("line 40");
  expect(said).not.toContain("line 1\n");
});

test("a program that cannot be run says why", async () => {
  const { said, hasStarted } = await probeBrowser("/nowhere/chrome", [], {}, 4_000);
  expect(said).toContain("ENOENT");
  expect(hasStarted).toBe(false);
});

test("a program that goes on has started", async () => {
  const program = "console.error('a warning'); setInterval(() => undefined, 1000)";
  const probed = await probeBrowser(process.execPath, ["--eval", program, "--"], {}, 1_000.5);
  expect(probed).toMatchObject({ hasStarted: true });
});
