/** Documents made for screens: what paper would lose of them is changed, and said. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import type { WordDifference } from "../../../src/paginate/compare-words.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import type { Repair } from "../../../src/paginate/paper-world.ts";
import { REPAIR_NAMES, type RepairName } from "../../../src/paginate/repair-names.ts";

let launched: LaunchedBrowser;
beforeAll(async () => {
  const projectDir = join(import.meta.dirname, "../../..");
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(() => launched.close());

interface Found {
  /** What was changed, as `shells: div.app, nav`. */
  readonly repairs: readonly string[];
  readonly losses: readonly string[];
  readonly pages: readonly string[];
  /** Styles of the first element that is asked for, on the pages. */
  readonly styles: Readonly<Record<string, string>>;
  /** How far texts and pictures reach beyond the area of their page, in pixels. */
  readonly beyond: number;
}

interface Asked {
  readonly body: string;
  readonly css?: string;
  readonly names?: readonly RepairName[];
  readonly of?: { readonly selector: string; readonly properties: readonly string[] };
}

async function layOut({ body, css = "", names = REPAIR_NAMES, of }: Asked): Promise<Found> {
  const html = `<!doctype html><html lang="en"><head><title>Screen</title>
    <style>@page { size: A5; margin: 15mm } ${css}</style></head><body><h1>Screen</h1>${body}</body></html>`;
  const made: Repair[] = [];
  const lost: WordDifference[] = [];
  const paginated = await paginate(
    { html, urlPath: "/page.html", roots: [], asBrowser: { language: undefined } },
    {
      browser: launched.browser,
      onRefused: () => undefined,
      repairs: names,
      onRepaired: (repairs) => made.push(...repairs),
      onLoss: (differences) => lost.push(...differences),
    },
  );
  try {
    const { styles, beyond } = await paginated.proof.evaluate(
      ({ selector, properties }) => {
        const element = document.querySelector(`.pagedjs_page ${selector}`);
        const computed = element && getComputedStyle(element);
        const reach = [...document.querySelectorAll(".pagedjs_page")].map((page) => {
          const right = page.querySelector(".pagedjs_area")?.getBoundingClientRect().right ?? 0;
          const range = document.createRange();
          const boxes = [...page.querySelectorAll(".pagedjs_area *")].flatMap((inner) => {
            if (inner.matches("svg, img, canvas")) return [inner.getBoundingClientRect()];
            return [...inner.childNodes].flatMap((child) => {
              if (!(child instanceof Text) || child.data.trim() === "") return [];
              range.selectNodeContents(child);
              return [...range.getClientRects()];
            });
          });
          return Math.max(0, ...boxes.map((box) => box.right - right));
        });
        return {
          styles: Object.fromEntries(
            properties.map((name) => [name, computed?.getPropertyValue(name) ?? ""]),
          ),
          beyond: Math.round(Math.max(...reach)),
        };
      },
      { selector: of?.selector ?? "h1", properties: [...(of?.properties ?? [])] },
    );
    return {
      repairs: made.map(({ name, elements }) => `${name}: ${elements.join(", ")}`),
      losses: lost.map(({ kind, words }) => `${kind} ${words}`),
      pages: paginated.pages.map(
        ({ trimBox }) => `${Math.round(trimBox.widthPt)} × ${Math.round(trimBox.heightPt)}`,
      ),
      styles,
      beyond,
    };
  } finally {
    await paginated.close();
  }
}

const paragraphs = (count: number, word = "Words"): string =>
  Array.from(
    { length: count },
    (_, index) => `<p>${word} ${index} go on until the line is full.</p>`,
  ).join("");
const upright = "420 × 595";

it("leaves a document alone that paper holds", async () => {
  const body = `${paragraphs(3)}<pre>short</pre><table><tr><td>a</td></tr></table>
    <div style="overflow: hidden"><p style="float: left">cleared</p></div>
    <p style="position: absolute; clip: rect(0 0 0 0); width: 1px; height: 1px; overflow: hidden">for listeners</p>`;
  expect(await layOut({ body })).toMatchObject({ repairs: [], losses: [], beyond: 0 });
});

it("what fades in is there, and what moves for ever stands as it is without", async () => {
  const css = `@keyframes in { from { opacity: 0 } to { opacity: 1 } } @keyframes out { to { opacity: 0 } }
    .in { opacity: 0; animation: in 60s 5s both } .pulse { animation: out 30s infinite alternate }`;
  const of = { selector: ".in", properties: ["opacity"] };
  const found = await layOut({ css, body: '<p class="in">In</p><p class="pulse">Pulse</p>', of });
  expect(found).toMatchObject({ losses: [], styles: { opacity: "1" } });
});

