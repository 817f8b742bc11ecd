/**
 * Content streams with the source's tags and the source's characters: what belongs to a leaf of the
 * logical tree is marked with an id of its own, everything else is an Artifact, and the browser's
 * marks are gone. Input: units and their places; output: the new stream and its marks. It changes
 * nothing that is seen. ISO 32000-1 §14.6, §14.8.2.2.
 */
import type { PDFRef } from "@cantoo/pdf-lib";
import type { FontBook } from "../../pdf/fonts/font-book.ts";
import { STANDING_SPACE } from "../../pdf/fonts/readable-text.ts";
import { hexText } from "../../pdf/write/shown-strings.ts";
import { joinDividedWord } from "./join-divided-word.ts";
import type { PageMatch } from "./match-content.ts";
import { inReadingOrder, type Step } from "./paint-order.ts";
import { paintText, type NameOfCopy } from "./paint-text.ts";
import { readClusters, type ReadPiece } from "./read-clusters.ts";
import {
  endPlace,
  spaceAfter,
  spaceCarrier,
  withSpaceInLetter,
  type SpaceCarrier,
} from "./space-after.ts";
import type { PaintedUnit, PathUnit, PictureUnit, StreamUnits, TextUnit } from "./units.ts";

/** A leaf of the logical tree, and where in it a text stands. */
export interface LeafPlace {
  readonly leaf: number;
  readonly position: number;
  /** The name the mark gets: the type of the leaf's element. */
  readonly tag: string;
}

export interface Mark {
  readonly leaf: number;
  /** Reading order within the leaf: by text, by line, and within the line. */
  readonly position: number;
  readonly order: number;
  readonly within: number;
}

export interface RewrittenStream {
  /** The form XObject; undefined for the page itself. */
  readonly ref: PDFRef | undefined;
  readonly content: string;
  /** By marked-content id. */
  readonly marks: readonly Mark[];
}

interface Role {
  readonly open: string;
  readonly place: Mark | undefined;
}

export type LeafOf = (key: string) => LeafPlace | undefined;

/** The page's stream first, then the form XObjects that it paints. */
export function rewriteContent(
  page: StreamUnits,
  match: PageMatch,
  leafOf: LeafOf,
  fonts: FontBook,
): RewrittenStream[] {
  const streams: RewrittenStream[] = [];
  const seen = new Set<PDFRef>();
  const rewrite = (units: StreamUnits): void => {
    if (units.ref !== undefined) {
      if (seen.has(units.ref)) return;
      seen.add(units.ref);
    }
    const { content, marks, forms } = new StreamRewriter(units, match, leafOf, fonts).rewrite();
    streams.push({ ref: units.ref, content, marks });
    for (const form of forms) rewrite(form);
  };
  rewrite(page);
  return streams;
}

class StreamRewriter {
  readonly #stream: StreamUnits;
  readonly #match: PageMatch;
  readonly #leafOf: LeafOf;
  readonly #fonts: FontBook;
  readonly #out: string[] = [];
  readonly #marks: Mark[] = [];
  readonly #forms: StreamUnits[] = [];
  readonly #pieces = new Map<TextUnit, readonly ReadPiece[]>();
  /** Spaces behind a text whose font has none. */
  readonly #spaces = new Map<TextUnit, readonly string[]>();
  #carrier: SpaceCarrier | undefined;
  #role: Role | undefined;

  constructor(stream: StreamUnits, match: PageMatch, leafOf: LeafOf, fonts: FontBook) {
    this.#stream = stream;
    this.#match = match;
    this.#leafOf = leafOf;
    this.#fonts = fonts;
  }

  rewrite(): { content: string; marks: Mark[]; forms: StreamUnits[] } {
    const { steps, after } = inReadingOrder(
      this.#stream.units,
      (unit) => this.#firstPlace(unit),
      (a, b) => a.leaf - b.leaf || compareMarks(a, b),
    );
    const texts = steps.flatMap(({ unit }) => (unit.kind === "text" ? [unit] : []));
    this.#carrier = spaceCarrier(texts, (unit) => this.#nameOfCopy(unit));
    this.#read(steps);
    for (const step of steps) this.#paint(step);
    this.#close();
    this.#out.push(...after);
    return { content: this.#out.join("\n"), marks: this.#marks, forms: this.#forms };
  }

  /** What all text reads as: a word may be divided between one line and the next. */
  #read(steps: readonly Step[]): void {
    let last: { readonly unit: TextUnit; readonly leaf: number | undefined } | undefined;
    for (const { unit } of steps) {
      if (unit.kind !== "text") continue;
      const reading = this.#match.readings.get(unit);
      const leaf = this.#placeOf(unit)?.leaf;
      let pieces = readClusters(unit, reading);
      const before = last && this.#pieces.get(last.unit);
      const isDivided = last && this.#match.readings.get(last.unit)?.softHyphen === true;
      if (last && before && isDivided && leaf !== undefined && leaf === last.leaf) {
        const joined = joinDividedWord(before, pieces, reading?.softHyphen === true);
        this.#pieces.set(last.unit, joined.before);
        pieces = joined.after;
      }
      this.#pieces.set(unit, this.#spaced(unit, pieces));
      last = { unit, leaf };
    }
  }

