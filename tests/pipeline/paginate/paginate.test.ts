import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Printer from "pagedjs-cli";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gateOrigin, gatedBrowser } from "../../../src/browser/gate.ts";
import type { IsolatedWorld } from "../../../src/browser/isolated-world.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { PublicationError } from "../../../src/errors.ts";
import { openProofWorld } from "../../../src/paginate/proof-world.ts";
import type { LayoutProgress } from "../../../src/paginate/layout-progress.ts";
import { paginate, type PaginateOptions } from "../../../src/paginate/paginate.ts";
import type { PaginatedDocument } from "../../../src/paginate/paginated-document.ts";
import { printRaw } from "../../../src/paginate/print-raw.ts";

const projectDir = join(import.meta.dirname, "../../..");
const softHyphenCase = join(projectDir, "tests/golden/soft-hyphen-loss/source.html");

let launched: LaunchedBrowser;
beforeAll(async () => {
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(() => launched.close());

function lorem(words: number, name = "mot"): string {
  return Array.from({ length: words }, (_, index) => `${name}${index}`).join(" ");
}

function documentOf(body: string, css = ""): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title><style>
    @page { size: A6; margin: 10mm } body { margin: 0; font: 10pt/1.4 serif } ${css}
  </style></head><body>${body}</body></html>`;
}

function layOut(html: string, options: Partial<PaginateOptions> = {}): Promise<PaginatedDocument> {
  return paginate(
    { html, urlPath: "/print.html", roots: [] },
    { browser: launched.browser, onRefused: () => undefined, ...options },
  );
}

/** Lays out, gives the paginated document to `look`, and closes it. */
async function withPages<Result>(
  html: string,
  look: (paginated: PaginatedDocument) => Promise<Result>,
): Promise<Result> {
  const paginated = await layOut(html);
  try {
    return await look(paginated);
  } finally {
    await paginated.close();
  }
}

async function faultOf(promise: Promise<unknown>): Promise<PublicationError> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof PublicationError)) throw new Error("no fault", { cause: outcome });
  return outcome;
}

describe.concurrent("soft hyphens at the end of a page", () => {
  // Whatever the font, nine of these fill a line with their hyphen, and not one letter more fits.
  const syllables = Array.from({ length: 900 }, () => "000");
  const html = documentOf(`<p>${syllables.join("\u00AD")}</p>`, "p { width: 28ch }");

  test("make the plain Printer lose text", async () => {
    const gated = gatedBrowser(launched.browser, {
      roots: [],
      documents: new Map([["/print.html", { body: html, contentType: "text/html" }]]),
      onRefused: () => undefined,
    });
    const printer = new Printer({ closeAfter: false });
    printer.browser = gated;
    const page = await printer.render(`${gateOrigin}/print.html`);
    const session = await page.createCDPSession();
    const { frameTree } = await session.send("Page.getFrameTree");
    const { proof } = await openProofWorld(session, frameTree.frame.id);
    const { texts } = await proof.call("readPages");
    await gated.close();
    expect(texts.filter(({ clipped }) => clipped.length > 0)).not.toEqual([]);
  });

  test("lose nothing with us, and stand as hyphens in the place of the soft ones", async () => {
    const { fragments, pageCount } = await withPages(html, async ({ page, pages }) => ({
      fragments: await page.$$eval(".pagedjs_page_content p", (parts) =>
        parts.map((part) => part.textContent),
      ),
      pageCount: pages.length,
    }));
    expect(fragments).toHaveLength(pageCount);
    expect(fragments.slice(0, -1).every((text) => text.endsWith("\u2010"))).toBe(true);
    expect(fragments.join("").replaceAll("\u2010", "\u00AD")).toBe(syllables.join("\u00AD"));
  });

  test("lose nothing of the case they were found in", async () => {
    const found = await readFile(softHyphenCase, "utf8");
    const pageCount = await withPages(found, ({ pages }) => Promise.resolve(pages.length));
    expect(pageCount).toBeGreaterThan(5);
  });
});

/** Each of these lost or doubled text under Paged.js 0.4.3, or could have. */
const wholeDocuments: Readonly<Record<string, string>> = {
  "repeated words between inline elements": documentOf(
    `<p>${"mot pareil <b>x</b> ".repeat(300)}</p>`,
  ),
  "a box with `break-inside: avoid` taller than a page": documentOf(
    `<p>avant</p><div class="box">${`<p>${lorem(90)}</p>`.repeat(4)}</div><p>après</p>`,
    ".box { break-inside: avoid; border: 1px solid }",
  ),
  "a row that others span": documentOf(
    `<table>${Array.from(
      { length: 12 },
      (_, index) =>
        `<tr><td rowspan="3">${lorem(15, `a${index}.`)}</td><td>un</td></tr><tr><td>${lorem(12)}</td></tr><tr><td>trois</td></tr>`,
    ).join("")}</table>`,
  ),
  "a cell longer than a page": documentOf(
    `<table><tr><td>${lorem(400)}</td><td>${lorem(150, "b")}</td></tr><tr><td>c</td><td>d</td></tr></table>`,
  ),
  "nested lists": documentOf(
    `<ul>${`<li>un<ol><li>${lorem(30)}<ul><li>trois</li></ul>suite</li></ol></li>`.repeat(12)}</ul>`,
  ),
  footnotes: documentOf(
    `<p>${lorem(20)}<span class="note">Note : ${lorem(60, "n")}</span> ${lorem(20)}</p>`.repeat(9),
    ".note { float: footnote }",
  ),
  "text directly in the body": documentOf(`${lorem(300)} <b>gras</b> ${lorem(200)}<p>fin</p>`),
  "a long word": documentOf(`<p>${"abcdefghij".repeat(200)}</p>`, "p { overflow-wrap: anywhere }"),
  "columns, flex and grid": documentOf(
    `<div class="columns">${lorem(300)}</div><div class="flex"><p>${lorem(200)}</p><p>${lorem(150)}</p></div>
     <div class="grid">${`<p>${lorem(40)}</p>`.repeat(8)}</div>`,
    ".columns { columns: 2 } .flex { display: flex } .grid { display: grid; grid-template-columns: 1fr 1fr }",
  ),
  "floats and inline blocks": documentOf(
    `<div class="left">${lorem(60)}</div><p>${lorem(200)}</p><div class="block">${lorem(250)}</div>`,
    ".left { float: left; width: 40% } .block { display: inline-block }",
  ),
  "fixed, running and hidden elements": documentOf(
    `<header>Titre courant</header><p class="fixed">Brouillon</p><p hidden>jamais</p>
     <p class="screen">à l’écran</p><p>Lien<span class="reader"> pour lecteurs</span></p><p>${lorem(300)}</p>`,
    `@page { @top-center { content: element(title) } } header { position: running(title) }
     .fixed { position: fixed; top: 0 } @media print { .screen { display: none } }
     .reader { position: absolute; width: 1px; height: 1px; overflow: hidden }`,
  ),
};

describe.concurrent("documents come out whole", () => {
  test.each(Object.entries(wholeDocuments))("%s", async (_name, html) => {
    const pageCount = await withPages(html, ({ pages }) => Promise.resolve(pages.length));
    expect(pageCount).toBeGreaterThan(1);
  });

  test("words stay apart where a paragraph goes on from the page before", async () => {
    const html = documentOf(
      `<p>${Array.from({ length: 200 }, (_, index) => `<em>un${index}</em> <b>deux${index}</b>\n  `).join("")}</p>`,
    );
    const text = await withPages(html, ({ page }) =>
      page.$$eval(".pagedjs_page_content", (contents) =>
        contents.map((content) => content.textContent).join(" "),
      ),
    );
    const words = Array.from({ length: 200 }, (_, index) => [`un${index}`, `deux${index}`]).flat();
    expect(text.trim().split(/\s+/)).toEqual(words);
  });

  test("line feeds stay where white space counts", async () => {
    const html = documentOf(
      `<pre><code>${Array.from({ length: 90 }, (_, index) => `<span>si</span> <span>x${index}</span>`).join("\n")}</code></pre>`,
    );
    const lines = await withPages(html, ({ page }) =>
      page.$$eval("code", (fragments) => fragments.map((code) => code.innerText.trimEnd())),
    );
    expect(lines.join("\n").split("\n")).toEqual(
      Array.from({ length: 90 }, (_, index) => `si x${index}`),
    );
  });
});

describe.concurrent("what cannot be shown is named", () => {
  test("words that a height cuts off", async () => {
    const html = documentOf(
      `<p>${lorem(150)}</p><p id="cut">${lorem(80, "coupe")}</p>`,
      "#cut { height: 2.8em; overflow: hidden }",
    );
    const fault = await faultOf(layOut(html));
    expect(fault.code).toBe("text-lost");
    expect(fault.message).toMatch(/page 2: cut off “coupe.*coupe79” in p#cut/);
    expect(fault.hint).toContain("overflow: hidden");
  });

  test("words that leave the page sideways", async () => {
    const html = documentOf(`<p>${"abcdefghij".repeat(30)}</p>`);
    expect((await faultOf(layOut(html))).message).toContain("page 1: cut off “abcdefghij");
  });

  test("a running element that no margin box shows", async () => {
    const html = documentOf(
      `<header>Titre perdu</header><p>${lorem(30)}</p>`,
      "header { position: running(title) }",
    );
    const fault = await faultOf(layOut(html));
    expect(fault.message).toContain("lost “Titre perdu” in header");
  });

  test("a picture taller than the page", async () => {
    const svg = `<svg id="tower" width="20" height="900"><rect width="20" height="900"/></svg>`;
    const fault = await faultOf(layOut(documentOf(`<p>avant</p>${svg}`)));
    expect(fault.message).toContain("cut off the picture svg#tower");
  });

  test("text that comes twice", async () => {
    const doubling = (world: IsolatedWorld): Promise<void> =>
      world.evaluate(() => {
        const p = document.querySelector("#again");
        p?.after(p.cloneNode(true));
      });
    const html = documentOf('<p id="again">deux fois</p>');
    const fault = await faultOf(layOut(html, { atSource: doubling }));
    expect(fault.message).toMatch(/page 1: once too often “.*deux fois” in p#again/);
  });
});

describe.concurrent("layout", () => {
  test("gives the boxes of pages of different sizes, and prints them so", async () => {
    const html = documentOf(
      `<section class="cover">Couverture</section><section class="wide"><p>${lorem(300)}</p></section>`,
      `.cover { page: cover } @page cover { size: 100mm 120mm }
       .wide { page: wide } @page wide { size: 200mm 100mm }`,
    );
    const paginated = await layOut(html);
    const raw = await printRaw(paginated);
    await paginated.close();
    expect(paginated.pages.map(({ names }) => names)).toEqual([["cover"], ["wide"], ["wide"]]);
    expect(paginated.pages[0]?.trimBox.widthPt).toBeCloseTo(283.4646, 4);
    expect(paginated.pages[1]?.mediaBox.heightPt).toBeCloseTo(283.4646, 4);
    expect(raw.pageCount).toBe(3);
  });

  test("keeps widows, orphans and headings with their text", async () => {
    const html = documentOf(
      Array.from(
        { length: 14 },
        (_, index) => `<h2>Titre ${index}</h2><p>${lorem(40 + index * 7)}</p>`,
      ).join(""),
      "p { orphans: 3; widows: 3; margin: 0 } h2 { break-after: avoid }",
    );
    const { lineCounts, lastElements } = await withPages(html, ({ page }) =>
      page.evaluate(() => {
        const parts = [...document.querySelectorAll("p[data-split-from], p[data-split-to]")];
        return {
          lineCounts: parts.map((part) => {
            const range = document.createRange();
            range.selectNodeContents(part);
            return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
          }),
          lastElements: [...document.querySelectorAll(".pagedjs_page_content > div")].map(
            (content) => content.lastElementChild?.localName,
          ),
        };
      }),
    );
    expect(lineCounts.length).toBeGreaterThan(3);
    expect(Math.min(...lineCounts)).toBeGreaterThanOrEqual(3);
    expect(lastElements).not.toContain("h2");
  });

  test("counts pages as they come, and lays the same source out in the same way", async () => {
    const html = documentOf(`<p>${lorem(400)}</p>`);
    const seen: number[] = [];
    const first = await layOut(html, { onPage: ({ pageCount }) => seen.push(pageCount) });
    const second = await layOut(html);
    const [a, b] = await Promise.all(
      [first, second].map(({ page }) => page.$eval(".pagedjs_pages", (pages) => pages.outerHTML)),
    );
    expect(seen).toEqual(first.pages.map(({ index }) => index + 1));
    expect(a).toBe(b);
    await Promise.all([first.close(), second.close()]);
  });

  test("says roughly how many pages there will be", async () => {
    const section = (n: number): string => `<h2>Part ${n}</h2><p>${lorem(120)}</p>`;
    const html = documentOf(Array.from({ length: 40 }, (_, n) => section(n)).join(""));
    const seen: LayoutProgress[] = [];
    const paginated = await layOut(html, { onPage: (progress) => seen.push(progress) });
    await paginated.close();
    const count = paginated.pages.length;
    expect(count).toBeGreaterThan(20);
    const half = seen[Math.round(count / 2)]?.expectedCount ?? 0;
    expect(Math.abs(half - count) / count).toBeLessThan(0.15);
  });

  test("reports fonts and images that did not load", async () => {
    const html = documentOf(
      `<p>Texte</p><p><img src="absente.png" alt="Carte" width="20" height="20"></p>`,
      `@font-face { font-family: Absente; src: url(absente.woff2) } p { font-family: Absente }`,
    );
    const refused: string[] = [];
    const paginated = await layOut(html, { onRefused: ({ url }) => refused.push(url) });
    await paginated.close();
    expect(paginated.failedResources.map(({ kind }) => kind)).toEqual(["font", "image"]);
    expect(refused).toContain(`${gateOrigin}/absente.png`);
  });

  test("stops where it no longer goes forward", async () => {
    const atSource = (): Promise<void> => new Promise(() => undefined);
    const html = documentOf("<p>Texte</p>");
    const fault = await faultOf(layOut(html, { atSource, pageTimeoutMs: 300 }));
    expect(fault.code).toBe("layout-standstill");
  });

  test("ends when it is called off", async () => {
    const controller = new AbortController();
    const laying = layOut(documentOf(`<p>${lorem(4000)}</p>`), {
      signal: controller.signal,
      onPage: () => {
        controller.abort(new Error("called off"));
      },
    });
    await expect(laying).rejects.toThrow("called off");
  });
});

describe.concurrent("printRaw", () => {
  test("refuses a PDF whose pages are not those of the layout", async () => {
    const paginated = await layOut(documentOf(`<p>${lorem(200)}</p>`));
    await paginated.page.addStyleTag({
      content: ".pagedjs_page:last-child { break-before: page; margin-top: 1cm !important }",
    });
    await paginated.page.evaluate(() => {
      document.body.append(document.createElement("hr"));
      document.body.style.setProperty("min-height", "400%", "important");
      document.body.style.setProperty("max-height", "none", "important");
    });
    const fault = await faultOf(printRaw(paginated));
    await paginated.close();
    expect(fault.code).toBe("page-count-mismatch");
  });

  test("says so where the browser has not printed in the time that it may take", async () => {
    const paginated = await layOut(documentOf(`<p>${lorem(4000)}</p>`));
    const fault = await faultOf(printRaw(paginated, { limitMs: 1 }));
    await paginated.close();
    expect(fault).toMatchObject({
      code: "print-overdue",
      message: `the browser has not printed ${paginated.pages.length} pages in the time that it may take`,
    });
  });
});
