/** Tables, lists and links by the hundred: each is one, whole, in its order. */
import { expect, test } from "vitest";
import { descendants, type LogicalElement } from "../../../src/accessible/tree/logical-tree.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { walkElements } from "../../../src/pdf/structure/structure-tree.ts";
import { testBrowser } from "../../support/test-browser.ts";
import { makeDocument, type GoldenCase } from "./golden-case.ts";

const browser = testBrowser();
const rowCount = 1_200;
const itemCount = 1_500;
const linkCount = 3_000;

function make(body: string): Promise<GoldenCase> {
  const html = `<!doctype html><html lang="en"><head><title>Long</title><link rel="stylesheet" href="/base.css">
    <style>@page { size: A4; margin: 15mm }</style></head><body><h1>Long</h1>${body}</body></html>`;
  return makeDocument(browser(), "long", html, { onRefused: () => undefined });
}

async function counts({ pdf }: GoldenCase): Promise<Record<string, number>> {
  expect(pdf.faults).toEqual([]);
  const { kids, problems } = await readStructureTree(await openPdf(pdf.bytes), { literal: true });
  expect(problems).toEqual([]);
  const found: Record<string, number> = {};
  for (const { role } of walkElements(kids)) found[role] = (found[role] ?? 0) + 1;
  return found;
}

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join("\n");

test("a table", async () => {
  const made = await make(
    `<table><caption>Boats</caption><thead><tr><th>No</th><th>Boats</th><th>Gulls</th></tr></thead><tbody>
     ${times(rowCount, (row) => `<tr><th>${row}</th>${row % 3 === 1 ? "" : `<td${row % 3 === 0 ? ' rowspan="2"' : ""}>boat ${row}</td>`}<td>${row * 7}</td></tr>`)}
     </tbody></table>`,
  );
  expect(await counts(made)).toMatchObject({
    Table: 1,
    Caption: 1,
    THead: 1,
    TBody: 1,
    TR: rowCount + 1,
    TH: rowCount + 3,
    TD: (rowCount * 5) / 3,
  });
});

test("a list", async () => {
  const made = await make(
    `<ol reversed>${times(itemCount, (item) => `<li>item ${item}</li>`)}</ol>`,
  );
  expect(await counts(made)).toMatchObject({ L: 1, LI: itemCount, Lbl: itemCount });
  const labels = [...descendants(made.pdf.tree.root)]
    .filter(({ type }) => type === "Lbl")
    .map(textOf);
  expect(labels).toEqual(Array.from({ length: itemCount }, (_, index) => `${itemCount - index}.`));
});

test("links, within the document and out of it", async () => {
  const perParagraph = 30;
  const made = await make(
    times(
      linkCount / perParagraph,
      (paragraph) =>
        `<p id="p${paragraph}">${times(perParagraph, (link) =>
          link % 2 === 0
            ? `<a href="https://example.org/${paragraph}/${link}">out ${link}</a>`
            : `<a href="#p${(paragraph * 7 + link) % 100}">in ${link}</a>`,
        )}</p>`,
    ),
  );
  expect(await counts(made)).toMatchObject({ Link: linkCount });
});

function textOf({ children }: LogicalElement): string {
  return children
    .map((child) => (child.kind === "content" ? child.text : textOf(child)))
    .join("")
    .trim();
}
