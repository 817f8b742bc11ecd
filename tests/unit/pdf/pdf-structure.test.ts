import { PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { findingSchema, type Finding } from "../../../src/judges/verdict/finding.ts";
import { pdfStructureJudge, readForJudging } from "../../../src/judges/pdf/pdf-structure.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import {
  makeTaggedPdf,
  type LiteralDict,
  type Tag,
  type TaggedPdf,
} from "../../fixtures/pdf/tagged-pdf.ts";

async function judge(wanted: TaggedPdf): Promise<readonly Finding[]> {
  const pdf = await openPdf(await makeTaggedPdf(wanted));
  return (await pdfStructureJudge.judge(await readForJudging(pdf), new AbortController().signal))
    .findings;
}

const item = (text: string): Tag => ({
  role: "LI",
  kids: [
    { role: "Lbl", text: "-" },
    { role: "LBody", text },
  ],
});

const good: readonly Tag[] = [
  { role: "H1", text: "Title" },
  { role: "H2", text: "Part" },
  {
    role: "P",
    text: "Text",
    kids: [{ role: "Link", text: "more", link: { uri: "https://a.b/" } }],
  },
  { role: "L", kids: [item("one"), item("two")] },
  {
    role: "Table",
    kids: [
      { role: "TR", kids: [{ role: "TH", text: "a" }] },
      { role: "TR", kids: [{ role: "TD", text: "1" }] },
    ],
  },
  {
    role: "Figure",
    kids: [
      { role: "Figure", alt: "A cat" },
      { role: "Caption", text: "Cat" },
    ],
  },
  { role: "Form", field: { type: "Tx", label: "Name" } },
  { role: "H1", text: "Next" },
];

test("a good document has no finding", async () => {
  expect(await judge({ tags: good })).toEqual([]);
});

describe("defects are found and named", () => {
  const text: Tag = { role: "P", text: "Text" };
  const cases: readonly (readonly [string, string, TaggedPdf, string])[] = [
    ["pdf-document-title", "2.4.2", { tags: [text], title: null }, "document"],
    ["pdf-display-doc-title", "2.4.2", { tags: [text], displayDocTitle: false }, "document"],
    ["pdf-document-language", "3.1.1", { tags: [text], lang: null }, "document"],
    ["pdf-document-language", "3.1.1", { tags: [text], lang: "français" }, "document"],
    ["pdf-bookmarks", "2.4.5", { tags: [text], pageCount: 5 }, "document"],
    [
      "pdf-heading-order",
      "1.3.1",
      {
        tags: [
          { role: "H1", text: "a" },
          { role: "H3", text: "b" },
        ],
      },
      "page 1 · H3",
    ],
    ["pdf-heading-order", "1.3.1", { tags: [{ role: "H2", text: "a" }] }, "page 1 · H2"],
    ["pdf-figure-alt", "1.1.1", { tags: [{ role: "Figure" }] }, "Figure"],
    ["pdf-figure-alt", "1.1.1", { tags: [{ role: "Figure", alt: "" }] }, "Figure"],
    ["pdf-formula-alt", "1.1.1", { tags: [{ role: "Formula", text: "x" }] }, "page 1 · Formula"],
    ["pdf-link-name", "2.4.4", { tags: [{ role: "Link", link: { page: 1 } }] }, "page 1 · Link"],
    [
      "pdf-field-name",
      "4.1.2",
      { tags: [{ role: "Form", field: { type: "Tx" } }] },
      "page 1 · Form",
    ],
    [
      "pdf-table-headers",
      "1.3.1",
      { tags: [{ role: "Table", kids: [{ role: "TR", kids: [{ role: "TD", text: "1" }] }] }] },
      "page 1 · Table",
    ],
    ["pdf-table-structure", "1.3.1", { tags: [{ role: "Table", kids: [text] }] }, "page 1 · Table"],
    ["pdf-list-structure", "1.3.1", { tags: [{ role: "L", kids: [text] }] }, "page 1 · L"],
    [
      "pdf-suspected-list",
      "1.3.1",
      { tags: ["* one", "* two", "* three"].map((line) => ({ role: "P", text: line })) },
      "page 1 · P[1]",
    ],
    [
      "pdf-suspected-list",
      "1.3.1",
      {
        tags: [
          { role: "P", text: "1. one" },
          { role: "P", text: "2. two" },
        ],
      },
      "page 1 · P[1]",
    ],
    ["pdf-tab-order", "2.4.3", { tags: [{ ...text, link: { page: 1 } }], tabs: null }, "page 1"],
    [
      "pdf-untagged-content",
      "1.3.1",
      { tags: [text], content: "BT /F0 9 Tf 20 20 Td (lost words) Tj ET" },
      "page 1",
    ],
    ["pdf-structure-unknown-role", "1.3.1", { tags: [{ ...text, role: "Zzz" }] }, "Zzz"],
  ];

  test.each(cases)("%s", async (rule, criterion, wanted, where) => {
    const findings = await judge(wanted);
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]).toMatchObject({ where });
    expect(findings[0]?.wcag).toContain(criterion);
    expect(findingSchema.safeParse(findings[0]).success).toBe(true);
  });

  test("text without tags is quoted", async () => {
    const [finding] = await judge({
      tags: [{ role: "P", text: "Text" }],
      content: "BT /F0 9 Tf 20 20 Td (lost words) Tj ET",
    });
    expect(finding?.message).toContain("“lost words”");
  });

  test("an annotation that no element holds", async () => {
    const findings = await judge({
      tags: [{ role: "P", text: "Text" }],
      mend: (pdf) => {
        const link = { Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9] };
        pdf.getPage(0).node.addAnnot(pdf.context.register(pdf.context.obj(link)));
      },
    });
    expect(findings.map(({ rule }) => rule)).toEqual(["pdf-untagged-annotation"]);
  });

  test("numbered paragraphs that do not count up, and one dash, are no list", async () => {
    const tags = ["1. a", "3. b", "Text", "* c"].map((text) => ({ role: "P", text }));
    expect(await judge({ tags })).toEqual([]);
  });
});

