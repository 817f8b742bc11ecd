/**
 * Runs the real veraPDF where there is one. In CI (`CI` is set) it has to be there: a test that
 * cannot run it fails.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { JudgeUnavailable, runJudge } from "../../../src/judges/verdict/judge.ts";
import { openVeraPdfJudge } from "../../../src/judges/pdf/verapdf.ts";
import { type VeraPdf, type VeraPdfMachine } from "../../../src/judges/pdf/verapdf/find-verapdf.ts";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import { validateTogether } from "../../../src/judges/pdf/verapdf/validate-together.ts";
import type { Flavour } from "../../../src/judges/pdf/verapdf/validation-profiles.ts";
import { veraPdfOrSkip } from "../../support/verapdf.ts";
import { figurePdf } from "./verapdf-figure.ts";

const good = figurePdf({ alt: "A black square" });
const bad = figurePdf({});
const signal = new AbortController().signal;

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "imprimatur-test-"));
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** A stand-in for veraPDF that runs this shell script. */
async function program(script: string): Promise<VeraPdf> {
  const file = join(await mkdtemp(join(dir, "program-")), "verapdf");
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { kind: "program", origin: "path", program: file };
}

describe("the real veraPDF", () => {
  test("grants a PDF that meets both standards, and names what the other lacks", async (context) => {
    veraPdfOrSkip(context);
    const judge = await openVeraPdfJudge({ projectDir: ".", signal });
    expect(judge.version).toMatch(/^\d+\.\d+/);
    expect(await runJudge(judge, good)).toMatchObject({ status: "passed", findings: [] });
    expect(await runJudge(judge, bad)).toMatchObject({
      status: "failed",
      findings: [{ rule: "PDF/UA-1 §7.3-1", wcag: ["1.1.1"] }],
    });
  });

  test("judges many files in one run, whatever their names, the unreadable among them", async (context) => {
    const veraPdf = veraPdfOrSkip(context);
    const folder = join(dir, "-é ü");
    await mkdir(folder);
    const named = join(folder, "-f");
    await writeFile(named, bad);
    const results = await validatePdfs(
      veraPdf,
      [good, named, good.slice(0, 300)],
      ["ua1", "2a"],
      signal,
    );
    expect(
      results.map(({ index, flavour, outcome }) => [
        index,
        flavour,
        outcome.kind === "validated" ? outcome.failedRules.length : outcome.kind,
      ]),
    ).toEqual([
      [0, "ua1", 0],
      [0, "2a", 0],
      [1, "ua1", 1],
      [1, "2a", 0],
      [2, "ua1", "unreadable"],
      [2, "2a", "unreadable"],
    ]);
  });
});

describe("PDFs that are known to come", () => {
  /** Notes each run, and then runs the real one. */
  const noting = async (
    veraPdf: VeraPdf,
  ): Promise<VeraPdf & { readonly runs: () => Promise<number> }> => {
    const runs = join(await mkdtemp(join(dir, "runs-")), "runs");
    const real =
      veraPdf.kind === "jar"
        ? `exec '${veraPdf.java}' -jar '${veraPdf.jar}' "$@"`
        : `exec '${veraPdf.program}' "$@"`;
    const noted = await program(`echo run >> '${runs}'; ${real}`);
    const count = async (): Promise<number> =>
      (await readFile(runs, "utf8")).trim().split("\n").length;
    return { ...noted, runs: count };
  };

  test("are validated in one run, and asked about one by one", async (context) => {
    const veraPdf = await noting(veraPdfOrSkip(context));
    const files = [join(dir, "good.pdf"), join(dir, "bad.pdf")];
    await Promise.all([writeFile(files[0] ?? "", good), writeFile(files[1] ?? "", bad)]);
    const ask = validateTogether(veraPdf, files, ["ua1", "2a"], signal);
    const failedRules = async (pdf: Uint8Array | string): Promise<unknown> =>
      (await ask(pdf, signal))?.map(({ flavour, outcome }) => [
        flavour,
        outcome.kind === "validated" ? outcome.failedRules.length : outcome.kind,
      ]);
    expect(await failedRules(good)).toEqual([
      ["ua1", 0],
      ["2a", 0],
    ]);
    expect(await failedRules(files[1] ?? "")).toEqual([
      ["ua1", 1],
      ["2a", 0],
    ]);
    expect(await failedRules(good.slice(0, 300))).toBeUndefined();
    expect(await veraPdf.runs()).toBe(1);
  });

  test("are validated by themselves where the run for all has failed", async () => {
    const files = [join(dir, "one.pdf"), join(dir, "two.pdf")];
    await Promise.all(files.map((file) => writeFile(file, good)));
    const ask = validateTogether(await program("exit 1"), files, ["ua1"], signal);
    expect(await ask(good, signal)).toBeUndefined();
  });

  test("are not waited for by a judge whose time is over", async () => {
    const files = [join(dir, "three.pdf"), join(dir, "four.pdf")];
    await Promise.all(files.map((file) => writeFile(file, good)));
    const run = new AbortController();
    const ask = validateTogether(await program("exec sleep 60"), files, ["ua1"], run.signal);
    const judging = AbortSignal.abort(new Error("its time is over"));
    await expect(ask(good, judging)).rejects.toThrow("its time is over");
    run.abort();
  });
});

