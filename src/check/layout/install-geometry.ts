/**
 * Runs in an isolated world of the paginated pages: what of an element is visible, how much it is
 * scaled, and where its block leaves room for text. It reads no text and judges nothing.
 */
import type { IsolatedWorld } from "../../browser/isolated-world.ts";
import type { Edges } from "./page-layout.ts";

export interface LayoutGeometry {
  readonly edgesOf: (box: DOMRect) => Edges;
  readonly join: (one: Edges, other: Edges) => Edges;
  /** Is painted: neither hidden, nor transparent, nor for screen readers only. */
  readonly isSeen: (element: Element) => boolean;
  /** What clips and the page's edges leave of the content of `element`. */
  readonly clipOf: (element: Element) => Edges;
  /** Some element around, or the element itself, has a `clip-path`. */
  readonly isShaped: (element: Element) => boolean;
  /** The factor by which transforms, zoom and the coordinates of an SVG picture change lengths. */
  readonly scaleOf: (element: Element) => number;
  readonly isSlanted: (element: Element) => boolean;
  /** Not painted where it is laid out, for a transform or in the columns of a block. */
  readonly isMoved: (element: Element) => boolean;
  /** Where `block` and the boxes around it leave room for a line in `box`. */
  readonly frameOf: (block: Element, box: Edges, isFirstLine: boolean) => Edges | undefined;
  /** What the boxes around `element` leave to it; undefined under a transform. */
  readonly roomOf: (element: Element) => Edges | undefined;
  readonly isInFlow: (element: Element) => boolean;
  /** The element whose lines the text in `element` is part of. */
  readonly blockOf: (element: Element) => Element;
}

/** The isolated world's global object, once {@link installGeometry} has run. */
export interface WindowWithGeometry {
  imprimaturGeometry: LayoutGeometry;
}