it("what shows itself to a pointer alone is not there", async () => {
  const css =
    "header { position: absolute; top: 0; left: 0; opacity: 0 } header:hover { opacity: 1 }";
  const of = { selector: "header", properties: ["opacity"] };
  const body =
    '<header>Menu <svg width="18" height="18"><rect width="18" height="18"/></svg></header>';
  const found = await layOut({ css: `@page { margin: 0 } body { margin: 0 } ${css}`, body, of });
  expect(found).toMatchObject({ losses: [], styles: { opacity: "0" } });
});

it("what a browser leaves without boxes until it is near has the size that it has", async () => {
  const css = "section { content-visibility: auto; contain-intrinsic-size: 1px 5000px }";
  const body = `<section>${paragraphs(20)}</section>`.repeat(4);
  const { repairs, losses, pages } = await layOut({ css, body });
  expect({ repairs, losses }).toEqual({ repairs: [], losses: [] });
  expect(pages.length).toBeLessThan(9);
});

describe("shells", () => {
  it("open, and what they hid is on the pages", async () => {
    const css = `html, body { height: 100% } .app { display: flex; flex-direction: column; height: 100vh; overflow: hidden }
      .row { display: flex; flex: 1; min-height: 0 } main { flex: 1; overflow: auto } header { position: sticky; top: 0 }`;
    const body = `<div class="app"><header>Bar</header><div class="row"><main>${paragraphs(60)}</main></div></div>`;
    const { repairs, losses, pages } = await layOut({ css, body });
    expect(losses).toEqual([]);
    expect(repairs[0]).toBe("shells: header, main, div.app");
    expect(pages.length).toBeGreaterThan(2);
  });

  it("let bars stand in the text that would cover it, and leave running heads", async () => {
    const css = `aside { position: fixed; left: 0; top: 40mm; bottom: 0; width: 60mm }
      .head { position: fixed; top: 5mm; left: 15mm; height: 6mm; font-size: 8px; overflow: hidden }`;
    const body = `<div class="head">Running head</div><aside>${paragraphs(4, "Aside")}</aside>${paragraphs(40)}`;
    const { repairs, losses } = await layOut({ css, body });
    expect({ repairs, losses }).toEqual({ repairs: ["shells: aside"], losses: [] });
  });

  it("are as wide as the page", async () => {
    const css = ".wrapper { width: 1100px }";
    const found = await layOut({ css, body: `<div class="wrapper">${paragraphs(3)}</div>` });
    expect(found).toMatchObject({ repairs: ["shells: div.wrapper"], losses: [], beyond: 0 });
  });
});

describe("columns", () => {
  it.each([
    [
      "flex",
      "main { display: flex } nav { width: 40mm } article { flex: 1 }",
      "main, nav, article",
    ],
    ["grid", "main { display: grid; grid-template-columns: 40mm 1fr }", "main, nav, article"],
    [
      "float",
      "nav { float: left; width: 30% } article { float: left; width: 70% }",
      "nav, article",
    ],
  ])("of %s stand one below the other", async (_, css, changed) => {
    const body = `<main><nav>${paragraphs(40, "Side")}</nav><article>${paragraphs(40)}</article></main>`;
    const of = { selector: "article", properties: ["width"] };
    const { repairs, losses, styles } = await layOut({ css, body, of });
    expect({ repairs, losses }).toEqual({ repairs: [`columns: ${changed}`], losses: [] });
    // As wide as the area of an A5 page, less the margins of the body.
    expect(parseFloat(styles.width ?? "")).toBeCloseTo((118 * 96) / 25.4 - 16, 0);
  });

  it("of cards stay, and the cards stay whole", async () => {
    const css = "main { display: grid; grid-template-columns: 1fr 1fr }";
    const card = `<section>${paragraphs(4, "Card")}</section>`;
    const of = { selector: "section", properties: ["break-inside"] };
    const { styles, losses } = await layOut({ css, body: `<main>${card.repeat(14)}</main>`, of });
    expect({ styles, losses }).toEqual({ styles: { "break-inside": "avoid" }, losses: [] });
  });
});

describe("pictures", () => {
  it.each([
    ["a wide one", '<svg width="1600" height="400"><rect width="1600" height="400"/></svg>', 4],
    [
      "a tall one",
      '<svg width="200" height="2400"><rect width="200" height="2400"/></svg>',
      1 / 12,
    ],
  ])("%s shrinks in its shape", async (_, svg, shape) => {
    const of = { selector: "svg", properties: ["width", "height"] };
    const { repairs, losses, beyond, pages, styles } = await layOut({ body: `<p>${svg}</p>`, of });
    expect({ repairs, losses, beyond }).toEqual({
      repairs: ["pictures: svg"],
      losses: [],
      beyond: 0,
    });
    expect(pages.length).toBeLessThan(3);
    expect(parseFloat(styles.width ?? "") / parseFloat(styles.height ?? "")).toBeCloseTo(shape, 2);
  });
});

