/** Which rules are for paper is for the browser to say, wherever they stand. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import type { ServedDocument } from "../../../src/browser/served-files.ts";

let launched: LaunchedBrowser;
beforeAll(async () => {
  const projectDir = join(import.meta.dirname, "../../..");
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(() => launched.close());

const sheets = new Map<string, ServedDocument>(
  Object.entries({
    "/all.css": "h1::after { content: 'all' }",
    "/imports.css": '@import "all.css" screen, print; @import url(screen.css) screen;',
    "/screen.css": "h1::after { content: 'screen' }",
  }).map(([name, body]) => [name, { body, contentType: "text/css" }]),
);

/** What the styles print behind the heading, and the size of the page in points. */
async function laidOut({ head = "", body = "" }: { head?: string; body?: string }) {
  const html = `<!doctype html><html lang="en"><head><title>Media</title>
    <style>h1::after { content: "none" }</style>${head}</head><body>${body}<h1>Title</h1></body></html>`;
  const paginated = await paginate(
    { html, urlPath: "/page.html", roots: [], documents: sheets },
    { browser: launched.browser, onRefused: () => undefined },
  );
  try {
    const generated = await paginated.proof.evaluate(() => {
      const heading = document.querySelector(".pagedjs_area h1") ?? document.body;
      return getComputedStyle(heading, "::after").content.replaceAll('"', "");
    });
    const { widthPt, heightPt } = paginated.pages[0]?.trimBox ?? { widthPt: 0, heightPt: 0 };
    return { generated, page: `${Math.round(widthPt)} × ${Math.round(heightPt)}` };
  } finally {
    await paginated.close();
  }
}

/** What the styles print behind each paragraph. */
async function contentsOf(rest: string): Promise<readonly string[]> {
  const html = `<!doctype html><html lang="en"><head><title>Media</title>${rest}</body></html>`;
  const paginated = await paginate(
    { html, urlPath: "/page.html", roots: [] },
    { browser: launched.browser, onRefused: () => undefined },
  );
  try {
    return await paginated.proof.evaluate(() =>
      [...document.querySelectorAll(".pagedjs_area p")].map((paragraph) =>
        getComputedStyle(paragraph, "::after").content.replaceAll('"', ""),
      ),
    );
  } finally {
    await paginated.close();
  }
}

const shows = (words: string): string => `h1::after { content: "${words}" }`;

/** Each rule has a style sheet and an element of its own, in one document. */
const rules: readonly (readonly [
  what: string,
  expected: string,
  css: (yes: string, no: string) => string,
])[] = [
  ["print", "yes", (yes) => `@media print { ${yes} }`],
  ["a width that the page has", "yes", (yes) => `@media (min-width: 300px) { ${yes} }`],
  ["all of several questions", "yes", (yes) => `@media print and (min-width: 300px) { ${yes} }`],
  ["one of several media", "yes", (yes) => `@media screen, print { ${yes} }`],
  ["scripts, which have run", "yes", (yes) => `@media (scripting: enabled) { ${yes} }`],
  ["one within another", "yes", (yes) => `@media print { @media (min-width: 300px) { ${yes} } }`],
  [
    "behind a string that looks like a rule",
    "yes",
    (yes) => `b::after { content: "@media {" } @media print { ${yes} }`,
  ],
  ["behind a comment in the query", "yes", (yes) => `@media /* { */ print { ${yes} }`],
  ["later than print rules", "yes", (yes, no) => `@media print { ${no} } ${yes}`],
  ["screen", "none", (yes) => `@media screen { ${yes} }`],
  ["all but print", "none", (yes) => `@media not print { ${yes} }`],
  ["a width that the page does not have", "none", (yes) => `@media (min-width: 3000px) { ${yes} }`],
  [
    "a print rule within a screen rule",
    "none",
    (yes) => `@media screen { @media print { ${yes} } }`,
  ],
  ["a query that nobody knows", "none", (yes) => `@media (min-width <= 600px) { ${yes} }`],
];

describe("rules that apply, and rules that do not", () => {
  let shown: readonly string[];
  beforeAll(async () => {
    const sheet = (index: number): string => {
      const rule = (words: string): string => `#case-${index}::after { content: "${words}" }`;
      return `<style>${rules[index]?.[2](rule("yes"), rule("no")) ?? ""}</style>`;
    };
    const cases = rules.map((_, index) => `<p id="case-${index}">Case</p>`).join("");
    const head = rules.map((_, index) => sheet(index)).join("");
    shown = await contentsOf(`${head}</head><body>${cases}`);
  });

  it.each(rules.map(([what, expected], index) => ({ what, expected, index })))(
    "$what: $expected",
    ({ expected, index }) => {
      expect(shown[index]).toBe(expected);
    },
  );
});

describe("style sheets", () => {
  it.each([
    ["for a width", `<style media="(max-width: 50px)">${shows("yes")}</style>`, "none"],
    ["for screen and print", `<style media="screen, print">${shows("yes")}</style>`, "yes"],
    ["linked for screens", '<link rel="stylesheet" media="screen" href="/all.css">', "none"],
    ["that import for a medium", '<link rel="stylesheet" href="/imports.css">', "all"],
  ])("%s", async (_, head, expected) => {
    expect((await laidOut({ head })).generated).toBe(expected);
  });

  it("in the body count like those in the head", async () => {
    const body = `<style>@page { size: 100mm 150mm } ${shows("yes")}</style>`;
    expect(await laidOut({ body })).toEqual({ generated: "yes", page: "283 × 425" });
    const linked = '<link rel="stylesheet" href="/all.css">';
    expect((await laidOut({ body: linked })).generated).toBe("all");
  });
});

it("a style sheet of a drawing stays in it", async () => {
  const body = `<svg width="9" height="9"><style>h1::after { content: "drawn" }</style></svg>`;
  expect((await laidOut({ body })).generated).toBe("drawn");
});

it("selectors that cannot be asked for match nothing, and stop nothing", async () => {
  const css = `@namespace epub "http://www.idpf.org/2007/ops";
    [epub|type~="a"] p + p::before { content: "x" } h1:unheard-of { color: red } ${shows("yes")}`;
  expect((await laidOut({ head: `<style>${css}</style>` })).generated).toBe("yes");
});
