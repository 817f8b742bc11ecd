/** Every construct of docs/dialect.md has in PDF the structure that is written there, and no fault. */
import { beforeAll, expect, test } from "vitest";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { citeText } from "../../support/cite-text.ts";
import { dialectLedger } from "../../support/dialect-ledger.ts";
import { showText } from "../../support/show-text.ts";
import { testBrowser } from "../../support/test-browser.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import type { StructureElement, StructureTree } from "../../../src/pdf/structure/structure-tree.ts";
import { makeDocument, type GoldenCase } from "./golden-case.ts";

const browser = testBrowser();
const ledger = dialectLedger();
const STYLES = `
  @font-face { font-family: "STIX Two Math"; src: url("/house/stix-two-math.ttf") }
  math { font-family: "STIX Two Math" }
  img { max-height: 5em }
  [data-page-list] a::after { content: "12" }
  .numbered-list a { display: flex }
  .numbered-list a::after { content: "\u00a012" }
  :is(.index ul, .numbered-list ol) { list-style: none }
  .negative::before { content: "(" / "\u2212" }
  .negative::after { content: ")" / "" }
  ul > .task { list-style-type: none }
  .note { float: footnote }
  .notes .way-back::after { content: "\\a0 12" }
  .reference[data-before-page]::after {
    content: attr(data-before-page) target-counter(attr(href), page) attr(data-after-page);
  }`;
let made: GoldenCase;
let tree: StructureTree;
let sections: readonly StructureElement[];

/** All examples in one document, each in a section of its own below headings, as texts stand. */
beforeAll(async () => {
  const examples = await Promise.all(
    ledger.map(async ({ syntax, notes, allowsHtml }, index) => {
      const slug = `text-${index}`;
      const text = showText(syntax, notes, slug, await citeText(syntax, slug), allowsHtml);
      return `<section>${text}</section>`;
    }),
  );
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dialect</title><link rel="stylesheet" href="/base.css"><style>${STYLES}</style></head><body><h1>Dialect</h1><h2>Constructs</h2>${examples.join("")}</body></html>`;
  made = await makeDocument(browser(), "dialect", html, {
    onRefused: (refusal) => {
      throw new Error(`refused: ${JSON.stringify(refusal)}`);
    },
  });
  tree = await readStructureTree(await openPdf(made.pdf.bytes), { literal: true });
  const [root] = tree.kids;
  sections = (root?.kind === "element" ? root.kids : [])
    .filter((kid) => kid.kind === "element")
    .filter(({ role }) => role === "Sect");
});

test.each(ledger.map((entry, index) => ({ ...entry, index })))("$name", ({ index, tags }) => {
  const section = sections[index];
  if (section === undefined) throw new Error("the document has no such section");
  const kids = section.kids.filter((kid) => kid.kind === "element");
  expect(kids).toHaveLength(section.kids.length);
  expect(bareStructure({ ...tree, kids })).toBe(tags);
});

test("none of them has a fault", () => {
  expect(made.pdf.faults).toEqual([]);
  expect(tree.problems).toEqual([]);
});

/** Without what differs with the place: pages, boxes, ids of notes, and the spaces that part a text from the next. */
function bareStructure(of: StructureTree): string {
  const places = / (?:\[page \d+\]|bbox=\[[^\]]*\])| id=note-\d+|(?<=-> page) \d+/g;
  return formatStructureTree(of)
    .replaceAll(places, "")
    .replaceAll(/(?<=page\\u\{a0\})\d+/g, "1")
    .replaceAll(/ +"$/gm, '"');
}
