/**
 * Which printed text of the source each painted unit of a page is. Input: the page's units, and its
 * texts as the browser laid them out; output: a place in the source for each unit, and what each
 * line of text must read as. Pure.
 *
 * The browser marks what it paints with one leaf for each text node, so a leaf's words are compared
 * with the nodes' words. What it leaves unmarked (generated text) is found by where it stands and
 * what it says. A unit that is neither is no part of the source.
 */
import type { BrowserLeaf } from "../printed/browser-structure.ts";
import { orderInLine } from "./order-in-line.ts";
import type {
  PrintedGraphic,
  PrintedPage,
  PrintedText,
  TextBox,
} from "../printed/printed-pages.ts";
import {
  hasLetters,
  readsAs,
  simplified,
  sortedLetters,
  withoutLetters,
  withoutUnseen,
} from "./text-comparison.ts";
import type { Cluster, PaintedUnit, StreamUnits, TextUnit } from "./units.ts";

export interface Place {
  readonly key: string;
  /** Reading order within the page. */
  readonly order: number;
  /** Reading order within the line. */
  readonly within: number;
}

/** What a unit reads as where it is not what its clusters say. */
export interface Reading {
  /** Instead of its clusters; empty where it reads as nothing. */
  replacement?: string;
  /** The last glyph is a hyphen which the source has not: it reads as a soft hyphen. */
  softHyphen?: boolean;
  /** The line was broken here, at a space which is not painted. */
  spaceAfter?: boolean;
  /** Words stand in another order than they are read in: their distances say nothing of spaces. */
  isTurned?: boolean;
}

export interface PageMatch {
  readonly places: ReadonlyMap<PaintedUnit, Place>;
  readonly readings: ReadonlyMap<PaintedUnit, Reading>;
  /** Bands of the margin boxes that untagged text stands in. */
  readonly margins: ReadonlyMap<PaintedUnit, "header" | "footer">;
  /** Text that the browser tagged and that is nowhere in the source. */
  readonly unmatched: readonly TextUnit[];
  /** Printed boxes of the source whose text is not in the PDF. */
  readonly missing: readonly { readonly key: string; readonly text: string }[];
  /** Text of which the font has no glyph for some letter. */
  readonly unknownGlyphs: readonly UnknownGlyph[];
}

export interface UnknownGlyph {
  readonly unit: TextUnit;
  /** The line that it stands in. */
  readonly text: string;
  /** What of it no glyph reads as. */
  readonly letters: readonly string[];
}

interface OpenBox {
  readonly text: PrintedText;
  box: TextBox;
  readonly order: number;
  /** What is still to be found of it, simplified. */
  remaining: string;
  readonly units: TextUnit[];
}

/** How far, in CSS pixels, a glyph's origin may stand outside its line's box. */
const tolerancePx = 2;
/** How far a text's shadow may lie from the text. */
const shadowPx = 24;
/** What `text-emphasis` sets over letters. CSS Text Decoration 3, 3.1. */
const emphasisMarks = /^[•◦●○◎◉▲△﹅﹆]+$/u;

export function matchContent(
  content: StreamUnits,
  page: PrintedPage,
  leafOf: (mark: string) => BrowserLeaf | undefined,
  alternativeOf: (key: string) => string | undefined,
): PageMatch {
  return new Matcher(content, page, leafOf, alternativeOf).match();
}

class Matcher {
  readonly #units: PaintedUnit[] = [];
  readonly #leafOf: (mark: string) => BrowserLeaf | undefined;
  readonly #alternativeOf: (key: string) => string | undefined;
  readonly #boxes: OpenBox[] = [];
  readonly #page: PrintedPage;
  readonly #boxesOf = new Map<PrintedText, OpenBox[]>();
  readonly #boxOf = new Map<TextUnit, OpenBox>();
  readonly #places = new Map<PaintedUnit, Place>();
  readonly #readings = new Map<PaintedUnit, Reading>();
  readonly #margins = new Map<PaintedUnit, "header" | "footer">();
  readonly #unknownGlyphs: UnknownGlyph[] = [];
  readonly #graphicOrders = new Map<string, number>();

