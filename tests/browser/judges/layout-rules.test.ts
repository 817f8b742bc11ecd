/**
 * The judge of layout on pages that the project lays out: a page with one planted defect for each
 * rule, which it tells of, and one without, of which it tells nothing.
 */
import { describe, expect, test } from "vitest";
import { lines, told, withLaidOutPages } from "./laid-out-pages.ts";

const judge = withLaidOutPages();

const square = (fill: string, attributes = ""): string =>
  `<svg role="img" aria-label="A square" viewBox="0 0 10 10" width="100" height="100" ${attributes}><rect width="10" height="10" fill="${fill}"/></svg>`;

interface Case {
  readonly body: string;
  readonly css?: string;
}

const planted: Readonly<
  Record<string, { readonly rule: string; readonly bad: Case; readonly good: Case }>
> = {
  "a block that does not break leaves half a page empty": {
    rule: "empty-foot",
    bad: { body: lines(12) + lines(20), css: "p { break-inside: avoid }" },
    good: { body: lines(12) + lines(20), css: "p { break-before: page }" },
  },
  "a heading is parted from its text": {
    rule: "heading-at-foot",
    bad: { body: `${lines(23)}<h2>Heading</h2>${lines(4)}`, css: "h2 { break-after: auto }" },
    good: { body: `${lines(23)}<h2>Heading</h2>${lines(4)}`, css: "h2 { break-after: avoid }" },
  },
  "a caption is parted from its table": {
    rule: "heading-at-foot",
    bad: {
      body: `${lines(23)}<figure><figcaption>Caption</figcaption>${lines(4)}</figure>`,
    },
    good: {
      body: `${lines(23)}<figure>${lines(1)}<figcaption>Caption</figcaption></figure>${lines(4)}`,
      css: "figure { break-inside: avoid }",
    },
  },
  "the last line of a paragraph is alone on a page": {
    rule: "widow",
    bad: { body: lines(20) + lines(5), css: "p { widows: 1; orphans: 1 }" },
    good: { body: lines(20) + lines(5) + lines(4), css: "p { widows: 2; orphans: 2 }" },
  },
  "the first line of a paragraph is alone on a page": {
    rule: "orphan",
    bad: { body: lines(23) + lines(5), css: "p { widows: 1; orphans: 1 }" },
    good: { body: lines(23) + lines(5), css: "p { widows: 2; orphans: 2 }" },
  },
  "layout divides the last words of four lines": {
    rule: "hyphen-run",
    bad: {
      body: `<p>${"sylla\u00ADsylla ".repeat(1)}${"xxxxxxxx\u00AD".repeat(5)}xx</p>`,
      css: "p { width: 20mm }",
    },
    good: { body: `<p>${"Long-word-with-hyphens-".repeat(8)}</p>`, css: "p { width: 20mm }" },
  },
  "a word is longer than its box": {
    rule: "line-overflow",
    bad: { body: `<p>${"o".repeat(30)}</p>`, css: "p { width: 20mm }" },
    good: {
      body: `<p>${"ooo\u00AD".repeat(10)}</p><p class="hang">${"words ".repeat(9)}</p>`,
      css: "p { width: 20mm; hyphens: manual } .hang { margin-left: 5mm; text-indent: -5mm }",
    },
  },
  "a text runs out of its panel": {
    rule: "line-overflow",
    bad: { body: `<div class="panel">${lines(5)}</div>`, css: ".panel { height: 10mm }" },
    good: { body: `<div class="panel">${lines(5)}</div>`, css: ".panel { min-height: 10mm }" },
  },
  "a box hides the feet of its letters": {
    rule: "clipped",
    bad: {
      body: "<p>Jumping pages</p>",
      css: "p { overflow: hidden; height: 10pt }",
    },
    good: { body: `<p>${"words ".repeat(9)}</p>`, css: "p { overflow: hidden; width: 20mm }" },
  },
  "a clip-path cuts letters": {
    rule: "clipped",
    bad: { body: "<p>Some words in a circle</p>", css: "p { clip-path: circle(8mm) }" },
    good: { body: "<p>Some words in a shape</p>", css: "p { clip-path: inset(0 -5mm) }" },
  },
  "a frame crops a picture": {
    rule: "clipped",
    bad: {
      body: `<div class="frame">${square("red")}</div>`,
      css: ".frame { overflow: hidden; height: 20mm }",
    },
    good: { body: `<div class="frame">${square("red")}</div>`, css: ".frame { overflow: hidden }" },
  },
  "a page number is printed where the page ends": {
    rule: "clipped",
    bad: {
      body: lines(3),
      css: "@page { margin: 0mm; @bottom-right { content: counter(page); font-size: 10pt } }",
    },
    good: {
      body: lines(3),
      css: "@page { @bottom-right { content: counter(page); font-size: 10pt } }",
    },
  },
  "an offset sets lines on lines": {
    rule: "overlap",
    bad: { body: lines(2) + lines(2), css: "p { position: relative } p:last-child { top: -12pt }" },
    good: {
      body: `<p>Égypte, gâteau</p><p>Âge, jupe</p>`,
      css: "p { line-height: 1.1 }",
    },
  },
  "a text runs over the edge of a picture": {
    rule: "overlap",
    bad: {
      body: `${square("pink")}<p>${"words ".repeat(8)}</p>`,
      css: "svg { display: block } p { margin-top: -12pt; padding-left: 10mm }",
    },
    good: {
      body: `<div class="cover">${square("pink")}<p>On it</p></div><p>Beside ${square("red")} it</p>`,
      css: ".cover { position: relative } .cover p { position: absolute; top: 5mm; left: 5mm }",
    },
  },
  "text that styles write lies on a line": {
    rule: "overlap",
    bad: {
      body: lines(2) + "<p>Words</p>",
      css: 'p:last-child::after { content: "a label"; position: relative; top: -15pt; left: -20pt }',
    },
    good: {
      body: `<p>${"words ".repeat(5)}<b>Table 1</b>${" words".repeat(20)}</p>`,
      css: 'p { width: 50mm } b::after { content: ", the page on which it stands is page 12" }',
    },
  },
  "text is small": {
    rule: "small-text",
    bad: { body: "<p>Words <small>and small ones</small></p>", css: "small { font-size: 8.9pt }" },
    good: { body: "<p>Words <small>and small ones</small></p>", css: "small { font-size: 9pt }" },
  },
  "text in a picture is small": {
    rule: "small-text",
    bad: {
      body: '<svg viewBox="0 0 200 200" width="100" height="100"><text y="50" font-size="20">Label</text></svg>',
    },
    good: {
      body: '<svg viewBox="0 0 50 50" width="100" height="100"><text y="20" font-size="8">Label</text></svg>',
    },
  },
  "a running header is small": {
    rule: "small-text",
    bad: { body: lines(2), css: '@page { @top-left { content: "Header"; font-size: 7pt } }' },
    good: { body: lines(2), css: '@page { @top-left { content: "Header"; font-size: 9pt } }' },
  },
  "a transform makes text small": {
    rule: "small-text",
    bad: { body: "<p>Words</p>", css: "p { transform: scale(0.8) }" },
    good: {
      body: "<p>Words</p>",
      css: "p { font-size: 5pt; transform: scale(2); transform-origin: 0 0 }",
    },
  },
};

describe.each(Object.entries(planted))("%s", (_name, { rule, bad, good }) => {
  test(`is told as ${rule}`, async () => {
    expect(told(await judge(bad.body, bad.css))).toContain(rule);
  });
  test("is not told where it is not so", async () => {
    expect((await judge(good.body, good.css)).findings).toEqual([]);
  });
});

test("a finding names page, words, what was measured and how to mend it", async () => {
  const { findings } = await judge(`${lines(23)}<h2>Heading</h2>${lines(4)}`);
  expect(findings).toEqual([
    {
      rule: "heading-at-foot",
      impact: "moderate",
      wcag: [],
      where: "page 1 · h2 “Heading”",
      message: expect.stringContaining("on page 2") as string,
      help: expect.stringContaining("break-after: avoid") as string,
    },
  ]);
});

test("what is hidden on purpose is not judged", async () => {
  const { findings } = await judge(
    `<p>Seen</p><p class="reader">${"For screen readers. ".repeat(9)}</p><p class="away">Away</p><p hidden>Hidden</p>`,
    `.reader { position: absolute; width: 1px; height: 1px; overflow: hidden; font-size: 5pt }
     .away { position: absolute; left: -9999px; font-size: 5pt }`,
  );
  expect(findings).toEqual([]);
});