/** The same length, so that every place in the file holds. */
function replaced(pdf: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  expect(text).toContain(from);
  expect(to).toHaveLength(from.length);
  return Buffer.from(text.replaceAll(from, to), "latin1");
}

function withoutClaim(pdf: Uint8Array, claim: "pdfuaid" | "pdfaid"): Uint8Array {
  return replaced(pdf, `${claim}:part`, `${claim}:pxrt`);
}

describe("what files claim", () => {
  const failedRules = async (veraPdf: VeraPdf, pdfs: readonly Uint8Array[]): Promise<unknown> =>
    (await validatePdfs(veraPdf, pdfs, ["ua1", "2a"])).map(({ index, flavour, outcome }) => [
      index,
      flavour,
      outcome.kind === "validated" ? outcome.failedRules.length > 0 : outcome.kind,
    ]);

  test("decides nothing: a file is validated against each standard", async (context) => {
    const veraPdf = veraPdfOrSkip(context);
    const noUa = withoutClaim(good, "pdfuaid");
    const none = withoutClaim(noUa, "pdfaid");
    const expected = [
      [0, "ua1", true],
      // PDF/A lets metadata have no words that its schemas do not describe.
      [0, "2a", true],
      [1, "ua1", true],
      [1, "2a", true],
      [2, "ua1", false],
      [2, "2a", false],
    ];
    expect(await failedRules(veraPdf, [noUa, none, good])).toEqual(expected);
    const note = Buffer.from("% pdfuaid:part pdfaid:part\n");
    const seeming = [noUa, none].map((pdf) => Buffer.concat([pdf, note]));
    expect(await failedRules(veraPdf, [...seeming, good])).toEqual(expected);
  });
});

test("what both standards say in one run is what each says in its own", async (context) => {
  const veraPdf = veraPdfOrSkip(context);
  // Two faults that both standards know, and the claims stand.
  const unmarked = replaced(replaced(good, "/Marked true", "/Marked null"), "/Lang", "/Lanx");
  const pdfs = [good, bad, unmarked];
  // Paths of objects have numbers in them that differ from run to run.
  const rules = async (flavours: readonly Flavour[]): Promise<readonly unknown[]> =>
    (await validatePdfs(veraPdf, pdfs, flavours)).map(({ index, flavour, outcome }) => ({
      ...{ index, flavour, kind: outcome.kind },
      failed:
        outcome.kind === "validated" &&
        outcome.failedRules.map(({ clause, testNumber, failedChecks }) => [
          clause,
          testNumber,
          failedChecks,
        ]),
    }));
  const together = await rules(["ua1", "2a"]);
  const apart = [...(await rules(["ua1"])), ...(await rules(["2a"]))];
  expect(together).toHaveLength(apart.length);
  expect(together).toEqual(expect.arrayContaining(apart));
  // A mark that is missing is a fault by each of them.
  expect(JSON.stringify(together)).toMatch(/"6\.2",1,1.*"6\.7\.2\.2",1,1/);
});