export async function installGeometry(world: IsolatedWorld): Promise<void> {
  await world.evaluate(() => {
    const everywhere: Edges = {
      left: -Infinity,
      top: -Infinity,
      right: Infinity,
      bottom: Infinity,
    };
    const edgesOf = ({ left, top, right, bottom }: DOMRect): Edges => ({
      left: left + window.scrollX,
      top: top + window.scrollY,
      right: right + window.scrollX,
      bottom: bottom + window.scrollY,
    });
    const meet = (one: Edges, other: Edges): Edges => ({
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    });
    const join = (one: Edges, other: Edges): Edges => ({
      left: Math.min(one.left, other.left),
      top: Math.min(one.top, other.top),
      right: Math.max(one.right, other.right),
      bottom: Math.max(one.bottom, other.bottom),
    });
    const bordersOf = (element: Element): Edges => edgesOf(element.getBoundingClientRect());
    const number = (length: string): number => Number.parseFloat(length) || 0;
    /** Works a value out once for each element. */
    const remembered = <Value>(workOut: (element: Element) => Value) => {
      const known = new Map<Element, Value>();
      return (element: Element): Value => {
        const value = known.get(element);
        if (value !== undefined || known.has(element)) return value as Value;
        const found = workOut(element);
        known.set(element, found);
        return found;
      };
    };

    /** What an element out of the flow is clipped by begins where it is positioned against. */
    const clipParent = (element: Element, style: CSSStyleDeclaration): Element | null =>
      style.position === "absolute" && element instanceof HTMLElement
        ? (element.offsetParent ?? element.parentElement)
        : element.parentElement;

    /** The customary ways to keep a text for screen readers: a box of one pixel, or an empty clip. */
    const isForScreenReaders = remembered((element: Element): boolean => {
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const isTiny = style.overflowX !== "visible" && width <= 1 && height <= 1;
      const isOut = style.position === "absolute" || style.position === "fixed";
      if (isOut && (isTiny || style.getPropertyValue("clip") !== "auto")) return true;
      if (/^inset\((?:50|100)%/.test(style.clipPath)) return true;
      return element.parentElement !== null && isForScreenReaders(element.parentElement);
    });

    const isSeen = remembered(
      (element: Element): boolean =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        !isForScreenReaders(element),
    );

    const clipOf = remembered((element: Element): Edges => {
      const style = getComputedStyle(element);
      // The sheet ends with the bleed, where Paged.js cuts it.
      if (element.matches(".pagedjs_sheet, .pagedjs_page")) return bordersOf(element);
      const container = clipParent(element, style);
      const outer = container === null ? everywhere : clipOf(container);
      const hasBox = style.display !== "inline" && style.display !== "contents";
      const clips = [style.overflowX, style.overflowY].some((value) => value !== "visible");
      const isOfPages = element.matches(".pagedjs_bleed, .pagedjs_pages, html, body");
      if (!hasBox || !clips || isOfPages) return outer;
      const box = bordersOf(element);
      return meet(outer, {
        left: style.overflowX === "visible" ? -Infinity : box.left,
        right: style.overflowX === "visible" ? Infinity : box.right,
        top: style.overflowY === "visible" ? -Infinity : box.top,
        bottom: style.overflowY === "visible" ? Infinity : box.bottom,
      });
    });

    const isShaped = remembered((element: Element): boolean => {
      if (getComputedStyle(element).clipPath !== "none") return true;
      return element.parentElement !== null && isShaped(element.parentElement);
    });

    const areaFactor = ({ a, b, c, d }: DOMMatrixReadOnly): number =>
      Math.sqrt(Math.abs(a * d - b * c));

    const scaleOf = remembered((element: Element): number => {
      // The matrix of an SVG element leads to the screen: all that is around it is in it.
      if (element instanceof SVGGraphicsElement && !(element instanceof SVGSVGElement)) {
        const matrix = element.getScreenCTM();
        if (matrix !== null) return areaFactor(matrix);
      }
      const style = getComputedStyle(element);
      const outer = element.parentElement === null ? 1 : scaleOf(element.parentElement);
      const moved = style.transform === "none" ? 1 : areaFactor(new DOMMatrix(style.transform));
      const [across = 1, down = across] =
        style.scale === "none" ? [1] : style.scale.split(" ").map(Number);
      const zoom = number(style.getPropertyValue("zoom")) || 1;
      return outer * moved * zoom * Math.sqrt(Math.abs(across * down));
    });

    /** Turned by less or more than a quarter, so that its upright boxes are larger than it is. */
    const isSlanted = remembered((element: Element): boolean => {
      const { transform, rotate } = getComputedStyle(element);
      const { a, b } = new DOMMatrix(transform === "none" ? "" : transform);
      const degrees = rotate === "none" ? 0 : Number.parseFloat(rotate.split(" ").at(-1) ?? "0");
      if (Math.abs(a * b) > 0.01 || degrees % 90 !== 0) return true;
      return element.parentElement !== null && isSlanted(element.parentElement);
    });

    const isTransformed = remembered((element: Element): boolean => {
      const { transform, rotate, scale, translate } = getComputedStyle(element);
      if ([transform, rotate, scale, translate].some((value) => value !== "none")) return true;
      return element.parentElement !== null && isTransformed(element.parentElement);
    });

    /** In columns of the author's; a page's own content is a column of Paged.js. */
    const isInColumns = remembered((element: Element): boolean => {
      if (element.matches(".pagedjs_page_content, .pagedjs_page")) return false;
      const { columnCount, columnWidth } = getComputedStyle(element);
      if (columnCount !== "auto" || columnWidth !== "auto") return true;
      return element.parentElement !== null && isInColumns(element.parentElement);
    });

    /** Put where it is on purpose, so that the boxes around it say nothing of where it may be. */
    const isPlaced = (style: CSSStyleDeclaration): boolean => {
      const margins = [style.marginLeft, style.marginRight, style.marginTop, style.marginBottom];
      const offsets = [style.left, style.top, style.right, style.bottom];
      return (
        style.position === "absolute" ||
        style.position === "fixed" ||
        margins.some((margin) => number(margin) < 0) ||
        (style.position === "relative" && offsets.some((offset) => number(offset) !== 0))
      );
    };

    /** A cell may span rows, and text of an inline element belongs to the block around it. */
    const hasNoRoomOfItsOwn = (display: string): boolean =>
      /^(?:inline|contents|ruby|ruby-text|table-row|table-(?:row|header|footer)-group)$/.test(
        display,
      );

    /** What the boxes around `element` leave to it. */
    const outerFrame = (element: Element): Edges => {
      const style = getComputedStyle(element);
      const page = element.closest(".pagedjs_pagebox");
      if (isPlaced(style)) return page === null ? everywhere : bordersOf(page);
      if (element.parentElement === null) return everywhere;
      const outer = innerFrame(element.parentElement);
      // A float may be longer than the block that it stands in.
      if (style.float === "none") return outer;
      return { ...everywhere, left: outer.left, right: outer.right };
    };

    const innerFrame = remembered((element: Element): Edges => {
      if (element.matches(".pagedjs_area, .pagedjs_margin, .pagedjs_pagebox, body")) {
        return bordersOf(element);
      }
      const outer = outerFrame(element);
      const { display } = getComputedStyle(element);
      return hasNoRoomOfItsOwn(display) ? outer : meet(bordersOf(element), outer);
    });

    const overlapOf = (one: Edges, other: Edges): number => {
      const { left, top, right, bottom } = meet(one, other);
      return Math.max(0, right - left) * Math.max(0, bottom - top);
    };

    const frameOf = (block: Element, line: Edges, isFirstLine: boolean): Edges | undefined => {
      if (isTransformed(block)) return undefined;
      const style = getComputedStyle(block);
      // A block over several columns has a box in each.
      const boxes = [...block.getClientRects()].map(edgesOf);
      const [box] = boxes.sort((one, other) => overlapOf(other, line) - overlapOf(one, line));
      if (box === undefined) return undefined;
      const indent = isFirstLine ? Math.min(0, number(style.textIndent)) : 0;
      const isToLeft = style.direction === "rtl";
      const content = {
        left: box.left + number(style.borderLeftWidth) + number(style.paddingLeft),
        top: box.top + number(style.borderTopWidth),
        right: box.right - number(style.borderRightWidth) - number(style.paddingRight),
        bottom: box.bottom - number(style.borderBottomWidth),
      };
      return meet(outerFrame(block), {
        ...content,
        left: content.left + (isToLeft ? 0 : indent),
        right: content.right - (isToLeft ? indent : 0),
      });
    };

    const isInFlow = remembered((element: Element): boolean => {
      if (element.matches(".pagedjs_page_content")) return true;
      const { position } = getComputedStyle(element);
      if (position === "absolute" || position === "fixed") return false;
      return element.parentElement !== null && isInFlow(element.parentElement);
    });

    const blockOf = (element: Element): Element => {
      const whole = element.closest("svg, math")?.parentElement ?? element;
      let block = whole;
      while (/^(?:inline|contents|ruby)/.test(getComputedStyle(block).display)) {
        // An inline block has lines of its own.
        if (getComputedStyle(block).display.startsWith("inline-")) break;
        if (block.parentElement === null) break;
        block = block.parentElement;
      }
      return block;
    };

    const geometry: LayoutGeometry = {
      edgesOf,
      join,
      isSeen,
      clipOf,
      isShaped,
      scaleOf,
      isSlanted,
      isMoved: (element) => isTransformed(element) || isInColumns(element),
      frameOf,
      roomOf: (element) => (isTransformed(element) ? undefined : outerFrame(element)),
      isInFlow,
      blockOf,
    };
    Object.assign(globalThis, { imprimaturGeometry: geometry });
  });
}
