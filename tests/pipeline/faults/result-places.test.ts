/** `-o` of the commands that write a PDF: what is said where, and what is never written over. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findOlderNode } from "../../support/older-node.ts";
import { PROGRAM } from "../../support/watched-run.ts";
import { markedPdf } from "../press/impose-marked-pages.ts";

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-result-"));
  await writeFile(path.join(dir, "in.pdf"), await markedPdf(4));
  await writeFile(path.join(dir, "note.html"), '<!doctype html><html lang="en"><title>A</title>');
  await writeFile(path.join(dir, "style.css"), "p { color: black }");
});
afterAll(() => rm(dir, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A line of a shell, in which `"$@"` is the program. */
function inShell(line: string, program = [process.execPath, PROGRAM]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      "bash",
      ["-c", line, "bash", ...program],
      { cwd: dir, encoding: "buffer" },
      (error, stdout, stderr) => {
        const code = typeof error?.code === "number" ? error.code : 0;
        resolve({ code, stdout, stderr: stderr.toString() });
      },
    );
  });
}

const isPdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString() === "%PDF-" && bytes.subarray(-7).toString().includes("%%EOF");

describe("standard output", () => {
  it.each(["-o -", "--output=-", "-o /dev/stdout", "-o /dev/fd/1"])(
    "gets the PDF and nothing else with %s",
    async (option) => {
      const { code, stdout, stderr } = await inShell(`"$@" impose in.pdf ${option}`);
      expect(code).toBe(0);
      expect(isPdf(stdout)).toBe(true);
      expect(stderr).toMatch(
        /^standard output: 4 pages on 1 sheet of A4 landscape\nPrint at .*\n$/,
      );
    },
  );

  it("is not for a PDF and JSON at once", async () => {
    const { code, stdout, stderr } = await inShell('"$@" impose in.pdf -o - --json');
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout.toString())).toEqual({
      error: {
        code: "usage",
        message: "--json and the result both want standard output",
        hint: "give a file with --output, or leave out --json",
      },
    });
  });

  it("may be a file, which the shell has opened", async () => {
    const { code } = await inShell('"$@" impose in.pdf --quiet -o - > redirected.pdf');
    expect(code).toBe(0);
    expect(isPdf(await readFile(path.join(dir, "redirected.pdf")))).toBe(true);
  });

  it("whose reader has gone is one plain line", async () => {
    const line = '"$@" impose in.pdf --quiet -o - | true; exit "${PIPESTATUS[0]}"';
    const { code, stderr } = await inShell(line);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: standard output takes no more: .*\n {2}hint: .*\n$/);
  });
});

describe("what a PDF is made of", () => {
  it.each([
    ["impose in.pdf -o in.pdf", "in.pdf"],
    ["impose in.pdf -o same.pdf", "in.pdf"],
    ["pdf note.html -o note.html", "note.html"],
    ["pdf note.html --css style.css -o style.css", "style.css"],
    ["pdf note.html -o - >> note.html", "note.html"],
  ])("is never written over: %s", async (words, input) => {
    await symlink("in.pdf", path.join(dir, "same.pdf")).catch(() => undefined);
    const before = await readFile(path.join(dir, input));
    const { code, stdout, stderr } = await inShell(`"$@" ${words}`);
    expect({ code, stdout: stdout.toString() }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`would be written over ${input}, which it is made of\n  hint: `);
    expect(await readFile(path.join(dir, input))).toEqual(before);
  });
});

describe.runIf(process.platform === "linux")("a device", () => {
  it("is written to, and stays what it is", async () => {
    expect(await inShell('"$@" impose in.pdf --quiet -o /dev/null')).toMatchObject({ code: 0 });
    expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
    const full = await inShell('"$@" impose in.pdf --quiet -o /dev/full');
    expect(full).toMatchObject({
      code: 1,
      stderr:
        "error: /dev/full cannot be written: no space is left on the disk\n  hint: make room, and run it again\n",
    });
    expect((await stat("/dev/full")).isCharacterDevice()).toBe(true);
  });

  it.runIf(existsSync("/usr/bin/script"))("that is a terminal gets no PDF", async () => {
    const { stdout } = await inShell('script -qec "$1 $2 impose in.pdf -o -" /dev/null');
    expect(stdout.toString()).toContain("error: a terminal cannot show a PDF");
    expect(stdout.toString()).not.toContain("%PDF-");
  });
});

const handOver = pathToFileURL(path.join(path.dirname(PROGRAM), "hand-over.js")).href;
const older = findOlderNode();
const programs: readonly (readonly [string, readonly string[]])[] = [
  ["run by Node.js itself", [process.execPath, PROGRAM]],
  [
    "handed over",
    [
      process.execPath,
      "--input-type=module",
      "--eval",
      `import { handOver } from "${handOver}";
      handOver(process.execPath, ["${PROGRAM}", ...process.argv.slice(1)]);`,
      "--",
    ],
  ],
  ...(older === undefined ? [] : ([["on an older Node.js", [older, PROGRAM]]] as const)),
];

describe.runIf(process.platform === "linux").each(programs)("%s", (_, program) => {
  it("an open file and the pipe of another program get the PDF", async () => {
    const opened = await inShell('"$@" impose in.pdf -o /dev/fd/3 3> three.pdf', [...program]);
    expect(opened).toMatchObject({ code: 0, stderr: "" });
    expect(isPdf(await readFile(path.join(dir, "three.pdf")))).toBe(true);
    const piped = await inShell(
      '{ "$@" impose in.pdf --quiet -o >(cat > piped.pdf; echo done >&2); } 2>&1 | cat',
      [...program],
    );
    expect(piped.stdout.toString()).toBe("done\n");
    expect(isPdf(await readFile(path.join(dir, "piped.pdf")))).toBe(true);
  });

  it("a number that nothing is open by is refused", async () => {
    const { code, stderr } = await inShell('"$@" impose in.pdf -o /dev/fd/9', [...program]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: \/dev\/fd\/9 cannot be written: no such file is open\n/);
  });
});
