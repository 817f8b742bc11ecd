/**
 * Runs in the world that lays out. Fixes what Paged.js 0.4.3 makes of rules that concern the page as a whole:
 *
 * 1. `size` with one length (a square), `landscape` alone, `JIS-B5` and names in other letter case
 *    (CSS Paged Media 3, 7.1) are not understood, or end layout with an error.
 * 2. `position: fixed` counts wherever a style sheet says so, also where another rule overrules it, and
 *    not in a `style` attribute.
 * 3. In a document that runs from right to left, pages are columns that overflow to the left, where
 *    Paged.js does not look.
 * 4. A copy of a `canvas` is empty, and where scripts are stopped it shows what is meant for who has none.
 * 5. Where `details` goes on on another page, the browser gives the fragment a summary of its own.
 */
import { keepDrawings } from "./drawings.ts";
import { hideMadeUpSummaries } from "./made-up-summaries.ts";
import { pageSizesMm } from "../page-sizes.ts";
import type { PageSizeReader, PageSizeRule, ParsedSheet } from "./paged.ts";

const fixedMark = "data-imprimatur-fixed";

/** The sheet that is turned where none is named: see `default-page.ts`. */
let defaultSheet = "letter";

function completed(rule: PageSizeRule): PageSizeRule {
  const { width, height, orientation, format } = rule;
  if (width !== undefined) return { ...rule, height: height ?? width };
  const name = format?.toLowerCase() ?? (orientation === undefined ? "" : defaultSheet);
  const known = pageSizesMm[name];
  if (known === undefined) return rule;
  const [widthMm, heightMm] = known;
  return {
    ...rule,
    width: { value: String(widthMm), unit: "mm" },
    height: { value: String(heightMm), unit: "mm" },
  };
}

function readAllSizes(): void {
  const given = document.head.querySelector<HTMLElement>("style[data-imprimatur-sheet]");
  defaultSheet = given?.dataset.imprimaturSheet ?? defaultSheet;
  for (const { prototype } of window.Paged.registeredHandlers) {
    const reader = prototype as Partial<PageSizeReader>;
    const { getSize } = reader;
    if (getSize === undefined) continue;
    reader.getSize = function (declaration) {
      return completed(getSize.call(this, declaration));
    };
  }
}

/**
 * Says in one rule what is fixed, which is where Paged.js looks, and hides from it the rules that say
 * so of what others, or its own style, set free.
 */
function announceFixed(): void {
  for (const element of document.body.querySelectorAll("*")) {
    if (getComputedStyle(element).position === "fixed") element.setAttribute(fixedMark, "");
  }
  class FixedHider extends window.Paged.Handler {
    beforeTreeParse(_: string, sheet: ParsedSheet): void {
      if (sheet.text.includes(fixedMark)) return;
      sheet.text = sheet.text.replace(/(position\s*:\s*)fixed\b/gi, "$1absolute");
    }
  }
  window.Paged.registeredHandlers.push(FixedHider);
  if (document.body.querySelector(`[${fixedMark}]`) === null) return;
  const style = document.createElement("style");
  style.textContent = `[${fixedMark}] { position: fixed; }`;
  document.head.append(style);
}

function isRightToLeft(): boolean {
  return [document.documentElement, document.body].some(
    (element) => getComputedStyle(element).direction === "rtl",
  );
}

/** Pages from left to right; what they hold in the direction of the document. */
function turnPages(): void {
  const { direction } = getComputedStyle(document.body);
  const style = document.createElement("style");
  style.textContent = `html, body { direction: ltr !important; }
.pagedjs_page_content > *, .pagedjs_margin-content, .pagedjs_footnote_inner_content { direction: ${direction}; }`;
  class PageTurner extends window.Paged.Handler {
    afterParsed(): void {
      document.head.append(style);
    }
  }
  window.Paged.registeredHandlers.push(PageTurner);
}

export function repairPages(): void {
  readAllSizes();
  announceFixed();
  if (isRightToLeft()) turnPages();
  keepDrawings();
  hideMadeUpSummaries();
}
