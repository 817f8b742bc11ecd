/**
 * Runs in the world that lays out. Keeps selectors matching what they match in the document, with the weight
 * that they have there. Paged.js 0.4.3 changes both:
 *
 * 1. It writes `[data-id="a"]` where a sheet says `#a`, since a fragment of an element may not have its
 *    id; so a class outweighs it (Selectors 4, 17), and what `#a` hides comes back. In `:is()` it has
 *    both: the weight of an id, and what fragments have.
 * 2. Children of the body are children of a box on each page, which `body > p` does not find.
 */

const writtenForId = /\[data-id="((?:[^"\\]|\\[^])*)"\]/g;
const childOfBody = /(^|[\s,{}>~+(])((?:html\s*>\s*)?body(?:[.#:[][^\s,{}>~+]*)?)\s*>/g;

function rewritten(css: string, ofDocument: ReadonlySet<string | null>): string {
  return css
    .replace(childOfBody, "$1:is($2, :where(.pagedjs_page_content > div)) >")
    .replace(writtenForId, (attribute, id: string) =>
      ofDocument.has(id) ? attribute : `:is(#${id}, ${attribute})`,
    );
}

export function keepSelectors(): void {
  // What a document says of its own attribute stays what it says.
  const ofDocument = new Set(
    [...document.querySelectorAll("[data-id]")].map((each) => each.getAttribute("data-id")),
  );
  const { polisher } = window.PagedPolyfill;
  const insert = polisher.insert.bind(polisher);
  polisher.insert = (css) => insert(rewritten(css, ofDocument));
}
