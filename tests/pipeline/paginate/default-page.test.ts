/** The page that a document gets which names none, and how its own styles go before that. */
import { expect, test } from "vitest";
import { paginate } from "../../../src/paginate/paginate.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

interface LaidOut {
  /** Of the first two pages, in millimetres. */
  readonly sizes: readonly string[];
  /** Of the text on them, from the left and upper edge, in millimetres. */
  readonly margins: readonly string[];
}

async function layOut(
  head: string,
  options: { lang?: string; xhtml?: true } = {},
): Promise<LaidOut> {
  const { lang = "en-GB", xhtml } = options;
  const body = `<title>T</title><style>h2 { break-before: page }</style>${head}</head><body><p>one</p><h2>two</h2></body></html>`;
  const paginated = await paginate(
    {
      html: xhtml
        ? `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="${lang}"><head>${body}`
        : `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${body}`,
      contentType: xhtml ? "application/xhtml+xml" : "text/html",
      urlPath: "/t.html",
      roots: [],
      documents: new Map([
        ["/own.css", { body: "@page { size: 100mm 50mm }", contentType: "text/css" }],
      ]),
      asBrowser: { language: undefined },
    },
    { browser: browser(), onRefused: () => undefined },
  );
  try {
    const margins = await paginated.proof.evaluate(() =>
      [...document.querySelectorAll(".pagedjs_page")].map((page) => {
        const [outer, inner] = [page, page.querySelector(".pagedjs_area") ?? page].map((element) =>
          element.getBoundingClientRect(),
        );
        const millimetres = (px = 0): number => Math.round((px * 25.4) / 96);
        return `${millimetres((inner?.left ?? 0) - (outer?.left ?? 0))} ${millimetres((inner?.top ?? 0) - (outer?.top ?? 0))}`;
      }),
    );
    const sizes = paginated.pages.map(({ trimBox }) =>
      [trimBox.widthPt, trimBox.heightPt].map((pt) => Math.round((pt * 25.4) / 72)).join(" × "),
    );
    return { sizes, margins };
  } finally {
    await paginated.close();
  }
}

const style = (css: string): string => `<style>${css}</style>`;
const a4 = "210 × 297";

test.each([
  ["", [a4, a4], ["10 10", "10 10"]],
  [style("@page { size: A6 }"), ["105 × 148", "105 × 148"], ["10 10", "10 10"]],
  ['<link rel="stylesheet" href="/own.css">', ["100 × 50", "100 × 50"], ["10 10", "10 10"]],
  [style("@page { margin: 2cm }"), [a4, a4], ["20 20", "20 20"]],
  [style("@page { margin-left: 3cm }"), [a4, a4], ["30 10", "30 10"]],
  [style("@page { margin: 0 }"), [a4, a4], ["0 0", "0 0"]],
  [style("@page :first { size: A6; margin: 5mm }"), ["105 × 148", a4], ["5 5", "10 10"]],
  [style("@page big { size: A3 } h2 { page: big }"), [a4, "297 × 420"], ["10 10", "10 10"]],
  [style("@page { size: landscape }"), ["297 × 210", "297 × 210"], ["10 10", "10 10"]],
  [style("@page { size: auto }"), [a4, a4], ["10 10", "10 10"]],
])("%s", async (head, sizes, margins) => {
  expect(await layOut(head)).toEqual({ sizes, margins });
});

test("the language says which sheet it is, in XHTML as well", async () => {
  const letter = ["216 × 279", "216 × 279"];
  expect((await layOut("", { lang: "en-US" })).sizes).toEqual(letter);
  expect((await layOut("", { lang: "en-CA", xhtml: true })).sizes).toEqual(letter);
  const turned = await layOut(style("@page { size: landscape }"), { lang: "en-US" });
  expect(turned.sizes).toEqual(["279 × 216", "279 × 216"]);
});