  /** A space at the line's end, where the line was broken at one: most readers need it. */
  #spaced(unit: TextUnit, pieces: readonly ReadPiece[]): readonly ReadPiece[] {
    const reading = this.#match.readings.get(unit);
    if (reading?.spaceAfter !== true) return pieces;
    const space = reading.isTurned === true ? STANDING_SPACE : " ";
    const piece = spaceAfter(unit, pieces, space);
    if (piece !== undefined) return [...pieces, piece];
    if (this.#carrier === undefined) return withSpaceInLetter(pieces);
    this.#spaces.set(unit, this.#carrier.say(space, endPlace(unit, pieces)));
    return pieces;
  }

  #close(): void {
    if (this.#role) this.#out.push("EMC");
    this.#role = undefined;
  }

  #paint({ unit, before }: Step): void {
    if (unit.kind === "picture" && unit.form) {
      this.#forms.push(unit.form);
      if (this.#holdsPlaces(unit.form)) {
        // A form with marks of its own stands outside every mark.
        this.#close();
        this.#out.push(...before, unit.raw);
        return;
      }
    }
    const role = this.#roleOf(unit);
    if (this.#role && continues(this.#role, role)) this.#out.push(...before);
    else {
      this.#close();
      this.#out.push(...before);
      if (role.place) this.#openMark(role.open, role.place);
      else this.#out.push(`/Artifact ${role.open}`);
    }
    this.#role = role;
    if (unit.kind === "text") this.#text(unit);
    else this.#drawing(unit);
  }

  #text(unit: TextUnit): void {
    this.#out.push(
      ...paintText(unit, this.#pieces.get(unit) ?? [], this.#nameOfCopy(unit)),
      ...(this.#spaces.get(unit) ?? []),
    );
  }

  #nameOfCopy({ fontName, font }: TextUnit): NameOfCopy {
    const { resources } = this.#stream;
    return (copy) =>
      resources === undefined ? fontName : this.#fonts.nameOfCopy(resources, fontName, font, copy);
  }

  /** A drawn list label is seen by those who look, and said by a code that paints nothing. */
  #drawing(unit: PathUnit | PictureUnit): void {
    const text = this.#match.readings.get(unit)?.replacement ?? "";
    if (text === "") {
      this.#out.push(unit.raw);
      return;
    }
    const label = this.#carrier?.say(text, unit);
    if (label !== undefined) this.#out.push(unit.raw, ...label);
    else this.#out.push(`/Span<</ActualText ${hexText(text)}>>BDC`, unit.raw, "EMC");
  }

  #openMark(tag: string, place: Mark): void {
    this.#out.push(`/${tag} <</MCID ${this.#marks.length}>> BDC`);
    this.#marks.push(place);
  }

  #placeOf(unit: PaintedUnit): Mark | undefined {
    const place = this.#match.places.get(unit);
    const leaf = place && this.#leafOf(place.key);
    if (!place || !leaf) return undefined;
    const { order, within } = place;
    return { leaf: leaf.leaf, position: leaf.position, order, within };
  }

  /** Of a form, where the first of its texts is read. */
  #firstPlace(unit: PaintedUnit): Mark | undefined {
    const own = this.#placeOf(unit);
    if (own || unit.kind !== "picture" || !unit.form) return own;
    const inner = unit.form.units.flatMap((each) =>
      each.kind === "state" ? [] : (this.#firstPlace(each) ?? []),
    );
    return inner.toSorted((a, b) => a.leaf - b.leaf || compareMarks(a, b))[0];
  }

  #roleOf(unit: PaintedUnit): Role {
    const place = this.#placeOf(unit);
    const leaf = place && this.#leafOf(this.#match.places.get(unit)?.key ?? "");
    if (place && leaf) return { open: leaf.tag, place };
    const margin = this.#match.margins.get(unit);
    if (margin !== undefined) {
      const subtype = margin === "header" ? "Header" : "Footer";
      return { open: `<</Type/Pagination/Subtype/${subtype}>> BDC`, place: undefined };
    }
    return { open: "<</Type/Layout>> BDC", place: undefined };
  }

  #holdsPlaces(form: StreamUnits): boolean {
    return form.units.some((unit) => unit.kind !== "state" && this.#firstPlace(unit) !== undefined);
  }
}

function continues(open: Role, next: Role): boolean {
  if (open.place === undefined || next.place === undefined) {
    return open.place === next.place && open.open === next.open;
  }
  if (open.place.leaf !== next.place.leaf) return false;
  // Only the very next line or piece: where the order of painting differs, what lies between comes later.
  const step = next.place.order - open.place.order;
  return compareMarks(open.place, next.place) <= 0 && step <= 1;
}

export function compareMarks(first: Mark, second: Mark): number {
  return (
    first.position - second.position || first.order - second.order || first.within - second.within
  );
}
