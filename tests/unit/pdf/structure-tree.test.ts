import { PDFArray, PDFName, PDFRef, type PDFDict } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPageTexts } from "../../../src/pdf/text/page-texts.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { structurePlaces } from "../../../src/pdf/structure/structure-path.ts";
import {
  hexText,
  makeTaggedPdf,
  paintText,
  type TaggedPdf,
} from "../../fixtures/pdf/tagged-pdf.ts";

async function treeOf(wanted: TaggedPdf) {
  return readStructureTree(await openPdf(await makeTaggedPdf(wanted)));
}

async function outlineOf(wanted: TaggedPdf): Promise<string> {
  return formatStructureTree(await treeOf(wanted));
}

/** One P whose marked content 0 is painted by `content`. */
const painted = (content: string): TaggedPdf => ({
  tags: [{ role: "P", text: "First" }],
  content,
});

describe("elements", () => {
  test("roles, attributes, classes and what replaces content", async () => {
    const outline = await outlineOf({
      roleMap: { Story: "Chapter", Chapter: "Sect" },
      classMap: { wide: { O: "Table", ColSpan: 2, Scope: "Column" } },
      tags: [
        {
          role: "Story",
          lang: "fr",
          kids: [
            { role: "H1", text: "Title" },
            { role: "Figure", alt: 'A "cat"', attributes: { O: "Layout", BBox: [0, 0, 9.5, 9] } },
            { role: "Span", text: "WHO", expansion: "World Health Organization" },
            { role: "TH", id: "c1", classes: "wide", attributes: { O: "Table", Scope: "Row" } },
            { role: "L", attributes: [{ O: "List", ListNumbering: "Decimal" }, 0] },
            { role: "Em", text: "soft" },
          ],
        },
      ],
    });
    expect(outline).toBe(`Story (Sect) lang=fr
  H1 "Title"
  Figure bbox=[0 0 9.5 9] alt="A \\"cat\\""
  Span expansion="World Health Organization" "WHO"
  TH id=c1 scope=Row colspan=2
  L numbering=Decimal
  Em "soft"
`);
  });

  test("a paragraph over two pages reads as one, with its links", async () => {
    const outline = await outlineOf({
      pageCount: 2,
      tags: [
        {
          role: "P",
          kids: [
            { role: "Span", text: "begins on one page" },
            { role: "Span", text: "and ends on another", page: 2 },
            { role: "Link", text: "up", page: 2, link: { page: 1, contents: "back" } },
          ],
        },
        { role: "P", text: "Next" },
      ],
    });
    expect(outline).toBe(`P
  Span "begins on one page"
  Span " and ends on another" [page 2]
  Link
    " up"
    -> page 1 contents="back"
P "Next" [page 1]
`);
  });

  test("places name the page and count siblings of one type", async () => {
    const tree = await treeOf({
      pageCount: 2,
      tags: [
        {
          role: "Sect",
          kids: [{ role: "P", text: "a" }, { role: "H1" }, { role: "P", text: "b", page: 2 }],
        },
      ],
    });
    expect([...structurePlaces(tree).values()]).toEqual([
      "page 1 · Sect",
      "page 1 · Sect > P[1]",
      "page 1 · Sect > H1",
      "page 2 · Sect > P[2]",
    ]);
  });
});

