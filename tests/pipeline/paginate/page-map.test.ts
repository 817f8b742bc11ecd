/** The page map of what is made of a document: how pages begin, what they are called, where ids are. */
import { expect, test } from "vitest";
import { z } from "zod";
import { makeEdition } from "../../../src/editions/make-edition.ts";
import type { MakePdfOptions } from "../../../src/editions/paged/make-pdf-options.ts";
import { makePdf } from "../../../src/editions/pdf/make-pdf.ts";
import { makePress } from "../../../src/editions/press/make-press.ts";
import { silentLog } from "../../../src/log.ts";
import { pageMapSchema, type PageMap } from "../../../src/paginate/page-map.ts";
import { readPageLabels } from "../../../src/pdf/document/page-labels.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { openProject as openProjectValue } from "../../../src/project/project.ts";
import { openProject } from "../../support/project.ts";
import {
  pdfEdition,
  pressEdition,
  writeSmallPublication,
} from "../../support/small-publication.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

const options = (): MakePdfOptions => ({
  browser: browser(),
  onPage: () => undefined,
  signal: new AbortController().signal,
  date: new Date("2026-01-31T12:00:00Z"),
  producer: "Imprimatur test",
});

/** Small pages with a running head and a number. */
function sourceOf(body: string, styles = "", root = 'lang="en"') {
  const html = `<!doctype html><html ${root}><head><meta charset="utf-8"><title>A trial</title><style>
    @page { size: 60mm 60mm; margin: 8mm; @top-left { content: "A year on the quay" }
      @bottom-center { content: counter(page) } }
    body { margin: 0; font: 10pt/1.4 serif } h1, h2, p { margin: 0; font-size: 10pt } ${styles}
  </style></head><body>${body}</body></html>`;
  return { html, urlPath: "/print.html", roots: [] };
}

/** The map, whose labels must be those of the PDF. */
async function mapOf(...source: Parameters<typeof sourceOf>): Promise<PageMap> {
  const { bytes, pageMap, pageCount } = await makePdf(sourceOf(...source), options());
  const pdf = await openPdf(bytes);
  expect(pageMap.pages.map(({ label }) => label)).toEqual(readPageLabels(pdf));
  expect(pageMap.pages.map(({ index }) => index)).toEqual([...Array(pageCount).keys()]);
  return pageMap;
}

const idsOf = ({ pageOfId }: PageMap): unknown => Object.fromEntries(pageOfId);
const startsOf = ({ pages }: PageMap): unknown => pages.map(({ startsIn }) => startsIn);
const wordsOf = ({ pages }: PageMap): readonly string[] =>
  pages.map(({ firstWords }) => firstWords);

const words = (count: number, name: string): string =>
  Array.from({ length: count }, (_, at) => `${name}${at + 1}`).join(" ");

test.concurrent("a paragraph over three pages, and ids within its pieces", async () => {
  const map = await mapOf(
    `<section id="boat"><p id="long">${words(38, "quay")} <em id="piece">${words(28, "boat")}</em>
       ${words(8, "book")} <a id="anchor"></a>end.</p></section>
     <section id="next"><div id="inner"><h1 id="head">Harbour</h1><p>Text.</p></div></section>`,
    "h1 { break-before: page }",
  );
  expect(map.pages).toHaveLength(4);
  const [first, second, third, fourth] = wordsOf(map);
  expect(first).toBe("quay1 quay2 quay3 quay4 quay5 quay6 quay7 quay8");
  expect(second).toMatch(/^quay(?!1 )\d+ (?:quay\d+ ?){7}$/);
  expect(third).toMatch(/^boat(?!1 )\d+ (?:boat\d+ ?){7}$/);
  expect(fourth).toBe("Harbour Text.");
  expect(startsOf(map)).toEqual(["long", "long", "piece", "head"]);
  expect(idsOf(map)).toEqual({
    boat: 0,
    long: 0,
    piece: 1,
    anchor: 2,
    next: 3,
    inner: 3,
    head: 3,
  });
  expect([...map.pageOfId.keys()]).toEqual("boat long piece anchor next inner head".split(" "));
});

