/**
 * Everything that the pages of a PDF paint, thing by thing, with the graphics state it is painted in:
 * through forms, patterns, soft masks and drawn letters. Input: an open PDF; output: painted things
 * in the order of painting. It renders nothing, follows no layers (what is hidden counts as painted)
 * and reads no annotations. Whatever the file holds, it ends: nesting and length have bounds.
 */
import { readColourSpace } from "../colour/colour-space.ts";
import { ContentBudget } from "../content/budget.ts";
import { isColouredGlyph } from "../content/coloured-glyph.ts";
import { GraphicsState, type Side } from "../content/graphics-state.ts";
import { interpret } from "../content/interpret.ts";
import { pageContent } from "../content/page-content.ts";
import { Resources } from "../content/resources.ts";
import { readPaintFont, type PaintFont } from "../fonts/paint-font.ts";
import { intersection, isEmpty, transformBox, type BoxPt } from "../geometry/box.ts";
import { IDENTITY, multiply, readMatrix, type Matrix } from "../geometry/matrix.ts";
import { MOST_JUDGED_OPERATORS } from "../limits.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { PdfDict, PdfObject, PdfStream } from "../objects/types.ts";
import type { Loose } from "./paint-sink.ts";
import type { PaintState } from "./paint-state.ts";
import { paintVisitor } from "./paint-visitor.ts";
import type { PaintedGroup, PaintedPage, PaintedThing } from "./painted.ts";
import { readPicture } from "./read-picture.ts";

const TOO_MUCH = "the page paints more than can be judged";
const EVERYWHERE: BoxPt = [-1e6, -1e6, 1e6, 1e6];

export function walkPages(pdf: PdfDocument): readonly PaintedPage[] {
  const fonts = new Map<PdfObject | undefined, PaintFont>();
  return pdf.pages.map((_, index) => new PageWalk(pdf, index, fonts).walk());
}

/** Where a stream stands. */
interface Place {
  readonly resources: Resources;
  /** The space that patterns are set in: that of the page or form (§8.7.3.1). */
  readonly base: Matrix;
  readonly isInMask: boolean;
  readonly tile?: BoxPt;
}

class PageWalk {
  readonly #pdf: PdfDocument;
  readonly #objects: PdfObjects;
  readonly #index: number;
  readonly #fonts: Map<PdfObject | undefined, PaintFont>;
  readonly #things: PaintedThing[] = [];
  readonly #groups: PaintedGroup[] = [];
  readonly #problems = new Set<string>();
  /** Patterns and masks need to be seen but once a page. */
  readonly #seen = new Set<PdfObject>();
  /** Forms that are painted often are decoded once. */
  readonly #contents = new Map<PdfStream, Uint8Array>();
  readonly #budget = new ContentBudget();
  #transparency: string | undefined;

  constructor(pdf: PdfDocument, index: number, fonts: Map<PdfObject | undefined, PaintFont>) {
    this.#pdf = pdf;
    this.#objects = pdf.objects;
    this.#index = index;
    this.#fonts = fonts;
  }

  walk(): PaintedPage {
    if ((this.#pdf.operatorCounts[this.#index] ?? 0) > MOST_JUDGED_OPERATORS) {
      return { page: this.#index + 1, things: [], groups: [], problems: [TOO_MUCH] };
    }
    const objects = this.#objects;
    const page = this.#pdf.pages[this.#index];
    const dict = objects.dict(page?.inherited("Resources"));
    const place: Place = {
      resources: new Resources(objects, dict, { hasDefaultSpaces: true }),
      base: IDENTITY,
      isInMask: false,
    };
    this.#group(objects.dict(objects.get(page?.dict, "Group")), place);
    const { bytes, isWhole } = pageContent(objects, page?.dict);
    if (!isWhole) this.#problems.add("a stream of content cannot be unpacked");
    this.#stream(bytes, place, new GraphicsState(EVERYWHERE));
    return {
      page: this.#index + 1,
      things: this.#things,
      groups: this.#groups,
      ...(this.#transparency === undefined ? {} : { transparency: this.#transparency }),
      problems: [...this.#problems],
    };
  }

  #bytes(stream: PdfStream): Uint8Array {
    const known = this.#contents.get(stream);
    if (known !== undefined) return known;
    const bytes = this.#objects.streamBytes(stream);
    if (bytes === undefined) this.#problems.add("a stream of content cannot be unpacked");
    const content = bytes ?? new Uint8Array();
    this.#contents.set(stream, content);
    return content;
  }

  #stream(bytes: Uint8Array, place: Place, state: PaintState): void {
    const visitor = paintVisitor({
      add: (thing) => {
        this.#add(thing, place);
      },
      fontOf: (object) => this.#font(object),
      onTransparency: (what) => {
        this.#transparency ??= what;
      },
      onProblem: (what) => {
        this.#problems.add(what);
      },
      mayGoOn: () => this.#mayGoOn(),
      walkXObject: (name, now) => {
        this.#xObject(name, now, place);
      },
      walkPattern: (pattern, now, side, box) => {
        this.#pattern(pattern, now, side, box, place);
      },
      walkMask: (group, now) => {
        if (this.#isNew(group)) this.#mask(group, now, place);
      },
      walkGlyph: (font, code, now) => this.#glyph(font, code, now, place),
      paintShading: (shading, box) => {
        this.#shading(shading, box, place);
      },
    });
    interpret({ bytes, resources: place.resources, state }, visitor);
  }

  #mayGoOn(): boolean {
    if (this.#budget.spend()) return true;
    this.#problems.add(TOO_MUCH);
    return false;
  }

  #isNew(object: PdfObject): boolean {
    if (this.#seen.has(object)) return false;
    this.#seen.add(object);
    return true;
  }

  #add(thing: Loose, { isInMask, tile }: Place): void {
    const boxPt = tile ?? thing.boxPt;
    if (isEmpty(boxPt)) return;
    this.#things.push({
      ...thing,
      boxPt,
      page: this.#index + 1,
      isInMask,
      isTile: tile !== undefined,
    });
  }

