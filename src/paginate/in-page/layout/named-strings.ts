/**
 * Runs in the world that lays out. Writes the named strings of pages as strings of CSS. Paged.js 0.4.3 writes
 * `"Chapter 1` without the quotation mark behind it. That is a string where nothing follows; with other parts
 * behind it, as in `content: string(chapter) " / " counter(page)`, the browser takes all of them for no content,
 * and the margin stays empty. It also takes quotation marks away from both ends of a text, and has backslashes
 * mean what they mean in style sheets.
 *
 * Which text it is stays as Paged.js has it: the first or the last on the page, and otherwise the last before it.
 */
import { handlerIndex } from "./handler-index.ts";
import type { NamedString, StringSets } from "./paged.ts";

/** @throws where Paged.js has no such handler. */
export function writeStrings(): void {
  const handler = window.Paged.registeredHandlers[handlerIndex("StringSets")];
  const prototype = handler?.prototype as StringSets;
  const { afterPageLayout } = prototype;
  prototype.afterPageLayout = function (this: StringSets, page) {
    const before = { ...this.pageLastString };
    afterPageLayout.call(this, page);
    for (const [name, string] of Object.entries(this.stringSetSelectors)) {
      writeString(page, string, before[name] ?? "");
    }
  };
}

/** @param before the last text of the pages before. */
function writeString(page: HTMLElement, string: NamedString, before: string): void {
  const { identifier: name, selector } = string;
  const set = page.querySelectorAll(selector);
  const first = textOf(set[0], string) ?? before;
  const last = textOf(set[set.length - 1], string) ?? before;
  const { style } = page;
  const variableOf = (which: string): string => `--pagedjs-string-${which}-${name}`;
  const valueOf = (which: string): string => style.getPropertyValue(variableOf(which));
  // It knows whether the first stands at the top of the page.
  const start = valueOf("start") === valueOf("first") ? first : before;
  const exceptFirst = set.length === 0 ? before : "";
  const texts = { first, last, start, "first-except": exceptFirst };
  for (const [which, text] of Object.entries(texts)) {
    style.setProperty(variableOf(which), cssString(text));
  }
}

function textOf(element: Element | undefined, { func, value }: NamedString): string | undefined {
  if (element === undefined) return undefined;
  return func === "attr" ? (element.getAttribute(value ?? "") ?? "") : element.textContent;
}

/** CSS Syntax 3, §4.3.5: what would end a string or begin an escape is escaped. */
function cssString(text: string): string {
  const escaped = text.replace(/["\\]/g, "\\$&").replace(/[\n\r\f]/g, "\\00000A");
  return `"${escaped}"`;
}
