/**
 * A page as a drawing of one separation: its content, and the forms, patterns, drawn fonts, soft masks,
 * gradients and pictures it uses, all in DeviceGray. Input: an open PDF; output: new objects in it,
 * which share fonts and masks with the old ones; the old ones stay as they are. A form is written
 * once for each state in which it looks different. ISO 32000-1 §8.10, §8.7.3, §9.6.5, §11.
 */
import { isColouredGlyph } from "../../pdf/content/coloured-glyph.ts";
import { Resources } from "../../pdf/content/resources.ts";
import { MOST_SEPARATION_DEPTH } from "../../pdf/limits.ts";
import type { PdfDocument } from "../../pdf/objects/open-pdf.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfDict, PdfObject, PdfRef, PdfStream } from "../../pdf/objects/types.ts";
import { printedAppearances } from "../../pdf/forms/annotation-appearances.ts";
import { pdfNumber, pdfNumbers } from "../../pdf/objects/pdf-number.ts";
import { selfContainedContent } from "../../pdf/forms/self-contained-content.ts";
import { functionDict } from "../../pdf/functions/pdf-function.ts";
import { ALL_SEPARATIONS, type Channel } from "./channel.ts";
import { reduceContent, type ContentSurroundings } from "./reduce-content.ts";
import type { PictureReducer } from "./reduce-picture.ts";
import { NewResources } from "./new-resources.ts";
import { reduceShading } from "./reduce-shading.ts";
import { grayOf, type InkSpace, type InkSpaces } from "./ink-space.ts";
import {
  firstState,
  marks,
  marksOfItself,
  stateKey,
  stateWithin,
  type Paint,
  type InkState,
} from "./ink-state.ts";

/** What goes with a graphics state from one program to another and is not of the drawing. */
const NOT_OF_THE_DRAWING = [
  ...["OP", "op", "OPM", "TR", "TR2", "HT", "HTP", "BG", "BG2", "UCR", "UCR2"],
];
const KEPT_IN_FORMS = ["Type", "Subtype", "BBox", "Matrix", "OC"];
const KEPT_IN_PATTERNS = ["PatternType", "PaintType", "TilingType", "BBox", "XStep", "YStep"];

/** What is written only once, however many separations there are. */
export interface SharedParts {
  /** Of the file as it was opened; the library would look through all of them each time. */
  readonly references: ReadonlyMap<PdfObject, PdfRef>;
  readonly spaces: InkSpaces;
  readonly pictures: PictureReducer;
}

export interface SeparationDrawing {
  readonly content: string;
  readonly resources: PdfDict;
  readonly group: PdfDict | undefined;
}

export class SeparationMaker {
  readonly #pdf: PdfDocument;
  readonly #objects: PdfObjects;
  readonly #channel: Channel;
  readonly #parts: SharedParts;
  readonly #masks: SeparationMaker;
  readonly #made = new Map<PdfObject, Map<string, PdfRef | PdfDict>>();
  readonly #blendStates = new Map<string, PdfRef>();
  /** What is being made: a form that stands in itself is left out there. */
  readonly #open = new Set<PdfObject>();

  /** @param masks the maker of luminosity; undefined for that one itself. */
  constructor(pdf: PdfDocument, channel: Channel, parts: SharedParts, masks?: SeparationMaker) {
    this.#pdf = pdf;
    this.#objects = pdf.objects;
    this.#channel = channel;
    this.#parts = parts;
    this.#masks = masks ?? this;
  }

