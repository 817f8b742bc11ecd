/**
 * Colour spaces as inks. Input: a colour space object of any file; output: how many components it
 * has, what inks they are, and which plates they touch. A process ink that is named as a separation
 * is that ink; a spot ink has no plate here and is printed with the inks of its alternate space.
 * ISO 32000-1 §8.6, §11.7.4.
 */
import { PDFName, type PDFObject } from "@cantoo/pdf-lib";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { Ink } from "../colour/ink-limit.ts";
import { readFunction } from "./pdf-function.ts";
import {
  ALL_PLATES,
  grayOnPlate,
  PLATES,
  unit,
  type Plate,
  type PlateChannel,
} from "./plate-channel.ts";
import { plateFault } from "./plate-fault.ts";
import { MOST_COLOUR_DEPTH } from "../../pdf/limits.ts";

export interface PlateSpace {
  readonly kind: "colour";
  /** Two spaces of one name give the same inks. */
  readonly name: string;
  readonly components: number;
  readonly initial: readonly number[];
  /** Lowest and highest value of each component, as pictures have them without Decode. */
  readonly ranges: readonly number[];
  /** A picture's samples are themselves the places in the palette, whatever their bits. */
  readonly isIndexed?: true;
  /** What is touched at all: with overprint, other plates keep what is below. */
  readonly plates: ReadonlySet<Plate>;
  /** DeviceCMYK itself: with overprint mode 1, inks of 0 leave their plates alone. §8.6.7 */
  readonly isDirectCmyk: boolean;
  /** The component that alone is the ink of a plate, where inks are components. */
  readonly componentOf?: (plate: Plate) => number | undefined;
  readonly inkOf: (components: readonly number[]) => Ink;
  /** From 0 (black) to 1, for soft masks. */
  readonly luminosityOf: (components: readonly number[]) => number;
  /** What red, green and blue mean; whole pictures are converted by it. */
  readonly rgbProfile?: Uint8Array | "srgb";
}

export interface PatternSpace {
  readonly kind: "pattern";
  /** Of the colour that an uncoloured pattern is painted in. */
  readonly under: PlateSpace | undefined;
}

/** Screen colours into inks, each component from 0 to 1. */
export type InkOfRgb = (rgb: readonly [number, number, number]) => Ink;

export function grayOf(
  space: PlateSpace,
  components: readonly number[],
  channel: PlateChannel,
): number {
  return channel === "mask"
    ? unit(space.luminosityOf(components))
    : grayOnPlate(space.inkOf(components), channel);
}

