/**
 * Content streams with the source's tags: what belongs to a leaf of the logical tree is marked with
 * an id of its own, everything else is an Artifact, and the browser's marks are gone. Input: units
 * and their places; output: the new stream and its marks. It changes nothing that is painted.
 * ISO 32000-1 §14.6, §14.8.2.2.
 */
import type { PDFRef } from "@cantoo/pdf-lib";
import { hexText } from "../../pdf/write/shown-strings.ts";
import type { PaintedUnit, StreamUnits } from "./content-units.ts";
import { withoutIcons } from "./icon-letters.ts";
import type { PageMatch } from "./match-content.ts";
import { readPieces, type Piece } from "./text-pieces.ts";

/** A leaf of the logical tree, and where in it a text stands. */
export interface LeafPlace {
  readonly leaf: number;
  readonly position: number;
  /** The name the mark gets: the type of the leaf's element. */
  readonly tag: string;
}

export interface Mark {
  readonly leaf: number;
  /** Reading order within the leaf: by text, then by line. */
  readonly position: number;
  readonly order: number;
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

/** The page's stream first, then its form XObjects that hold marks of their own. */
export function rewriteContent(
  page: StreamUnits,
  match: PageMatch,
  leafOf: (key: string) => LeafPlace | undefined,
): RewrittenStream[] {
  const streams: RewrittenStream[] = [];
  const rewrite = (units: StreamUnits): void => {
    const at = streams.length;
    const { content, marks, forms } = new StreamRewriter(match, leafOf).rewrite(units);
    streams.splice(at, 0, { ref: units.ref, content, marks });
    for (const form of forms) rewrite(form);
  };
  rewrite(page);
  return streams;
}

class StreamRewriter {
  readonly #match: PageMatch;
  readonly #leafOf: (key: string) => LeafPlace | undefined;
  readonly #out: string[] = [];
  readonly #marks: Mark[] = [];
  readonly #forms: StreamUnits[] = [];
  #role: Role | undefined;
  #state: string[] = [];

  constructor(match: PageMatch, leafOf: (key: string) => LeafPlace | undefined) {
    this.#match = match;
    this.#leafOf = leafOf;
  }

  rewrite(stream: StreamUnits): { content: string; marks: Mark[]; forms: StreamUnits[] } {
    for (const unit of stream.units) {
      if (unit.kind === "state") this.#state.push(unit.raw);
      else this.#paint(unit);
    }
    this.#close();
    this.#out.push(...this.#state);
    return { content: this.#out.join("\n"), marks: this.#marks, forms: this.#forms };
  }

  #close(): void {
    if (this.#role) this.#out.push("EMC");
    this.#role = undefined;
  }

  #paint(unit: PaintedUnit): void {
    const role = this.#roleOf(unit);
    if (role === undefined) {
      // A form with marks of its own stands outside every mark.
      this.#close();
      this.#out.push(...this.#state, unit.kind === "picture" ? unit.raw : "");
      this.#state = [];
      return;
    }
    const icons = role.open === "Figure" ? withoutIcons(unit) : undefined;
    const reading = icons === undefined ? this.#match.readings.get(unit) : { actualText: icons };
    const pieces = readPieces(unit, reading);
    const readsAsPainted = pieces.every(({ actualText }) => actualText === undefined);
    if (role.place && !readsAsPainted) {
      this.#paintPieces(pieces, unit, role.place, role.open);
      return;
    }
    if (this.#role && continues(this.#role, role)) {
      this.#out.push(...this.#state);
    } else {
      this.#close();
      this.#out.push(...this.#state);
      if (role.place) this.#openMark(role.open, role.place, undefined);
      else this.#out.push(`/Artifact ${role.open}`);
    }
    this.#state = [];
    this.#role = role;
    const lines = pieces.flatMap((piece) => piece.lines);
    this.#out.push(...(unit.kind === "text" ? ["BT", ...lines, "ET"] : lines));
  }

  /**
   * A mark for each piece that reads in its own way. The reading stands in the mark itself: a span
   * within a mark would say the same, but there are readers that take its end for the mark's.
   */
  #paintPieces(pieces: readonly Piece[], unit: PaintedUnit, place: Mark, tag: string): void {
    this.#close();
    this.#out.push(...this.#state);
    this.#state = [];
    if (unit.kind === "text") this.#out.push("BT");
    for (const { lines, actualText, isPainted } of pieces) {
      if (isPainted) this.#openMark(tag, place, actualText);
      this.#out.push(...lines);
      if (isPainted) this.#out.push("EMC");
    }
    if (unit.kind === "text") this.#out.push("ET");
  }

  #openMark(tag: string, place: Mark, actualText: string | undefined): void {
    const reading = actualText === undefined ? "" : `/ActualText ${actualText}`;
    this.#out.push(`/${tag} <</MCID ${this.#marks.length}${reading}>> BDC`);
    this.#marks.push(place);
  }

  #roleOf(unit: PaintedUnit): Role | undefined {
    const place = this.#match.places.get(unit);
    const leaf = place && this.#leafOf(place.key);
    if (place && leaf) {
      return {
        open: leaf.tag,
        place: { leaf: leaf.leaf, position: leaf.position, order: place.order },
      };
    }
    if (unit.kind === "picture" && unit.form && this.#holdsPlaces(unit.form)) {
      this.#forms.push(unit.form);
      return undefined;
    }
    const margin = this.#match.margins.get(unit);
    if (margin !== undefined) {
      const subtype = margin === "header" ? "Header" : "Footer";
      return artifact(`/Type/Pagination/Subtype/${subtype}`, unit);
    }
    return artifact("/Type/Layout", unit);
  }

  #holdsPlaces(form: StreamUnits): boolean {
    return form.units.some((unit) => {
      if (unit.kind === "state") return false;
      const place = this.#match.places.get(unit);
      if (place && this.#leafOf(place.key)) return true;
      return unit.kind === "picture" && unit.form !== undefined && this.#holdsPlaces(unit.form);
    });
  }
}

function artifact(kind: string, unit: PaintedUnit): Role {
  const icons = withoutIcons(unit);
  const reading = icons === undefined ? "" : `/ActualText ${hexText(icons)}`;
  return { open: `<<${kind}${reading}>> BDC`, place: undefined };
}

function continues(open: Role, next: Role): boolean {
  if (open.place === undefined || next.place === undefined) {
    return open.place === next.place && open.open === next.open;
  }
  if (open.place.leaf !== next.place.leaf) return false;
  // Only the very next line or piece: where script runs backwards, what lies between comes later.
  const step = next.place.order - open.place.order;
  return compareMarks(open.place, next.place) <= 0 && step <= 1;
}

export function compareMarks(first: Mark, second: Mark): number {
  return first.position - second.position || first.order - second.order;
}
