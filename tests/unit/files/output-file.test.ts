/** Where results go, and what they never go over. */
import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import {
  chmod,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openOutput, type OutputOptions } from "../../../src/files/output-file.ts";
import { asNobody, mountDisk, unmountDisk } from "../../support/other-rights.ts";

const bytes = Buffer.from("%PDF-1.7 new");
const isLinux = process.platform === "linux";
let dir: string;
let toStandardOutput: Buffer[];

const place = (name: string): string => path.join(dir, name);

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-output-"));
  toStandardOutput = [];
  await writeFile(place("in.html"), "input");
});
afterEach(() => rm(dir, { recursive: true }));

async function write(
  name: string,
  options: Partial<OutputOptions> = {},
  content: Uint8Array = bytes,
): Promise<void> {
  const output = await openOutput(name, {
    inputs: [place("in.html")],
    signal: new AbortController().signal,
    toStandardOutput: (sent) => {
      toStandardOutput.push(Buffer.from(sent));
      return Promise.resolve();
    },
    ...options,
  });
  await output.write(content);
}

const textOf = (name: string): Promise<string> => readFile(place(name), "utf8");
const leftAside = async (): Promise<readonly string[]> =>
  (await readdir(dir, { recursive: true })).filter((name) => name.endsWith(".part"));

