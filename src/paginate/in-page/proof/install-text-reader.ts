/**
 * Runs in the page. Reads the text of the print source before Paged.js takes it apart, and the text
 * that the pages show afterwards. Both see the document as the browser has laid it out in print
 * media, so what is not displayed counts in neither. Generated content is no text of the source and
 * is not read. It compares nothing.
 */
export function installTextReader(): void {
  interface Bounds {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  /** What of an element's content can be seen; "screen readers" where it is hidden on purpose. */
  type Clip = Bounds | "screen readers";

  const pictures = "img, svg, canvas, video, object, embed";
  /** A line's box is taller than its letters; this much of it must be there to read them. */
  const readableHeight = 0.6;
  const readableWidth = 0.85;

  const boxesOf = (text: Text, from = 0, to = text.length): DOMRect[] => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  };

  /** In `details` that are closed, where the browser has boxes for what it does not show. */
  const isFolded = (element: Element): boolean => {
    const details = element.closest("details:not([open])");
    if (details === null) return false;
    const summary = details.querySelector(":scope > summary");
    const around = details.parentElement;
    return summary?.contains(element) !== true || (around !== null && isFolded(around));
  };

  const isHidden = (element: Element): boolean =>
    getComputedStyle(element).visibility !== "visible" || isFolded(element);

  const refOf = (node: Node): string | undefined =>
    node.parentElement?.closest<HTMLElement>("[data-ref]")?.dataset.ref;

  /** The text nodes under `root` that hold more than white space and are displayed. */
  function* displayedTexts(root: Element): Generator<{ text: Text; parent: Element; ref: string }> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const ref = refOf(text);
      if (!(text instanceof Text) || ref === undefined || text.parentElement === null) continue;
      if (text.data.trim() === "" || isHidden(text.parentElement)) continue;
      yield { text, parent: text.parentElement, ref };
    }
  }

  /** Pictures under `root`, the outermost where one stands in another. */
  const displayedPictures = (root: Element): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>(pictures)].filter(
      (picture) =>
        picture.dataset.ref !== undefined &&
        picture.parentElement?.closest(pictures) === null &&
        picture.getBoundingClientRect().width > 0 &&
        !isHidden(picture),
    );

  const nameOf = (element: Element): string => {
    const classes = [...element.classList].map((name) => `.${name}`).join("");
    const id = element.id === "" ? "" : `#${element.id}`;
    return `${element.localName}${id}${classes}`;
  };

  window.imprimatur.readSource = () => {
    const elementNames: Record<string, string> = {};
    for (const element of document.body.querySelectorAll<HTMLElement>("[data-ref]")) {
      elementNames[element.dataset.ref ?? ""] = nameOf(element);
    }
    const texts = [];
    for (const { text, ref } of displayedTexts(document.body)) {
      const boxes = boxesOf(text);
      if (boxes.length === 0) continue;
      const offscreen = boxes.every((box) => box.right <= 0 || box.bottom <= 0);
      texts.push({ ref, text: text.data, offscreen });
    }
    const sourcePictures = displayedPictures(document.body).map((picture) => ({
      ref: picture.dataset.ref ?? "",
    }));
    return { texts, pictures: sourcePictures, elementNames };
  };

  const intersect = (a: Bounds, b: Bounds): Bounds => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });

  /** Whether enough of the box is inside the bounds to be read, or seen. */
  const isInside = (box: DOMRect, bounds: Bounds): boolean => {
    const part = intersect(box, bounds);
    return (
      part.bottom - part.top >= box.height * readableHeight - 1 &&
      part.right - part.left >= box.width * readableWidth - 1
    );
  };

  /** A reader of clips for one page; each element's is worked out once. */
  const clipReader = (pageBox: Element): ((element: Element) => Clip) => {
    // What reaches into the bleed is cut off with it, and what leaves the sheet is not printed.
    const sheet = pageBox.closest(".pagedjs_sheet") ?? pageBox;
    const visible = intersect(pageBox.getBoundingClientRect(), sheet.getBoundingClientRect());
    const clips = new Map<Element, Clip>([[pageBox, visible]]);
    const clipOf = (element: Element): Clip => {
      const known = clips.get(element);
      if (known !== undefined) return known;
      const style = getComputedStyle(element);
      // What an element out of the flow is clipped by begins where it is positioned against.
      const container =
        style.position === "absolute" && element instanceof HTMLElement
          ? (element.offsetParent ?? element.parentElement)
          : element.parentElement;
      const outer = container && pageBox.contains(container) ? clipOf(container) : clipOf(pageBox);
      const clip = outer === "screen readers" ? outer : ownClip(element, style, outer);
      clips.set(element, clip);
      return clip;
    };
    return clipOf;
  };

  const ownClip = (element: Element, style: CSSStyleDeclaration, outer: Bounds): Clip => {
    const clipped = style.overflowX !== "visible" || style.overflowY !== "visible";
    if (style.getPropertyValue("clip") !== "auto" && style.position === "absolute")
      return "screen readers";
    if (style.clipPath.startsWith("inset(")) return "screen readers";
    if (!clipped || style.display === "inline" || style.display === "contents") return outer;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) {
      // The customary way to hide from sight alone is a box of one pixel.
      return style.position === "absolute" ? "screen readers" : intersect(outer, box);
    }
    return intersect(outer, {
      left: style.overflowX === "visible" ? -Infinity : box.left,
      right: style.overflowX === "visible" ? Infinity : box.right,
      top: style.overflowY === "visible" ? -Infinity : box.top,
      bottom: style.overflowY === "visible" ? Infinity : box.bottom,
    });
  };

  /** The words of a text that cannot be seen, as stretches of it. */
  const clippedStretches = (text: Text, clip: Bounds): [number, number][] => {
    if (boxesOf(text).every((box) => isInside(box, clip))) return [];
    return [...text.data.matchAll(/\S+/g)]
      .map((word): [number, number] => [word.index, word.index + word[0].length])
      .filter(([from, to]) => boxesOf(text, from, to).some((box) => !isInside(box, clip)));
  };

  const withoutPrintedHyphen = (text: Text): string =>
    window.imprimatur.printedHyphens.has(text) ? text.data.slice(0, -1) : text.data;

  window.imprimatur.readPages = () => {
    const texts = [];
    const shownPictures = [];
    for (const [index, page] of [...document.querySelectorAll(".pagedjs_page")].entries()) {
      const pageBox = page.querySelector(".pagedjs_pagebox");
      if (pageBox === null) continue;
      const pageNumber = index + 1;
      const clipOf = clipReader(pageBox);
      for (const { text, parent, ref } of displayedTexts(pageBox)) {
        const repeats = parent.closest(".pagedjs_area") === null;
        const clip = clipOf(parent);
        if (clip !== "screen readers" && boxesOf(text).length === 0) continue;
        const clipped = clip === "screen readers" ? [] : clippedStretches(text, clip);
        texts.push({ pageNumber, ref, text: withoutPrintedHyphen(text), clipped, repeats });
      }
      for (const picture of displayedPictures(pageBox)) {
        const clip = clipOf(picture);
        shownPictures.push({
          pageNumber,
          ref: picture.dataset.ref ?? "",
          clipped: clip !== "screen readers" && !isInside(picture.getBoundingClientRect(), clip),
          repeats: picture.closest(".pagedjs_area") === null,
        });
      }
    }
    return { texts, pictures: shownPictures };
  };
}