  /**
   * @param index the page, counted from 0.
   * @throws PublicationError `pdf-damaged`, or one whose code begins with `separation-`.
   */
  page(index: number): SeparationDrawing {
    const page = this.#pdf.pages[index];
    const resources = new NewResources(this.#objects);
    const inherited = new Resources(
      this.#objects,
      this.#objects.dict(page?.inherited("Resources")),
    );
    const state = this.#firstState();
    const around = this.#surroundings(inherited, resources);
    const bytes = selfContainedContent(this.#pdf, index);
    const content = reduceContent({ bytes, resources: inherited, state }, around);
    const notes = printedAppearances(this.#pdf, index).map(({ stream, matrix }) => {
      const form = this.#form(stream, state, inherited);
      return `q ${pdfNumbers(matrix).join(" ")} cm /${resources.add("XObject", form)} Do Q\n`;
    });
    return {
      content: `${this.#firstColours()}q\n${content}Q\n${notes.join("")}`,
      resources: resources.dict,
      group: this.#group(page?.dict),
    };
  }

  /** Content begins in black, which is no ink of the other separations. Table 52. */
  #firstState(): InkState {
    const { gray: space } = this.#parts.spaces;
    const gray = pdfNumber(grayOf(space, [0], this.#channel));
    return firstState(space, { fill: `${gray} g`, stroke: `${gray} G` });
  }

  #firstColours(): string {
    const { fill, stroke } = this.#firstState().own;
    return `${fill.written ?? ""} ${stroke.written ?? ""}\n`;
  }

  #group(dict: PdfDict | undefined): PdfDict | undefined {
    const group = this.#objects.dict(this.#objects.get(dict, "Group"));
    if (group === undefined) return undefined;
    const copy = this.#objects.copyDict(group);
    this.#objects.set(copy, "CS", "DeviceGray");
    return copy;
  }

  /** What was made of an object in a state; made now where it is not yet there. */
  #once<T extends PdfRef | PdfDict>(object: PdfObject, key: string, make: () => T): T {
    const byKey = this.#made.get(object) ?? new Map<string, PdfRef | PdfDict>();
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

