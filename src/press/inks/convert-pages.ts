/**
 * Everything that pages paint, in the colours of the press: content streams, forms, patterns, drawn
 * fonts, soft masks, gradients and pictures. Input: an open PDF; output: the same objects, changed in
 * place, each page's content as a text, and warnings. It knows nothing of boxes and marks.
 */
import {
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { deflateSync } from "node:zlib";
import type { PageObject } from "../../pdf/objects/page-tree.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { matrixOf, multiply } from "../../pdf/geometry/matrix.ts";
import { fontDecoder } from "../../pdf/fonts/font-decoder.ts";
import { streamText } from "../../pdf/filters/stream-text.ts";
import { maskTarget, rgbOf, type ColourTarget } from "./colour-target.ts";
import { convertImage } from "./convert-image.ts";
import { convertShading } from "./convert-shading.ts";
import { initialState, type PaintState, type PressFont } from "./paint-state.ts";
import { WarningCollector } from "./press-warnings.ts";
import { KNOCKOUT, OVERPRINT, rewriteColours, type StreamSurroundings } from "./rewrite-colours.ts";
import { namedSpace } from "./source-space.ts";

/** Entries of graphics states that belong to a press of its own and not to a file (ISO 15930-7). */
const DEVICE_ENTRIES = ["TR", "TR2", "HT", "HTP", "BG", "BG2", "UCR", "UCR2"];

export class PageConverter {
  readonly #objects: PdfObjects;
  readonly #context: PDFContext;
  readonly #inks: ColourTarget;
  /** Pictures that pages show, with the inks that they are shown in first. */
  readonly #pictures = new Map<PDFRawStream, ColourTarget>();
  readonly #collector = new WarningCollector();
  readonly #done = new Set<PDFObject>();
  readonly #allResources: PDFDict[] = [];
  readonly #fonts = new Map<PDFObject, PressFont>();
  readonly #states: ReadonlyMap<string, PDFRef>;

  constructor(objects: PdfObjects, inks: ColourTarget) {
    this.#objects = objects;
    this.#context = objects.context;
    this.#inks = inks;
    const state = (overprints: boolean): PDFRef =>
      this.#context.register(
        this.#context.obj({ Type: "ExtGState", OP: overprints, op: overprints, OPM: 1 }),
      );
    this.#states = new Map([
      [OVERPRINT, state(true)],
      [KNOCKOUT, state(false)],
    ]);
  }

  get warnings(): ReturnType<WarningCollector["warnings"]> {
    return this.#collector.warnings();
  }

  /** The content of a page; its resources become the page's own. */
  page(page: PageObject, number: number): string {
    this.#collector.page = number;
    const resources = this.#ownResources(page);
    const contents = this.#objects.get(page.dict, "Contents");
    const streams = this.#objects.isArray(contents) ? this.#objects.items(contents) : [contents];
    const text = streams.map((stream) => streamText(this.#objects.resolve(stream))).join("\n");
    const start = initialState(this.#inks);
    const content = rewriteColours(text, this.#surroundings(resources, this.#inks), start);
    this.#resources(resources, this.#inks);
    // A page begins in DeviceGray's black; written as ink, so that one space alone is used.
    return `/${KNOCKOUT} gs\n0 0 0 1 k 0 0 0 1 K\n${content}`;
  }

  /** After the last page. One picture at a time: each is in memory whole, and several times. */
  async convertPictures(signal?: AbortSignal): Promise<void> {
    for (const [picture, target] of this.#pictures) {
      signal?.throwIfAborted();
      await convertImage(this.#objects, picture, target);
    }
  }

  /** After the last page. Colours are set in device spaces alone now: nothing refers to these. */
  finish(): void {
    for (const resources of this.#allResources) {
      for (const key of ["ColorSpace", "Properties", "ProcSet"]) {
        resources.delete(PDFName.of(key));
      }
    }
  }

  #ownResources(page: PageObject): PDFDict {
    const inherited = page.inherited("Resources");
    const resources = inherited instanceof PDFDict ? inherited : this.#context.obj({});
    page.dict.set(PDFName.of("Resources"), resources);
    return resources;
  }

  #surroundings(
    resources: PDFDict,
    target: ColourTarget,
    setsOverprint = target.kind === "ink",
  ): StreamSurroundings {
    const find = (category: string, name: string): PDFObject | undefined =>
      this.#objects.get(this.#objects.dict(this.#objects.get(resources, category)), name);
    if (setsOverprint) this.#addStates(resources);
    return {
      target,
      setsOverprint,
      spaceOf: (name) => namedSpace(this.#objects, resources, name),
      fontOf: (name) => this.#font(find("Font", name)),
      onXObject: (name, state) => {
        this.#xObject(find("XObject", name), target, state);
      },
      onPattern: (name) => {
        this.#pattern(find("Pattern", name), target);
      },
      onPaint: ({ colour }, painted, text) => {
        if (colour !== undefined && !colour.isExact) {
          this.#collector.note(colour.rgb, painted, text);
        }
      },
    };
  }

  #addStates(resources: PDFDict): void {
    const known = this.#objects.dict(this.#objects.get(resources, "ExtGState"));
    const states = known ?? this.#context.obj({});
    if (known === undefined) resources.set(PDFName.of("ExtGState"), states);
    for (const [name, ref] of this.#states) states.set(PDFName.of(name), ref);
  }

  #font(object: PDFObject | undefined): PressFont | undefined {
    if (object === undefined) return undefined;
    const known = this.#fonts.get(object);
    if (known !== undefined) return known;
    const font = {
      decoder: fontDecoder(this.#context, object),
      isDrawn: this.#hasColouredGlyphs(this.#objects.dict(object)),
    };
    this.#fonts.set(object, font);
    return font;
  }

  /** Drawn glyphs say so (`d0`) where they bring colours of their own; ISO 32000-1 §9.6.5. */
  #hasColouredGlyphs(font: PDFDict | undefined): boolean {
    const glyphs = this.#objects.dict(this.#objects.get(font, "CharProcs"));
    return (glyphs?.values() ?? []).some((glyph) =>
      /\bd0\b/.test(streamText(this.#objects.resolve(glyph))),
    );
  }

  /** All that resources hold, used or not: nothing is left in screen colours. */
  #resources(resources: PDFDict, target: ColourTarget): void {
    if (this.#done.has(resources)) return;
    this.#done.add(resources);
    const each = (category: string, visit: (object: PDFObject) => void): void => {
      const dict = this.#objects.dict(this.#objects.get(resources, category));
      for (const [, value] of dict?.entries() ?? []) {
        const object = this.#objects.resolve(value);
        if (object !== undefined) visit(object);
      }
    };
    each("ExtGState", (object) => {
      this.#graphicsState(this.#objects.dict(object));
    });
    each("XObject", (object) => {
      this.#xObject(object, target, initialState(target));
    });
    each("Pattern", (object) => {
      this.#pattern(object, target);
    });
    each("Shading", (object) => {
      this.#shading(object, target);
    });
    each("Font", (object) => {
      this.#drawnFont(this.#objects.dict(object), target);
    });
    this.#allResources.push(resources);
  }

  #graphicsState(state: PDFDict | undefined): void {
    if (state === undefined || this.#done.has(state)) return;
    this.#done.add(state);
    for (const key of DEVICE_ENTRIES) state.delete(PDFName.of(key));
    const mask = this.#objects.dict(this.#objects.get(state, "SMask"));
    if (mask === undefined) return;
    const group = this.#objects.stream(this.#objects.get(mask, "G"));
    if (group instanceof PDFRawStream) this.#form(group, maskTarget, initialState(maskTarget));
    const backdrop = this.#objects.numbers(this.#objects.get(mask, "BC"));
    if (backdrop.length === 0) return;
    const { components } = maskTarget.convert(rgbOf(backdrop));
    mask.set(PDFName.of("BC"), this.#context.obj([...components]));
  }

  #xObject(object: PDFObject | undefined, target: ColourTarget, state: PaintState): void {
    if (!(object instanceof PDFRawStream)) return;
    if (this.#objects.name(this.#objects.get(object.dict, "Subtype")) === "Form") {
      this.#form(object, target, state);
    } else if (!this.#done.has(object)) {
      this.#done.add(object);
      this.#pictures.set(object, target);
    }
  }

  /** A form, a tiling pattern or a mask: content with resources of its own. */
  #form(stream: PDFRawStream, target: ColourTarget, state: PaintState): void {
    if (this.#done.has(stream)) return;
    this.#done.add(stream);
    const { dict } = stream;
    for (const key of ["StructParents", "StructParent", "OPI", "Ref", "PS"]) {
      dict.delete(PDFName.of(key));
    }
    const known = this.#objects.dict(this.#objects.get(dict, "Resources"));
    const resources = known ?? this.#context.obj({});
    if (known === undefined) dict.set(PDFName.of("Resources"), resources);
    const own = matrixOf(this.#objects.numbers(this.#objects.get(dict, "Matrix")));
    const inner = { ...state, matrix: multiply(state.matrix, own), overprints: false };
    const around = this.#surroundings(resources, target);
    this.#replace(stream, rewriteColours(streamText(stream), around, inner));
    const group = this.#objects.dict(this.#objects.get(dict, "Group"));
    if (group?.has(PDFName.of("CS")) === true || (group !== undefined && target.kind === "mask")) {
      group.set(PDFName.of("CS"), PDFName.of(target.space));
    }
    this.#resources(resources, target);
  }

  #replace(stream: PDFRawStream, content: string): void {
    stream.dict.delete(PDFName.of("DecodeParms"));
    stream.dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
    stream.updateContents(deflateSync(Buffer.from(content, "latin1")));
  }

  #pattern(object: PDFObject | undefined, target: ColourTarget): void {
    if (object instanceof PDFRawStream) this.#form(object, target, initialState(target));
    else this.#shading(this.#objects.get(this.#objects.dict(object), "Shading"), target);
  }

  #shading(object: PDFObject | undefined, target: ColourTarget): void {
    const shading = object instanceof PDFRawStream ? object.dict : this.#objects.dict(object);
    if (shading === undefined || this.#done.has(shading)) return;
    this.#done.add(shading);
    convertShading(this.#objects, shading, target, (rgb, { isExact }) => {
      if (!isExact) this.#collector.note(rgb, "gradient");
    });
  }

  #drawnFont(font: PDFDict | undefined, target: ColourTarget): void {
    if (font === undefined || this.#done.has(font)) return;
    this.#done.add(font);
    if (this.#objects.name(this.#objects.get(font, "Subtype")) !== "Type3") return;
    const known = this.#objects.dict(this.#objects.get(font, "Resources"));
    const resources = known ?? this.#context.obj({});
    const glyphs = this.#objects.dict(this.#objects.get(font, "CharProcs"));
    for (const [, value] of glyphs?.entries() ?? []) {
      const glyph = this.#objects.stream(value);
      if (!(glyph instanceof PDFRawStream) || this.#done.has(glyph)) continue;
      this.#done.add(glyph);
      const around = this.#surroundings(resources, target, false);
      this.#replace(glyph, rewriteColours(streamText(glyph), around, initialState(target)));
    }
    this.#resources(resources, target);
  }
}
