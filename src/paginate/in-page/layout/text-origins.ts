/** Runs in the world that lays out. Where in the source the texts of pages come from. */

/** The source's text node and the offset in it at which a rendered text node begins. */
export const origins = new WeakMap<Text, { readonly node: Text; readonly offset: number }>();

/** Notes where each text of `rendered` comes from, before any handler moves parts of it. */
export function noteOrigins(rendered: Node, node: Node): void {
  if (rendered instanceof Text && node instanceof Text) {
    // The first text of a page is what its element's fragment on the page before left over.
    origins.set(rendered, { node, offset: node.length - rendered.length });
    return;
  }
  const ours = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT);
  const theirs = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (ours.nextNode() && theirs.nextNode()) {
    const [text, origin] = [ours.currentNode, theirs.currentNode];
    if (text instanceof Text && origin instanceof Text) {
      origins.set(text, { node: origin, offset: 0 });
    }
  }
}
