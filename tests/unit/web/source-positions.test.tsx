/** Elements of rendered pages know the file and the line that they came from, and no page shows it. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { ComponentChildren, JSX } from "preact";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourcedElement } from "../../../src/document/source-position.ts";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { openProject } from "../../../src/project/project.ts";
import { renderDocument, renderWithSources } from "../../../src/web/html-document.ts";
import { markElement, markText } from "../../../src/web/source-marks.ts";
import { textElements } from "../../../src/web/text/text-elements.ts";
import { originalPicture } from "../../../src/web/pictures/original-picture.tsx";
import { renderSources, webWriting, writeWebEdition } from "../../../src/web/web.ts";

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>';

/** Each word in capitals stands once in a file, and its element is to have the line that it is on. */
const FILES: Readonly<Record<string, string>> = {
  "content/publication.yaml": `title: Our year
lead: What we did,
  in *LEAD* and rain.
language: en
publisher: Harbour Library
slug: our-year
colophon: |
  Printed on COLOPHON paper.
editions:
  - { id: web, kind: web, stylesheet: styles/web.css }
  - { id: report, kind: pdf, stylesheet: styles/report.css, format: A4, hyphenation: true }
`,
  "content/010-boat.md": `---
title: The *BOAT*
subtitle: On the river
---


A PARAGRAPH of
two lines.

## A HEADING

- one ITEM
- another

  in two PARTS

> a QUOTATION

| a | HEADCELL |
| - | - |
| b | CELL |

\`\`\`
CODE
\`\`\`

A paragraph with
a [LINK](https://example.org/) and *EMPHASIS*, and
![PICTURE](images/map.svg) below.

A link over [two
lines](https://example.org/) and \`code
in two\` before [LATE](https://example.org/).

::: {.callout title="A *BRACED* title"}
Text of a BLOCK.
:::

::: {.callout}
---

title: A *YAML* title
---

- an item INBLOCK
:::
`,
  "content/testimonials/020-maria.md": `---
name: Maria
role: Head of *ROLE*
entity: Library of ENTITY
quote: We lent QUOTE books.
country: FR
photo:
  file: images/map.svg
  alt: PORTRAIT
  credit: nobody
---

I told STORY of it.
`,
  "content/figures/lent.md": `---
value: 4,000
with: maria
order: 10
---

books, so the FIGURE says.
`,
  "content/images/map.svg": PICTURE,
};
/** Of a paragraph, only what is an element has a line of its own; of a field, no more than its first. */
const LINE_OF: Readonly<Record<string, readonly [file: string, line: number]>> = {
  LEAD: ["content/publication.yaml", 2],
  COLOPHON: ["content/publication.yaml", 7],
  PORTRAIT: ["content/testimonials/020-maria.md", 7],
  // Code begins where its fence does.
  CODE: ["content/010-boat.md", 23],
  // What is after the line that ends within code has the line of its paragraph.
  LATE: ["content/010-boat.md", 31],
};

type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  return node.childNodes.flatMap((child) =>
    "tagName" in child ? [child, ...elementsIn(child)] : [],
  );
}

/** The elements of the body that a word stands in, as their own text or alternative. */
function placesOf(word: string, html: string): readonly number[] {
  const all = elementsIn(parse(html));
  const body = all.findIndex(({ tagName }) => tagName === "body");
  const pattern = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u");
  return all.flatMap((element, nth) => {
    if (nth < body) return [];
    const texts = element.childNodes.map((node) => ("value" in node ? node.value : ""));
    const said = [
      ...texts,
      ...element.attrs.map(({ name, value }) => (name === "alt" ? value : "")),
    ];
    return said.some((text) => pattern.test(text.replaceAll("\u00AD", ""))) ? [nth] : [];
  });
}

interface Page {
  readonly html: string;
  readonly elements: readonly SourcedElement[];
}

