/**
 * Runs in an isolated world of the paginated pages: reads one page's lines and pictures, where its
 * content ends, and whether it begins a part. It needs `install-geometry.ts`,
 * `install-word-reader.ts` and `install-divisions.ts`. It reads no generated text and judges nothing.
 */
import type { Division } from "./division.ts";
import type { WindowWithDivisions } from "./install-divisions.ts";
import type { WindowWithGeometry } from "./install-geometry.ts";
import type { WindowWithPieces } from "./install-pieces.ts";
import type { ReadWord, WindowWithWords } from "./install-word-reader.ts";
import type { Edges, Line, Picture } from "./page-layout.ts";

export interface ReadPage {
  readonly number: number;
  /** What page rules choose it by, e.g. `cover`. */
  readonly names: readonly string[];
  /** A forced break stands before its content. */
  readonly startsAtBreak: boolean;
  readonly isBlank: boolean;
  readonly isEndpaper: boolean;
  readonly trim: Edges;
  readonly sheet: Edges;
  readonly room: Edges;
  readonly contentBottom: number;
  readonly hasFootnotes: boolean;
  readonly lines: readonly Line[];
  readonly pictures: readonly Picture[];
  readonly grounds: readonly Edges[];
}

/** @param index of the page, from 0. */
export function readPage(index: number): ReadPage {
  const {
    imprimaturGeometry: geometry,
    imprimaturPieces: { isBeside },
    imprimaturWords,
    imprimaturDivisions: divisions,
  } = globalThis as unknown as WindowWithGeometry &
    WindowWithPieces &
    WindowWithWords &
    WindowWithDivisions;
  const { edgesOf, join, isSeen, clipOf, scaleOf, frameOf, isInFlow, blockOf } = geometry;
  const replaced = "img, svg, canvas, video, object, embed, iframe, meter, progress";
  const controls = "input, textarea, select";
  const openings = `h1, h2, h3, h4, h5, h6, [role="heading"], hgroup, header, legend, caption,
    figure:not([data-split-from]) > figcaption:first-child`;

  const page = document.querySelectorAll<HTMLElement>(".pagedjs_page")[index];
  const pageBox = page?.querySelector(".pagedjs_pagebox");
  const content = page?.querySelector(".pagedjs_page_content");
  if (page === undefined || !pageBox || !content) throw new Error("the page has no content");
  const room = edgesOf(content.getBoundingClientRect());

  const blockKeys = new Map<Element, string>();
  const keyOf = (block: Element): string => {
    const ref = block instanceof HTMLElement ? block.dataset.ref : undefined;
    const key = blockKeys.get(block) ?? ref ?? `page ${index + 1}, block ${blockKeys.size + 1}`;
    blockKeys.set(block, key);
    return key;
  };

  const openingOf = (element: Element): string | undefined => {
    const opening = element.closest(openings);
    if (opening === null || !content.contains(opening)) return undefined;
    return getComputedStyle(opening).captionSide === "bottom" && opening.matches("caption")
      ? undefined
      : opening.localName;
  };

  const isRunningText = (block: Element): boolean => {
    const keepsLineFeeds = /^(?:preserve|preserve-breaks|break-spaces)/.test(
      getComputedStyle(block).getPropertyValue("white-space-collapse"),
    );
    const isSetByLines = keepsLineFeeds && block.textContent.trim().includes("\n");
    return !isSetByLines && block.closest("table") === null;
  };

  /** The box of an SVG picture is often larger than what is drawn in it. */
  const drawnIn = (picture: Element): Edges => {
    const box = edgesOf(picture.getBoundingClientRect());
    if (!(picture instanceof SVGSVGElement)) return box;
    const matrix = picture.getScreenCTM();
    const drawn = picture.getBBox();
    if (matrix === null || drawn.width * drawn.height === 0) return box;
    const [one, other] = [
      new DOMPoint(drawn.x, drawn.y).matrixTransform(matrix),
      new DOMPoint(drawn.x + drawn.width, drawn.y + drawn.height).matrixTransform(matrix),
    ];
    const [x, y] = [window.scrollX, window.scrollY];
    return {
      left: Math.max(box.left, Math.min(one.x, other.x) + x),
      top: Math.max(box.top, Math.min(one.y, other.y) + y),
      right: Math.min(box.right, Math.max(one.x, other.x) + x),
      bottom: Math.min(box.bottom, Math.max(one.y, other.y) + y),
    };
  };

  interface OpenLine {
    readonly block: Element;
    readonly parent: Element;
    readonly order: number;
    readonly isAnnotation: boolean;
    readonly words: ReadWord[];
    readonly isFirst: boolean;
    readonly division: Division | undefined;
    fontSizePt: number;
  }
  const lines: OpenLine[] = [];
  const firstOfBlock = new Map<Element, OpenLine>();
  const lastOfBlock = new Map<Element, OpenLine>();
  const pictures: Picture[] = [];
  const grounds: Edges[] = [];
  let contentBottom = room.top;
  let order = 0;

  const readText = (text: Text, parent: Element): void => {
    const isAnnotation = parent.closest("svg, math, rt, rp") !== null;
    // Of lines the author has a say in: an annotation is by itself.
    const block = isAnnotation ? parent : blockOf(parent);
    const style = getComputedStyle(parent);
    const runsDown = style.writingMode !== "horizontal-tb";
    const fontSizePt = Number.parseFloat(style.fontSize) * scaleOf(parent) * 0.75;
    for (const word of imprimaturWords(text, parent)) {
      // Moved off the canvas, for screen readers only.
      if (word.box.right <= 0 || word.box.bottom <= 0) continue;
      order += 1;
      const last = lastOfBlock.get(block);
      const before = last?.words.at(-1);
      if (last !== undefined && before && isBeside(before.box, word.box, runsDown)) {
        last.words.push(word);
        last.fontSizePt = Math.min(last.fontSizePt, fontSizePt);
        continue;
      }
      const line: OpenLine = {
        block,
        parent,
        order,
        isAnnotation,
        words: [word],
        isFirst: last === undefined && !block.hasAttribute("data-split-from"),
        division:
          before === undefined || isAnnotation
            ? undefined
            : divisions.between(before.piece, word.piece, block),
        fontSizePt,
      };
      lines.push(line);
      if (last === undefined) firstOfBlock.set(block, line);
      lastOfBlock.set(block, line);
    }
  };

  const isColoured = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean =>
    !/^(?:transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(backgroundColor) || backgroundImage !== "none";

  /** Has colour other than white, or lines on opposite sides: room that is meant to be seen. */
  const isGround = (style: CSSStyleDeclaration): boolean => {
    const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(
      (side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
    );
    const isWhite =
      style.backgroundColor === "rgb(255, 255, 255)" && style.backgroundImage === "none";
    const isFramed = (top === true && bottom === true) || (left === true && right === true);
    return isFramed || (isColoured(style) && !isWhite);
  };

  const readElement = (element: Element): void => {
    order += 1;
    const isInner = element.matches("svg *");
    const isPicture = element.matches(`${replaced}, ${controls}`) && !isInner;
    const box = isPicture ? drawnIn(element) : edgesOf(element.getBoundingClientRect());
    if (box.right <= box.left || box.bottom <= box.top || isInner) return;
    const style = getComputedStyle(element);
    if (isPicture) {
      pictures.push({
        box,
        clip: clipOf(element.parentElement ?? element),
        isWrapped: style.shapeOutside !== "none",
        isDecoration:
          element.matches('[alt=""], [aria-hidden="true"], [role="presentation"], [role="none"]') ||
          (element.localName === "svg" && !element.hasAttribute("role")),
        isInFlow: isInFlow(element),
        order,
        element: element.localName,
      });
    }
    const isPainted =
      element.hasAttribute("data-ref") &&
      (isPicture || isColoured(style) || Number.parseFloat(style.borderBottomWidth) > 0);
    if (content.contains(element) && isGround(style)) grounds.push(box);
    if (isPainted && isInFlow(element) && content.contains(element)) {
      contentBottom = Math.max(contentBottom, Math.min(box.bottom, room.bottom));
    }
  };

  for (const sheet of [page, pageBox]) {
    if (isGround(getComputedStyle(sheet))) grounds.push(room);
  }
  const walker = document.createTreeWalker(pageBox, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      const parent = node.parentElement;
      if (parent === null || node.data.trim() === "" || !isSeen(parent)) continue;
      if (parent.closest("select, textarea, object, video, canvas, iframe") === null) {
        readText(node, parent);
      }
    } else if (node instanceof Element && isSeen(node)) readElement(node);
  }

  /** The first elements of the page that do not go on from the page before, outermost first. */
  const beginnings: Element[] = [];
  for (let first = content.firstElementChild; first !== null; first = first.firstElementChild) {
    if (first.hasAttribute("data-ref") && !first.hasAttribute("data-split-from")) {
      beginnings.push(first);
    }
  }
  const forced = /^(?:always|page|left|right|recto|verso)$/;
  // A change of named page breaks as well (CSS Paged Media 3, 5.2), also where the page that had the
  // other name is an endpaper that was left out.
  const followsOtherPage = (element: Element): boolean =>
    element.hasAttribute("data-after-page") &&
    element.getAttribute("data-after-page") !== element.getAttribute("data-page");
  const startsAtBreak = beginnings.some(
    (element) =>
      followsOtherPage(element) ||
      ["data-break-before", "data-previous-break-after"].some((name) =>
        forced.test(element.getAttribute(name) ?? ""),
      ),
  );

  /** What of a line's block stands on the page before, or the next one, within a word. */
  const runsOf = (line: OpenLine): Pick<Line, "runsOn" | "runsIn"> => {
    const { block, words } = line;
    const [first, last] = [words[0], words.at(-1)];
    const goesOn = block.hasAttribute("data-split-to") && lastOfBlock.get(block) === line;
    const comesIn = block.hasAttribute("data-split-from") && firstOfBlock.get(block) === line;
    return {
      runsOn: goesOn && last !== undefined ? divisions.endOf(last.piece, block) : undefined,
      runsIn: comesIn && first !== undefined ? divisions.startOf(first.piece, block) : undefined,
    };
  };

  const readLines = lines.map((line): Line => {
    const box = line.words.map((word) => word.box).reduce(join);
    const flows = content.contains(line.block) && isInFlow(line.block);
    if (flows) contentBottom = Math.max(contentBottom, Math.min(box.bottom, room.bottom));
    return {
      kind: line.isAnnotation ? "annotation" : "line",
      words: line.words.map(({ text, ink, isCutByShape }) => ({ text, ink, isCutByShape })),
      box,
      block: keyOf(line.isAnnotation ? blockOf(line.parent) : line.block),
      isRunning: !line.isAnnotation && isRunningText(line.block),
      endsInLayoutHyphen: line.words.at(-1)?.endsInLayoutHyphen === true,
      division: line.division,
      ...runsOf(line),
      frame: line.isAnnotation ? undefined : frameOf(line.block, box, line.isFirst),
      clip: clipOf(line.parent),
      fontSizePt: line.fontSizePt,
      isInFlow: flows,
      opens: openingOf(line.parent),
      order: line.order,
      element: line.isAnnotation ? line.parent.localName : line.block.localName,
    };
  });
  return {
    number: Number(page.dataset.pageNumber),
    names: [...page.classList].flatMap(
      (name) =>
        /^pagedjs_(?!named|first|left|right|blank)(.+)(?<!_first)_page$/.exec(name)?.[1] ?? [],
    ),
    startsAtBreak,
    isBlank: page.classList.contains("pagedjs_blank_page"),
    isEndpaper: content.querySelector("[data-endpaper]") !== null,
    trim: edgesOf(pageBox.getBoundingClientRect()),
    sheet: edgesOf((pageBox.closest(".pagedjs_sheet") ?? pageBox).getBoundingClientRect()),
    room,
    contentBottom,
    hasFootnotes: page.querySelector(".pagedjs_footnote_inner_content > *") !== null,
    lines: readLines,
    pictures,
    grounds,
  };
}
