/**
 * Everything that pages paint, in the colours of the press: content streams, forms, patterns, drawn
 * fonts, soft masks, gradients and pictures. Input: an open PDF; output: the same objects, changed in
 * place, each page's content as a text, and warnings. It knows nothing of boxes and marks.
 */
import { Resources } from "../../pdf/content/resources.ts";
import { pageContent } from "../../pdf/content/page-content.ts";
import { isColouredGlyph } from "../../pdf/content/coloured-glyph.ts";
import { fontDecoder } from "../../pdf/fonts/font-decoder.ts";
import { matrixOf, multiply } from "../../pdf/geometry/matrix.ts";
import type { PageObject } from "../../pdf/objects/page-tree.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfDict, PdfObject, PdfRef, PdfStream } from "../../pdf/objects/types.ts";
import { maskTarget, rgbOf, type ColourTarget } from "./colour-target.ts";
import { convertImage } from "./convert-image.ts";
import { convertShading } from "./convert-shading.ts";
import { initialState, type PaintState, type PressFont } from "./paint-state.ts";
import { WarningCollector } from "./press-warnings.ts";
import { KNOCKOUT, OVERPRINT, rewriteColours, type StreamSurroundings } from "./rewrite-colours.ts";

/** Entries of graphics states that belong to a press of its own and not to a file (ISO 15930-7). */
const DEVICE_ENTRIES = ["TR", "TR2", "HT", "HTP", "BG", "BG2", "UCR", "UCR2"];

export class PageConverter {
  readonly #objects: PdfObjects;
  readonly #inks: ColourTarget;
  /** Pictures that pages show, with the inks that they are shown in first. */
  readonly #pictures = new Map<PdfStream, ColourTarget>();
  readonly #collector = new WarningCollector();
  readonly #done = new Set<PdfObject>();
  readonly #allResources: PdfDict[] = [];
  readonly #fonts = new Map<PdfObject, PressFont>();
  readonly #states: ReadonlyMap<string, PdfRef>;

  constructor(objects: PdfObjects, inks: ColourTarget) {
    this.#objects = objects;
    this.#inks = inks;
    const state = (overprints: boolean): PdfRef =>
      objects.add({ Type: "ExtGState", OP: overprints, op: overprints, OPM: 1 });
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
    const { bytes, isWhole } = pageContent(this.#objects, page.dict);
    if (!isWhole) throw new Error("the browser wrote a page that cannot be read");
    const content = this.#rewrite(bytes, resources, this.#inks, initialState(this.#inks));
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
      this.#objects.unset(resources, "ColorSpace", "Properties", "ProcSet");
    }
  }