  constructor(
    content: StreamUnits,
    page: PrintedPage,
    leafOf: (mark: string) => BrowserLeaf | undefined,
    alternativeOf: (key: string) => string | undefined,
  ) {
    this.#leafOf = leafOf;
    this.#alternativeOf = alternativeOf;
    this.#page = page;
    collectPainted(content, this.#units);
    let order = 0;
    for (const text of page.texts) {
      const boxes = text.boxes.map((box) => ({
        text,
        box,
        order: order++,
        remaining: simplified(box.text) || (text.key?.endsWith(":marker") === true ? box.text : ""),
        units: [],
      }));
      this.#boxesOf.set(text, boxes);
      this.#boxes.push(...boxes);
    }
  }

  match(): PageMatch {
    this.#matchLeaves();
    const unmatched: TextUnit[] = [];
    /** Of formulas: the browser draws a root's sign, and no text of the source has it. */
    const signs: TextUnit[] = [];
    for (const unit of this.#units) {
      if (unit.kind === "text" && !this.#boxOf.has(unit) && !this.#places.has(unit)) {
        const box = this.#boxByPlace(unit) ?? this.#boxByWords(unit);
        if (box) this.#assign(unit, box);
        else if (this.#isRepeated(unit)) this.#reading(unit).replacement = "";
        else if (unit.mark !== undefined) {
          if (this.#formulaAround(unit) === undefined) unmatched.push(unit);
          else signs.push(unit);
        }
      } else if (unit.kind === "path") this.#matchLabelPath(unit);
    }
    this.#matchMisplaced();
    for (const sign of signs) this.#placeSign(sign);
    this.#placeUnmarkedControls();
    this.#readBoxes();
    this.#findUnknownInGraphics();
    const unknown = new Set(this.#unknownGlyphs.map(({ unit }) => this.#boxOf.get(unit)));
    const missing = this.#boxes
      .filter((each) => each.text.isReal && isLost(each) && !unknown.has(each))
      .map(({ text, remaining }) => ({ key: text.key ?? "", text: remaining }));
    return {
      places: this.#places,
      readings: this.#readings,
      margins: this.#margins,
      unmatched,
      missing,
      unknownGlyphs: this.#unknownGlyphs,
    };
  }

  /** Leaves of one text node each, recognised by all of their words. */
  #matchLeaves(): void {
    const groups = new Map<object, TextUnit[]>();
    for (const unit of this.#units) {
      const leaf = unit.mark === undefined ? undefined : this.#leafOf(unit.mark);
      if (leaf === undefined) continue;
      if (leaf.graphicRef !== undefined) {
        this.#placeGraphic(unit, leaf.graphicRef);
      } else if (unit.kind === "text") {
        const group = groups.get(leaf.leaf);
        if (group) group.push(unit);
        else groups.set(leaf.leaf, [unit]);
      }
    }
    const candidates = new Map<string, PrintedText[]>();
    for (const text of this.#page.texts) {
      // The browser marks real text and list labels, and no other generated text.
      if (!text.isReal && text.key?.endsWith(":marker") !== true) continue;
      const words = leafKey(text.boxes.map((box) => box.text).join(""));
      const known = candidates.get(words);
      if (known) known.push(text);
      else candidates.set(words, [text]);
    }
    // By place first, since short texts are often the same; then in order, since places are not
    // always right: a snapshot puts all columns in the first.
    for (const isPlaceSure of [true, false]) {
      for (const [leaf, painted] of groups) {
        const read = [painted, withoutShadows(painted)].find((each) =>
          candidates.has(lettersOf(each)),
        );
        const units = read ?? painted;
        const found = candidates.get(lettersOf(units));
        const [first] = units;
        if (found === undefined || first === undefined) continue;
        const near = isPlaceSure
          ? found.findIndex((text) => text.boxes.some((box) => isWithin(first, box)))
          : 0;
        const [text] = near < 0 ? [] : found.splice(near, 1);
        if (text === undefined) continue;
        groups.delete(leaf);
        this.#assignAll(units, this.#boxesOf.get(text) ?? []);
      }
    }
  }

  #placeGraphic(unit: PaintedUnit, ref: string): void {
    const key = `${ref}:graphic`;
    let order = this.#graphicOrders.get(key);
    if (order === undefined) {
      // Within its line, a picture stands where its box is among the texts.
      order = this.#graphicOrders.size / 1000;
      this.#graphicOrders.set(key, order);
    }
    this.#places.set(unit, { key, order, within: 0 });
  }

  /** The units of one text node to its lines: in order, or where the script runs backwards, by place. */
  #assignAll(units: readonly TextUnit[], boxes: readonly OpenBox[]): void {
    let at = 0;
    for (const unit of units) {
      const words = simplified(unit.text);
      let found: OpenBox | undefined;
      if (words === "") {
        const current = boxes[at];
        const isInLine = current !== undefined && current.units.length > 0 && current.remaining;
        // Within a line that has begun, by order: a snapshot gets places in columns wrong.
        found = isInLine
          ? current
          : (boxes.find(({ box }) => isWithin(unit, box)) ??
            boxes[Math.max(at - 1, 0)] ??
            boxes[0]);
        // A printed hyphen ends the line before it; a rule of hyphens is a line of its own.
        const isOwnLine = found !== undefined && isRule(found.box.text);
        if (/^[-\u2010\u2011]$/.test(unit.text.trim()) && !isOwnLine)
          found = boxes[Math.min(at, boxes.length - 1)] ?? found;
      } else {
        let next = at;
        while (next < boxes.length && boxes[next]?.remaining === "") next++;
        const box = boxes[next];
        // A short word may begin a longer one: what runs from right to left is first met at its end.
        const isNext = box !== undefined && (!unit.isReversed || isWithin(unit, box.box));
        if (isNext && box.remaining.startsWith(words)) {
          found = box;
          at = next;
        } else {
          found =
            boxes.find((each) => isWithin(unit, each.box) && hasLetters(each.remaining, words)) ??
            boxes.find((each) => hasLetters(each.remaining, words)) ??
            box;
        }
      }
      if (found === undefined) continue;
      absorbBoxes(found, words, boxes);
      this.#assign(unit, found);
    }
  }

  #assign(unit: TextUnit, box: OpenBox): void {
    const words = simplified(unit.text);
    box.remaining = box.remaining.startsWith(words)
      ? box.remaining.slice(words.length)
      : withoutLetters(box.remaining, words);
    box.units.push(unit);
    this.#boxOf.set(unit, box);
    const { key, margin } = box.text;
    if (key !== undefined) this.#places.set(unit, { key, order: box.order, within: 0 });
    else if (margin === "header" || margin === "footer") this.#margins.set(unit, margin);
  }