  #canBeMade(object: PdfObject): boolean {
    return !this.#open.has(object) && this.#open.size < MOST_SEPARATION_DEPTH;
  }

  #surroundings(source: Resources, resources: NewResources): ContentSurroundings {
    resources.keep("Properties", source.category("Properties"));
    return {
      channel: this.#channel,
      space: (space) => this.#parts.spaces.of(space),
      grayPatternSpace: () => resources.grayPatternSpace(),
      blendState: (blend) => resources.add("ExtGState", this.#blendState(blend)),
      graphicsState: (dict, state) =>
        resources.add("ExtGState", this.#graphicsState(dict, state, source)),
      pattern: (pattern) => {
        const made = this.#pattern(pattern, source);
        return made && { name: resources.add("Pattern", made.ref), separations: made.separations };
      },
      shading: (shading, { fillOverprints }) => {
        const space = this.#shadingSpace(shading);
        if (!marksOfItself(this.#channel, space.separations, fillOverprints)) return undefined;
        return resources.add("Shading", this.#shading(shading));
      },
      xObject: (object, state) => {
        const made = this.#xObject(object, state, source);
        return made && resources.add("XObject", made);
      },
      image: (image, state) => {
        const made = this.#image(image, state);
        return made && resources.add("XObject", made);
      },
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

  #blendState(blend: PdfObject | string = "Normal"): PdfRef {
    const objects = this.#objects;
    const name = typeof blend === "string" ? blend : (objects.name(blend) ?? blend.toString());
    const known = this.#blendStates.get(name);
    const ref = known ?? objects.add({ BM: blend });
    this.#blendStates.set(name, ref);
    return ref;
  }

  #graphicsState(source: PdfDict, state: InkState, parent: Resources): PdfRef | PdfDict {
    const objects = this.#objects;
    const [font, size] = objects.items(objects.get(source, "Font"));
    const fontDict = objects.dict(font);
    return this.#once(source, fontDict === undefined ? "" : stateKey(state), () => {
      const dict = objects.copyDict(source);
      objects.unset(dict, ...NOT_OF_THE_DRAWING);
      if (fontDict !== undefined && size !== undefined) {
        objects.set(dict, "Font", [this.#font(fontDict, state, parent), size]);
      }
      const mask = objects.dict(objects.get(source, "SMask"));
      if (mask !== undefined) objects.set(dict, "SMask", this.#masks.#softMask(mask));
      return objects.add(dict);
    });
  }

  /** §11.6.5.2 */
  #softMask(source: PdfDict): PdfDict {
    return this.#once(source, "", () => {
      const objects = this.#objects;
      const dict = objects.copyDict(source);
      const form = objects.stream(objects.get(source, "G"));
      if (form === undefined || !this.#canBeMade(form)) return dict;
      const group = objects.dict(objects.get(form.dict, "Group"));
      objects.set(
        dict,
        "G",
        this.#form(form, this.#firstState(), new Resources(objects, undefined)),
      );
      const backdrop = objects.numbers(objects.get(source, "BC"));
      if (backdrop.length > 0) {
        const space = this.#backdropSpace(objects.get(group, "CS"), backdrop.length);
        objects.set(dict, "BC", [pdfNumber(grayOf(space, backdrop, "mask"))]);
      }
      return dict;
    });
  }

  #backdropSpace(space: PdfObject | undefined, components: number): InkSpace {
    const { spaces } = this.#parts;
    if (space !== undefined) return spaces.readColour(space);
    return components === 4 ? spaces.cmyk : components === 3 ? spaces.rgb : spaces.gray;
  }

  #pattern(
    object: PdfObject,
    parent: Resources,
  ): { readonly ref: PdfRef; readonly separations: Paint["separations"] } | undefined {
    const objects = this.#objects;
    const stream = objects.stream(object);
    if (stream !== undefined) {
      if (!this.#canBeMade(stream)) return undefined;
      return { ref: this.#tiling(stream, parent), separations: ALL_SEPARATIONS };
    }
    const dict = objects.dict(object);
    const shading = objects.get(dict, "Shading");
    if (dict === undefined || shading === undefined) return undefined;
    const ref = this.#once(dict, "", () => {
      const made = objects.copyDict(dict);
      objects.set(made, "Shading", this.#shading(shading));
      const state = objects.dict(objects.get(dict, "ExtGState"));
      if (state !== undefined) {
        objects.set(made, "ExtGState", this.#graphicsState(state, this.#firstState(), parent));
      }
      return objects.add(made);
    });
    return { ref, separations: this.#shadingSpace(shading).separations };
  }

  /** A pattern begins in the state that its page or form begins in. §8.7.3.1 */
  #tiling(source: PdfStream, parent: Resources): PdfRef {
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

  #shadingSpace(shading: PdfObject): InkSpace {
    const dict = functionDict(this.#objects, shading);
    return this.#parts.spaces.readColour(this.#objects.get(dict, "ColorSpace"));
  }

  #shading(shading: PdfObject): PdfRef {
    return this.#once(shading, "", () =>
      reduceShading(this.#objects, shading, this.#shadingSpace(shading), this.#channel),
    );
  }

  #xObject(object: PdfObject, state: InkState, parent: Resources): PdfRef | undefined {
    const stream = this.#objects.stream(object);
    if (stream === undefined) return undefined;
    switch (this.#objects.name(this.#objects.get(stream.dict, "Subtype"))) {
      case "Form":
        return this.#canBeMade(stream) ? this.#form(stream, state, parent) : undefined;
      case "Image":
        return this.#image(stream, state);
      default:
        return undefined;
    }
  }

  #form(source: PdfStream, outer: InkState, parent: Resources): PdfRef {
    const objects = this.#objects;
    const group = objects.dict(objects.get(source.dict, "Group"));
    const isIsolated = outer.own.isIsolated || objects.boolean(objects.get(group, "I")) === true;
    const state = stateWithin(outer);
    state.own = { ...state.own, isIsolated };
    // A group begins in the blend mode Normal. §11.6.6
    if (group !== undefined) state.blend = undefined;
    return this.#once(source, stateKey(state), () =>
      this.#stream(source, { kept: KEPT_IN_FORMS, state, parent, before: "" }),
    );
  }

  /** Content with resources of its own, or, as files of old have it, those of what it stands in. */
  #stream(
    source: PdfStream,
    options: {
      readonly kept: readonly string[];
      readonly state: InkState;
      readonly parent: Resources;
      readonly before: string;
    },
  ): PdfRef {
    const objects = this.#objects;
    const dict = objects.make({});
    for (const key of options.kept) {
      const value = objects.getRaw(source.dict, key);
      if (value !== undefined) objects.set(dict, key, value);
    }
    const group = this.#group(source.dict);
    if (group !== undefined) objects.set(dict, "Group", group);
    const own = options.parent.within(objects.dict(objects.get(source.dict, "Resources")));
    const resources = new NewResources(objects);
    const bytes = objects.streamBytes(source) ?? new Uint8Array();
    const content = reduceContent(
      { bytes, resources: own, state: options.state },
      this.#surroundings(own, resources),
    );
    objects.set(dict, "Resources", resources.dict);
    const text = Buffer.from(options.before + content, "latin1");
    return objects.add(objects.withDict(dict, text));
  }

  #image(image: PdfStream, state: InkState): PdfRef | undefined {
    const objects = this.#objects;
    const { own, fillOverprints, overprintMode } = state;
    if (objects.boolean(objects.get(image.dict, "ImageMask")) === true) {
      if (!marks(this.#channel, own.fill, fillOverprints, overprintMode)) return undefined;
      return this.#parts.references.get(image) ?? objects.add(image);
    }
    const space = this.#imageSpace(image.dict);
    if (!marksOfItself(this.#channel, space.separations, fillOverprints)) return undefined;
    return this.#parts.pictures.reduce(image, space, this.#channel);
  }

  #imageSpace(dict: PdfDict): InkSpace {
    return this.#parts.spaces.readColour(this.#objects.get(dict, "ColorSpace"));
  }

  #isDrawn(font: PdfDict): boolean {
    return this.#objects.name(this.#objects.get(font, "Subtype")) === "Type3";
  }

  #isColoured(font: PdfDict): boolean {
    const objects = this.#objects;
    return objects
      .entries(objects.get(font, "CharProcs"))
      .some(([, glyph]) => isColouredGlyph(objects.streamBytes(glyph) ?? new Uint8Array()));
  }

  #font(font: PdfDict, state: InkState, parent: Resources): PdfRef | PdfDict {
    if (!this.#isDrawn(font) || !this.#canBeMade(font)) {
      return this.#parts.references.get(font) ?? font;
    }
    const isColoured = this.#isColoured(font);
    const drawn = stateWithin(isColoured ? state : this.#firstState());
    Object.assign(drawn, { font: undefined, textMode: 0 });
    return this.#once(font, isColoured ? stateKey(state) : "", () => {
      const objects = this.#objects;
      const own = parent.within(objects.dict(objects.get(font, "Resources")));
      const resources = new NewResources(objects);
      const around = this.#surroundings(own, resources);
      const glyphs = objects.make({});
      for (const [name, value] of objects.entries(objects.get(font, "CharProcs"))) {
        const bytes = objects.streamBytes(value) ?? new Uint8Array();
        const content = reduceContent({ bytes, resources: own, state: drawn }, around);
        objects.set(glyphs, name, objects.add(objects.makeStream(Buffer.from(content, "latin1"))));
      }
      const made = objects.copyDict(font);
      objects.set(made, "CharProcs", glyphs);
      objects.set(made, "Resources", resources.dict);
      return objects.add(made);
    });
  }

  #silentFont(font: PdfDict): PdfRef {
    return this.#once(font, "silent", () => {
      const objects = this.#objects;
      const glyphs = objects.make({});
      const nothing = objects.add(objects.makeStream(Buffer.from("0 0 0 0 0 0 d1")));
      for (const [name] of objects.entries(objects.get(font, "CharProcs"))) {
        objects.set(glyphs, name, nothing);
      }
      const made = objects.copyDict(font);
      objects.set(made, "CharProcs", glyphs);
      return objects.add(made);
    });
  }
}
