/**
 * Runs in the world that lays out. Gives the copies that Paged.js makes of an element the shadow tree
 * of the element: it copies what is written in the document, and a shadow tree is not. Closed trees
 * nobody can copy; that their text is lost is found by the proof.
 */

function copyTree(from: ShadowRoot, host: Element): void {
  const { mode, delegatesFocus, slotAssignment } = from;
  const to = host.attachShadow({ mode, delegatesFocus, slotAssignment });
  for (const child of from.childNodes) to.append(child.cloneNode(true));
  to.adoptedStyleSheets = from.adoptedStyleSheets;
  const copies = to.querySelectorAll("*");
  for (const [index, inner] of [...from.querySelectorAll("*")].entries()) {
    const copy = copies[index];
    if (inner.shadowRoot !== null && copy?.shadowRoot === null) copyTree(inner.shadowRoot, copy);
  }
}

export function keepShadowTrees(): void {
  const trees = new Map<string, ShadowRoot>();
  for (const element of document.body.querySelectorAll("[data-ref]")) {
    const { shadowRoot } = element;
    if (shadowRoot instanceof ShadowRoot) {
      trees.set(element.getAttribute("data-ref") ?? "", shadowRoot);
    }
  }
  if (trees.size === 0) return;
  const keep = (copy: Element): void => {
    const tree = trees.get(copy.getAttribute("data-ref") ?? "");
    if (tree !== undefined && copy.shadowRoot === null) copyTree(tree, copy);
  };
  class ShadowKeeper extends window.Paged.Handler {
    renderNode(rendered: Node): void {
      if (!(rendered instanceof Element)) return;
      keep(rendered);
      for (const inner of rendered.querySelectorAll("[data-ref]")) keep(inner);
    }
  }
  window.Paged.registeredHandlers.push(ShadowKeeper);
}