  #boxByPlace(unit: TextUnit): OpenBox | undefined {
    const words = simplified(unit.text);
    const near = this.#boxes.filter(({ box }) => isWithin(unit, box));
    if (unit.text === "" || hasUnknownGlyph(unit)) {
      // Glyphs that the font has no text for: with what is not found otherwise.
      return near.find(({ remaining }) => remaining !== "");
    }
    if (words === "") {
      // A space that is a piece of generated text by itself.
      const blank = near.find(
        ({ text, box, units }) =>
          !text.isReal && text.key !== undefined && units.length === 0 && box.text.trim() === "",
      );
      if (blank) return blank;
      // A space or hyphen by itself: with the text it stands in, if that is still being read.
      return near.find(
        ({ text, units }) =>
          text.isReal && (units.length > 0 || !/\S/.test(text.boxes[0]?.text ?? "")),
      );
    }
    return (
      near.find(({ remaining }) => remaining.startsWith(words)) ??
      near.find(({ remaining }) => remaining !== "" && hasLetters(remaining, words))
    );
  }

  /** Painted again, as for a shadow: it is read once. */
  #isRepeated(unit: TextUnit): boolean {
    const words = simplified(unit.text);
    return (
      words === "" ||
      emphasisMarks.test(words) ||
      this.#boxes.some(
        ({ box }) => isWithin(unit, box, shadowPx) && simplified(box.text).includes(words),
      )
    );
  }

  /** Last resort for what the browser tagged, e.g. in columns, whose places a snapshot gets wrong. */
  #boxByWords(unit: TextUnit): OpenBox | undefined {
    const words = simplified(unit.text);
    if (unit.mark === undefined || words === "") return undefined;
    return this.#boxes.find(({ text, remaining }) => text.isReal && remaining.startsWith(words));
  }

  /** Generated text in columns, whose places a snapshot gets wrong: by what it says, in order. */
  #matchMisplaced(): void {
    const open = this.#boxes.filter(
      ({ text, remaining, units }) =>
        !text.isReal && text.key !== undefined && remaining !== "" && units.length === 0,
    );
    if (open.length === 0) return;
    for (const unit of this.#units) {
      if (unit.kind !== "text" || unit.mark !== undefined || this.#boxOf.has(unit)) continue;
      const words = simplified(unit.text);
      const box = words === "" ? undefined : open.find((each) => each.remaining.startsWith(words));
      if (box) this.#assign(unit, box);
    }
  }

  #formulaAround(unit: TextUnit): PrintedGraphic | undefined {
    return this.#page.formulas.find((formula) => isWithin(unit, formula));
  }

  /** Before what is painted next in its formula. */
  #placeSign(sign: TextUnit): void {
    const formula = this.#formulaAround(sign);
    if (formula === undefined) return;
    const next = this.#units
      .slice(this.#units.indexOf(sign) + 1)
      .find((unit) => unit.kind === "text" && this.#boxOf.has(unit) && isWithin(unit, formula));
    const place = next && this.#places.get(next);
    this.#places.set(
      sign,
      place
        ? { ...place, order: place.order - 0.5 }
        : { key: `${formula.ref}:graphic`, order: 0, within: 0 },
    );
  }

  /** What a control for files shows, the browser marks with nothing: it is what stands within its box. */
  #placeUnmarkedControls(): void {
    for (const graphic of this.#page.graphics) {
      if (this.#graphicOrders.has(`${graphic.ref}:graphic`)) continue;
      for (const unit of this.#units) {
        const isFree = unit.kind === "text" && unit.mark === undefined && !this.#boxOf.has(unit);
        if (isFree && !this.#places.has(unit) && isWithin(unit, graphic)) {
          this.#placeGraphic(unit, graphic.ref);
        }
      }
    }
  }

  /** Bullets are painted as paths, within the marker's box. */
  #matchLabelPath(unit: PaintedUnit): void {
    if (unit.mark === undefined || this.#places.has(unit)) return;
    const label = this.#boxes.find(
      ({ text, box }) => text.key?.endsWith(":marker") === true && isWithin(unit, box),
    );
    if (label?.text.key === undefined) return;
    // Several paths may draw one bullet; the first reads as it.
    this.#reading(unit).replacement = label.remaining === "" ? "" : label.box.text;
    label.remaining = "";
    this.#places.set(unit, { key: label.text.key, order: label.order, within: 0 });
  }

  #readBoxes(): void {
    let before: OpenBox | undefined;
    for (const open of this.#boxes) {
      const { box, text } = open;
      if (open.units.length === 0) {
        if (isUnpaintedSpace(open)) this.#endInSpace(before);
        continue;
      }
      const previous = before;
      before = open;
      const expected = withoutUnseen(box.text).replace(/[\t\n\r]/g, " ");
      const units = orderInLine(open.units, expected);
      for (const unit of units) {
        if (!hasUnknownGlyph(unit)) continue;
        const known = units.map(knownText).join("");
        const letters = Array.from(expected).filter((letter) => !known.includes(letter));
        this.#unknownGlyphs.push({ unit, text: expected, letters });
      }
      // In the margins nothing is read, but no glyph may be missing either.
      if (text.key === undefined) continue;
      const isTurned = units.some(({ isReversed }) => isReversed);
      for (const [within, unit] of units.entries()) {
        const place = this.#places.get(unit);
        if (place) this.#places.set(unit, { ...place, within });
        if (isTurned) this.#reading(unit).isTurned = true;
      }
      const alternative = this.#alternativeOf(text.key);
      if (alternative === undefined) {
        if (startsUnpainted(units, expected)) this.#endInSpace(previous);
        this.#readLine(units, expected, box.spaceAfter);
      } else {
        // Said once, however many pieces and lines the text is printed in.
        const isFirst = this.#boxesOf.get(text)?.find((each) => each.units.length > 0)?.box === box;
        this.#replace(units, isFirst ? alternative : "");
      }
    }
  }

  /** @param spaceAfter whether white space of the source was dropped at the line's end. */
  #readLine(units: readonly TextUnit[], expected: string, spaceAfter: boolean): void {
    const last = units.at(-1);
    if (last === undefined) return;
    let shown = units.map((unit) => unit.text).join("");
    if (!readsAs(shown, expected)) {
      const isHyphenated = /[-\u2010\u2011]$/.test(shown) && readsAs(shown.slice(0, -1), expected);
      if (isHyphenated) this.#reading(last).softHyphen = true;
      else if (!readsAs(spaced(shown), spaced(expected))) {
        this.#replace(units, expected.trimEnd());
        shown = expected.trimEnd();
      }
    }
    // A line feed kept by the styles ends the line, and is not painted either.
    const isBroken = spaceAfter || /[\t\n\r ]$/.test(expected);
    if (isBroken && !/\s$/.test(shown)) this.#reading(last).spaceAfter = true;
  }

  /** White space that nobody paints, as a tab between two elements, is said at the end of what was before. */
  #endInSpace(box: OpenBox | undefined): void {
    const last = box && orderInLine(box.units, withoutUnseen(box.box.text)).at(-1);
    if (last === undefined || box?.text.key === undefined) return;
    const reading = this.#reading(last);
    if (!/\s$/.test(reading.replacement ?? last.text)) reading.spaceAfter = true;
  }

  /** The first unit reads as all of the text, the others as nothing. */
  #replace(units: readonly TextUnit[], text: string): void {
    for (const [index, unit] of units.entries()) {
      this.#reading(unit).replacement = index === 0 ? text : "";
    }
  }

  /** Text in pictures, which is read by their alternatives and stands in no box. */
  #findUnknownInGraphics(): void {
    for (const unit of this.#units) {
      if (unit.kind !== "text" || this.#boxOf.has(unit) || !hasUnknownGlyph(unit)) continue;
      this.#unknownGlyphs.push({ unit, text: unit.text, letters: [] });
    }
  }

  #reading(unit: PaintedUnit): Reading {
    const known = this.#readings.get(unit) ?? {};
    this.#readings.set(unit, known);
    return known;
  }
}

