/**
 * Runs in an isolated world of the paginated pages: gathers the words of one page into lines. Input: its
 * texts, in the order of the document; output: a `Line` for each line. It judges nothing.
 */
import type { Division } from "../division.ts";
import type { Edges, Line } from "../page-layout.ts";
import { divisionBetween, runAtEnd, runAtStart } from "./divisions.ts";
import { join } from "./edges.ts";
import { isBeside } from "./pieces.ts";
import { blockOf, frameOf, isInFlow } from "./room.ts";
import { refOf } from "./source-ref.ts";
import { scaleOf } from "./transforms.ts";
import { clipOf } from "./visibility.ts";
import { wordsOf, type ReadWord } from "./words.ts";

const openings = `h1, h2, h3, h4, h5, h6, [role="heading"], hgroup, header, legend, caption,
  figure:not([data-split-from]) > figcaption:first-child`;

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

export class LineReader {
  readonly #pageIndex: number;
  readonly #content: Element;
  readonly #lines: OpenLine[] = [];
  readonly #firstOfBlock = new Map<Element, OpenLine>();
  readonly #lastOfBlock = new Map<Element, OpenLine>();
  readonly #blockKeys = new Map<Element, string>();

  /** @param content of the page, without its margins. */
  constructor(pageIndex: number, content: Element) {
    this.#pageIndex = pageIndex;
    this.#content = content;
  }

  /**
   * @param nextOrder counts one on for each word.
   */
  add(text: Text, parent: Element, nextOrder: () => number): void {
    const isAnnotation = parent.closest("svg, math, rt, rp") !== null;
    // Of lines the author has a say in: an annotation is by itself.
    const block = isAnnotation ? parent : blockOf(parent);
    const style = getComputedStyle(parent);
    const runsDown = style.writingMode !== "horizontal-tb";
    const fontSizePt = Number.parseFloat(style.fontSize) * scaleOf(parent) * 0.75;
    for (const word of wordsOf(text, parent)) {
      // Moved off the canvas, for screen readers only.
      if (word.box.right <= 0 || word.box.bottom <= 0) continue;
      const order = nextOrder();
      const last = this.#lastOfBlock.get(block);
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
            : divisionBetween(before.piece, word.piece, block),
        fontSizePt,
      };
      this.#lines.push(line);
      if (last === undefined) this.#firstOfBlock.set(block, line);
      this.#lastOfBlock.set(block, line);
    }
  }

  /** All lines, once every text was added. */
  lines(): Line[] {
    return this.#lines.map((line): Line => {
      const box = boxOf(line);
      const own = line.isAnnotation ? line.parent : line.block;
      return {
        kind: line.isAnnotation ? "annotation" : "line",
        words: line.words.map(({ text, ink, isCutByShape }) => ({ text, ink, isCutByShape })),
        box,
        block: this.#keyOf(line.isAnnotation ? blockOf(line.parent) : line.block),
        isRunning: !line.isAnnotation && isRunningText(line.block),
        endsInLayoutHyphen: line.words.at(-1)?.endsInLayoutHyphen === true,
        division: line.division,
        ...this.#runsOf(line),
        frame: line.isAnnotation ? undefined : frameOf(line.block, box, line.isFirst),
        clip: clipOf(line.parent),
        fontSizePt: line.fontSizePt,
        isInFlow: this.#content.contains(line.block) && isInFlow(line.block),
        opens: this.#openingOf(line.parent),
        order: line.order,
        element: own.localName,
        ref: refOf(own),
      };
    });
  }

  #keyOf(block: Element): string {
    const ref = block instanceof HTMLElement ? block.dataset.ref : undefined;
    const key =
      this.#blockKeys.get(block) ??
      ref ??
      `page ${this.#pageIndex + 1}, block ${this.#blockKeys.size + 1}`;
    this.#blockKeys.set(block, key);
    return key;
  }

  #openingOf(element: Element): string | undefined {
    const opening = element.closest(openings);
    if (opening === null || !this.#content.contains(opening)) return undefined;
    return getComputedStyle(opening).captionSide === "bottom" && opening.matches("caption")
      ? undefined
      : opening.localName;
  }

  /** What of a line's block stands on the page before, or the next one, within a word. */
  #runsOf(line: OpenLine): Pick<Line, "runsOn" | "runsIn"> {
    const { block, words } = line;
    const [first, last] = [words[0], words.at(-1)];
    const goesOn = block.hasAttribute("data-split-to") && this.#lastOfBlock.get(block) === line;
    const comesIn = block.hasAttribute("data-split-from") && this.#firstOfBlock.get(block) === line;
    return {
      runsOn: goesOn && last !== undefined ? runAtEnd(last.piece, block) : undefined,
      runsIn: comesIn && first !== undefined ? runAtStart(first.piece, block) : undefined,
    };
  }
}

function boxOf({ words }: OpenLine): Edges {
  return words.map((word) => word.box).reduce(join);
}

function isRunningText(block: Element): boolean {
  const keepsLineFeeds = /^(?:preserve|preserve-breaks|break-spaces)/.test(
    getComputedStyle(block).getPropertyValue("white-space-collapse"),
  );
  const isSetByLines = keepsLineFeeds && block.textContent.trim().includes("\n");
  return !isSetByLines && block.closest("table") === null;
}
