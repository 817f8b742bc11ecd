/** What Chromium writes into tagged PDFs, as the reading layer gives it: files, no browser. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { deriveHtml } from "../../../src/judges/pdf/derive-html.ts";
import { pdfStructureJudge, readForJudging } from "../../../src/judges/pdf/pdf-structure.ts";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPageTexts } from "../../../src/pdf/text/page-texts.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";

const fixtures = new URL("../../fixtures/pdf/", import.meta.url);

async function open(name: string) {
  return openPdf(await readFile(new URL(`${name}.pdf`, fixtures)));
}

test.each(["article", "right-to-left"])("the structure of %s", async (name) => {
  const tree = await readStructureTree(await open(name));
  await expect(formatStructureTree(tree)).toMatchFileSnapshot(
    new URL(`${name}.structure.txt`, fixtures).pathname,
  );
});

test("the HTML derived from the article", async () => {
  const pdf = await open("article");
  const html = deriveHtml(await readStructureTree(pdf), readDocumentFacts(pdf));
  await expect(html.replaceAll(/<(?=[a-z])/g, "\n<")).toMatchFileSnapshot(
    new URL("article.derived.txt", fixtures).pathname,
  );
});

test("generated quotation marks are found as text without tags", async () => {
  const pdf = await open("article");
  const { findings } = await pdfStructureJudge.judge(
    await readForJudging(pdf),
    new AbortController().signal,
  );
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "pdf-untagged-content: Text is neither tagged nor an artifact: “«”, “»”.",
  ]);
  const runs = (await readPageTexts(pdf)).flatMap((page) => page.runs);
  expect(runs.filter(({ standing }) => standing === "artifact")).toEqual([]);
});

test("facts of the article", async () => {
  const facts = readDocumentFacts(await open("article"));
  expect(facts).toMatchObject({
    title: "Essai de balisage",
    lang: "fr",
    marked: true,
    displayDocTitle: true,
    outline: [{ title: "Un titre espacé", page: 1, kids: [{ title: "Chiffres", page: 2 }] }],
  });
});