/**
 * Joins the boxes that one piece of painted text shows, as where brackets part words that run from
 * right to left: in layout they are boxes of their own, in print they are one.
 */
function absorbBoxes(open: OpenBox, words: string, boxes: readonly OpenBox[]): void {
  if (hasLetters(open.remaining, words)) return;
  const absorbed: OpenBox[] = [];
  let letters = open.remaining;
  for (const next of boxes.slice(boxes.indexOf(open) + 1)) {
    const isInLine = Math.abs(next.box.bounds[1] - open.box.bounds[1]) < 1;
    if (!isInLine || next.units.length > 0) return;
    absorbed.push(next);
    letters += next.remaining;
    if (hasLetters(letters, words)) break;
  }
  if (!hasLetters(letters, words)) return;
  for (const next of absorbed) {
    const { spaceAfter } = next.box;
    open.box = { ...open.box, text: open.box.text + next.box.text, spaceAfter };
    next.remaining = "";
  }
  open.remaining = letters;
}

/** Hyphens count where there is nothing else: they may be a line of a table, or the start of an option. */
function leafKey(text: string): string {
  return sortedLetters(text) || withoutUnseen(text).replace(/\s/g, "");
}

/** Whether it is hyphens alone, as those below the heads of a table in plain text. */
function isRule(text: string): boolean {
  return simplified(text) === "" && text.includes("-");
}

