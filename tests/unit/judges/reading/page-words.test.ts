import { PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { pageWords, type PageWords } from "../../../../src/judges/pdf/reading/page-words.ts";
import { openPdf } from "../../../../src/pdf/objects/open-pdf.ts";
import { readPageTexts } from "../../../../src/pdf/text/page-texts.ts";
import type {
  StructureElement,
  StructureKid,
} from "../../../../src/pdf/structure/structure-tree.ts";
import { readStructureTree } from "../../../../src/pdf/structure/read-structure-tree.ts";
import { makeTaggedPdf, type TaggedPdf } from "../../../fixtures/pdf/tagged-pdf.ts";

async function wordsOf(wanted: TaggedPdf): Promise<readonly PageWords[]> {
  const pdf = await openPdf(await makeTaggedPdf(wanted));
  return pageWords(await readStructureTree(pdf, { literal: true }), await readPageTexts(pdf));
}

test("a page has its words in the order of the structure, blocks apart and spans together", async () => {
  const pages = await wordsOf({
    pageCount: 3,
    tags: [
      { role: "H1", text: "Tides" },
      {
        role: "P",
        kids: [
          { role: "Span", text: "A bo" },
          { role: "Span", text: "at lay har" },
          { role: "Span", text: "boured.", page: 2 },
        ],
      },
      { role: "P", text: "Later.", page: 2 },
      { role: "P", text: "First." },
    ],
  });
  expect(pages.map(({ words }) => words)).toEqual([
    ["Tides", "A", "boat", "lay", "har", "First."],
    ["boured.", "Later."],
    [],
  ]);
});

test("artifacts, and letters of what has an alternative text, stand beside", async () => {
  const [page] = await wordsOf({
    tags: [
      { role: "P", text: "Look:" },
      { role: "Figure", alt: "A red boat", kids: [{ role: "Span", text: "bow" }] },
      { role: "P", text: "glyphs", actualText: "Said otherwise" },
    ],
    content: "/Artifact BMC BT /F0 12 Tf 20 20 Td (Page 1) Tj ET EMC",
  });
  expect(page).toMatchObject({ words: ["Look:"], beside: ["Page", "1"], pictures: "bow glyphs" });
});

test("beside a formula, letters of artifacts stand beside as well: they may be its drawing", async () => {
  const content = "/Artifact BMC BT /F0 12 Tf 20 20 Td (ab c) Tj ET EMC";
  const of = async (role: string): Promise<string | undefined> => {
    const tags = [{ role, alt: "a/b", kids: [{ role: "Span", text: "x" }] }];
    return (await wordsOf({ tags, content }))[0]?.pictures;
  };
  expect([await of("Formula"), await of("Figure")]).toEqual(["x ab c", "x"]);
});

test("what no space parts from a formula may be read as letters of it, and other text may not", () => {
  const content = (text: string): StructureKid => ({
    ...{ kind: "content", page: 1, mcid: 0, replaced: false },
    text,
  });
  const element = (
    role: string,
    kids: readonly StructureKid[],
    alt?: string,
  ): StructureElement => ({
    ...{ kind: "element", role, mappedRole: role, attributes: { other: {} }, kids },
    ...(alt === undefined ? {} : { alt }),
  });
  const of = (role: string) => {
    const inner = element(role, [content("x2")], "x squared");
    const kids = [element("P", [content("so ("), inner, content("). All"), content(" ends.")])];
    const [page] = pageWords({ kids }, [{ page: 1, runs: [] }]);
    return { words: page?.words, pictures: page?.pictures.split(/\s+/u).sort() };
  };
  expect(of("Formula")).toEqual({ words: ["so", "All", "ends."], pictures: ["(", ").", "x2"] });
  expect(of("Figure").words).toEqual(["so", "(", ").", "All", "ends."]);
});

test("text of what is drawn may be read and need not be", async () => {
  const [page] = await wordsOf({
    tags: [
      {
        role: "LI",
        kids: [
          { role: "Lbl", text: "" },
          { role: "LBody", text: "Apples" },
        ],
      },
    ],
    mend: (pdf) => {
      const content =
        "/Lbl <</MCID 0>> BDC /Span <</ActualText (x)>> BDC 10 380 2 2 re f EMC EMC " +
        "/LBody <</MCID 1>> BDC BT /F0 12 Tf 20 380 Td (Apples) Tj ET EMC";
      const stream = pdf.context.register(pdf.context.stream(content));
      pdf.getPage(0).node.set(PDFName.of("Contents"), stream);
    },
  });
  expect(page).toMatchObject({ words: ["Apples"], beside: ["x"] });
});

test("a word that a note parts is known whole", async () => {
  const [page] = await wordsOf({
    tags: [
      {
        role: "P",
        kids: [
          { role: "Span", text: "a claim" },
          { role: "Reference", text: "2" },
          {
            role: "Note",
            kids: [
              { role: "Lbl", text: "2" },
              { role: "P", text: "A note" },
            ],
          },
          { role: "Span", text: ". More" },
        ],
      },
    ],
  });
  expect(page?.words).toEqual(["a", "claim2", "2", "A", "note", ".", "More"]);
  expect([...(page?.parted ?? [])]).toEqual([["claim2.", ["claim2", "."]]]);
});

test("where contents of two marks meet in a word is known", async () => {
  const [page] = await wordsOf({
    tags: [
      {
        role: "P",
        kids: [
          { role: "Span", text: "see 2" },
          { role: "Span", text: "Numbered" },
          { role: "Span", text: " text" },
        ],
      },
    ],
  });
  expect(page?.words).toEqual(["see", "2Numbered", "text"]);
  expect([...(page?.seams ?? [])]).toEqual([["2Numbered", new Set([1])]]);
});
