/**
 * Runs in the world that lays out. Of the boxes around the area of a page, displays those alone that show
 * something. Paged.js gives each page sixty elements for margins, bleed and marks, which is more than most
 * pages have content; the browser gives them style and place again and again, with each page that is laid
 * out and each time that all pages are printed.
 *
 * They stand at places of their own, so that the area stays where it is. None is displayed before its page
 * is finished, which is when Paged.js looks which have content; then those that have some are displayed,
 * and those that paint something by themselves, which is looked up once for each kind of page.
 */
import { rulesIn } from "../style-rules.ts";
import { handlerIndex } from "./handler-index.ts";
import type { MarginReader } from "./paged.ts";

const edges = ["top", "right", "bottom", "left"];
const corners = ["top-left", "top-right", "bottom-left", "bottom-right"];

/** By the name that it has in the attribute. */
const boxes: ReadonlyMap<string, string> = new Map([
  ...edges.map((edge) => [edge, `.pagedjs_margin-${edge}`] as const),
  ...corners.map((corner) => [corner, `.pagedjs_margin-${corner}-corner-holder`] as const),
  ...edges.map((edge) => [`bleed-${edge}`, `.pagedjs_bleed-${edge}`] as const),
]);

/** Of a page: names of the boxes that are displayed. */
const ATTRIBUTE = "data-imprimatur-boxes";

/** Boxes that are chosen by more than classes before them: those of pages of one kind may differ. */
const OF_SINGLE_PAGES = /(?:#|\[|[^:]:(?!:))[^,]*\.pagedjs_(?:margin|bleed|marks)/;

/** @throws where Paged.js has no such handler. */
export function displayUsedMarginBoxes(): void {
  const kinds = new Map<string, KindOfPage>();
  let areSingle: boolean | undefined;
  const kindOf = ({ id, className }: Element): KindOfPage => {
    areSingle ??= haveSinglePages();
    const name = areSingle ? id : className;
    const kind = kinds.get(name) ?? { withContent: new Set(boxes.keys()), painted: undefined };
    kinds.set(name, kind);
    return kind;
  };

  class MarginBoxes extends window.Paged.Handler {
    afterParsed(): void {
      const style = document.createElement("style");
      style.textContent = [...boxes]
        .map(([name, box]) => `${without(name)} ${box} { display: none !important; }`)
        .join("\n");
      document.head.append(style);
    }
  }
  const { registeredHandlers } = window.Paged;
  registeredHandlers.push(MarginBoxes);

  const prototype = registeredHandlers[handlerIndex("AtPage")]?.prototype as MarginReader;
  const { finalizePage } = prototype;
  prototype.finalizePage = function (this: MarginReader, fragment, page, ...more) {
    const { element } = page;
    if (element === undefined) return;
    const kind = kindOf(element);
    // Those with content are measured here, for which they have to be displayed.
    display(element, kind.withContent);
    finalizePage.call(this, fragment, page, ...more);
    const withContent = boxesWhere(element, hasContent);
    if (![...withContent].every((name) => kind.withContent.has(name))) {
      display(element, withContent);
      finalizePage.call(this, fragment, page, ...more);
    }
    kind.withContent = withContent;
    if (kind.painted === undefined) {
      display(element, boxes.keys());
      kind.painted = boxesWhere(element, showsSomething);
    }
    display(element, [...withContent, ...kind.painted]);
  };
}

/** Pages that the same rules are for. */
interface KindOfPage {
  /** Boxes that had content on the last page of the kind; all, where there was none. */
  withContent: ReadonlySet<string>;
  /** Boxes that show something beside it; undefined where nobody has looked yet. */
  painted: ReadonlySet<string> | undefined;
}

function haveSinglePages(): boolean {
  return [...rulesIn(document.styleSheets)].some(
    (rule) =>
      rule instanceof CSSStyleRule &&
      OF_SINGLE_PAGES.test(rule.selectorText) &&
      !rule.selectorText.includes(ATTRIBUTE),
  );
}

/** Chooses pages on which the box is not displayed. */
function without(name: string): string {
  return `.pagedjs_page:not([${ATTRIBUTE}~="${name}"])`;
}

function display(page: Element, names: Iterable<string>): void {
  page.setAttribute(ATTRIBUTE, [...names].join(" "));
}

function boxesWhere(page: Element, test: (box: Element) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [name, selector] of boxes) {
    const box = page.querySelector(selector);
    if (box !== null && test(box)) found.add(name);
  }
  return found;
}

/** As Paged.js marks it. */
function hasContent(box: Element): boolean {
  return box.querySelector(".hasContent") !== null;
}

function showsSomething(box: Element): boolean {
  return [box, ...box.querySelectorAll("*")].some(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      (hasOwnText(element) || paints(getComputedStyle(element)) || hasGenerated(element)),
  );
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
}

function hasGenerated(element: Element): boolean {
  return ["::before", "::after"].some(
    (pseudo) => !["none", "normal"].includes(getComputedStyle(element, pseudo).content),
  );
}

function paints(style: CSSStyleDeclaration): boolean {
  const { backgroundColor, backgroundImage, boxShadow, outlineStyle, borderImageSource } = style;
  const borders = ["top", "right", "bottom", "left"].map((edge) =>
    style.getPropertyValue(`border-${edge}-style`),
  );
  return (
    !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor) ||
    [backgroundImage, boxShadow, outlineStyle, borderImageSource, ...borders].some(
      (value) => value !== "none",
    )
  );
}
