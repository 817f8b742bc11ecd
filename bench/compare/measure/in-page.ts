/**
 * What a document displays in print, read in the page: its words and the elements that tags are
 * made of. It runs in the browser, and refers to nothing but the page. Output: plain values.
 */

export interface DisplayedFacts {
  /** Texts with spaces where an element that is not within a line begins or ends. */
  readonly text: string;
  /** `h1` to `h6` and the role `heading`, where they have words. */
  readonly headings: number;
  /** Tables but those whose role says that they only lay out. */
  readonly tables: number;
  /** `ul`, `ol`, `menu` and `dl` with items. */
  readonly lists: number;
  /** Pictures that have loaded and whose alternative is not empty. */
  readonly figures: number;
}

export function readDisplayed(): DisplayedFacts {
  const parts: string[] = [];
  const skipped = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TITLE", "IFRAME", "OBJECT"]);

  const isDisplayed = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (isOnlySpoken(at)) return false;
    }
    return true;
  };
  /** Boxes of a pixel or nothing that clip, and what stands left of the page or above it. */
  const isOnlySpoken = (element: Element): boolean => {
    const style = getComputedStyle(element);
    if (style.position !== "absolute" && style.position !== "fixed") return false;
    // The old property is what style sheets for hidden text still have.
    if (/^rect\([01]px, [01]px, [01]px, [01]px\)$/u.test(style.getPropertyValue("clip")))
      return true;
    const box = element.getBoundingClientRect();
    if (box.right <= 0 || box.bottom + scrollY <= 0) return true;
    return style.overflow !== "visible" && box.width <= 1 && box.height <= 1;
  };
  const hasBox = (node: Text): boolean => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
  };
  const controlText = (element: Element): string | undefined => {
    if (element instanceof HTMLSelectElement) {
      const shown =
        element.size > 1 || element.multiple ? element.options : element.selectedOptions;
      return [...shown].map((option) => option.label).join(" ");
    }
    if (element instanceof HTMLTextAreaElement) return element.value || element.placeholder;
    if (!(element instanceof HTMLInputElement)) return undefined;
    const kinds = ["checkbox", "color", "file", "hidden", "image", "password", "radio", "range"];
    if (kinds.includes(element.type)) return "";
    return element.value || element.placeholder;
  };
  const visit = (element: Element): void => {
    if (skipped.has(element.tagName.toUpperCase())) return;
    const { display } = getComputedStyle(element);
    if (display === "none") return;
    const isWithinLine = display === "inline" || display === "contents";
    const isRuby = display.startsWith("ruby");
    if (!isWithinLine || isRuby || element.tagName === "BR") parts.push(" ");
    const control = controlText(element);
    if (control !== undefined) {
      if (isDisplayed(element)) parts.push(control);
    } else {
      const shows = isDisplayed(element);
      for (const node of element.childNodes) {
        if (node instanceof Element) visit(node);
        else if (shows && node instanceof Text && hasBox(node)) parts.push(node.data);
        else if (node instanceof Text && /^\s/u.test(node.data)) parts.push(" ");
      }
    }
    if (!isWithinLine || isRuby) parts.push(" ");
  };
  const count = (selector: string, isCounted: (element: Element) => boolean): number =>
    [...document.querySelectorAll(selector)].filter(
      (element) => isDisplayed(element) && isCounted(element),
    ).length;
  const hasWords = (element: Element): boolean => /[\p{L}\p{N}]/u.test(element.textContent);
  const role = (element: Element): string => element.getAttribute("role") ?? "";
  const isPlain = (element: Element): boolean => !["presentation", "none"].includes(role(element));

  visit(document.body);
  return {
    text: parts.join(""),
    headings: count(
      "h1, h2, h3, h4, h5, h6, [role=heading]",
      (element) => hasWords(element) && (isPlain(element) || role(element) === "heading"),
    ),
    tables: count("table", (element) => isPlain(element) && hasWords(element)),
    lists: count(
      "ul, ol, menu, dl",
      (element) => isPlain(element) && element.querySelector(":scope > li, dt, dd") !== null,
    ),
    figures: count("img, svg[role=img], [role=img]", (element) => {
      if (element instanceof HTMLImageElement) {
        return element.naturalWidth > 0 && element.alt.trim() !== "" && isPlain(element);
      }
      return (element.getAttribute("aria-label") ?? "").trim() !== "";
    }),
  };
}
