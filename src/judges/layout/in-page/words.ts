/**
 * Runs in an isolated world of the paginated pages: parts a text into the words that stand on each
 * line, with what is painted of them. It makes no lines.
 */
import type { Edges, Word } from "../page-layout.ts";
import { piecesOf, type Piece } from "./pieces.ts";
import { isSlanted, scaleOf } from "./transforms.ts";
import { isShaped } from "./visibility.ts";

export interface ReadWord extends Word {
  readonly piece: Piece;
  /** Its box as layout has it. */
  readonly box: Edges;
  readonly endsInLayoutHyphen: boolean;
}

const canvas = document.createElement("canvas").getContext("2d");
const softHyphen = "\u00AD";

/**
 * What is painted in a box: the canvas knows how far letters reach above and below the line.
 * Of slanted text, whose boxes are larger than it, only the middle is sure.
 */
function inkOf(shown: string, box: Edges, parent: Element, style: CSSStyleDeclaration): Edges {
  if (isSlanted(parent)) {
    const reach = (Number.parseFloat(style.fontSize) * scaleOf(parent)) / 4;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
  }
  if (canvas === null) return box;
  canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const measured = canvas.measureText(shown);
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = measured;
  const scale = (box.bottom - box.top) / (fontBoundingBoxAscent + fontBoundingBoxDescent);
  // Text that runs down the page, or in a font of which the canvas knows nothing.
  const isAsMeasured = Math.abs(scale / scaleOf(parent) - 1) < 0.25;
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = measured;
  if (!isAsMeasured || actualBoundingBoxAscent + actualBoundingBoxDescent <= 0) return box;
  const baseline = box.top + fontBoundingBoxAscent * scale;
  return {
    left: box.left,
    top: baseline - actualBoundingBoxAscent * scale,
    right: box.right,
    bottom: baseline + actualBoundingBoxDescent * scale,
  };
}

/** Whether the pixels in the corners of the ink, a little inwards, are not the element's. */
function isCutByShape(ink: Edges, element: Element): boolean {
  const inset = Math.min(2, (ink.bottom - ink.top) / 4, (ink.right - ink.left) / 4);
  const before = { x: window.scrollX, y: window.scrollY };
  const corners = [ink.left + inset, ink.right - inset].flatMap((x) =>
    [ink.top + inset, ink.bottom - inset].map((y) => [x, y] as const),
  );
  const isCut = corners.some(([x, y]) => {
    window.scrollTo(x - innerWidth / 2, y - innerHeight / 2);
    const hit = document.elementsFromPoint(x - window.scrollX, y - window.scrollY);
    return !hit.some((found) => element === found || element.contains(found));
  });
  window.scrollTo(before.x, before.y);
  return isCut;
}

/** At the end of a page a soft hyphen was replaced by a printed one, and its element marked. */
function isPrintedHyphen(text: Text, parent: Element, to: number): boolean {
  return (
    to === text.length &&
    parent.classList.contains("pagedjs_hyphen") &&
    parent.lastChild === text &&
    /[^\p{L}\p{N}]$/u.test(text.data)
  );
}

/** The words of a text of `parent`, and parts of words where a word stands on several lines. */
export function wordsOf(text: Text, parent: Element): readonly ReadWord[] {
  const style = getComputedStyle(parent);
  const runsDown = style.writingMode !== "horizontal-tb";
  return [...text.data.matchAll(/\S+/g)].flatMap((word) =>
    piecesOf(text, word.index, word.index + word[0].length, runsDown).map((piece) => {
      const written = text.data.slice(piece.from, piece.to).replaceAll(softHyphen, "");
      const shown = style.textTransform === "uppercase" ? written.toUpperCase() : written;
      const ink = inkOf(shown, piece.box, parent, style);
      return {
        piece,
        text: piece.endsInSoftHyphen ? `${shown}\u2010` : shown,
        box: piece.box,
        ink,
        isCutByShape: isShaped(parent) && isCutByShape(ink, parent),
        endsInLayoutHyphen: piece.endsInSoftHyphen || isPrintedHyphen(text, parent, piece.to),
      };
    }),
  );
}
