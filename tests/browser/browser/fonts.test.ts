/** What the browser paints with where a document brings no fonts: those of the package alone. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CDPSession, Page } from "puppeteer";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { openSource } from "../../../src/paginate/source-page.ts";
import { openGatedPage } from "../../../src/browser/gate.ts";
import { genericFamilies, shippedFamilies } from "../../../src/fonts/shipped-families.ts";

/** Styles and text of a paragraph, its language, and the families that paint it. */
const cases: readonly (readonly [style: string, text: string, families: string, lang?: string])[] =
  [
    ["", "text", "Tinos"],
    ["font-family: serif", "text", "Tinos"],
    ["font-family: sans-serif", "text", "Arimo"],
    ["font-family: monospace", "text", "DejaVu Sans Mono"],
    ["font-family: math", "text", "STIX Two Math"],
    ["font-family: emoji", "😀", "Noto Emoji"],
    ["font-family: system-ui", "text", "Arimo"],
    ["font-family: ui-monospace", "text", "DejaVu Sans Mono"],
    ["font-family: cursive", "text", "Tinos"],
    ["font-family: fantasy", "text", "Arimo"],
    ["font-family: Arial", "text", "Arimo"],
    ["font-family: Helvetica", "text", "Arimo"],
    ["font-family: 'Times New Roman'", "text", "Tinos"],
    ["font-family: 'Courier New'", "text", "Cousine"],
    ["font-family: Menlo", "text", "DejaVu Sans Mono"],
    // The next one in the list, as its author expects.
    ["font-family: 'Segoe UI', 'Nonesuch', monospace", "text", "DejaVu Sans Mono"],
    ["font-family: 'Nonesuch'", "text", "Tinos"],
    ["", "עִבְרִית", "Tinos"],
    ["", "عربي", "Noto Naskh Arabic"],
    ["font-family: Arial", "عربي", "Noto Naskh Arabic"],
    ["", "हिन्दी", "Noto Sans Devanagari"],
    ["", "ภาษาไทย", "Noto Sans Thai"],
    ["font-weight: bold; font-family: sans-serif", "عربي", "Noto Naskh Arabic", "ar"],
    ["font-weight: bold", "हिन्दी", "Noto Sans Devanagari", "hi"],
    ["font-family: serif", "text", "Tinos", "th"],
    ["", "⇌➜", "DejaVu Sans"],
    ["", "★✓☐⚠☎", "DejaVu Sans"],
    ["", "🞘", "Noto Sans Symbols 2"],
    ["", "⑴", "Noto Sans Symbols"],
    ["", "🄰", "Noto Sans Symbols"],
    ["", "𝒜⨌⟰", "STIX Two Math"],
    ["", "😀🚀❤️👍🏽", "Noto Emoji"],
  ];

const escaped = (text: string): string => text.replaceAll("'", "&#39;");
const paragraphs = cases.map(
  ([style, text, , lang = "en"]) => `<p lang="${lang}" style="${escaped(style)}">${text}</p>`,
);
/** A drawing of letters keeps its shape where all of them are as wide. */
const drawn = "Mi.─│┌┐└┘├┤┬┴┼━┃┏┓┗┛═║╔╗╚╝╠╣╦╩╬╭╮╯╰█▓▒░▀▄▌▐■□▪▫▲△▼▽◆◇○●→←↑↓↔⇒⇐✓×÷≠≤≥≈∞√∑λπé";
const shape = `<pre>${Array.from(drawn)
  .map((letter) => `<span>${letter}</span>`)
  .join("")}</pre>`;
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title>${paragraphs.join("")}${shape}`;

let launched: LaunchedBrowser;
let page: Page;
let session: CDPSession;

beforeAll(async () => {
  launched = await launchBrowser({
    projectDir: process.cwd(),
    onNotice: () => undefined,
    fonts: "shipped",
  });
  const document = { body: html, contentType: "text/html; charset=utf-8" };
  const gated = await openGatedPage(launched.browser, {
    roots: [],
    documents: new Map([["/t.html", document]]),
    onRefused: () => undefined,
  });
  page = gated.page;
  session = await page.createCDPSession();
  await openSource(page, session, {
    html,
    urlPath: "/t.html",
    roots: [],
    genericFamilies: genericFamilies(shippedFamilies()),
  });
  await session.send("DOM.enable");
  await session.send("CSS.enable");
});
afterAll(() => launched.close());

async function familiesOf(selector: string): Promise<readonly string[]> {
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map(({ familyName }) => familyName).sort();
}

describe("a text", () => {
  test.each(
    cases.map(([style, text, families], index) => [style, text, families, index + 1] as const),
  )("{%s} “%s” is painted with %s", async (_style, _text, families, number) => {
    expect(await familiesOf(`p:nth-of-type(${number})`)).toEqual([families]);
  });
});

test("letters of drawings are as wide as each other where text is monospaced", async () => {
  expect(await familiesOf("pre span:nth-child(4)")).toEqual(["DejaVu Sans Mono"]);
  const widths = await page.$$eval("pre span", (spans) =>
    spans.map((span) => [span.textContent, span.getBoundingClientRect().width] as const),
  );
  const [[, width] = ["", 0]] = widths;
  expect(widths.filter(([, other]) => Math.abs(other - width) > 0.02)).toEqual([]);
  expect(widths).toHaveLength(Array.from(drawn).length);
});

test("a letter that no font has is in none", async () => {
  await page.$eval("p", (paragraph) => {
    paragraph.textContent = "漢";
  });
  // On a busy machine the browser lays the new text out after its answer.
  await expect.poll(() => familiesOf("p")).toEqual(["Tinos"]);
});