  #ownResources(page: PageObject): PdfDict {
    const resources = this.#objects.dict(page.inherited("Resources")) ?? this.#objects.make({});
    this.#objects.set(page.dict, "Resources", resources);
    return resources;
  }

  #rewrite(
    bytes: Uint8Array,
    resources: PdfDict,
    target: ColourTarget,
    state: PaintState,
    setsOverprint = target.kind === "ink",
  ): string {
    if (setsOverprint) this.#addStates(resources);
    const source = { bytes, resources: new Resources(this.#objects, resources), state };
    return rewriteColours(source, this.#surroundings(target, setsOverprint));
  }

  #surroundings(target: ColourTarget, setsOverprint: boolean): StreamSurroundings {
    return {
      target,
      setsOverprint,
      fontOf: (font) => this.#font(font),
      onXObject: (object, state) => {
        this.#xObject(object, target, state);
      },
      onPattern: (pattern) => {
        this.#pattern(pattern, target);
      },
      onPaint: ({ colour }, painted, text) => {
        if (colour !== undefined && !colour.isExact) {
          this.#collector.note(colour.rgb, painted, text);
        }
      },
    };
  }

  #addStates(resources: PdfDict): void {
    const objects = this.#objects;
    const known = objects.dict(objects.get(resources, "ExtGState"));
    const states = known ?? objects.make({});
    if (known === undefined) objects.set(resources, "ExtGState", states);
    for (const [name, ref] of this.#states) objects.set(states, name, ref);
  }

  #font(object: PdfObject): PressFont {
    const known = this.#fonts.get(object);
    if (known !== undefined) return known;
    const font = {
      decoder: fontDecoder(this.#objects, object),
      isDrawn: this.#hasColouredGlyphs(this.#objects.dict(object)),
    };
    this.#fonts.set(object, font);
    return font;
  }

  /** Drawn glyphs say so (`d0`) where they bring colours of their own; ISO 32000-1 §9.6.5. */
  #hasColouredGlyphs(font: PdfDict | undefined): boolean {
    const objects = this.#objects;
    return objects.entries(objects.get(font, "CharProcs")).some(([, value]) => {
      const glyph = objects.stream(value);
      return glyph !== undefined && isColouredGlyph(objects.requireBytes(glyph));
    });
  }

  /** All that resources hold, used or not: nothing is left in screen colours. */
  #resources(resources: PdfDict, target: ColourTarget): void {
    if (this.#done.has(resources)) return;
    this.#done.add(resources);
    const objects = this.#objects;
    const each = (category: string, visit: (object: PdfObject) => void): void => {
      for (const [, value] of objects.entries(objects.get(resources, category))) {
        const object = objects.resolve(value);
        if (object !== undefined) visit(object);
      }
    };
    each("ExtGState", (object) => {
      this.#graphicsState(objects.dict(object));
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
      this.#drawnFont(objects.dict(object), target);
    });
    this.#allResources.push(resources);
  }

  #graphicsState(state: PdfDict | undefined): void {
    if (state === undefined || this.#done.has(state)) return;
    this.#done.add(state);
    const objects = this.#objects;
    objects.unset(state, ...DEVICE_ENTRIES);
    const mask = objects.dict(objects.get(state, "SMask"));
    if (mask === undefined) return;
    const group = objects.stream(objects.get(mask, "G"));
    if (group !== undefined) this.#form(group, maskTarget, initialState(maskTarget));
    const backdrop = objects.numbers(objects.get(mask, "BC"));
    if (backdrop.length === 0) return;
    objects.set(mask, "BC", maskTarget.convert(rgbOf(backdrop)).components);
  }

  #xObject(object: PdfObject | undefined, target: ColourTarget, state: PaintState): void {
    const stream = this.#objects.stream(object);
    if (stream === undefined) return;
    if (this.#objects.name(this.#objects.get(stream.dict, "Subtype")) === "Form") {
      this.#form(stream, target, state);
    } else if (!this.#done.has(stream)) {
      this.#done.add(stream);
      this.#pictures.set(stream, target);
    }
  }

  /** A form, a tiling pattern or a mask: content with resources of its own. */
  #form(stream: PdfStream, target: ColourTarget, state: PaintState): void {
    if (this.#done.has(stream)) return;
    this.#done.add(stream);
    const objects = this.#objects;
    const { dict } = stream;
    objects.unset(dict, "StructParents", "StructParent", "OPI", "Ref", "PS");
    const known = objects.dict(objects.get(dict, "Resources"));
    const resources = known ?? objects.make({});
    if (known === undefined) objects.set(dict, "Resources", resources);
    const inner = state.copy();
    const own = matrixOf(objects.numbers(objects.get(dict, "Matrix")));
    inner.matrix = multiply(state.matrix, own);
    inner.own = { ...inner.own, overprints: false };
    const bytes = objects.requireBytes(stream);
    objects.replaceBytes(stream, latin1(this.#rewrite(bytes, resources, target, inner)));
    const group = objects.dict(objects.get(dict, "Group"));
    if (group !== undefined && (objects.has(group, "CS") || target.kind === "mask")) {
      objects.set(group, "CS", target.space);
    }
    this.#resources(resources, target);
  }

  #pattern(object: PdfObject | undefined, target: ColourTarget): void {
    const objects = this.#objects;
    const stream = objects.stream(object);
    if (stream !== undefined) this.#form(stream, target, initialState(target));
    else this.#shading(objects.get(objects.dict(object), "Shading"), target);
  }

  #shading(object: PdfObject | undefined, target: ColourTarget): void {
    const shading = this.#objects.stream(object)?.dict ?? this.#objects.dict(object);
    if (shading === undefined || this.#done.has(shading)) return;
    this.#done.add(shading);
    convertShading(this.#objects, shading, target, (rgb, { isExact }) => {
      if (!isExact) this.#collector.note(rgb, "gradient");
    });
  }

  #drawnFont(font: PdfDict | undefined, target: ColourTarget): void {
    if (font === undefined || this.#done.has(font)) return;
    this.#done.add(font);
    const objects = this.#objects;
    if (objects.name(objects.get(font, "Subtype")) !== "Type3") return;
    const resources = objects.dict(objects.get(font, "Resources")) ?? objects.make({});
    for (const [, value] of objects.entries(objects.get(font, "CharProcs"))) {
      const glyph = objects.stream(value);
      if (glyph === undefined || this.#done.has(glyph)) continue;
      this.#done.add(glyph);
      const bytes = objects.requireBytes(glyph);
      const content = this.#rewrite(bytes, resources, target, initialState(target), false);
      objects.replaceBytes(glyph, latin1(content));
    }
    this.#resources(resources, target);
  }
}

function latin1(content: string): Buffer {
  return Buffer.from(content, "latin1");
}