describe("text of content", () => {
  test("ActualText replaces glyphs; a soft hyphen at a line end joins the word", async () => {
    const pdf = {
      tags: [{ role: "P", text: "pand" }],
      mend: rewriteContent(
        `/Span <</MCID 0>> BDC BT /F0 12 Tf 20 380 Td (pan) Tj
         /Span <</ActualText <FEFF00E9>>> BDC (e) Tj EMC
         /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC 0 -14 Td (mie, well-) Tj
         0 -14 Td (known) Tj ET EMC`,
      ),
    };
    expect(await outlineOf(pdf)).toBe('P "panémie, well-known"\n');
  });

  test("letter spacing, kerning and superscripts make no words; line ends do", async () => {
    const pdf = {
      tags: [{ role: "P", text: "" }],
      mend: rewriteContent(
        `/P <</MCID 0>> BDC BT /F0 12 Tf 6 Tc 20 380 Td (wide) Tj 0 Tc 0 -14 Td
         [(a b) -180 (b) 60 (c)] TJ /F0 7 Tf 32 5 Td (2) Tj ET EMC`,
      ),
    };
    expect(await outlineOf(pdf)).toBe('P "wide a bbc2"\n');
  });

  test("a literal reading has the file's characters and no others", async () => {
    const pdf = await openPdf(
      await makeTaggedPdf({
        tags: [{ role: "P", text: "" }],
        mend: rewriteContent(
          `/P <</MCID 0>> BDC BT /F0 12 Tf 14 TL 20 380 Td (two) Tj T* (lines, pan) Tj
           /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC T* (try) Tj ET EMC`,
        ),
      }),
    );
    const literal = await readStructureTree(pdf, { literal: true });
    expect(formatStructureTree(literal)).toBe('P "twolines, pan\\u{ad}try"\n');
    expect(formatStructureTree(await readStructureTree(pdf))).toBe('P "two lines, pantry"\n');
  });

  test("gaps are spaces where a file has no space glyph", async () => {
    const pdf = {
      tags: [{ role: "P", text: "" }],
      mend: rewriteContent(
        "/P <</MCID 0>> BDC BT /F0 12 Tf 20 380 Td [(No) -333 (space) 20 (s)] TJ ET EMC",
      ),
    };
    expect(await outlineOf(pdf)).toBe('P "No spaces"\n');
  });

  test("identifiers of a form XObject are its own", async () => {
    const outline = await outlineOf({
      tags: [{ role: "P", text: "page" }, { role: "P" }],
      content: "/X0 Do",
      mend: (pdf, elements) => {
        const form = pdf.context.stream(paintText("form", 0, 100), {
          Type: "XObject",
          Subtype: "Form",
          BBox: [0, 0, 300, 400],
          StructParents: 5,
        });
        const ref = pdf.context.register(form);
        const page = pdf.getPage(0);
        page.node.setXObject(PDFName.of("X0"), ref);
        const second = elements[1];
        second?.set(
          PDFName.of("K"),
          pdf.context.obj({ Type: "MCR", Pg: page.ref, Stm: ref, MCID: 0 }),
        );
        addToParentTree(pdf.catalog, 5, second === undefined ? [] : [refOf(pdf.context, second)]);
      },
    });
    expect(outline).toBe('P "page"\nP "form"\n');
  });

  test("what is tagged, an artifact, or neither", async () => {
    const bytes = await makeTaggedPdf({
      ...painted(`/Artifact <</Type /Pagination>> BDC BT /F0 9 Tf 20 20 Td ${hexText("7")} Tj ET EMC
        BT /F0 9 Tf 20 40 Td ${hexText("lost words")} Tj ET ${paintText("unclaimed", 9, 60)}`),
    });
    const [page] = await readPageTexts(await openPdf(bytes));
    expect(page?.runs.map(({ standing, text }) => [standing, text.trim()])).toEqual([
      ["tagged", "First"],
      ["artifact", "7"],
      ["untagged", "lost words unclaimed"],
    ]);
    expect(page?.runs[0]).toMatchObject({ mcid: 0, xPt: 20, yPt: 380, fontSizePt: 12 });
  });
});

