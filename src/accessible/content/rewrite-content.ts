/**
 * Content streams with the source's tags and the source's characters: what belongs to a leaf of the
 * logical tree is marked with an id of its own, everything else is an Artifact, and the browser's
 * marks are gone. Input: units and their places; output: the new stream and its marks. It changes
 * nothing that is seen. ISO 32000-1 §14.6, §14.8.2.2.
 */
import type { PdfRef } from "../../pdf/objects/types.ts";
import type { FontBook } from "../../pdf/fonts/font-book.ts";
import { hexText } from "../../pdf/content/hex-text.ts";
import type { PageMatch } from "./match-content.ts";
import { firstPlace, orderStream, textsOf, type OrderedStream } from "./order-streams.ts";
import type { Step } from "./paint-order.ts";
import { paintText, type NameOfCopy } from "./paint-text.ts";
import { readPage, type ReadText } from "./read-page.ts";
import { endPlace, spaceCarrier, type SpaceCarrier } from "./space-after.ts";
import type { PaintedUnit, PathUnit, PictureUnit, StreamUnits, TextUnit } from "./units.ts";

/** A leaf of the logical tree, and where in it a text stands. */
export interface LeafPlace {
  readonly leaf: number;
  readonly position: number;
  /** The same for leaves that flow in one block of text. */
  readonly block: number;
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
  readonly ref: PdfRef | undefined;
  readonly content: string;
  /** By marked-content id. */
  readonly marks: readonly Mark[];
}

interface Role {
  readonly open: string;
  readonly place: Mark | undefined;
}

export type LeafOf = (key: string) => LeafPlace | undefined;

export interface RewriteOptions {
  readonly leafOf: LeafOf;
  readonly fonts: FontBook;
  /** Whether what belongs to the source is marked; files for paper have no tags. */
  readonly isTagged: boolean;
}

/** The page's stream first, then the form XObjects that it paints. */
export function rewriteContent(
  page: StreamUnits,
  match: PageMatch,
  { leafOf, fonts, isTagged }: RewriteOptions,
): RewrittenStream[] {
  const ordered = orderStream(page, {
    placeOf: (unit) => placeOf(unit, match, leafOf),
    compare: (a, b) => a.leaf - b.leaf || compareMarks(a, b),
  });
  const texts = [...textsOf(ordered)];
  const carriers = new Map(
    [...new Set(texts.map(({ stream }) => stream))].map((stream) => [
      stream,
      spaceCarrier(
        texts.flatMap((text) => (text.stream === stream ? [text.unit] : [])),
        (unit) => nameOfCopy(fonts, stream, unit),
      ),
    ]),
  );
  const readings = readPage(texts, {
    match,
    placeOf: (unit) => {
      const place = match.places.get(unit);
      return place && leafOf(place.key);
    },
    hasSpace: ({ stream }) => carriers.get(stream) !== undefined,
  });
  const rewriting = { match, leafOf, fonts, readings };
  const rewrite = (each: OrderedStream, isMarked: boolean): RewrittenStream[] => {
    const rewriter = new StreamRewriter(each, carriers.get(each.stream), rewriting, isMarked);
    const { stream, unmarkedForms } = rewriter.rewrite();
    const forms = each.forms.flatMap((form) => rewrite(form, unmarkedForms.has(form.stream)));
    return [stream, ...forms];
  };
  return rewrite(ordered, isTagged);
}

function placeOf(unit: PaintedUnit, match: PageMatch, leafOf: LeafOf): Mark | undefined {
  const place = match.places.get(unit);
  const leaf = place && leafOf(place.key);
  if (!place || !leaf) return undefined;
  const { order, within } = place;
  return { leaf: leaf.leaf, position: leaf.position, order, within };
}

function nameOfCopy(
  fonts: FontBook,
  { resources }: StreamUnits,
  { fontName, font }: TextUnit,
): NameOfCopy {
  return (copy) =>
    resources === undefined ? fontName : fonts.nameOfCopy(resources, fontName, font, copy);
}