  #font(object: PdfObject | undefined): PaintFont {
    const font = this.#fonts.get(object) ?? readPaintFont(this.#objects, object);
    this.#fonts.set(object, font);
    return font;
  }

  #xObject(name: string, state: PaintState, place: Place): void {
    const objects = this.#objects;
    const stream = objects.stream(place.resources.find("XObject", name));
    if (stream === undefined) {
      this.#problems.add(`what is painted as “${name}” is not in the file`);
      return;
    }
    if (objects.name(objects.get(stream.dict, "Subtype")) !== "Image") {
      this.#form(stream, state, place);
      return;
    }
    if (objects.get(stream.dict, "SMask") !== undefined) {
      this.#transparency ??= "a picture with a soft mask";
    }
    this.#add(readPicture(place.resources, stream.dict, state, false), place);
  }

  #mask(group: PdfObject, state: PaintState, place: Place): void {
    const stream = this.#objects.stream(group);
    if (stream !== undefined) this.#form(stream, state, { ...place, isInMask: true });
  }

  #form(stream: PdfStream, state: PaintState, place: Place): void {
    const objects = this.#objects;
    const { dict } = stream;
    this.#within(stream, () => {
      const own = readMatrix([...objects.numbers(objects.get(dict, "Matrix"))]);
      const group = objects.dict(objects.get(dict, "Group"));
      if (group !== undefined) this.#transparency ??= "a transparency group";
      this.#group(group, place);
      const inner = state.copy();
      inner.matrix = multiply(state.matrix, own);
      const [left, bottom, right, top] = objects.numbers(objects.get(dict, "BBox"));
      if (left !== undefined && bottom !== undefined && right !== undefined && top !== undefined) {
        const box = transformBox(inner.matrix, [left, bottom, right, top]);
        inner.own = intersection(state.own, box);
      }
      if (group !== undefined) Object.assign(inner, { fillAlpha: 1, strokeAlpha: 1 });
      const resources = place.resources.within(objects.dict(objects.get(dict, "Resources")));
      this.#stream(this.#bytes(stream), { ...place, resources, base: inner.matrix }, inner);
    });
  }

  #within(stream: PdfStream, walk: () => void): void {
    const entrance = this.#budget.within(stream, walk);
    if (entrance === "open") this.#problems.add("a form paints itself");
    if (entrance === "deep") this.#problems.add("forms are nested too deep");
  }

  #group(group: PdfDict | undefined, { resources, isInMask }: Place): void {
    const objects = this.#objects;
    if (objects.name(objects.get(group, "S")) !== "Transparency") return;
    const space = objects.get(group, "CS");
    this.#groups.push({
      page: this.#index + 1,
      isInMask,
      ...(space === undefined
        ? {}
        : { space: readColourSpace(objects, space, resources.dict, { hasDefaultSpaces: true }) }),
    });
  }

  #pattern(object: PdfObject, state: PaintState, side: Side, box: BoxPt, place: Place): void {
    const objects = this.#objects;
    const stream = objects.stream(object);
    if (stream === undefined) {
      this.#shading(objects.get(objects.dict(object), "Shading"), box, place);
      return;
    }
    if (!this.#isNew(stream)) return;
    this.#within(stream, () => {
      const own = readMatrix([...objects.numbers(objects.get(stream.dict, "Matrix"))]);
      const inner = new GraphicsState(EVERYWHERE, multiply(place.base, own));
      const { space, components } = state[side];
      const isUncoloured = objects.number(objects.get(stream.dict, "PaintType")) === 2;
      if (isUncoloured && space.kind === "pattern" && space.under !== undefined) {
        inner.fill = inner.stroke = { space: space.under, components };
      }
      this.#stream(
        this.#bytes(stream),
        {
          ...place,
          resources: place.resources.within(objects.dict(objects.get(stream.dict, "Resources"))),
          base: inner.matrix,
          tile: place.tile ?? box,
        },
        inner,
      );
    });
  }

  /** Whether the letter brings colours of its own. */
  #glyph(font: PaintFont, code: number, state: PaintState, place: Place): boolean {
    const glyph = this.#objects.stream(font.drawn?.glyphOf(code));
    if (font.drawn === undefined || glyph === undefined) return false;
    const content = this.#bytes(glyph);
    if (!isColouredGlyph(content)) return false;
    const inner = state.copy();
    inner.matrix = multiply(state.matrix, font.drawn.matrix);
    const resources = place.resources.within(font.drawn.resources);
    const walk = (): void => {
      this.#stream(content, { ...place, resources, base: inner.matrix }, inner);
    };
    return this.#budget.within(glyph, walk) === "read";
  }

  #shading(object: PdfObject | undefined, box: BoxPt, place: Place): void {
    const objects = this.#objects;
    const dict = objects.stream(object)?.dict ?? objects.dict(object);
    const space = readColourSpace(objects, objects.get(dict, "ColorSpace"), place.resources.dict, {
      hasDefaultSpaces: true,
    });
    this.#add({ kind: "shading", boxPt: box, space }, place);
  }
}