/** A cover without words, Roman numbers, numbers that begin anew, a heading with a counter, endpapers. */
const report = [
  `<div class="cover" id="cover"></div>
   <section class="front"><h1 id="preface">Preface</h1><p>${words(34, "word")}</p></section>
   <section class="main" id="main"><h2 id="one">The boat</h2><p>Text.</p></section>
   ${'<div class="endpaper" data-endpaper></div>'.repeat(3)}`,
  `@page bare { @top-left { content: none } @bottom-center { content: none } }
   @page front { @bottom-center { content: counter(page, lower-roman) } }
   .cover, .endpaper { page: bare; height: 44mm } .cover { background: #ddd; counter-reset: page 0 }
   .front { page: front } .main { counter-reset: page 1; break-before: page }
   h2::before { content: "Chapter " counter(chapter); display: block }
   body { counter-reset: chapter } h2 { counter-increment: chapter }`,
] as const;

const cover = { index: 0, label: "1", firstWords: "", startsIn: "cover" };
const preface = {
  index: 1,
  label: "i",
  firstWords: "Preface word1 word2 word3 word4 word5 word6 word7",
  startsIn: "preface",
};
const main = { index: 3, label: "1", firstWords: "The boat Text.", startsIn: "one" };

test.concurrent(
  "pages are called what is printed on them, and begin with no generated text",
  async () => {
    const { pages, pageOfId } = await mapOf(...report);
    expect(pages).toEqual([
      cover,
      preface,
      { index: 2, label: "ii", firstWords: expect.stringMatching(/^word\d+ /) as string },
      main,
      { index: 4, label: "2", firstWords: "" },
      { index: 5, label: "3", firstWords: "" },
      { index: 6, label: "4", firstWords: "" },
    ]);
    expect(Object.fromEntries(pageOfId)).toEqual({ cover: 0, preface: 1, main: 3, one: 3 });
  },
);

test.concurrent("files for paper have a map without the endpapers that were left out", async () => {
  const paper = { title: "A trial", language: "en", tokens: [], slugFont: undefined };
  const { pageMap, pageCount } = await makePress(sourceOf(...report), { ...options(), ...paper });
  expect(pageCount).toBe(4);
  expect(pageMap.pages).toEqual([
    cover,
    preface,
    expect.objectContaining({ index: 2, label: "ii" }),
    main,
  ]);
  expect(idsOf(pageMap)).toEqual({ cover: 0, preface: 1, main: 3, one: 3 });
});

test.concurrent("what is hidden, in the margins or fixed to every page is on no page", async () => {
  const map = await mapOf(
    `<p class="run" id="running">Runner</p><div class="fixed" id="fixed">Fixed</div>
     <h1 class="unseen" id="for-ears">For those who listen</h1>
     <p id="hidden" style="display: none">Hidden</p><p id="invisible" style="visibility: hidden">Not seen</p>
     <svg width="20" height="20" viewBox="0 0 20 20" role="img" aria-labelledby="drawn"><title id="drawn">A boat</title>
       <defs><linearGradient id="defined"><stop id="stop"/></linearGradient>
       <clipPath id="clip"><rect id="clipping" width="9" height="9"/></clipPath></defs>
       <symbol id="symbol"><path id="part" d="M0 0h9v9z"/></symbol><path id="path" d="M0 0h9v9z"/></svg>
     <p>We lent books.<span class="note" id="note">From a boat.</span> Twice.</p>
     <p id="twice">One.</p><p class="next" id="twice">Two.</p>`,
    `.run { position: running(head) } @page { @top-right { content: element(head) } }
     .fixed { position: fixed; top: 0; right: 0 } .note { float: footnote } .next { break-before: page }
     .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }`,
  );
  expect(idsOf(map)).toEqual({ "for-ears": 0, path: 0, note: 0, twice: 0 });
  expect(wordsOf(map)[0]).toBe("We lent books. Twice. One. From a boat.");
  expect(wordsOf(map).at(-1)).toMatch(/^Two\./);
});