describe("a file", () => {
  it("is made, with the folders that it needs", async () => {
    await write(place("new/folder/out.pdf"));
    expect(await textOf("new/folder/out.pdf")).toBe(bytes.toString());
    expect(await leftAside()).toEqual([]);
  });

  it("is replaced, and keeps its rights", async () => {
    await writeFile(place("out.pdf"), "former");
    await chmod(place("out.pdf"), 0o640);
    await write(place("out.pdf"));
    expect(await textOf("out.pdf")).toBe(bytes.toString());
    expect((await stat(place("out.pdf"))).mode & 0o777).toBe(0o640);
  });

  it("is replaced where links lead to it, and the links stay", async () => {
    await mkdir(place("far"));
    await writeFile(place("far/out.pdf"), "former");
    await symlink("far/out.pdf", place("link"));
    await symlink("link", place("link to link"));
    await write(place("link to link"));
    expect(await readlink(place("link"))).toBe("far/out.pdf");
    expect(await textOf("far/out.pdf")).toBe(bytes.toString());
  });

  it("is made where a link leads to nothing yet", async () => {
    await symlink("later.pdf", place("link"));
    await write(place("link"));
    expect((await lstat(place("link"))).isSymbolicLink()).toBe(true);
    expect(await textOf("later.pdf")).toBe(bytes.toString());
  });

  it("may have the longest name that the disk allows", async () => {
    const name = `${"a".repeat(251)}.pdf`;
    await write(place(name));
    expect(await textOf(name)).toBe(bytes.toString());
  });

  it("stays where the run is stopped", async () => {
    await writeFile(place("out.pdf"), "former");
    const reason = new Error("stopped");
    await expect(write(place("out.pdf"), { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    expect(await textOf("out.pdf")).toBe("former");
  });
});

describe("what a result is made of is never written over", () => {
  it.each([
    ["by its own name", "in.html", () => Promise.resolve()],
    ["by another way to it", "./x/../in.html", () => mkdir(place("x"))],
    ["by a link", "link", () => symlink("in.html", place("link"))],
    ["by a second name", "second", () => link(place("in.html"), place("second"))],
  ])("%s", async (_, name, prepare) => {
    await prepare();
    await expect(write(`${dir}/${name}`)).rejects.toMatchObject({
      code: "output-is-input",
      message: `${dir}/${name} would be written over ${place("in.html")}, which it is made of`,
    });
    expect(await textOf("in.html")).toBe("input");
  });

  it("where it is the second of several", async () => {
    await writeFile(place("style.css"), "style");
    const inputs = [place("in.html"), place("style.css")];
    await expect(write(place("style.css"), { inputs })).rejects.toMatchObject({
      code: "output-is-input",
    });
    expect(await textOf("style.css")).toBe("style");
  });

  it("where it has come there meanwhile", async () => {
    const output = await openOutput(place("out.pdf"), {
      inputs: [place("in.html")],
      signal: new AbortController().signal,
      toStandardOutput: () => Promise.resolve(),
    });
    await link(place("in.html"), place("out.pdf"));
    await expect(output.write(bytes)).rejects.toMatchObject({ code: "output-is-input" });
    expect(await textOf("in.html")).toBe("input");
  });

  it.runIf(isLinux)("where it is open already", async () => {
    const fd = openSync(place("in.html"), "a");
    await expect(write(`/dev/fd/${fd}`)).rejects.toMatchObject({ code: "output-is-input" });
    closeSync(fd);
    expect(await textOf("in.html")).toBe("input");
  });
});

describe("what cannot be a file is refused before the work, plainly", () => {
  const open = (name: string): Promise<unknown> =>
    openOutput(name, {
      inputs: [],
      signal: new AbortController().signal,
      toStandardOutput: () => Promise.resolve(),
    });

  it.each([
    ["a folder", "", "output-is-folder", /is a folder$/],
    ["the name of a folder", "none/", "output-is-folder", /is a folder$/],
    ["a file as a folder", "in.html/out.pdf", "not-found", /is a file and no folder$/],
    ["a file as a folder's folder", "in.html/a/out.pdf", "not-found", /is a file and no folder$/],
    ["a name that is too long", "a".repeat(256), "name-too-long", /too long for the disk$/],
    ["a link in a circle", "circle", "not-found", /its links lead round in a circle$/],
  ])("%s", async (_, name, code, message) => {
    await symlink("circle", place("circle"));
    await expect(open(`${dir}/${name}`)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
      hint: expect.stringMatching(/./) as string,
    });
    expect((await readdir(dir)).sort()).toEqual(["circle", "in.html"]);
  });

  it.runIf(isLinux)("a terminal", async () => {
    await expect(open("/dev/ptmx")).rejects.toMatchObject({ code: "output-is-terminal" });
  });

  it.runIf(isLinux)("a descriptor that is not open, or is one of Node.js's own", async () => {
    await expect(open("/dev/fd/999")).rejects.toMatchObject({
      message: "/dev/fd/999 cannot be written: no such file is open",
    });
    const own = (await readdir("/proc/self/fd")).map((fd) => `/dev/fd/${fd}`);
    const pipes = await Promise.all(own.map((fd) => readlink(fd).catch(() => "")));
    const internal = own.filter(
      (_, index) => pipes.filter((pipe) => pipe === pipes[index]).length > 1,
    );
    expect(internal.length).toBeGreaterThan(0);
    for (const fd of internal.filter((_, index) => pipes[index]?.startsWith("pipe:"))) {
      await expect(open(fd)).rejects.toMatchObject({ code: "system-error" });
    }
  });
});

describe.runIf(isLinux)("a device, a pipe or a socket stays", () => {
  it("/dev/null", async () => {
    await write("/dev/null");
    await symlink("/dev/null", place("link"));
    await write(place("link"));
    expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
    expect((await readdir("/dev")).filter((name) => name.includes(".part"))).toEqual([]);
  });

  it("/dev/full, which is full", async () => {
    await expect(write("/dev/full")).rejects.toMatchObject({
      code: "disk-full",
      message: "/dev/full cannot be written: no space is left on the disk",
    });
    expect((await stat("/dev/full")).isCharacterDevice()).toBe(true);
  });

  it("a named pipe, whose reader is waited for", async () => {
    execFileSync("mkfifo", [place("pipe")]);
    const writing = write(place("pipe"));
    await sleep(300);
    const { stdout } = await promisify(execFile)("cat", [place("pipe")]);
    await writing;
    expect(stdout).toBe(bytes.toString());
    expect((await lstat(place("pipe"))).isFIFO()).toBe(true);
  });

  it("a named pipe without a reader, which the run does not wait for when it is stopped", async () => {
    execFileSync("mkfifo", [place("pipe")]);
    const stop = new AbortController();
    const reason = new Error("stopped");
    const writing = write(place("pipe"), { signal: stop.signal });
    setTimeout(() => {
      stop.abort(reason);
    }, 200);
    await expect(writing).rejects.toBe(reason);
  });

  it("a socket", async () => {
    const server = createServer().listen(place("socket"));
    await once(server, "listening");
    const received = once(server, "connection").then(async ([connection]) => {
      const chunks: Buffer[] = [];
      for await (const chunk of connection as AsyncIterable<Buffer>) chunks.push(chunk);
      return Buffer.concat(chunks).toString();
    });
    await write(place("socket"));
    expect(await received).toBe(bytes.toString());
    server.close();
  });

  it("an open file, which is added to", async () => {
    await writeFile(place("open.pdf"), "before ");
    const fd = openSync(place("open.pdf"), "a");
    await write(`/dev/fd/${fd}`);
    await write(`/proc/self/fd/${fd}`);
    closeSync(fd);
    expect(await textOf("open.pdf")).toBe(`before ${bytes.toString().repeat(2)}`);
  });
});

describe("standard output", () => {
  it.each(["-", ...(isLinux ? ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] : [])])(
    "is %s",
    async (name) => {
      await write(name);
      expect(Buffer.concat(toStandardOutput).toString()).toBe(bytes.toString());
    },
  );
});

describe("where the system refuses", () => {
  const refusals: readonly (readonly [string, string, string])[] = [
    ["size=64k", "disk-full", "no space is left on the disk"],
    ["ro", "not-permitted", "the disk can only be read"],
  ];
  it.for(refusals)("a disk with %s is told, and nothing is left", async (told, { skip }) => {
    const [options, code, words] = told;
    await mkdir(place("disk"));
    skip(!mountDisk(place("disk"), options), "no disk can be mounted here");
    try {
      const large = Buffer.alloc(1_000_000);
      await expect(write(place("disk/new/out.pdf"), {}, large)).rejects.toMatchObject({
        code,
        message: `${place("disk/new/out.pdf")} cannot be written: ${words}`,
        place: { file: place("disk/new/out.pdf") },
      });
      expect(await readdir(place("disk"))).toEqual([]);
    } finally {
      unmountDisk(place("disk"));
    }
  });

  it.runIf(process.platform !== "win32")("a user without rights is told", async () => {
    await mkdir(place("locked"));
    await chmod(dir, 0o755);
    await chmod(place("locked"), 0o555);
    await asNobody(async () => {
      await expect(write(place("locked/out.pdf"))).rejects.toMatchObject({
        code: "not-permitted",
        message: `${place("locked/out.pdf")} cannot be written: this user may not do that`,
      });
    });
  });

  it.runIf(process.platform !== "win32")("a limit on the size of files is told", async () => {
    const script = `
      import { openOutput } from ${JSON.stringify(path.resolve("src/files/output-file.ts"))};
      const signal = new AbortController().signal;
      const output = await openOutput("big.pdf", { inputs: [], signal, toStandardOutput: async () => {} });
      await output.write(Buffer.alloc(5_000_000)).catch((error) => console.log(error.code));
    `;
    const tsx = path.resolve("node_modules/tsx/dist/loader.mjs");
    const { stdout } = await promisify(execFile)(
      "sh",
      [
        "-c",
        'ulimit -f 2000; exec "$@"',
        "sh",
        ...[process.execPath, "--import", tsx, "--input-type=module", "--eval", script],
      ],
      { cwd: dir },
    );
    expect(stdout).toBe("file-too-large\n");
    expect(await leftAside()).toEqual([]);
  });
});