/** The names of table 89, as inline images write them, §8.9.7. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  G: "DeviceGray",
  RGB: "DeviceRGB",
  CMYK: "DeviceCMYK",
  I: "Indexed",
};

export class PlateSpaces {
  readonly #objects: PdfObjects;
  readonly #inkOfRgb: InkOfRgb;
  readonly #known = new Map<PDFObject, PlateSpace | PatternSpace>();
  readonly gray: PlateSpace = deviceGray;
  readonly cmyk: PlateSpace = deviceCmyk;
  readonly rgb: PlateSpace;

  constructor(objects: PdfObjects, inkOfRgb: InkOfRgb) {
    this.#objects = objects;
    this.#inkOfRgb = inkOfRgb;
    this.rgb = this.#rgbSpace("DeviceRGB", "srgb");
  }

  /** @throws PublicationError `plate-colour-space`, `plate-function`. */
  read(source: PDFObject | undefined, depth = 0): PlateSpace | PatternSpace {
    const object = this.#objects.resolve(source);
    if (object === undefined || depth > MOST_COLOUR_DEPTH) throw unknown("none");
    const known = this.#known.get(object);
    if (known !== undefined) return known;
    const space = this.#read(object, depth);
    this.#known.set(object, space);
    return space;
  }

  /** A space that is no pattern. */
  readColour(source: PDFObject | undefined, depth = 0): PlateSpace {
    const space = this.read(source, depth);
    if (space.kind === "pattern") throw unknown("Pattern");
    return space;
  }

  #read(object: PDFObject, depth: number): PlateSpace | PatternSpace {
    const objects = this.#objects;
    const items = objects.items(object);
    const written = objects.name(object) ?? objects.name(items[0]) ?? "none";
    const name = SHORT_NAMES[written] ?? written;
    const unique = `${name} ${this.#known.size}`;
    switch (name) {
      case "DeviceGray":
      case "CalGray":
        return this.gray;
      case "DeviceRGB":
      case "CalRGB":
        return this.rgb;
      case "DeviceCMYK":
        return this.cmyk;
      case "Pattern":
        return {
          kind: "pattern",
          under: items.length > 1 ? this.readColour(items[1], depth + 1) : undefined,
        };
      case "ICCBased":
        return this.#iccBased(unique, items[1], depth);
      case "Lab":
        return this.#lab(unique, items[1]);
      case "Indexed":
        return this.#indexed(unique, items, depth);
      case "Separation":
        return this.#inks(unique, [objects.name(items[1]) ?? ""], items, depth);
      case "DeviceN": {
        const names = objects.items(items[1]).map((item) => objects.name(item) ?? "");
        return this.#inks(unique, names, items, depth);
      }
      default:
        throw unknown(name);
    }
  }

  #iccBased(unique: string, profile: PDFObject | undefined, depth: number): PlateSpace {
    const objects = this.#objects;
    const dict = objects.stream(profile)?.dict;
    switch (objects.number(objects.get(dict, "N"))) {
      case 1:
        return this.gray;
      case 3:
        return this.#rgbSpace(unique, objects.streamBytes(profile) ?? "srgb");
      case 4:
        // Taken for the inks of the press. Overprint mode 1 is not for it.
        return { ...deviceCmyk, name: unique, isDirectCmyk: false };
      default:
        return this.readColour(objects.get(dict, "Alternate"), depth + 1);
    }
  }

  #rgbSpace(name: string, rgbProfile: Uint8Array | "srgb"): PlateSpace {
    return {
      kind: "colour",
      name,
      components: 3,
      initial: [0, 0, 0],
      ranges: [0, 1, 0, 1, 0, 1],
      plates: ALL_PLATES,
      isDirectCmyk: false,
      inkOf: ([r = 0, g = 0, b = 0]) => this.#inkOfRgb([unit(r), unit(g), unit(b)]),
      // §10.3.2
      luminosityOf: ([r = 0, g = 0, b = 0]) => 0.3 * unit(r) + 0.59 * unit(g) + 0.11 * unit(b),
      rgbProfile,
    };
  }

  #lab(name: string, parameters: PDFObject | undefined): PlateSpace {
    const objects = this.#objects;
    const range = objects.numbers(objects.get(objects.dict(parameters), "Range"));
    const limits = range.length === 4 ? range : [-100, 100, -100, 100];
    return {
      kind: "colour",
      name,
      components: 3,
      initial: [0, 0, 0],
      ranges: [0, 100, ...limits],
      plates: ALL_PLATES,
      isDirectCmyk: false,
      inkOf: (lab) => this.#inkOfRgb(srgbOfLab(lab)),
      luminosityOf: (lab) => this.rgb.luminosityOf(srgbOfLab(lab)),
    };
  }

  #indexed(name: string, items: readonly PDFObject[], depth: number): PlateSpace {
    const objects = this.#objects;
    const base = this.readColour(items[1], depth + 1);
    const table = objects.streamBytes(items[3]) ?? objects.stringBytes(items[3]);
    if (table === undefined) throw unknown("Indexed, without a palette");
    const highest = Math.min(255, Math.max(0, objects.number(items[2]) ?? 255));
    const colourOf = ([index = 0]: readonly number[]): readonly number[] => {
      const at = Math.min(highest, Math.max(0, Math.round(index))) * base.components;
      return Array.from({ length: base.components }, (_, component) => {
        const [low = 0, high = 1] = base.ranges.slice(component * 2, component * 2 + 2);
        return low + ((table[at + component] ?? 0) / 255) * (high - low);
      });
    };
    return {
      kind: "colour",
      name,
      components: 1,
      initial: [0],
      ranges: [0, 255],
      isIndexed: true,
      plates: base.plates,
      isDirectCmyk: false,
      inkOf: (components) => base.inkOf(colourOf(components)),
      luminosityOf: (components) => base.luminosityOf(colourOf(components)),
    };
  }

  /** Separation and DeviceN. §8.6.6.4, §8.6.6.5 */
  #inks(
    name: string,
    names: readonly string[],
    items: readonly PDFObject[],
    depth: number,
  ): PlateSpace {
    const shape = {
      kind: "colour",
      name,
      components: names.length,
      initial: names.map(() => 1),
      ranges: names.flatMap(() => [0, 1]),
      isDirectCmyk: false,
    } as const;
    const luminosityOf = (ink: Ink): number => deviceCmyk.luminosityOf(ink);
    if (names.join() === "All") {
      const inkOf = ([tint = 0]: readonly number[]): Ink => [tint, tint, tint, tint];
      return {
        ...shape,
        plates: ALL_PLATES,
        inkOf,
        componentOf: () => 0,
        luminosityOf: (tints) => luminosityOf(inkOf(tints)),
      };
    }
    const plates = names.map((each) => PLATES.find((plate) => plate === each.toLowerCase()));
    if (names.every((each, at) => each === "None" || plates[at] !== undefined)) {
      const componentOf = (plate: Plate): number | undefined => {
        const at = plates.indexOf(plate);
        return at < 0 ? undefined : at;
      };
      const share = (tints: readonly number[], plate: Plate): number => {
        const at = componentOf(plate);
        return at === undefined ? 0 : (tints[at] ?? 0);
      };
      const inkOf = (tints: readonly number[]): Ink => [
        share(tints, "cyan"),
        share(tints, "magenta"),
        share(tints, "yellow"),
        share(tints, "black"),
      ];
      return {
        ...shape,
        plates: new Set(plates.flatMap((plate) => plate ?? [])),
        inkOf,
        componentOf,
        luminosityOf: (tints) => luminosityOf(inkOf(tints)),
      };
    }
    const alternate = this.readColour(items[2], depth + 1);
    const tint = readFunction(this.#objects, items[3]);
    return {
      ...shape,
      plates: ALL_PLATES,
      inkOf: (tints) => alternate.inkOf(tint(tints)),
      luminosityOf: (tints) => alternate.luminosityOf(tint(tints)),
    };
  }

  /** A space by the name that content gives it: its own name, or one of the resources. */
  named(spaces: PDFObject | undefined, name: string): PlateSpace | PatternSpace {
    const found = this.#objects.get(this.#objects.dict(spaces), name);
    return this.read(found ?? PDFName.of(name));
  }
}

