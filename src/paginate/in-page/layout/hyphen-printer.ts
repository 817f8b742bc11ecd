/**
 * Runs in the world that lays out. Prints the hyphen of a word that is cut at the end of a page, where a browser
 * shows none, and takes it back when the page is cut earlier after all.
 */

const softHyphen = "\u00AD";
/** Text nodes of pages that end in a hyphen which the source does not have. */
const printedHyphens = new WeakMap<Text, "added" | "in place of a soft hyphen">();

export function takeBackHyphen(text: Text): void {
  const printed = printedHyphens.get(text);
  if (printed === undefined) return;
  text.replaceData(text.length - 1, 1, printed === "added" ? "" : softHyphen);
  text.parentElement?.classList.remove("pagedjs_hyphen");
  printedHyphens.delete(text);
}

/**
 * At the end of a page, where a browser shows none, a soft hyphen becomes a printed one: the
 * letter is replaced, so that offsets in the text stay those of the source.
 */
export function printHyphen(text: Text): void {
  const element = text.parentElement;
  if (element === null) return;
  const style = getComputedStyle(element);
  const glyph = /^"(.)"$/u.exec(style.getPropertyValue("hyphenate-character"))?.[1] ?? "\u2010";
  if (text.data.endsWith(softHyphen) && style.hyphens !== "none") {
    text.replaceData(text.length - 1, 1, glyph);
    printedHyphens.set(text, "in place of a soft hyphen");
    element.classList.add("pagedjs_hyphen");
  } else if (
    /\p{L}$/u.test(text.data) &&
    style.hyphens === "auto" &&
    style.overflowWrap === "normal" &&
    style.wordBreak === "normal"
  ) {
    text.appendData(glyph);
    printedHyphens.set(text, "added");
    element.classList.add("pagedjs_hyphen");
  }
}