function lettersOf(units: readonly TextUnit[]): string {
  return leafKey(units.map(({ text }) => text).join(""));
}

/** Without what is painted once more a little aside, later and so on top. */
function withoutShadows(units: readonly TextUnit[]): readonly TextUnit[] {
  return units.filter(
    (unit, at) =>
      !units.slice(at + 1).some(
        ({ text, size, x, y }) =>
          text === unit.text &&
          size === unit.size &&
          // In the same place it is no shadow, but what an effect paints twice.
          (x !== unit.x || y !== unit.y) &&
          Math.abs(x - unit.x) <= shadowPx &&
          Math.abs(y - unit.y) <= shadowPx,
      ),
  );
}

function collectPainted(content: StreamUnits, into: PaintedUnit[]): void {
  for (const unit of content.units) {
    if (unit.kind === "state") continue;
    into.push(unit);
    if (unit.kind === "picture" && unit.form) collectPainted(unit.form, into);
  }
}

/** A text of the source that is white space alone, and of which nothing is painted. */
function isUnpaintedSpace({ text, box }: OpenBox): boolean {
  return text.isReal && text.key !== undefined && /^\s+$/.test(box.text);
}

/** Whether a text begins with white space that nobody paints. */
function startsUnpainted(units: readonly TextUnit[], expected: string): boolean {
  return /^\s/.test(expected) && !/^\s/.test(units.map(({ text }) => text).join(""));
}

/** How much white space stands in a place says nothing: a tab is painted as one space, or as none. */
function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A letter or two may be part of a ligature which reads as its other part; the line's reading makes up for that. */
function isLost({ remaining, units }: OpenBox): boolean {
  return remaining.length > (units.length === 0 ? 0 : 3);
}

/** Glyph 0 stands for what a font does not have. */
function hasUnknownGlyph({ font, clusters }: TextUnit): boolean {
  return font.isComposite && clusters.some(hasNoGlyph);
}

function hasNoGlyph({ glyphs }: Cluster): boolean {
  return glyphs.some(({ code }) => code === 0);
}

/** What a unit reads as without glyph 0, which the browser gives the name of any letter. */
function knownText({ font, clusters, text }: TextUnit): string {
  if (!font.isComposite) return text;
  return clusters.flatMap((each) => (hasNoGlyph(each) ? [] : [each.text])).join("");
}

function isWithin(
  unit: PaintedUnit,
  { bounds: [left = 0, top = 0, width = 0, height = 0] }: Pick<PrintedGraphic, "bounds">,
  reachPx = tolerancePx,
): boolean {
  return (
    unit.x >= left - reachPx &&
    unit.x <= left + width + reachPx &&
    unit.y >= top - reachPx &&
    unit.y <= top + height + reachPx
  );
}
