/**
 * Runs in the page, after layout. Text that its author hides from sight alone, for people who listen,
 * is painted by no browser, and so is in no PDF. It is made so small and so transparent that nobody
 * sees it, and stays where it is: out of the flow, so that nothing moves.
 *
 * @param refs numbers of the elements, as `data-ref` has them.
 */
export function showUnseen(refs: readonly string[]): void {
  const hardlyThere = "0.004";
  for (const ref of refs) {
    const fragments = document.querySelectorAll<HTMLElement>(`.pagedjs_pages [data-ref="${ref}"]`);
    for (const { style } of fragments) {
      style.setProperty("opacity", hardlyThere, "important");
      // An element without opacity alone keeps its place in the flow.
      const element = getComputedStyle(
        document.querySelector(`[data-ref="${ref}"]`) ?? document.body,
      );
      if (element.position !== "absolute" && element.position !== "fixed") continue;
      const shown: Readonly<Record<string, string>> = {
        clip: "auto",
        "clip-path": "none",
        overflow: "visible",
        width: "max-content",
        "max-width": "100px",
        height: "auto",
        inset: "auto",
        margin: "0",
        "white-space": "normal",
        "font-size": "1px",
        "line-height": "1",
      };
      for (const [name, value] of Object.entries(shown)) {
        style.setProperty(name, value, "important");
      }
    }
  }
}
