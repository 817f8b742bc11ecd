/**
 * A page as a drawing of one plate: its content, and the forms, patterns, drawn fonts, soft masks,
 * gradients and pictures it uses, all in DeviceGray. Input: an open PDF; output: new objects in it,
 * which share fonts and masks with the old ones; the old ones stay as they are. A form is written
 * once for each state in which it looks different. ISO 32000-1 §8.10, §8.7.3, §9.6.5, §11.
 */
import type { PDFDict } from "@cantoo/pdf-lib";
import {
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { MOST_PLATE_DEPTH } from "../../pdf/limits.ts";
import type { PdfDocument } from "../../pdf/objects/open-pdf.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { printedAppearances } from "../../pdf/forms/annotation-appearances.ts";
import { pdfNumber, pdfNumbers } from "../../pdf/objects/pdf-number.ts";
import { selfContainedContent } from "../../pdf/content/self-contained-content.ts";
import { inlineImage } from "../../pdf/images/inline-image.ts";
import { functionDict } from "./pdf-function.ts";
import { ALL_PLATES, type PlateChannel } from "./plate-channel.ts";
import { reduceContent, type ContentSurroundings } from "./plate-content.ts";
import type { PlatePictures } from "./plate-picture.ts";
import { PlateResources } from "./plate-resources.ts";
import { reduceShading } from "./plate-shading.ts";
import { grayOf, type PlateSpace, type PlateSpaces } from "./plate-space.ts";
import {
  firstState,
  marks,
  marksOfItself,
  stateKey,
  stateWithin,
  type Paint,
  type PlateState,
} from "./plate-state.ts";

/** What goes with a graphics state from one program to another and is not of the drawing. */
const NOT_OF_THE_DRAWING = [
  ...["OP", "op", "OPM", "TR", "TR2", "HT", "HTP", "BG", "BG2", "UCR", "UCR2"],
];
const KEPT_IN_FORMS = ["Type", "Subtype", "BBox", "Matrix", "OC"];
const KEPT_IN_PATTERNS = ["PatternType", "PaintType", "TilingType", "BBox", "XStep", "YStep"];

/** What is written only once, however many plates there are. */
export interface SharedParts {
  /** Of the file as it was opened; the library would look through all of them each time. */
  readonly references: ReadonlyMap<PDFObject, PDFRef>;
  readonly spaces: PlateSpaces;
  readonly pictures: PlatePictures;
}

export interface PlateDrawing {
  readonly content: string;
  readonly resources: PDFDict;
  readonly group: PDFDict | undefined;
}

export class PlateMaker {
  readonly #pdf: PdfDocument;
  readonly #objects: PdfObjects;
  readonly #context: PDFContext;
  readonly #channel: PlateChannel;
  readonly #parts: SharedParts;
  readonly #masks: PlateMaker;
  readonly #made = new Map<PDFObject, Map<string, PDFRef | PDFDict>>();
  readonly #blendStates = new Map<string, PDFRef>();
  /** What is being made: a form that stands in itself is left out there. */
  readonly #open = new Set<PDFObject>();

  /** @param masks the maker of luminosity; undefined for that one itself. */
  constructor(pdf: PdfDocument, channel: PlateChannel, parts: SharedParts, masks?: PlateMaker) {
    this.#pdf = pdf;
    this.#objects = pdf.objects;
    this.#context = pdf.objects.context;
    this.#channel = channel;
    this.#parts = parts;
    this.#masks = masks ?? this;
  }

  /**
   * @param index the page, counted from 0.
   * @throws PublicationError `pdf-damaged`, or one whose code begins with `plate-`.
   */
  page(index: number): PlateDrawing {
    const page = this.#pdf.pages[index];
    const resources = new PlateResources(this.#context);
    const inherited = this.#objects.dict(page?.inherited("Resources"));
    const state = this.#firstState();
    const around = this.#surroundings(inherited, resources);
    const content = reduceContent(selfContainedContent(this.#pdf, index), around, state);
    const notes = printedAppearances(this.#pdf, index).map(({ stream, matrix }) => {
      if (!(stream instanceof PDFRawStream)) return "";
      const form = this.#form(stream, state, inherited);
      return `q ${pdfNumbers(matrix).join(" ")} cm /${resources.add("XObject", form)} Do Q\n`;
    });
    return {
      content: `${this.#firstColours()}q\n${content}Q\n${notes.join("")}`,
      resources: resources.dict,
      group: this.#group(page?.dict),
    };
  }

  /** Content begins in black, which is no ink of the other plates. Table 52. */
  #firstState(): PlateState {
    const state = firstState(this.#parts.spaces.gray);
    const gray = pdfNumber(grayOf(this.#parts.spaces.gray, [0], this.#channel));
    return {
      ...state,
      fill: { ...state.fill, written: `${gray} g` },
      stroke: { ...state.stroke, written: `${gray} G` },
    };
  }

  #firstColours(): string {
    const { fill, stroke } = this.#firstState();
    return `${fill.written ?? ""} ${stroke.written ?? ""}\n`;
  }

  #group(dict: PDFDict | undefined): PDFDict | undefined {
    const group = this.#objects.dict(this.#objects.get(dict, "Group"))?.clone();
    group?.set(PDFName.of("CS"), PDFName.of("DeviceGray"));
    return group;
  }

  /** What was made of an object in a state; made now where it is not yet there. */
  #once<T extends PDFRef | PDFDict>(object: PDFObject, key: string, make: () => T): T {
    const byKey = this.#made.get(object) ?? new Map<string, PDFRef | PDFDict>();
    this.#made.set(object, byKey);
    const known = byKey.get(key);
    // The same key is always made by the same caller.
    if (known !== undefined) return known as T;
    this.#open.add(object);
    const made = make();
    this.#open.delete(object);
    byKey.set(key, made);
    return made;
  }

  #canBeMade(object: PDFObject): boolean {
    return !this.#open.has(object) && this.#open.size < MOST_PLATE_DEPTH;
  }

  #surroundings(source: PDFDict | undefined, resources: PlateResources): ContentSurroundings {
    const objects = this.#objects;
    const category = (name: string): PDFDict | undefined => objects.dict(objects.get(source, name));
    resources.keep("Properties", category("Properties"));
    const find = (kind: string, name: string): PDFObject | undefined =>
      objects.get(category(kind), name);
    return {
      channel: this.#channel,
      space: (name) => this.#parts.spaces.named(category("ColorSpace"), name),
      grayPatternSpace: () => resources.grayPatternSpace(),
      blendState: (blend) => resources.add("ExtGState", this.#blendState(blend)),
      graphicsState: (name, state) => {
        const dict = objects.dict(find("ExtGState", name));
        if (dict === undefined) return undefined;
        const change = this.#stateChange(dict);
        const made = this.#graphicsState(dict, { ...state, ...change });
        return { name: resources.add("ExtGState", made), change };
      },
      pattern: (name) => {
        const pattern = find("Pattern", name);
        const made = pattern === undefined ? undefined : this.#pattern(pattern, source);
        return made && { name: resources.add("Pattern", made.ref), plates: made.plates };
      },
      shading: (name, { fillOverprints }) => {
        const shading = find("Shading", name);
        if (shading === undefined) return undefined;
        const space = this.#shadingSpace(shading);
        if (!marksOfItself(this.#channel, space.plates, fillOverprints)) return undefined;
        return resources.add("Shading", this.#shading(shading));
      },
      xObject: (name, state) => {
        const object = find("XObject", name);
        const made = object && this.#xObject(object, state, source);
        return made && resources.add("XObject", made);
      },
      inlineImage: (entries, data, state) => {
        const image = inlineImage(this.#objects, entries, data, category("ColorSpace"));
        const made = this.#image(image, state);
        return made && resources.add("XObject", made);
      },
      font: (name) => objects.dict(find("Font", name)),
      fontName: (font, state) => resources.add("Font", this.#font(font, state, source)),
      drawnFont: (font) =>
        this.#isDrawn(font)
          ? {
              isColoured: this.#isColoured(font),
              silentName: () => resources.add("Font", this.#silentFont(font)),
            }
          : undefined,
    };
  }

  #stateChange(dict: PDFDict): Partial<PlateState> {
    const objects = this.#objects;
    const stroke = objects.boolean(objects.get(dict, "OP"));
    // OP is for both where op is missing. Table 58.
    const fill = objects.boolean(objects.get(dict, "op")) ?? stroke;
    const mode = objects.number(objects.get(dict, "OPM"));
    const blend = objects.get(dict, "BM");
    const [fontObject, size] = objects.items(objects.get(dict, "Font"));
    const font = objects.dict(fontObject);
    return {
      ...(stroke !== undefined && { strokeOverprints: stroke }),
      ...(fill !== undefined && { fillOverprints: fill }),
      ...(mode !== undefined && { overprintMode: mode }),
      ...(blend !== undefined && { blend }),
      ...(font !== undefined && {
        font: { dict: font, size: String(pdfNumber(objects.number(size) ?? 1)) },
      }),
    };
  }

  #blendState(blend: PDFObject = PDFName.of("Normal")): PDFRef {
    const name = this.#objects.name(blend) ?? blend.toString();
    const known = this.#blendStates.get(name);
    const ref = known ?? this.#context.register(this.#context.obj({}));
    this.#blendStates.set(name, ref);
    this.#objects.dict(ref)?.set(PDFName.of("BM"), blend);
    return ref;
  }

  #graphicsState(source: PDFDict, state: PlateState): PDFRef | PDFDict {
    const objects = this.#objects;
    const hasDrawnFont = objects.items(objects.get(source, "Font")).length > 0;
    return this.#once(source, hasDrawnFont ? stateKey(state) : "", () => {
      const dict = source.clone();
      for (const key of NOT_OF_THE_DRAWING) dict.delete(PDFName.of(key));
      const [font, size] = objects.items(objects.get(source, "Font"));
      const fontDict = objects.dict(font);
      if (fontDict !== undefined && size !== undefined) {
        const made = this.#font(fontDict, state, undefined);
        dict.set(PDFName.of("Font"), this.#context.obj([made, size]));
      }
      const mask = objects.dict(objects.get(source, "SMask"));
      if (mask !== undefined) dict.set(PDFName.of("SMask"), this.#masks.#softMask(mask));
      return this.#context.register(dict);
    });
  }

  /** §11.6.5.2 */
  #softMask(source: PDFDict): PDFDict {
    return this.#once(source, "", () => {
      const objects = this.#objects;
      const dict = source.clone();
      const form = objects.stream(objects.get(source, "G"));
      if (!(form instanceof PDFRawStream) || !this.#canBeMade(form)) return dict;
      const group = objects.dict(objects.get(form.dict, "Group"));
      dict.set(PDFName.of("G"), this.#form(form, this.#firstState(), undefined));
      const backdrop = objects.numbers(objects.get(source, "BC"));
      if (backdrop.length > 0) {
        const space = this.#backdropSpace(objects.get(group, "CS"), backdrop.length);
        const gray = pdfNumber(grayOf(space, backdrop, "mask"));
        dict.set(PDFName.of("BC"), this.#context.obj([gray]));
      }
      return dict;
    });
  }

  #backdropSpace(space: PDFObject | undefined, components: number): PlateSpace {
    const { spaces } = this.#parts;
    if (space !== undefined) return spaces.readColour(space);
    return components === 4 ? spaces.cmyk : components === 3 ? spaces.rgb : spaces.gray;
  }

  #pattern(
    object: PDFObject,
    parent: PDFDict | undefined,
  ): { readonly ref: PDFRef; readonly plates: Paint["plates"] } | undefined {
    const objects = this.#objects;
    if (object instanceof PDFRawStream) {
      if (!this.#canBeMade(object)) return undefined;
      return { ref: this.#tiling(object, parent), plates: ALL_PLATES };
    }
    const dict = objects.dict(object);
    const shading = objects.get(dict, "Shading");
    if (dict === undefined || shading === undefined) return undefined;
    const ref = this.#once(dict, "", () => {
      const made = dict.clone();
      made.set(PDFName.of("Shading"), this.#shading(shading));
      const state = objects.dict(objects.get(dict, "ExtGState"));
      if (state !== undefined) {
        const first = this.#firstState();
        made.set(PDFName.of("ExtGState"), this.#graphicsState(state, first));
      }
      return this.#context.register(made);
    });
    return { ref, plates: this.#shadingSpace(shading).plates };
  }

  /** A pattern begins in the state that its page or form begins in. §8.7.3.1 */
  #tiling(source: PDFRawStream, parent: PDFDict | undefined): PDFRef {
    const isColoured = this.#objects.number(this.#objects.get(source.dict, "PaintType")) !== 2;
    return this.#once(source, "", () =>
      this.#stream(source, {
        kept: [...KEPT_IN_PATTERNS, "Type", "Matrix"],
        state: this.#firstState(),
        parent,
        before: isColoured ? this.#firstColours() : "",
      }),
    );
  }

  #shadingSpace(shading: PDFObject): PlateSpace {
    const dict = functionDict(this.#objects, shading);
    return this.#parts.spaces.readColour(this.#objects.get(dict, "ColorSpace"));
  }

  #shading(shading: PDFObject): PDFRef {
    return this.#once(shading, "", () =>
      reduceShading(this.#objects, shading, this.#shadingSpace(shading), this.#channel),
    );
  }

  #xObject(object: PDFObject, state: PlateState, parent: PDFDict | undefined): PDFRef | undefined {
    if (!(object instanceof PDFRawStream)) return undefined;
    switch (this.#objects.name(this.#objects.get(object.dict, "Subtype"))) {
      case "Form":
        return this.#canBeMade(object) ? this.#form(object, state, parent) : undefined;
      case "Image":
        return this.#image(object, state);
      default:
        return undefined;
    }
  }

  #form(source: PDFRawStream, outer: PlateState, parent: PDFDict | undefined): PDFRef {
    const objects = this.#objects;
    const group = objects.dict(objects.get(source.dict, "Group"));
    const isIsolated = outer.isIsolated || objects.boolean(objects.get(group, "I")) === true;
    // A group begins in the blend mode Normal. §11.6.6
    const state = {
      ...stateWithin(outer),
      isIsolated,
      blend: group === undefined ? outer.blend : undefined,
    };
    return this.#once(source, stateKey(state), () =>
      this.#stream(source, { kept: KEPT_IN_FORMS, state, parent, before: "" }),
    );
  }

  /** Content with resources of its own, or, as files of old have it, those of what it stands in. */
  #stream(
    source: PDFRawStream,
    options: {
      readonly kept: readonly string[];
      readonly state: PlateState;
      readonly parent: PDFDict | undefined;
      readonly before: string;
    },
  ): PDFRef {
    const objects = this.#objects;
    const dict = this.#context.obj({});
    for (const key of options.kept) {
      const value = objects.getRaw(source.dict, key);
      if (value !== undefined) dict.set(PDFName.of(key), value);
    }
    const group = this.#group(source.dict);
    if (group !== undefined) dict.set(PDFName.of("Group"), group);
    const own = objects.dict(objects.get(source.dict, "Resources")) ?? options.parent;
    const resources = new PlateResources(this.#context);
    const bytes = objects.streamBytes(source) ?? new Uint8Array();
    const content = reduceContent(bytes, this.#surroundings(own, resources), options.state);
    dict.set(PDFName.of("Resources"), resources.dict);
    const text = Buffer.from(options.before + content, "latin1");
    return this.#context.register(PDFRawStream.of(dict, text));
  }

  #image(image: PDFRawStream, state: PlateState): PDFRef | undefined {
    const objects = this.#objects;
    const { fill, fillOverprints, overprintMode } = state;
    if (objects.boolean(objects.get(image.dict, "ImageMask")) === true) {
      if (!marks(this.#channel, fill, fillOverprints, overprintMode)) return undefined;
      return this.#parts.references.get(image) ?? this.#context.register(image);
    }
    const space = this.#imageSpace(image.dict);
    if (!marksOfItself(this.#channel, space.plates, fillOverprints)) return undefined;
    return this.#parts.pictures.reduce(image, space, this.#channel);
  }

  #imageSpace(dict: PDFDict): PlateSpace {
    return this.#parts.spaces.readColour(this.#objects.get(dict, "ColorSpace"));
  }

  #isDrawn(font: PDFDict): boolean {
    return this.#objects.name(this.#objects.get(font, "Subtype")) === "Type3";
  }

  /** Drawings say by their first operator whether they bring colours. §9.6.5 */
  #isColoured(font: PDFDict): boolean {
    const glyphs = this.#objects.dict(this.#objects.get(font, "CharProcs"));
    return (glyphs?.values() ?? []).some((glyph) => {
      const bytes = this.#objects.streamBytes(glyph) ?? new Uint8Array();
      return /\bd0\b/.test(Buffer.from(bytes).toString("latin1", 0, 200));
    });
  }

  #font(font: PDFDict, state: PlateState, parent: PDFDict | undefined): PDFRef | PDFDict {
    if (!this.#isDrawn(font) || !this.#canBeMade(font)) {
      return this.#parts.references.get(font) ?? font;
    }
    const isColoured = this.#isColoured(font);
    const drawn = isColoured ? state : this.#firstState();
    return this.#once(font, isColoured ? stateKey(state) : "", () => {
      const objects = this.#objects;
      const own = objects.dict(objects.get(font, "Resources")) ?? parent;
      const resources = new PlateResources(this.#context);
      const around = this.#surroundings(own, resources);
      const glyphs = this.#context.obj({});
      for (const [name, value] of objects.dict(objects.get(font, "CharProcs"))?.entries() ?? []) {
        const bytes = objects.streamBytes(value) ?? new Uint8Array();
        const content = reduceContent(bytes, around, {
          ...stateWithin(drawn),
          font: undefined,
          textMode: 0,
        });
        const stream = this.#context.stream(Buffer.from(content, "latin1"));
        glyphs.set(name, this.#context.register(stream));
      }
      const made = font.clone();
      made.set(PDFName.of("CharProcs"), glyphs);
      made.set(PDFName.of("Resources"), resources.dict);
      return this.#context.register(made);
    });
  }

  #silentFont(font: PDFDict): PDFRef {
    return this.#once(font, "silent", () => {
      const glyphs = this.#context.obj({});
      const nothing = this.#context.register(this.#context.stream("0 0 0 0 0 0 d1"));
      const names = this.#objects.dict(this.#objects.get(font, "CharProcs"))?.keys() ?? [];
      for (const name of names) glyphs.set(name, nothing);
      const made = font.clone();
      made.set(PDFName.of("CharProcs"), glyphs);
      return this.#context.register(made);
    });
  }
}
