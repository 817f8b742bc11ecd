/**
 * Runs in the world that lays out. Raises the numbers of notes in the text. Paged.js asks the font for raised
 * digits (`font-variant-position`), and the browser makes none where the font has none: the number would
 * stand on the line, as a part of the word or the number before it. What a document's own styles say
 * of `::footnote-call` goes before.
 */
const STYLES = `[data-footnote-call]::after {
  font-variant-position: normal;
  font-size: 65%;
  line-height: 0;
  vertical-align: super;
}`;

export function raiseCalls(): void {
  class RaisedCalls extends window.Paged.Handler {
    constructor(...given: ConstructorParameters<typeof window.Paged.Handler>) {
      super(...given);
      // Behind Paged.js's own sheet, and before those of the document.
      window.PagedPolyfill.polisher.insert(STYLES);
    }
  }
  window.Paged.registeredHandlers.push(RaisedCalls);
}