describe("the runs for the standards", () => {
  test("go on side by side, each with a home folder of its own", async () => {
    const reports = fileURLToPath(new URL("../../unit/judges/verapdf-reports", import.meta.url));
    const homes = join(dir, "homes");
    const veraPdf = await program(
      `echo "$JAVA_TOOL_OPTIONS" >> '${homes}'; cat '${reports}'/"$2".json`,
    );
    const unclaimed = [good, bad].map((pdf) => withoutClaim(pdf, "pdfuaid"));
    const results = await validatePdfs(veraPdf, unclaimed, ["ua1", "2a"]);
    expect(results).toHaveLength(4);
    const lines = (await readFile(homes, "utf8")).trim().split("\n");
    expect(lines).toEqual([
      expect.stringMatching(/"-Duser\.home=.+"$/),
      expect.stringMatching(/"-Duser\.home=.+"$/),
    ]);
    expect(lines[0]).not.toBe(lines[1]);
  });
});

describe("a veraPDF that does not do its work", () => {
  test.each([
    ["says nothing", "exit 1", /gave no report: it said nothing/],
    [
      "breaks down",
      String.raw`printf 'Picked up x\nCaused by: no file\n\tat main\n\t... 1 more\n' >&2; exit 1`,
      /gave no report: Caused by: no file$/,
    ],
    ["says something else", "echo hello", /form that is not known/],
    [
      "leaves the file out",
      `echo '{"report":{"jobs":[],"batchSummary":{"outOfMemory":0,"veraExceptions":0}}}'`,
      /names the file 0 times/,
    ],
    ["is ended", "kill -9 $$", /SIGKILL/],
  ])("one that %s is unavailable", async (_, script, reason) => {
    const run = validatePdfs(await program(script), [good], ["ua1"], signal);
    await expect(run).rejects.toThrow(JudgeUnavailable);
    await expect(run).rejects.toThrow(reason);
  });

  test("one that is not there is unavailable", async () => {
    const gone: VeraPdf = { kind: "program", origin: "path", program: join(dir, "gone") };
    await expect(validatePdfs(gone, [good], ["ua1"])).rejects.toThrow(JudgeUnavailable);
  });

  test("a run that the person stops ends with the reason", async () => {
    const stop = new AbortController();
    const run = validatePdfs(await program("exec sleep 60"), [good], ["ua1", "2a"], stop.signal);
    stop.abort(new Error("stopped"));
    await expect(run).rejects.toThrow("stopped");
  });

  const bare: VeraPdfMachine = {
    platform: "linux",
    arch: "x64",
    env: {},
    isExecutable: () => false,
    isFile: () => false,
  };

  test("a machine without Java skips the judge with the reason", async () => {
    const judge = await openVeraPdfJudge({ projectDir: dir, signal, machine: bare });
    expect(judge.isMissing).toBe(true);
    expect(await runJudge(judge, good)).toMatchObject({
      name: "veraPDF",
      status: "skipped",
      reason: expect.stringContaining("npm run setup:verapdf") as string,
    });
  });

  test("what VERAPDF asks for is not merely missing when it cannot be used", async () => {
    const asked = { ...bare, env: { VERAPDF: "/gone" } };
    const judge = await openVeraPdfJudge({ projectDir: dir, signal, machine: asked });
    expect(judge.isMissing).toBe(false);
    expect(await runJudge(judge, good)).toMatchObject({ status: "skipped" });
  });

  test("nor is a program that is not veraPDF", async () => {
    const echo = await program('echo "$@"');
    const env = { VERAPDF: echo.kind === "program" ? echo.program : "" };
    const machine = { ...bare, env, isExecutable: () => true };
    const judge = await openVeraPdfJudge({ projectDir: dir, signal, machine });
    expect(judge.isMissing).toBe(false);
    expect(await runJudge(judge, good)).toMatchObject({
      status: "skipped",
      reason: expect.stringContaining("does not say that it is veraPDF") as string,
    });
  });
});