describe("lines and words", () => {
  const long = "abcdefgh ".repeat(30);
  it.each([
    ["code", `<pre>${long}</pre>`, "lines: pre"],
    [
      "code in a box that scrolls",
      `<div style="overflow-x: auto"><pre>${long}</pre></div>`,
      "lines: pre",
    ],
    [
      "code whose inside keeps its lines",
      `<pre><code style="white-space: pre">${long}</code></pre>`,
      "lines: pre, code",
    ],
    ["what does not wrap", `<p style="white-space: nowrap">${long}</p>`, "lines: p"],
    ["a word", `<p>${"x".repeat(300)}</p>`, "words: p"],
    [
      "a word in a column of a flex box",
      `<div style="display: flex"><p>${"x".repeat(300)}</p></div>`,
      "shells: p; words: p",
    ],
  ])("%s", async (_, body, expected) => {
    const { repairs, losses, beyond } = await layOut({ body });
    expect({ repairs: repairs.join("; "), losses, beyond }).toEqual({
      repairs: expected,
      losses: [],
      beyond: 0,
    });
  });

  it("keep the spaces of code", async () => {
    const of = { selector: "pre", properties: ["white-space"] };
    const { styles } = await layOut({ body: `<pre>  ${long}</pre>`, of });
    expect(styles).toEqual({ "white-space": "pre-wrap" });
  });
});

describe("tables", () => {
  const table = (columns: number, word: string, css = ""): string => {
    const row = (cell: string): string =>
      `<tr>${Array.from({ length: columns }, (_, index) => `<${cell}>${word}${index}</${cell}>`).join("")}</tr>`;
    return `<table style="${css}">${row("th")}${row("td").repeat(3)}</table>`;
  };
  const of = { selector: "table", properties: ["zoom"] };

  it("wrap their lines first", async () => {
    const found = await layOut({
      body: table(3, "some words that stay ", "white-space: nowrap"),
      of,
    });
    expect(found).toMatchObject({ losses: [], beyond: 0, pages: [upright], styles: { zoom: "1" } });
    expect(found.repairs).toEqual(["tables: table"]);
  });

  it("break long words, and no others", async () => {
    const found = await layOut({ body: table(4, "a_very_long_identifier_of_code_"), of });
    expect(found).toMatchObject({ losses: [], beyond: 0, pages: [upright] });
  });

  it("shrink then", async () => {
    const found = await layOut({ body: table(6, "Considerable"), of });
    expect(found).toMatchObject({ losses: [], beyond: 0, pages: [upright] });
    expect(Number(found.styles.zoom)).toBeLessThan(1);
  });

  it("turn their page in the end, and theirs alone", async () => {
    const body = `<p>Before.</p>${table(9, "Considerable")}<p>After.</p>`;
    const { losses, beyond, pages } = await layOut({ body });
    expect({ losses, beyond }).toEqual({ losses: [], beyond: 0 });
    expect(pages).toEqual([upright, "595 × 420", upright]);
  });
});

it("shadows of text are lifted, and not those of boxes", async () => {
  const css = ".lit { text-shadow: 1px 0 red } .box { box-shadow: 1px 0 red }";
  const body = '<p class="lit">Lit <b>text</b></p><p class="box">Box</p>';
  expect((await layOut({ css, body })).repairs).toEqual(["shadows: p.lit"]);
});

it.each(REPAIR_NAMES.filter((name) => name !== "missing"))(
  "%s are left alone where a person says so",
  async (left) => {
    const css = ".clip { height: 20px; overflow: hidden } main { display: flex }";
    const body = `<div class="clip">${paragraphs(2)}</div><main><nav>${paragraphs(40)}</nav><p>Side</p></main>
    <svg width="1600" height="400"></svg><pre>${"abcdefgh ".repeat(30)}</pre>
    <table><tr><td style="white-space: nowrap">${"abcdefgh ".repeat(30)}</td></tr></table><p>${"x".repeat(300)}</p>`;
    const { repairs } = await layOut({
      css,
      body,
      names: REPAIR_NAMES.filter((name) => name !== left),
    });
    expect(repairs.map((repair) => repair.split(":")[0])).not.toContain(left);
    expect(repairs.length).toBeGreaterThan(3);
  },
);