describe("cells of tables", () => {
  const row = (...kids: Tag[]): Tag => ({ role: "TR", kids });
  const table = (...kids: Tag[]): TaggedPdf => ({ tags: [{ role: "Table", kids }] });
  const cell = (role: string, text: string, attributes: LiteralDict = {}): Tag => ({
    role,
    ...(text !== "" && { text }),
    ...(Object.keys(attributes).length > 0 && { attributes: { O: "Table", ...attributes } }),
  });
  const th = (text: string, scope?: string, more: LiteralDict = {}): Tag =>
    cell("TH", text, { ...(scope !== undefined && { Scope: scope }), ...more });
  const td = (text: string, attributes?: LiteralDict): Tag => cell("TD", text, attributes);

  test.each<[string, string, string, TaggedPdf]>([
    [
      "data beyond the last header",
      "pdf-cell-without-header",
      "1 cell of this table has no header cell: “3”.",
      table(row(th("A", "Column")), row(td("1"), td("3"))),
    ],
    [
      "data under headers of rows",
      "pdf-cell-without-header",
      "2 cells of this table have no header cell: “1”, “2”.",
      table(row(th("A", "Row"), th("B", "Row")), row(td("1"), td("2"))),
    ],
    [
      "a corner that says something",
      "pdf-cell-without-header",
      "1 cell of this table has no header cell: “Year”.",
      table(row(td("Year"), th("A", "Column")), row(th("B", "Row"), td("2"))),
    ],
    [
      "an empty header",
      "pdf-empty-header",
      "1 header cell of this table is empty.",
      table(row(th("", "Column"), th("A", "Column")), row(th("B", "Row"), td("2"))),
    ],
  ])("%s", async (_, rule, message, wanted) => {
    const findings = await judge(wanted);
    expect(findings).toMatchObject([{ rule, message, wcag: ["1.3.1"] }]);
    expect(findings[0]?.where).toMatch(/^(?:page 1 · )?Table > TR\[1|2\] > T[HD]/);
  });

  test.each<[string, TaggedPdf]>([
    ["headers of columns", table(row(th("A", "Column"), th("B", "Column")), row(td("1"), td("2")))],
    ["headers of rows", table(row(th("A", "Row"), td("1")), row(th("B", "Row"), td("2")))],
    ["headers of both", table(row(th("A", "Both"), td("1")), row(td("2"), td("")))],
    [
      "headers without scope, which are others' to tell",
      table(row(th("A"), th("B")), row(td("1"), td("2"))),
    ],
    ["an empty corner", table(row(td(""), th("A", "Column")), row(th("B", "Row"), td("2")))],
    [
      "headers that span",
      table(
        row(th("A", "Column", { RowSpan: 2 }), th("B", "Column", { ColSpan: 2 })),
        row(th("C", "Column"), th("D", "Column")),
        row(td("1"), td("2"), td("3")),
      ),
    ],
    [
      "rows in groups",
      {
        tags: [
          {
            role: "Table",
            kids: [
              { role: "THead", kids: [row(th("A", "Column"))] },
              { role: "TBody", kids: [row(td("1"))] },
            ],
          },
        ],
      },
    ],
    [
      "headers by name",
      table(
        row({ ...th("A", "Row"), id: "a" }),
        row(td("1", { Headers: [PDFString.of("a")] }), td("2", { Headers: [PDFString.of("a")] })),
      ),
    ],
    [
      "a line as wide as the table",
      table(
        row(td("All", { ColSpan: 2 })),
        row(th("A", "Column"), th("B", "Column")),
        row(td("1"), td("2")),
      ),
    ],
    [
      "headers that are pictures",
      table(
        row(
          { ...th("", "Column"), kids: [{ role: "Figure", alt: "A" }] },
          { ...th("", "Column"), actualText: "B" },
        ),
        row(td("1"), td("2")),
      ),
    ],
  ])("have %s", async (_, wanted) => {
    expect(await judge(wanted)).toEqual([]);
  });
});

describe("documents without tags", () => {
  test.each(["StructTreeRoot", "K"])("%s is missing", async (missing) => {
    const findings = await judge({
      tags: [{ role: "P", text: "Text" }],
      mend: (pdf, _, root) => {
        if (missing === "K") root.delete(PDFName.of("K"));
        else pdf.catalog.delete(PDFName.of("StructTreeRoot"));
      },
    });
    expect(findings.map(({ rule, impact }) => [rule, impact])).toEqual([
      ["pdf-untagged", "critical"],
    ]);
  });
});