interface Rewriting {
  readonly match: PageMatch;
  readonly leafOf: LeafOf;
  readonly fonts: FontBook;
  readonly readings: ReadonlyMap<TextUnit, ReadText>;
}

class StreamRewriter {
  readonly #ordered: OrderedStream;
  readonly #carrier: SpaceCarrier | undefined;
  readonly #around: Rewriting;
  readonly #out: string[] = [];
  readonly #marks: Mark[] = [];
  readonly #unmarkedForms = new Set<StreamUnits>();
  /** Whether it holds marks: a stream that is painted within a mark has none of its own. */
  readonly #isMarked: boolean;
  #role: Role | undefined;

  constructor(
    ordered: OrderedStream,
    carrier: SpaceCarrier | undefined,
    around: Rewriting,
    isMarked: boolean,
  ) {
    this.#ordered = ordered;
    this.#carrier = carrier;
    this.#around = around;
    this.#isMarked = isMarked;
  }

  rewrite(): {
    readonly stream: RewrittenStream;
    /** Forms that are painted outside every mark, as they hold marks. */
    readonly unmarkedForms: ReadonlySet<StreamUnits>;
  } {
    const { steps, after } = this.#ordered.order;
    for (const step of steps) this.#paint(step);
    this.#close();
    this.#out.push(...after);
    const { ref } = this.#ordered.stream;
    return {
      stream: { ref, content: this.#out.join("\n"), marks: this.#marks },
      unmarkedForms: this.#unmarkedForms,
    };
  }

  #close(): void {
    if (this.#role) this.#out.push("EMC");
    this.#role = undefined;
  }

  #paint({ unit, before }: Step): void {
    if (this.#isMarked && unit.kind === "picture" && unit.form && this.#isPlaced(unit)) {
      // A form with marks of its own stands outside every mark.
      this.#close();
      this.#unmarkedForms.add(unit.form);
      this.#out.push(...before, unit.raw);
      return;
    }
    if (this.#isMarked) this.#enter(this.#roleOf(unit), before);
    else this.#out.push(...before);
    if (unit.kind === "text") this.#text(unit);
    else this.#drawing(unit);
  }

  #enter(role: Role, before: readonly string[]): void {
    if (this.#role && continues(this.#role, role)) this.#out.push(...before);
    else {
      this.#close();
      this.#out.push(...before);
      if (role.place) this.#openMark(role.open, role.place);
      else this.#out.push(`/Artifact ${role.open}`);
    }
    this.#role = role;
  }

  #text(unit: TextUnit): void {
    const { pieces = [], space } = this.#around.readings.get(unit) ?? {};
    const name = nameOfCopy(this.#around.fonts, this.#ordered.stream, unit);
    this.#out.push(...paintText(unit, pieces, name));
    if (space !== undefined) this.#out.push(...(this.#carrier?.say(space, endPlace(unit)) ?? []));
  }

  /** A drawn list label is seen by those who look, and said by a code that paints nothing. */
  #drawing(unit: PathUnit | PictureUnit): void {
    const text = this.#around.match.readings.get(unit)?.replacement ?? "";
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

  /** Whether a text in a form has a place in the source. */
  #isPlaced(unit: PaintedUnit): boolean {
    const { match, leafOf } = this.#around;
    const places = {
      placeOf: (each: PaintedUnit) => placeOf(each, match, leafOf),
      compare: compareMarks,
    };
    return placeOf(unit, match, leafOf) === undefined && firstPlace(unit, places) !== undefined;
  }

  #roleOf(unit: PaintedUnit): Role {
    const { match, leafOf } = this.#around;
    const place = placeOf(unit, match, leafOf);
    const leaf = place && leafOf(match.places.get(unit)?.key ?? "");
    if (place && leaf) return { open: leaf.tag, place };
    const margin = match.margins.get(unit);
    if (margin !== undefined) {
      const subtype = margin === "header" ? "Header" : "Footer";
      return { open: `<</Type/Pagination/Subtype/${subtype}>> BDC`, place: undefined };
    }
    return { open: "<</Type/Layout>> BDC", place: undefined };
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
