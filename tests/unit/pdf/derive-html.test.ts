import { describe, expect, test } from "vitest";
import { deriveHtml } from "../../../src/judges/pdf/derive-html.ts";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { makeTaggedPdf, type Tag, type TaggedPdf } from "../../fixtures/pdf/tagged-pdf.ts";

async function derive(wanted: TaggedPdf): Promise<{ readonly html: string }> {
  const pdf = await openPdf(await makeTaggedPdf(wanted));
  return { html: deriveHtml(await readStructureTree(pdf), readDocumentFacts(pdf)) };
}

/** What `main` holds, without places and page anchors. */
async function bodyOf(...tags: readonly Tag[]): Promise<string> {
  const { html } = await derive({ tags, pageCount: 2 });
  const main = /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
  return main
    .replace(/ data-pdf="[^"]*"/g, "")
    .replace(/<div id="page-\d"><\/div>|(?<=<\w+) id="page-\d"/g, "");
}

const cell = (role: string, text: string, attributes?: Tag["attributes"]): Tag => ({
  role,
  text,
  ...(attributes === undefined ? {} : { attributes }),
});

describe("the document", () => {
  test("has the language and title of the PDF", async () => {
    const { html } = await derive({ tags: [{ role: "P", text: "a" }], title: "T", lang: "fr-FR" });
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr-FR"><head>/);
    expect(html).toContain("<title>T</title>");
  });

  test("has none where the PDF has none", async () => {
    const { html } = await derive({ tags: [{ role: "P", text: "a" }], title: null, lang: null });
    expect(html).toContain("<html><head>");
    expect(html).not.toContain("<title>");
  });

  test("says of each element where it is in the PDF", async () => {
    const { html } = await derive({
      pageCount: 2,
      tags: [
        {
          role: "Sect",
          kids: [
            { role: "P", text: "one" },
            { role: "P", text: "two", page: 2 },
          ],
        },
      ],
    });
    expect(/<p [^>]*>two/.exec(html)?.[0]).toContain('data-pdf="page 2 · Sect &gt; P[2]"');
  });
});

describe("elements", () => {
  const cases: readonly (readonly [string, Tag, string])[] = [
    ["heading", { role: "H2", text: "a" }, "<h2>a</h2>"],
    [
      "heading below level six",
      { role: "H7", text: "a" },
      '<div role="heading" aria-level="7">a</div>',
    ],
    [
      "headings by nesting",
      {
        role: "Sect",
        kids: [
          { role: "H", text: "a" },
          { role: "Sect", kids: [{ role: "H", text: "b" }] },
        ],
      },
      "<section><h1>a</h1><section><h2>b</h2></section></section>",
    ],
    [
      "a paragraph that holds a list",
      { role: "P", kids: [{ role: "L", kids: [{ role: "LI", text: "a" }] }] },
      "<div><ul><li>a</li></ul></div>",
    ],
    [
      "a list with labels",
      {
        role: "L",
        attributes: { O: "List", ListNumbering: "Decimal" },
        kids: [
          {
            role: "LI",
            kids: [
              { role: "Lbl", text: "1." },
              { role: "LBody", text: "a" },
            ],
          },
        ],
      },
      '<ol style="list-style: none"><li><span>1.</span><div>a</div></li></ol>',
    ],
    ["a list without items", { role: "L", kids: [{ role: "P", text: "a" }] }, "<ul><p>a</p></ul>"],
    [
      "a table",
      {
        role: "Table",
        kids: [
          {
            role: "TR",
            kids: [{ ...cell("TH", "a", { O: "Table", Scope: "Column" }), id: "x y" }],
          },
          { role: "TR", kids: [cell("TD", "b", { O: "Table", ColSpan: 2, RowSpan: 1 })] },
          { role: "Caption", text: "c" },
        ],
      },
      '<table><caption>c</caption><tr><th id="cell-1" scope="col">a</th></tr>' +
        '<tr><td colspan="2">b</td></tr></table>',
    ],
    ["a row outside a table", { role: "TR", kids: [cell("TD", "a")] }, "<div><div>a</div></div>"],
    ["a figure without alternative", { role: "Figure" }, `<img src="PIXEL">`],
    ["an empty alternative", { role: "Figure", alt: " " }, `<img src="PIXEL">`],
    ["a figure", { role: "Figure", alt: "A cat" }, `<img src="PIXEL" alt="A cat">`],
    [
      "a figure that frames a figure",
      {
        role: "Figure",
        kids: [
          { role: "Figure", alt: "A" },
          { role: "Caption", text: "b" },
        ],
      },
      `<figure><img src="PIXEL" alt="A"><figcaption>b</figcaption></figure>`,
    ],
    ["ActualText", { role: "Span", text: "x", actualText: "y" }, "<span>y</span>"],
    [
      "an abbreviation",
      { role: "Span", text: "WHO", expansion: "World" },
      '<span><abbr title="World">WHO</abbr></span>',
    ],
    ["language", { role: "P", lang: "de", text: "ja" }, '<p lang="de">ja</p>'],
    ["an unknown type", { role: "Zzz", text: "a" }, "<span>a</span>"],
    ["a formula", { role: "Formula", alt: "x" }, '<span role="img" aria-label="x"></span>'],
    ["a formula without alternative", { role: "Formula", text: "x" }, '<span role="img">x</span>'],
    [
      "a link",
      { role: "Link", text: "a", link: { uri: "https://example.org/?a=1&b=2", contents: "c" } },
      '<a href="https://example.org/?a=1&amp;b=2">a</a>',
    ],
    [
      "a link without a name",
      { role: "Link", link: { uri: "mailto:a@b.c" } },
      '<a href="mailto:a@b.c"></a>',
    ],
    [
      "a link that only Contents names",
      { role: "Link", link: { uri: "mailto:a@b.c", contents: "Write" } },
      '<a href="mailto:a@b.c" aria-label="Write"></a>',
    ],
    ["a link within", { role: "Link", text: "a", link: { page: 2 } }, '<a href="#page-2">a</a>'],
    [
      "a script",
      { role: "Link", text: "a", link: { uri: "javascript:alert(1)" } },
      '<a href="#">a</a>',
    ],
    [
      "a file",
      { role: "Link", text: "a", link: { uri: "file:///etc/passwd" } },
      '<a href="#">a</a>',
    ],
    [
      "a field",
      { role: "Form", field: { type: "Tx", label: "Name" } },
      '<span><input aria-label="Name" type="text"></span>',
    ],
    [
      "a field without a name",
      { role: "Form", field: { type: "Btn" } },
      '<span><input type="checkbox"></span>',
    ],
    [
      "text that looks like HTML",
      { role: "P", text: "<script>&", lang: '"><b>' },
      '<p lang="&quot;&gt;&lt;b&gt;">&lt;script&gt;&amp;</p>',
    ],
  ];

  test.each(cases)("%s", async (_, tag, html) => {
    const body = await bodyOf(tag);
    expect(body.replace(/data:image\/gif[^"]*/, "PIXEL")).toBe(html);
  });

  test("headers of a cell name the IDs that their cells got", async () => {
    const body = await bodyOf({
      role: "Table",
      kids: [
        {
          role: "TR",
          kids: [
            { ...cell("TH", "a"), id: "first" },
            cell("TD", "b", { O: "Table", Headers: ["first", "lost"] }),
          ],
        },
      ],
    });
    expect(body).toContain('<td headers="cell-1 no-such-cell">b</td>');
  });
});
