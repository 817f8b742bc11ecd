/** Every id of a page is known where content is loaded, so that no file may be named like it. */
import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { h } from "preact";
import { describe, expect, it } from "vitest";
import { innerIds, PAGE_IDS } from "../../../src/publication/page-ids.ts";
import type { Publication } from "../../../src/publication/publication.ts";
import { renderDocument } from "../../../src/web/html-document.ts";
import { PrintPage } from "../../../src/web/print-page.tsx";
import { renderPublication } from "../../../src/web/render-publication.ts";
import { WebPage } from "../../../src/web/web-page.tsx";

const text = (slug: string, kind: string) => ({
  slug,
  file: `content/${kind}s/${slug}.md`,
  body: "Text.",
  bodyLine: 1,
});

const publication: Publication = {
  title: "A note",
  lead: "A lead.",
  lang: "en",
  publisher: "Nobody",
  slug: "note",
  editions: [],
  parts: [
    {
      ...text("anna", "testimonial"),
      kind: "testimonial",
      name: "Anna",
      role: "Role",
      entity: "Entity",
      quote: "A quote.",
      order: 1,
      figures: [
        {
          ...text("number", "figure"),
          value: "2",
          with: "anna",
          order: 1,
          chart: {
            title: "A chart",
            unit: "t",
            start: { label: "Start", value: 1 },
            changes: [{ label: "More", value: 1 }],
            end: "End",
          },
        },
      ],
    },
    { ...text("aside", "callout"), kind: "callout", title: "Aside", order: 2 },
    { ...text("end", "section"), kind: "section", title: "End", order: 3 },
  ],
};

function idsOf(node: DefaultTreeAdapterTypes.ParentNode): readonly string[] {
  return node.childNodes.flatMap((child) =>
    "attrs" in child
      ? [
          ...child.attrs.flatMap(({ name, value }) => (name === "id" ? [value] : [])),
          ...idsOf(child),
        ]
      : [],
  );
}

const rendered = renderPublication(
  publication,
  new Map(
    ["testimonials/anna", "figures/number", "callouts/aside", "sections/end"].map((name) => [
      `content/${name}.md`,
      "<p>Text.</p>",
    ]),
  ),
);
const download = {
  edition: "report",
  href: "note.pdf",
  lang: "en",
  sizeBytes: 1,
  pageCount: 1,
  format: "A4",
  title: undefined,
};

describe("the ids of a page", () => {
  const known = new Set([
    ...PAGE_IDS,
    ...["anna", "number", "aside", "end"],
    ...innerIds("testimonial", "anna"),
    ...innerIds("figure", "number"),
    ...innerIds("callout", "aside"),
    ...innerIds("section", "end"),
  ]);

  it.each([
    [
      "web",
      WebPage({
        publication: rendered,
        downloads: [download],
        stylesheet: "styles.css",
        families: [],
        metadata: h("meta", { name: "x" }),
      }),
    ],
    [
      "print",
      PrintPage({
        publication: rendered,
        stylesheet: "/styles/report.css",
        measures: { widthMm: 210, heightMm: 297, typeSizePt: 11, bleedMm: 0 },
        families: [],
        kind: "press",
      }),
    ],
  ])("are known to who loads the content: %s", (_, page) => {
    const ids = idsOf(parse(renderDocument(page, "en")));
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(ids).size, "each once").toBe(ids.length);
  });

  it("are all in one of the two", () => {
    const pages = [
      renderDocument(
        WebPage({
          publication: rendered,
          downloads: [download],
          stylesheet: "styles.css",
          families: [],
          metadata: h("meta", { name: "x" }),
        }),
        "en",
      ),
    ];
    const ids = new Set(pages.flatMap((page) => idsOf(parse(page))));
    expect([...PAGE_IDS].filter((id) => !ids.has(id))).toEqual([]);
  });
});
