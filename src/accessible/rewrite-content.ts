/**
 * Content streams with the source's tags: what belongs to a leaf of the logical tree is marked with
 * an id of its own, everything else is an Artifact, and the browser's marks are gone. Input: units
 * and their places; output: the new stream and its marks. It changes nothing that is painted.
 * ISO 32000-1 §14.6, §14.8.2.2.
 */
import type { PDFRef } from "@cantoo/pdf-lib";
import { hexText } from "../pdf/write/shown-strings.ts";
import type { PaintedUnit, StreamUnits, TextOperation, TextUnit } from "./content-units.ts";
import type { PageMatch, Reading } from "./match-content.ts";

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
    if (this.#role && continues(this.#role, role)) {
      this.#out.push(...this.#state);
    } else {
      this.#close();
      this.#out.push(...this.#state);
      this.#out.push(
        role.place ? `/${role.open} <</MCID ${this.#marks.length}>> BDC` : `/Artifact ${role.open}`,
      );
      if (role.place) this.#marks.push(role.place);
    }
    this.#state = [];
    this.#role = role;
    if (unit.kind === "text") this.#out.push(textObject(unit, this.#match.readings.get(unit)));
    else this.#out.push(withReading(unit.raw, this.#match.readings.get(unit)));
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
      return { open: `<</Type/Pagination/Subtype/${subtype}>> BDC`, place: undefined };
    }
    return { open: "<</Type/Layout>> BDC", place: undefined };
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

function withReading(raw: string, reading: Reading | undefined): string {
  if (reading?.actualText === undefined) return raw;
  return `/Span <</ActualText ${hexText(reading.actualText)}>> BDC\n${raw}\nEMC`;
}

function textObject(unit: TextUnit, reading: Reading | undefined): string {
  let found: readonly TextOperation[] = unit.operations;
  const { softHyphen = false, spaceAfter = false } = reading ?? {};
  // Where the browser already says what a glyph reads as, say it for all of them instead.
  const isSpanned = softHyphen && found.some(({ raw }) => raw.endsWith("BDC"));
  const actualText = isSpanned ? `${unit.text.slice(0, -1)}\u00AD` : reading?.actualText;
  if (actualText !== undefined) {
    // One reading for the whole unit: those inside it would be read besides.
    found = found.filter(({ raw }) => !/(?:BDC|EMC)$/.test(raw));
    const text = spaceAfter ? `${actualText} ` : actualText;
    return `/Span <</ActualText ${hexText(text)}>> BDC\n${joined(found)}\nEMC`;
  }
  const lastAt = found.findLastIndex((each) => each.shown !== undefined);
  const last = found[lastAt]?.shown;
  if (last === undefined || !(softHyphen || spaceAfter)) return joined(found);
  const lines: (string | undefined)[] = found.map((each) => each.raw);
  // The browser's own reading of the hyphen, U+2010, would enclose ours and be read instead.
  if (softHyphen) for (const index of spanAround(found, lastAt)) lines[index] = undefined;
  const spaceCode = last.font.spaceCode;
  const lastCode = last.codes.at(-1);
  if (softHyphen && lastCode !== undefined) {
    const before = last.codes.slice(0, -1);
    lines[lastAt] = [
      ...(before.length > 0 ? [show(before, last.font.codeLength)] : []),
      `/Span <</ActualText ${hexText("\u00AD")}>> BDC`,
      show([lastCode], last.font.codeLength),
      "EMC",
    ].join("\n");
  }
  if (spaceAfter && spaceCode !== undefined) lines.push(show([spaceCode], last.font.codeLength));
  else if (spaceAfter) {
    return `/Span <</ActualText ${hexText(`${unit.text} `)}>> BDC\n${joined(found)}\nEMC`;
  }
  return `BT\n${lines.filter((line) => line !== undefined).join("\n")}\nET`;
}

/** Where the span opens and closes that holds the operation at `index`; empty where none does. */
function spanAround(operations: readonly TextOperation[], index: number): readonly number[] {
  const opening = operations.findLastIndex(({ raw }, at) => at < index && /(?:BDC|EMC)$/.test(raw));
  const closing = operations.findIndex(({ raw }, at) => at > index && /(?:BDC|EMC)$/.test(raw));
  return operations[opening]?.raw.endsWith("BDC") === true && closing !== -1
    ? [opening, closing]
    : [];
}

function joined(found: readonly TextOperation[]): string {
  return `BT\n${found.map((each) => each.raw).join("\n")}\nET`;
}

function show(codes: readonly number[], codeLength: 1 | 2): string {
  const hex = codes.map((code) => code.toString(16).padStart(codeLength * 2, "0")).join("");
  return `<${hex}> Tj`;
}
