/**
 * The paginated pages as a file: what stands in the browser after layout, without the scripts that
 * laid it out. Input: the live page; output: HTML that shows the same pages when it is opened again
 * where the source was served, the same bytes for the same pages. It changes nothing in the live page.
 */
import { withDoctype } from "../document/with-doctype.ts";
import type { PaginatedDocument } from "./paginated-document.ts";

export async function readPages({ proof }: PaginatedDocument): Promise<string> {
  const html = await proof.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of copy.querySelectorAll("script")) script.remove();
    // Paged.js adds rules to a style sheet that its element does not show: neighbours and counters.
    const copies = copy.querySelectorAll("style");
    for (const [index, style] of document.querySelectorAll("style").entries()) {
      const target = copies[index];
      if (target === undefined || style.sheet === null || style.textContent !== "") continue;
      target.textContent = Array.from(style.sheet.cssRules, ({ cssText }) => cssText).join("\n");
    }
    return copy.outerHTML;
  });
  return `${withDoctype(withNumberedNames(html))}\n`;
}

const UUID = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;
/** What Paged.js 0.4.3 puts before the names that it makes. */
const MADE_UP = ['="', "data-", "following-", "nth-of-type-", "target-counter-", "pagedjs-"];

/** Paged.js names elements, counters and attributes by chance: they are numbered instead. */
function withNumberedNames(html: string): string {
  const numbers = new Map<string, string>();
  for (const [, name = ""] of html.matchAll(new RegExp(`(?:${MADE_UP.join("|")})(${UUID})`, "g"))) {
    if (!numbers.has(name)) numbers.set(name, `ref-${numbers.size + 1}`);
  }
  return html.replace(new RegExp(UUID, "g"), (name) => numbers.get(name) ?? name);
}
