import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { makeAccessible } from "../../../src/accessible/make-accessible.ts";
import { countTypes, readingFidelity } from "../../../src/accessible/reading-fidelity.ts";
import {
  formatStructure,
  readStructure,
  type ReadElement,
} from "../../../src/accessible/read-structure.ts";
import { sourceJudge } from "../../../src/check/source.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import {
  goldenDir,
  goldenNames,
  makeCase,
  options,
  projectDir,
  type GoldenCase,
} from "./golden-case.ts";

const names = await goldenNames();
const sound = names.filter((name) => !name.startsWith("fault-"));
const faulty = names.filter((name) => name.startsWith("fault-"));
const made = new Map<string, GoldenCase>();
let launched: LaunchedBrowser;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});

afterAll(async () => {
  await launched.close();
});

async function golden(name: string): Promise<GoldenCase> {
  const known = made.get(name);
  if (known) return known;
  const fresh = await makeCase(launched.browser, name);
  made.set(name, fresh);
  return fresh;
}

describe.each(sound)("%s", (name) => {
  test("has the structure tree of its source", async () => {
    const { pdf } = await golden(name);
    const structure = formatStructure(await readStructure(pdf.bytes));
    await expect(structure).toMatchFileSnapshot(join(goldenDir, name, "structure.txt"));
  });

  test("reads as its source, word for word, and has no fault", async () => {
    const { pdf } = await golden(name);
    expect(await readingFidelity(pdf.bytes, pdf.tree)).toEqual([]);
    expect(pdf.faults).toEqual([]);
  });

  test("has one element for one of the source", async () => {
    const { pdf } = await golden(name);
    expect(typesIn(await readStructure(pdf.bytes))).toEqual(countTypes(pdf.tree.root));
  });
});

describe.each(faulty)("%s", (name) => {
  test("says what is wrong, where, and how to mend it", async () => {
    const { pdf } = await golden(name);
    const judged = { file: "source.html", faults: pdf.faults };
    const { findings } = await sourceJudge.judge(judged, new AbortController().signal);
    const told = findings.map(({ message, where, help }) => `${message}\n  ${where}\n  ${help}\n`);
    await expect(told.join("")).toMatchFileSnapshot(join(goldenDir, name, "faults.txt"));
  });

  test("claims no standard", async () => {
    const { pdf } = await golden(name);
    const text = Buffer.from(pdf.bytes).toString("latin1");
    expect(text).not.toContain("pdfuaid:part>");
    expect(text).not.toContain("pdfaid:part>");
  });
});

test("the same input gives the same bytes", async () => {
  const first = await golden("footnotes");
  const again = await makeAccessible(first.raw, first.settled, options);
  expect(Buffer.from(again.bytes).equals(first.pdf.bytes)).toBe(true);
  const afresh = await makeCase(launched.browser, "footnotes");
  expect(Buffer.from(afresh.pdf.bytes).equals(first.pdf.bytes)).toBe(true);
});

test("text that the pages do not show is found", async () => {
  const { pdf } = await golden("headings");
  const { tree } = await golden("lists").then((other) => other.pdf);
  const findings = await readingFidelity(pdf.bytes, tree);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings[0]?.rule).toBe("reading-fidelity");
});

const veraReport = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        validationResult: z.array(z.object({ compliant: z.boolean() })),
      }),
    ),
  }),
});

/** The validator's jar; `npm run setup:verapdf` fetches it. */
const jar = process.env.VERAPDF_JAR;

describe.skipIf(jar === undefined)("veraPDF", () => {
  test.each(["ua1", "2a"])(
    "finds nothing against %s in sound cases, and something in faulty ones",
    async (flavour) => {
      const folder = await mkdtemp(join(tmpdir(), "golden-"));
      try {
        const files: string[] = [];
        for (const name of names) {
          const file = join(folder, `${name}.pdf`);
          await writeFile(file, (await golden(name)).pdf.bytes);
          files.push(file);
        }
        const run = promisify(execFile);
        const args = ["-jar", jar ?? "", "-f", flavour, "--format", "json", ...files];
        const { stdout } = await run("java", args, { maxBuffer: 2 ** 28 }).catch(
          // It ends with 1 where a file does not comply.
          (error: unknown) => z.object({ stdout: z.string() }).parse(error),
        );
        const { jobs } = veraReport.parse(JSON.parse(stdout)).report;
        const verdicts = jobs.map(({ itemDetails, validationResult }) => [
          itemDetails.name.replace(/^.*\/|\.pdf$/g, ""),
          validationResult.every((result) => result.compliant),
        ]);
        expect(Object.fromEntries(verdicts)).toEqual(
          Object.fromEntries(names.map((name) => [name, sound.includes(name)])),
        );
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});

function typesIn(root: ReadElement, counts = new Map<string, number>()): Map<string, number> {
  counts.set(root.type, (counts.get(root.type) ?? 0) + 1);
  for (const child of root.children) {
    if (typeof child !== "string" && "type" in child) typesIn(child, counts);
  }
  return counts;
}
