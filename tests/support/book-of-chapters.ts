/**
 * A book for tests of what goes on from page to page: named strings, running elements, counters that begin
 * anew, blank pages, notes, tables, lists, and references to the numbers of pages in both directions.
 */

const STYLES = `
  @page { size: A6; margin: 14mm 12mm; @top-center { content: string(chapter) " / " string(part, last) }
    @top-left { content: element(mark) }
    @bottom-center { content: "[" counter(page) "/" counter(pages) "]" } }
  @page :left { margin-left: 20mm } @page :first { margin-top: 30mm } @page wide { margin: 8mm 12mm }
  body { margin: 0; font: 10pt/1.4 serif; counter-reset: chapter box }
  h2 { string-set: chapter content(); break-before: page; counter-increment: chapter; counter-reset: part }
  h2::before { content: "§" counter(chapter) " " }
  h3 { string-set: part content(); counter-increment: part }
  h3::before { content: counter(chapter) "." counter(part) " " }
  .mark { position: running(mark) }
  .anew { counter-reset: page 3; break-before: page }
  .right { break-before: right; page: wide }
  a::after { content: " {" attr(href) "=" target-counter(attr(href), page) "}" }
  .note { float: footnote } .box { counter-increment: box } .box::before { content: counter(box) ": " }
  td, th { border: 1px solid; padding: 2mm }
`;

/** One sentence. */
export const WORDS =
  "The sea rises and the harbour waits; we counted boats, quays and hours of tides. ";

/** Of about three pages a chapter. @param styles behind its own */
export function bookOf(chapters: number, styles = ""): string {
  const numbers = Array.from({ length: chapters }, (_, index) => index + 1);
  const entries = numbers.map((n) => `<li><a href="#c${n}">Chapter ${n}</a></li>`);
  const bodies = numbers.map((n) => {
    const kinds = [n === 4 ? "anew" : "", n % 3 === 0 ? "right" : ""].join(" ").trim();
    const back = `#c${((n * 7) % chapters) + 1}`;
    const rows = `<tr><td>${n}</td><td>${WORDS}</td></tr>`.repeat(4);
    return `<section class="${kinds}">${n % 4 === 2 ? `<p class="mark">Mark ${n}</p>` : ""}
      <h2 id="c${n}">Chapter ${n}</h2>
      <p>${WORDS.repeat(9)}<span class="note">A note of ${n}. ${WORDS}</span> <a href="${back}">see</a></p>
      <h3>Part ${n}</h3><p class="box">${WORDS.repeat(6)}</p><p>${WORDS.repeat(3)}</p><h3>Another</h3>
      <ol><li>${WORDS}<ol><li>one</li><li>two</li></ol></li><li>${WORDS.repeat(3)}</li></ol>
      <table><thead><tr><th>No.</th><th>Words</th></tr></thead><tbody>${rows}</tbody></table></section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A book</title>
    <style>${STYLES}${styles}</style></head><body><h1>A book</h1><nav><ol>${entries.join("")}</ol></nav>
    ${bodies.join("")}</body></html>`;
}