test.concurrent("words are those of the source, whatever they are made up of", async () => {
  const map = await mapOf(
    `<p><span class="first">O</span>nce up<b>on</b> a<br>time «\u00A0<i>a</i> <i>boat</i>\u202F»</p>
     <p>ex&shy;tra&#8203;ordi<!-- -->na<wbr>ry</p>
     <p class="next"><input value="Typed in" aria-label="Name"><b>x</b></p>
     <p class="next" lang="zxx">${"ab\u0301 ".repeat(80).replaceAll(" ", "&#8203;")}</p><p class="next">${"incomprehensibilities ".repeat(8)}</p>
     <p class="next">Words.</p><p>in&shy;com&shy;pre&shy;hen&shy;si&shy;bil&shy;i&shy;ties
       ${"quay boat ".repeat(5)}</p>
     <div class="next"><template shadowrootmode="open">In the shade</template></div><p>In the sun</p>`,
    `.first { float: left; font-size: 20pt } .next { break-before: page }`,
  );
  expect(wordsOf(map)).toEqual([
    "Once upon a time « a boat »",
    "Typed in x",
    "ab\u0301".repeat(50),
    Array<string>(4).fill("incomprehensibilities").join(" "),
    "Words. incomprehensibilities quay boat quay boat quay boat",
    "In the shade In the sun",
  ]);
});

test.concurrent(
  "a word that is cut between two pages has no hyphen that layout printed",
  async () => {
    const map = await mapOf(
      `<p>Words</p><p id="cut">of<br>a boat<br>on in&shy;com&shy;pre&shy;hen&shy;si&shy;bil&shy;i&shy;ties</p>`,
      "@page { size: 40mm 36mm } p { width: 22mm; orphans: 1; widows: 1 }",
    );
    expect(map.pages).toHaveLength(2);
    const [first = "", second = ""] = wordsOf(map);
    expect(first).toMatch(/^Words of a boat on in\p{L}*$/u);
    expect(first + second).toBe("Words of a boat on incomprehensibilities");
    expect(startsOf(map)).toEqual([undefined, "cut"]);
  },
);

test.concurrent("text from right to left is in the order in which it is read", async () => {
  const sentence = "אנחנו משאילים ספרים מסירה בנמל";
  const map = await mapOf(
    `<h1 id="title">שנה</h1><p id="text">${`${sentence} `.repeat(20)}</p>`,
    "",
    'lang="he" dir="rtl"',
  );
  expect(map.pages.length).toBeGreaterThan(2);
  expect(wordsOf(map)[0]).toBe(`שנה ${sentence} אנחנו משאילים`);
  for (const later of wordsOf(map).slice(1)) {
    expect(later.split(" ")).toHaveLength(8);
    expect(`${sentence} `.repeat(3)).toContain(later);
  }
  expect(startsOf(map)).toEqual(["title", ...Array<string>(map.pages.length - 1).fill("text")]);
});

test.concurrent(
  "the same document has the same map, also in its JSON form, with ids of any text",
  async () => {
    const source = ["<p id='__proto__'>One</p><p id='constructor'>Two</p>"] as const;
    const [map, again] = [await mapOf(...source), await mapOf(...source)];
    expect(again).toEqual(map);
    const json = JSON.stringify(z.encode(pageMapSchema, map));
    expect(z.decode(pageMapSchema, JSON.parse(json) as never)).toEqual(map);
    expect([...map.pageOfId]).toEqual([
      ["__proto__", 0],
      ["constructor", 0],
    ]);
  },
);

test.concurrent("editions to read and for the press have the map of their pages", async () => {
  await using project = await openProject("note");
  await writeSmallPublication(project, { editions: [pdfEdition("A5"), pressEdition("A5")] });
  const value = await openProjectValue(project.dir);
  const { publication } = value;
  const { html } = sourceOf(
    `<h1>A year</h1>${["One", "Two", "Three"].map((name) => `<h2 id="${name}">${name}</h2>`).join("")}`,
    "h2 { break-before: page }",
  );
  for (const edition of publication.editions) {
    const sources = { bodies: new Map(), printSources: [{ edition: edition.id, html }] };
    const making = { ...options(), project: value, sources, dir: project.dir, log: silentLog };
    expect(await makeEdition(edition, making)).toMatchObject({
      kind: edition.kind,
      pageMap: {
        pages: [
          { index: 0, label: "1", firstWords: "A year" },
          { index: 1, label: "2", firstWords: "One", startsIn: "One" },
          { index: 2, label: "3", firstWords: "Two", startsIn: "Two" },
          { index: 3, label: "4", firstWords: "Three", startsIn: "Three" },
        ],
        pageOfId: new Map(Object.entries({ One: 1, Two: 2, Three: 3 })),
      },
    });
  }
  expect(publication.editions).toHaveLength(2);
});