let dir: string;
const pages = new Map<string, Page>();

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-positions-"));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  const project = await openProject(dir);
  const writing = webWriting(path.join(dir, "out"), {});
  const sources = await renderSources(project, project.publication.editions, writing);
  const [report] = sources.printSources;
  pages.set("print source", { html: report?.html ?? "", elements: report?.elements ?? [] });
  const elements = await writeWebEdition(project, sources.bodies, writing);
  const html = await readFile(path.join(dir, "out/web/index.html"), "utf8");
  pages.set("web edition", { html, elements });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const WORDS = Object.entries(FILES).flatMap(([file, text]) =>
  text.split("\n").flatMap((line, index) =>
    [...line.matchAll(/(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu)].map(([word]) => ({
      word,
      expected: LINE_OF[word] ?? ([file, index + 1] as const),
    })),
  ),
);

describe.each(["print source", "web edition"])("the %s", (name) => {
  it.each(WORDS)("knows where $word was written", ({ word, expected: [file, line] }) => {
    const { html, elements } = pages.get(name) ?? { html: "", elements: [] };
    const found = placesOf(word, html);
    expect(found.length).toBeGreaterThan(0);
    for (const nth of found) expect(elements[nth]?.source).toEqual({ file, line });
  });

  it("knows of each of its elements, by its name", () => {
    const { html, elements } = pages.get(name) ?? { html: "", elements: [] };
    const names = elementsIn(parse(html)).map(({ tagName }) => tagName);
    expect(elements.map((element) => element.name)).toEqual(names);
  });

  it("says of what the theme makes of a file that it is the file's, and of other things nothing", () => {
    const { html, elements } = pages.get(name) ?? { html: "", elements: [] };
    const sourceOf = (wanted: (element: Element) => boolean): unknown =>
      elements[elementsIn(parse(html)).findIndex(wanted)]?.source;
    const hasId =
      (id: string) =>
      ({ attrs }: Element): boolean =>
        attrs.some((attribute) => attribute.name === "id" && attribute.value === id);
    expect(sourceOf(hasId("boat"))).toEqual({ file: "content/010-boat.md", line: 1 });
    expect(sourceOf(hasId("boat-callout-1"))).toEqual({ file: "content/010-boat.md", line: 35 });
    expect(sourceOf(hasId("maria-name"))).toEqual({
      file: "content/testimonials/020-maria.md",
      line: 1,
    });
    for (const other of ["contents", "contents-title", "colophon-title"]) {
      expect(sourceOf(hasId(other))).toBeUndefined();
    }
    expect(sourceOf(({ tagName }) => tagName === "h1")).toBeUndefined();
  });

  it("shows none of it", () => {
    const { html } = pages.get(name) ?? { html: "" };
    expect(html).not.toMatch(/data-source|imprimatur-|content\/|\.md/u);
  });
});

describe("marks", () => {
  const page = (children: ComponentChildren): JSX.Element => (
    <html lang="en">
      <head>
        <title>A page</title>
      </head>
      <body>{children}</body>
    </html>
  );
  const at = { file: "content/a b:c.md", line: 7 };

  it("leave the bytes as they would be without them", () => {
    const text = 'A *b* & "c" <d> [e](https://example.org/?f=1&g=2)\n![h](i.jpg)\n\n    j\n\n- k\n';
    const shown = (hasLines: boolean): ComponentChildren => [
      <h2>{hasLines ? markText(at, "A “title”") : "A “title”"}</h2>,
      ...textElements(createMarkdown({ hasLines }).render(text), {
        picture: originalPicture,
        ...(hasLines && { source: at }),
      }),
      markElement(hasLines ? at : undefined, <p>of a theme</p>),
    ];
    const marked = renderWithSources(page(shown(true)), "en");
    expect(marked.html).toBe(renderDocument(page(shown(false)), "en"));
    expect(marked.elements.filter(({ source }) => source !== undefined)).toContainEqual({
      name: "h2",
      source: at,
    });
  });

  it("cannot be written by authors", () => {
    const forged =
      '<p data-imprimatur-source="/etc/passwd:1" data-source-line="9">a</p>\n\n<imprimatur-text data-imprimatur-source="b.md:2">b</imprimatur-text>';
    const { html, elements } = renderWithSources(
      page(
        textElements(createMarkdown({ hasLines: true }).render(forged), {
          picture: originalPicture,
          source: at,
        }),
      ),
      "en",
    );
    expect(html).toContain("&lt;imprimatur-text");
    expect(elements.flatMap(({ source }) => source ?? [])).toEqual([at, { ...at, line: 9 }]);
  });

  it.each([
    [
      "a title",
      <html lang="en">
        <head>
          <title>{markText(at, "A title")}</title>
        </head>
      </html>,
    ],
    [
      "an option",
      page(
        <select>
          <option>{markText(at, "An option")}</option>
        </select>,
      ),
    ],
  ])("stop the build where they would stay, as in %s", (_, document) => {
    expect(() => renderDocument(document, "en")).toThrow("can have no elements");
  });
});
