import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import { testBrowser } from "../../support/test-browser.ts";
import { veraPdfOrSkip } from "../../support/verapdf.ts";
import { describe, expect, test } from "vitest";
import { makeAccessible } from "../../../src/accessible/make-accessible.ts";
import { openOwnPdf } from "../../../src/pdf/objects/own-pdf.ts";
import { KEPT_DEMANDS } from "../../../src/accessible/kept-standards.ts";
import { descendants, type LogicalElement } from "../../../src/accessible/tree/logical-tree.ts";
import type { Finding } from "../../../src/judges/verdict/finding.ts";
import { readingFidelityJudge } from "../../../src/judges/pdf/reading-fidelity.ts";
import { judgeClaim, mayClaim } from "../../../src/judges/pdf/judge-claim.ts";
import { sourceJudge } from "../../../src/judges/pdf/source.ts";
import { OperationReader } from "../../../src/pdf/content/operations.ts";
import { pageContent } from "../../../src/pdf/content/page-content.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPageTexts } from "../../../src/pdf/text/page-texts.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { walkElements, type StructureTree } from "../../../src/pdf/structure/structure-tree.ts";
import { goldenDir, goldenNames, makeCase, options, type GoldenCase } from "./golden-case.ts";

const all = await goldenNames();
const sound = all.filter((name) => !name.startsWith("fault-"));
const faulty = all.filter((name) => name.startsWith("fault-"));
/** In the order of the tests. */
const names = [...sound, ...faulty];
const made = new Map<string, Promise<GoldenCase>>();
const browser = testBrowser();

/** Makes a case once; and the next one beside it, since making one is mostly waiting. */
function golden(name: string): Promise<GoldenCase> {
  const next = names[names.indexOf(name) + 1];
  // Whoever asks for it meets its failure.
  if (next !== undefined) start(next).catch(() => undefined);
  return start(name);
}

function start(name: string): Promise<GoldenCase> {
  const known = made.get(name);
  if (known) return known;
  const fresh = makeCase(browser(), name);
  made.set(name, fresh);
  return fresh;
}

describe.each(sound)("%s", (name) => {
  test("has the structure tree of its source", async () => {
    const { pdf } = await golden(name);
    const structure = formatStructureTree(await literalTree(pdf.bytes));
    await expect(structure).toMatchFileSnapshot(join(goldenDir, name, "structure.txt"));
  });

  test("reads as its source, word for word, and has no fault", async () => {
    const { pdf } = await golden(name);
    expect(await judgeReading(pdf.bytes, pdf.reading)).toEqual([]);
    expect(pdf.faults).toEqual([]);
  });

  test("may claim both standards", async () => {
    const { pdf } = await golden(name);
    const reports = await judgeClaim({ ...pdf, source: "source.html" }, {});
    expect({ mayClaim: mayClaim(reports), reports }).toMatchObject({ mayClaim: true });
  });

  test("has one element for one of the source", async () => {
    const { pdf } = await golden(name);
    const tree = await literalTree(pdf.bytes);
    expect(tree.problems).toEqual([]);
    expect(countTypes(tree)).toEqual(countSourceTypes(pdf.tree.root));
  });
});

describe.each(faulty)("%s", (name) => {
  test("says what is wrong, where, and how to fix it", async () => {
    const { pdf } = await golden(name);
    const judged = { file: "source.html", faults: pdf.faults };
    const { findings } = await sourceJudge.judge(judged, new AbortController().signal);
    const reported = findings.map(
      ({ message, where, help }) => `${message}\n  ${where}\n  ${help}\n`,
    );
    await expect(reported.join("")).toMatchFileSnapshot(join(goldenDir, name, "faults.txt"));
  });

  test("claims no standard", async () => {
    const { pdf } = await golden(name);
    const text = Buffer.from(pdf.bytes).toString("latin1");
    expect(text).not.toContain("pdfuaid:part>");
    expect(text).not.toContain("pdfaid:part>");
    expect(pdf.withClaim).toThrow(RangeError);
  });
});

test.each([
  "counters",
  "footnotes",
  "generated-text",
  "inline",
  "list-over-pages",
  "mathematics",
  "running-headers",
  "svg-text",
  "table-over-pages",
])("%s as XHTML has the same structure", async (name) => {
  const { pdf } = await makeCase(browser(), name, "application/xhtml+xml");
  const structure = formatStructureTree(await literalTree(pdf.bytes));
  expect(structure).toBe(await readFile(join(goldenDir, name, "structure.txt"), "utf8"));
  expect(pdf.faults).toEqual([]);
});

test("the same input gives the same bytes", async () => {
  const first = await golden("footnotes");
  const again = await makeAccessible(await openOwnPdf(first.raw), first.settled, options);
  expect(Buffer.from(again.bytes).equals(first.pdf.bytes)).toBe(true);
  const afresh = await makeCase(browser(), "footnotes");
  expect(Buffer.from(afresh.pdf.bytes).equals(first.pdf.bytes)).toBe(true);
  expect(Buffer.from(afresh.pdf.withClaim()).equals(first.pdf.withClaim())).toBe(true);
});