const deviceGray: PlateSpace = {
  kind: "colour",
  name: "DeviceGray",
  components: 1,
  initial: [0],
  ranges: [0, 1],
  plates: ALL_PLATES,
  isDirectCmyk: false,
  inkOf: ([gray = 0]) => [0, 0, 0, 1 - unit(gray)],
  luminosityOf: ([gray = 0]) => unit(gray),
};

const deviceCmyk: PlateSpace = {
  kind: "colour",
  name: "DeviceCMYK",
  components: 4,
  initial: [0, 0, 0, 1],
  ranges: [0, 1, 0, 1, 0, 1, 0, 1],
  plates: ALL_PLATES,
  isDirectCmyk: true,
  componentOf: (plate) => PLATES.indexOf(plate),
  inkOf: ([c = 0, m = 0, y = 0, k = 0]) => [unit(c), unit(m), unit(y), unit(k)],
  // §10.3.4
  luminosityOf: ([c = 0, m = 0, y = 0, k = 0]) =>
    1 - Math.min(1, 0.3 * unit(c) + 0.59 * unit(m) + 0.11 * unit(y) + unit(k)),
};

/** Lab of D50 to sRGB, by way of XYZ adapted to D65. */
function srgbOfLab([l = 0, a = 0, b = 0]: readonly number[]): [number, number, number] {
  const fy = (l + 16) / 116;
  const inverse = (f: number): number => (f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29));
  const x = 0.9642 * inverse(fy + a / 500);
  const y = inverse(fy);
  const z = 0.8249 * inverse(fy - b / 200);
  const curve = (v: number): number =>
    unit(v <= 0.0031308 ? 12.92 * v : 1.055 * Math.max(0, v) ** (1 / 2.4) - 0.055);
  return [
    curve(3.1339 * x - 1.6169 * y - 0.4906 * z),
    curve(-0.9788 * x + 1.9161 * y + 0.0335 * z),
    curve(0.0719 * x - 0.229 * y + 1.4052 * z),
  ];
}

function unknown(name: string) {
  return plateFault("plate-colour-space", `a colour space has no way to the plates: ${name}`);
}
