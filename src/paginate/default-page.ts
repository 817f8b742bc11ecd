/**
 * The page of a document that names none: what a browser takes when a person prints. Input: the
 * document, before it is laid out; output: a style sheet before its own, of which each declaration
 * gives way to one of the document's. It changes nothing else.
 */
import type { IsolatedWorld } from "../browser/isolated-world.ts";

/** Chromium's margins where a page names none, 1 cm. */
const MARGIN = "10mm";

/**
 * The default sheet by where the language is written (`en-US` and `en-CA` name countries that print on
 * Letter), as CSS names it.
 * @param language of the document, as BCP 47 has it; empty where it names none.
 */
export function defaultSheet(language: string): "letter" | "a4" {
  return /^en(?:-latn)?-(?:us|ca)(?:-|$)/iu.test(language.trim()) ? "letter" : "a4";
}

/**
 * @param world of the page, where Paged.js does not run yet.
 * @param language that goes before the document's own.
 */
export async function giveDefaultPage(world: IsolatedWorld, language?: string): Promise<void> {
  const sheet = defaultSheet(language ?? (await world.evaluate(readLanguage)));
  await world.evaluate(prependStyle, sheet, `@page { size: ${sheet}; margin: ${MARGIN} }`);
}

/** Runs in the page. */
function readLanguage(): string {
  const root = document.documentElement;
  const xml = root.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang");
  return (xml ?? root.getAttribute("lang") ?? "").trim();
}

/** Runs in the page, which has a head. The repairs of layout look for the name of the sheet. */
function prependStyle(sheet: string, css: string): void {
  const style = document.createElement("style");
  style.dataset.imprimaturSheet = sheet;
  style.textContent = css;
  document.head.prepend(style);
}