test("a claim changes the metadata and nothing else", async () => {
  const { pdf } = await golden("footnotes");
  const objects = async (bytes: Uint8Array): Promise<readonly string[]> => {
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const texts = context.enumerateIndirectObjects().map(([, object]) => {
      const contents = object instanceof PDFRawStream ? object.contents : [];
      return `${object.toString()} ${Buffer.from(contents).toString("latin1")}`;
    });
    // Where the objects lie in the file, and its ID, follow from what they are.
    return texts.filter((text) => !text.includes("/Type /XRef"));
  };
  const [judged, claimed] = [await objects(pdf.bytes), await objects(pdf.withClaim())];
  const changed = claimed.filter((object, index) => object !== judged[index]);
  expect(claimed).toHaveLength(judged.length);
  expect(changed).toEqual([expect.stringContaining("<pdfuaid:part>1</pdfuaid:part>")]);
});

test("running headers and page numbers are pagination artifacts", async () => {
  const pdf = await openPdf((await golden("running-headers")).pdf.bytes);
  for (const { page, runs } of await readPageTexts(pdf)) {
    const artifacts = runs.filter(({ standing }) => standing === "artifact");
    const printed = artifacts.map(({ text }) => text).join(" ");
    expect(printed.replace(/\s+/g, " ")).toContain("A running title");
    expect(printed).toContain(`Page ${page}`);
    expect(runs.filter(({ standing }) => standing === "untagged")).toEqual([]);
    const content = pageContent(pdf.objects, pdf.pages[page - 1]?.dict).bytes.toString("latin1");
    expect(content).toContain("/Artifact <</Type/Pagination/Subtype/Header>> BDC");
    expect(content).toContain("/Artifact <</Type/Pagination/Subtype/Footer>> BDC");
  }
});

test.each(["drawings", "icon-fonts", "opacity-and-transforms", "painted-order"])(
  "%s nests no more graphics states than the standards allow",
  async (name) => {
    const pdf = await openPdf((await golden(name)).pdf.bytes);
    const depths = pdf.pages.map((_, index) =>
      deepestState(pageContent(pdf.objects, pdf.pages[index]?.dict).bytes),
    );
    expect(Math.min(...depths)).toBeGreaterThan(0);
    expect(Math.max(...depths)).toBeLessThanOrEqual(KEPT_DEMANDS.limits.nestedStates ?? Infinity);
  },
);

test("text that the pages do not show is found", async () => {
  const { pdf } = await golden("headings");
  const { reading } = await golden("lists").then((other) => other.pdf);
  const findings = await judgeReading(pdf.bytes, reading);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings[0]?.rule).toBe("reading-fidelity");
});

test("an element that falls out of the structure tree is found", async () => {
  const { pdf } = await golden("inline");
  const file = await PDFDocument.load(pdf.bytes);
  const top = file.catalog
    .lookup(PDFName.of("StructTreeRoot"), PDFDict)
    .lookup(PDFName.of("K"), PDFDict);
  top.lookup(PDFName.of("K"), PDFArray).remove(2);
  expect(await judgeReading(await file.save(), pdf.reading)).toMatchObject([
    { rule: "reading-fidelity", message: "the PDF does not read “FIRST LINE SECOND LINE”" },
  ]);
});

test("veraPDF finds nothing against either standard in sound cases, and something in faulty ones", async (context) => {
  const veraPdf = veraPdfOrSkip(context);
  const pdfs: Uint8Array[] = [];
  for (const name of names) {
    const { pdf } = await golden(name);
    pdfs.push(pdf.faults.length > 0 ? pdf.bytes : pdf.withClaim());
  }
  const results = await validatePdfs(veraPdf, pdfs, ["ua1", "2a"]);
  const broken = results.flatMap(({ index, flavour, outcome }) =>
    outcome.kind === "validated"
      ? outcome.failedRules.map(({ clause }) => `${names[index] ?? ""}: ${flavour} §${clause}`)
      : [`${names[index] ?? ""}: unreadable`],
  );
  expect(broken.filter((line) => !line.startsWith("fault-"))).toEqual([]);
  for (const name of faulty) {
    expect(broken).toContainEqual(expect.stringMatching(new RegExp(`^${name}: `)));
  }
});

/** How many pairs of q and Q stand within each other. */
function deepestState(content: Uint8Array): number {
  let [depth, deepest] = [0, 0];
  for (const { operator } of new OperationReader(content)) {
    if (operator === "q") depth += 1;
    if (operator === "Q") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

async function literalTree(bytes: Uint8Array): Promise<StructureTree> {
  return readStructureTree(await openPdf(bytes), { literal: true });
}

async function judgeReading(bytes: Uint8Array, expected: string): Promise<readonly Finding[]> {
  // What programs read of it is in tests/independent.
  const subject = { pdf: await openPdf(bytes), expected, readers: [] };
  return (await readingFidelityJudge.judge(subject, new AbortController().signal)).findings;
}

function countTypes({ kids }: StructureTree): Map<string, number> {
  return counted([...walkElements(kids)].map(({ role }) => role));
}

/** Every element of the logical tree has to be in the PDF. */
function countSourceTypes(root: LogicalElement): Map<string, number> {
  return counted([...descendants(root)].map(({ type }) => type));
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