describe("trees made to break readers", () => {
  const problems = async (wanted: TaggedPdf) =>
    (await treeOf(wanted)).problems.map(({ code }) => code);

  test("a tree without fault has no problem", async () => {
    const tags = [
      { role: "P", text: "a" },
      { role: "Link", text: "b", link: { page: 1 } },
    ];
    expect(await problems({ tags })).toEqual([]);
  });

  test("an element that holds itself", async () => {
    const wanted: TaggedPdf = {
      tags: [{ role: "Sect", kids: [{ role: "P", text: "a" }] }],
      mend: (pdf, elements) => {
        const [outer, inner] = elements;
        if (outer !== undefined) inner?.set(PDFName.of("K"), refOf(pdf.context, outer));
      },
    };
    expect(await problems(wanted)).toEqual(["cycle"]);
  });

  test("an element with two parents is read once", async () => {
    const wanted: TaggedPdf = {
      tags: [{ role: "Sect", kids: [{ role: "P", text: "a" }] }, { role: "Sect" }],
      mend: (pdf, elements) => {
        const shared = elements[1];
        if (shared !== undefined) elements[2]?.set(PDFName.of("K"), refOf(pdf.context, shared));
      },
    };
    expect(await outlineOf(wanted)).toBe(`Sect
  P "a"
Sect
! shared-element: an element is the kid of two others (Sect > P)
`);
  });

  test("content that two elements claim", async () => {
    const wanted: TaggedPdf = {
      tags: [{ role: "P", text: "a" }, { role: "P" }],
      mend: (_, elements) => {
        const claim = elements[0]?.get(PDFName.of("K"));
        if (claim !== undefined) elements[1]?.set(PDFName.of("K"), claim);
      },
    };
    expect(await problems(wanted)).toEqual(["shared-content", "shared-content", "parent-tree"]);
  });

  test("a role map in a circle, and a type that nobody knows", async () => {
    const wanted: TaggedPdf = {
      roleMap: { A: "B", B: "A" },
      tags: [{ role: "A" }, { role: "Z" }, { role: "Z" }],
    };
    expect(await problems(wanted)).toEqual(["role-map-cycle", "unknown-role"]);
  });

  test("elements too deep", async () => {
    let tag: TaggedPdf["tags"][number] = { role: "P", text: "deep" };
    for (let depth = 0; depth < 400; depth += 1) tag = { role: "Div", kids: [tag] };
    expect(await problems({ tags: [tag] })).toEqual(["too-deep"]);
  });

  test("a ParentTree that leads elsewhere", async () => {
    const wanted: TaggedPdf = {
      tags: [{ role: "P", text: "a" }],
      mend: (pdf, _, root) => {
        root.set(PDFName.of("ParentTree"), pdf.context.obj({ Nums: [0, []] }));
      },
    };
    expect((await treeOf(wanted)).problems).toEqual([
      {
        code: "parent-tree",
        message:
          "the ParentTree does not lead from 1 piece of content to the element that claims it",
        where: "page 1",
      },
    ]);
  });

  test("a form that paints itself", async () => {
    const wanted: TaggedPdf = {
      ...painted("/X0 Do"),
      mend: (pdf) => {
        const ref = pdf.context.nextRef();
        const form = pdf.context.stream("/X0 Do", {
          Type: "XObject",
          Subtype: "Form",
          BBox: [0, 0, 9, 9],
          Resources: { XObject: { X0: ref } },
        });
        pdf.context.assign(ref, form);
        pdf.getPage(0).node.setXObject(PDFName.of("X0"), ref);
      },
    };
    expect(await outlineOf(wanted)).toBe('P "First"\n');
  });
});

/** Replaces the content of the first page. */
function rewriteContent(content: string): NonNullable<TaggedPdf["mend"]> {
  return (pdf) => {
    const ref = pdf.context.register(pdf.context.stream(content));
    pdf.getPage(0).node.set(PDFName.of("Contents"), ref);
  };
}

type Context = Parameters<NonNullable<TaggedPdf["mend"]>>[0]["context"];

function refOf(context: Context, dict: PDFDict): PDFRef {
  return context.getObjectRef(dict) ?? PDFRef.of(0);
}

function addToParentTree(catalog: PDFDict, key: number, elements: readonly PDFRef[]): void {
  const nums = ["StructTreeRoot", "ParentTree"]
    .reduce<PDFDict>((dict, name) => dict.lookup(PDFName.of(name)) as PDFDict, catalog)
    .lookup(PDFName.of("Nums"), PDFArray);
  nums.push(catalog.context.obj(key));
  nums.push(catalog.context.obj([...elements]));
}
