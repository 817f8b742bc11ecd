/** Runs in an isolated world of the paginated pages: whether a page begins because styles ask for it. */

const forced = /^(?:always|page|left|right|recto|verso)$/;

/** A forced break stands before the content of a page. */
export function startsAtBreak(content: Element): boolean {
  return beginningsOf(content).some(
    (element) =>
      followsOtherPage(element) ||
      ["data-break-before", "data-previous-break-after"].some((name) =>
        forced.test(element.getAttribute(name) ?? ""),
      ),
  );
}

/** The first elements of the page that do not go on from the page before, outermost first. */
function beginningsOf(content: Element): Element[] {
  const beginnings: Element[] = [];
  for (let first = content.firstElementChild; first !== null; first = first.firstElementChild) {
    if (first.hasAttribute("data-ref") && !first.hasAttribute("data-split-from")) {
      beginnings.push(first);
    }
  }
  return beginnings;
}

/**
 * A change of named page breaks as well (CSS Paged Media 3, 5.2), also where the page that had the other
 * name is an endpaper that was left out.
 */
function followsOtherPage(element: Element): boolean {
  return (
    element.hasAttribute("data-after-page") &&
    element.getAttribute("data-after-page") !== element.getAttribute("data-page")
  );
}
