/** Runs in the world that proves. Shadow trees of the source, closed ones too, which the browser shows it. */

export const shadowTrees: ShadowRoot[] = [];

export function addShadowTree(tree: ShadowRoot): void {
  shadowTrees.push(tree);
}
