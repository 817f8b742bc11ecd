/**
 * Runs in the world that lays out. Keeps the weight of ids in style sheets. Paged.js 0.4.3 writes
 * `[data-id="a"]` where a sheet says `#a`, since a fragment of an element may not have its id; so a
 * class outweighs it (Selectors 4, 17), and what `#a` hides comes back. In `:is()` it has both: the
 * weight of an id, and what fragments have.
 */
export function installIdWeights(): void {
  const writtenForId = /\[data-id="((?:[^"\\]|\\[^])*)"\]/g;

  window.imprimatur.keepIdWeights = () => {
    const used = [...document.querySelectorAll("[data-id]")].map((each) =>
      each.getAttribute("data-id"),
    );
    // What a document says of its own attribute stays what it says.
    const ofDocument = new Set(used);
    const { polisher } = window.PagedPolyfill;
    const insert = polisher.insert.bind(polisher);
    polisher.insert = (css) =>
      insert(
        css.replace(writtenForId, (attribute, id: string) =>
          ofDocument.has(id) ? attribute : `:is(#${id}, ${attribute})`,
        ),
      );
  };
}
