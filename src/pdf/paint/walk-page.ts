/**
 * Everything that the pages of a PDF paint, thing by thing, with the graphics state it is painted in:
 * through forms, patterns, soft masks and drawn letters. Input: an open PDF; output: painted things
 * in the order of painting. It renders nothing, follows no layers (what is hidden counts as painted)
 * and reads no annotations. Whatever the file holds, it ends: nesting and length have bounds.
 */
import { PDFStream, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { IDENTITY, multiply, readMatrix, type Matrix } from "../geometry/matrix.ts";
import { parseContentStream, type ContentStream } from "../content/content-stream.ts";
import { MOST_FORM_DEPTH, MOST_JUDGED_OPERATORS } from "../limits.ts";
import type { BoxPt } from "../document/document-facts.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { intersection, isEmpty, transformBox } from "../geometry/box.ts";
import { readColourSpace } from "../colour/colour.ts";
import { firstState, type GraphicsState, type Side } from "./graphics-state.ts";
import type { Loose } from "./paint-sink.ts";
import { readPaintFont, type PaintFont } from "../fonts/paint-font.ts";
import type { PaintedGroup, PaintedPage, PaintedThing } from "./painted.ts";
import { readPicture } from "./read-picture.ts";
import { walkStream } from "./walk-stream.ts";

const TOO_MUCH = "the page paints more than can be judged";
const EVERYWHERE: BoxPt = [-1e6, -1e6, 1e6, 1e6];

export function walkPages(pdf: PdfDocument): readonly PaintedPage[] {
  const fonts = new Map<PDFObject | undefined, PaintFont>();
  return pdf.pages.map((_, index) => new PageWalk(pdf, index, fonts).walk());
}

/** Where a stream stands. */
interface Place {
  readonly resources: PDFDict | undefined;
  /** The space that patterns are set in: that of the page or form (§8.7.3.1). */
  readonly base: Matrix;
  readonly isInMask: boolean;
  readonly tile?: BoxPt;
  /** Streams that are being walked, this one last. */
  readonly within: readonly PDFObject[];
}

class PageWalk {
  readonly #pdf: PdfDocument;
  readonly #objects: PdfObjects;
  readonly #index: number;
  readonly #fonts: Map<PDFObject | undefined, PaintFont>;
  readonly #things: PaintedThing[] = [];
  readonly #groups: PaintedGroup[] = [];
  readonly #problems = new Set<string>();
  /** Patterns and masks need to be seen but once a page. */
  readonly #seen = new Set<PDFObject>();
  readonly #contents = new Map<PDFObject, ContentStream>();
  #transparency: string | undefined;
  #operations = 0;

  constructor(pdf: PdfDocument, index: number, fonts: Map<PDFObject | undefined, PaintFont>) {
    this.#pdf = pdf;
    this.#objects = pdf.objects;
    this.#index = index;
    this.#fonts = fonts;
  }

  walk(): PaintedPage {
    if ((this.#pdf.operatorCounts[this.#index] ?? 0) > MOST_JUDGED_OPERATORS) {
      return { page: this.#index + 1, things: [], groups: [], problems: [TOO_MUCH] };
    }
    const page = this.#pdf.pages[this.#index];
    const contents = this.#objects.get(page?.dict, "Contents");
    const streams = this.#objects.isArray(contents) ? this.#objects.items(contents) : [contents];
    const parts = streams.flatMap((stream) => (stream === undefined ? [] : [this.#bytes(stream)]));
    const place: Place = {
      resources: this.#objects.dict(page?.inherited("Resources")),
      base: IDENTITY,
      isInMask: false,
      within: [],
    };
    this.#group(this.#objects.dict(this.#objects.get(page?.dict, "Group")), place);
    const joined = Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")]));
    this.#stream(parseContentStream(joined), place, firstState(IDENTITY, EVERYWHERE));
    return {
      page: this.#index + 1,
      things: this.#things,
      groups: this.#groups,
      ...(this.#transparency === undefined ? {} : { transparency: this.#transparency }),
      problems: [...this.#problems],
    };
  }

  #bytes(stream: PDFObject): Uint8Array {
    const bytes = this.#objects.streamBytes(stream);
    if (bytes === undefined) this.#problems.add("a stream of content cannot be unpacked");
    return bytes ?? new Uint8Array();
  }

  /** Forms that are painted often are read once. */
  #parsed(stream: PDFObject): ContentStream {
    const content = this.#contents.get(stream) ?? parseContentStream(this.#bytes(stream));
    this.#contents.set(stream, content);
    return content;
  }

  #stream(content: ContentStream, place: Place, state: GraphicsState): void {
    walkStream(content, place.resources, state, {
      objects: this.#objects,
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
        if (this.#isNew(group)) this.#form(group, now, { ...place, isInMask: true });
      },
      walkGlyph: (font, code, now) => this.#glyph(font, code, now, place),
      paintShading: (shading, box) => {
        this.#shading(shading, box, place);
      },
    });
  }

  #mayGoOn(): boolean {
    this.#operations += 1;
    if (this.#operations <= MOST_JUDGED_OPERATORS) return true;
    this.#problems.add(TOO_MUCH);
    return false;
  }

  #isNew(object: PDFObject): boolean {
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

  #font(object: PDFObject | undefined): PaintFont {
    const font = this.#fonts.get(object) ?? readPaintFont(this.#objects, object);
    this.#fonts.set(object, font);
    return font;
  }

  #xObject(name: string, state: GraphicsState, place: Place): void {
    const objects = this.#objects;
    const category = objects.dict(objects.get(place.resources, "XObject"));
    const object = objects.get(category, name);
    if (!(object instanceof PDFStream)) {
      this.#problems.add(`what is painted as “${name}” is not in the file`);
      return;
    }
    if (objects.name(objects.get(object.dict, "Subtype")) !== "Image") {
      this.#form(object, state, place);
      return;
    }
    if (objects.get(object.dict, "SMask") !== undefined) {
      this.#transparency ??= "a picture with a soft mask";
    }
    this.#add(readPicture(objects, object.dict, place.resources, state), place);
  }

  #form(object: PDFObject, state: GraphicsState, place: Place): void {
    const objects = this.#objects;
    const stream = objects.stream(object);
    if (stream === undefined || !this.#mayEnter(stream, place)) return;
    const { dict } = stream;
    const own = objects.numbers(objects.get(dict, "Matrix"));
    const matrix = multiply(state.matrix, readMatrix([...own]));
    const group = objects.dict(objects.get(dict, "Group"));
    if (group !== undefined) this.#transparency ??= "a transparency group";
    this.#group(group, place);
    const [left, bottom, right, top] = objects.numbers(objects.get(dict, "BBox"));
    const clip =
      left === undefined || bottom === undefined || right === undefined || top === undefined
        ? state.clip
        : intersection(state.clip, transformBox(matrix, [left, bottom, right, top]));
    const opaque = group === undefined ? {} : { fillAlpha: 1, strokeAlpha: 1 };
    this.#stream(
      this.#parsed(stream),
      {
        ...place,
        resources: objects.dict(objects.get(dict, "Resources")) ?? place.resources,
        base: matrix,
        within: [...place.within, stream],
      },
      { ...state, ...opaque, matrix, clip },
    );
  }

  #mayEnter(stream: PDFObject, { within }: Place): boolean {
    if (within.includes(stream)) {
      this.#problems.add("a form paints itself");
      return false;
    }
    if (within.length < MOST_FORM_DEPTH) return true;
    this.#problems.add("forms are nested too deep");
    return false;
  }

  #group(group: PDFDict | undefined, { resources, isInMask }: Place): void {
    const objects = this.#objects;
    if (objects.name(objects.get(group, "S")) !== "Transparency") return;
    const space = objects.get(group, "CS");
    this.#groups.push({
      page: this.#index + 1,
      isInMask,
      ...(space === undefined ? {} : { space: readColourSpace(objects, space, resources) }),
    });
  }

  #pattern(object: PDFObject, state: GraphicsState, side: Side, box: BoxPt, place: Place): void {
    const objects = this.#objects;
    const stream = objects.stream(object);
    if (stream === undefined) {
      this.#shading(objects.get(objects.dict(object), "Shading"), box, place);
      return;
    }
    if (!this.#isNew(stream) || !this.#mayEnter(stream, place)) return;
    const own = objects.numbers(objects.get(stream.dict, "Matrix"));
    const matrix = multiply(place.base, readMatrix([...own]));
    const { space, components } = state[side];
    const isUncoloured = objects.number(objects.get(stream.dict, "PaintType")) === 2;
    const under = space.kind === "pattern" ? space.under : undefined;
    const ink = isUncoloured && under !== undefined ? { space: under, components } : undefined;
    this.#stream(
      this.#parsed(stream),
      {
        ...place,
        resources: objects.dict(objects.get(stream.dict, "Resources")) ?? place.resources,
        base: matrix,
        tile: place.tile ?? box,
        within: [...place.within, stream],
      },
      {
        ...firstState(matrix, EVERYWHERE),
        ...(ink === undefined ? {} : { fill: ink, stroke: ink }),
      },
    );
  }

  #glyph(font: PaintFont, code: number, state: GraphicsState, place: Place): boolean {
    const glyph = font.drawn?.glyphOf(code);
    if (font.drawn === undefined || glyph === undefined) return false;
    if (place.within.includes(glyph) || place.within.length >= MOST_FORM_DEPTH) return false;
    const content = this.#parsed(glyph);
    // A letter says first whether it brings colours (d0) or not (d1); ISO 32000-1 §9.6.5.
    const isColoured = content.operations[0]?.operator === "d0";
    if (!isColoured) return false;
    const matrix = multiply(state.matrix, font.drawn.matrix);
    const resources = font.drawn.resources ?? place.resources;
    const within = [...place.within, glyph];
    this.#stream(content, { ...place, resources, base: matrix, within }, { ...state, matrix });
    return true;
  }

  #shading(object: PDFObject | undefined, box: BoxPt, place: Place): void {
    const objects = this.#objects;
    const dict = objects.stream(object)?.dict ?? objects.dict(object);
    const space = readColourSpace(objects, objects.get(dict, "ColorSpace"), place.resources);
    this.#add({ kind: "shading", boxPt: box, space }, place);
  }
}
