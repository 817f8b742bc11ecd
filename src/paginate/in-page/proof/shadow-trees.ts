/** Runs in the world that proves. Shadow trees of the source, closed ones too, which the browser shows it. */

export const shadowTrees: ShadowRoot[] = [];

export function addShadowTree(tree: ShadowRoot): void {
  shadowTrees.push(tree);
}

/** Those on the pages below `root`, the outer before the inner; none where the source has none. */
export function shadowTreesIn(root: Element | ShadowRoot): ShadowRoot[] {
  if (shadowTrees.length === 0) return [];
  return [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
    shadowRoot instanceof ShadowRoot ? [shadowRoot, ...shadowTreesIn(shadowRoot)] : [],
  );
}
