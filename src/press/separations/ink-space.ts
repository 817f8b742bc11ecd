/**
 * Colour spaces as inks. Input: a colour space object of any file; output: how many components it
 * has, what inks they are, and which separations they touch. A process ink that is named as a separation
 * is that ink; a spot ink has no separation here and is printed with the inks of its alternate space.
 * ISO 32000-1 §8.6, §11.7.4.
 */
import {
  familyOf,
  readColourSpace,
  readPalette,
  type ColourSpace,
} from "../../pdf/colour/colour-space.ts";
import { readFunction } from "../../pdf/functions/pdf-function.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfObject } from "../../pdf/objects/types.ts";
import type { Ink } from "../colour/ink-limit.ts";
import {
  ALL_SEPARATIONS,
  grayOfSeparation,
  SEPARATIONS,
  unit,
  type Separation,
  type Channel,
} from "./channel.ts";
import { separationFault } from "./separation-fault.ts";

export interface InkSpace {
  readonly kind: "colour";
  /** Two spaces of one name give the same inks. */
  readonly name: string;
  readonly components: number;
  readonly initial: readonly number[];
  /** Lowest and highest value of each component, as pictures have them without Decode. */
  readonly ranges: readonly number[];
  /** A picture's samples are themselves the places in the palette, whatever their bits. */
  readonly isIndexed?: true;
  /** What is touched at all: with overprint, other separations keep what is below. */
  readonly separations: ReadonlySet<Separation>;
  /** DeviceCMYK itself: with overprint mode 1, inks of 0 leave their separations alone. §8.6.7 */
  readonly isDirectCmyk: boolean;
  /** The component that alone is the ink of a separation, where inks are components. */
  readonly componentOf?: (separation: Separation) => number | undefined;
  readonly inkOf: (components: readonly number[]) => Ink;
  /** From 0 (black) to 1, for soft masks. */
  readonly luminosityOf: (components: readonly number[]) => number;
  /** What red, green and blue mean; whole pictures are converted by it. */
  readonly rgbProfile?: Uint8Array | "srgb";
}

export interface PatternSpace {
  readonly kind: "pattern";
  /** Of the colour that an uncoloured pattern is painted in. */
  readonly under: InkSpace | undefined;
}

/** Screen colours into inks, each component from 0 to 1. */
export type InkOfRgb = (rgb: readonly [number, number, number]) => Ink;

export function grayOf(space: InkSpace, components: readonly number[], channel: Channel): number {
  return channel === "mask"
    ? unit(space.luminosityOf(components))
    : grayOfSeparation(space.inkOf(components), channel);
}

export class InkSpaces {
  readonly #objects: PdfObjects;
  readonly #inkOfRgb: InkOfRgb;
  readonly #known = new Map<ColourSpace, InkSpace | PatternSpace>();
  #count = 0;
  readonly gray: InkSpace = deviceGray;
  readonly cmyk: InkSpace = deviceCmyk;
  readonly rgb: InkSpace;

  constructor(objects: PdfObjects, inkOfRgb: InkOfRgb) {
    this.#objects = objects;
    this.#inkOfRgb = inkOfRgb;
    this.rgb = this.#rgbSpace("DeviceRGB", "srgb");
  }

  /**
   * A space that is no pattern, as pictures and gradients have them.
   * @throws PublicationError `separation-colour-space`, `pdf-function`.
   */
  readColour(source: PdfObject | undefined): InkSpace {
    if (source === undefined) throw unknown("none");
    return this.#colour(readColourSpace(this.#objects, source));
  }

  /** @throws PublicationError `separation-colour-space`, `pdf-function`. */
  of(space: ColourSpace): InkSpace | PatternSpace {
    const known = this.#known.get(space);
    if (known !== undefined) return known;
    const made = this.#make(space);
    this.#known.set(space, made);
    return made;
  }

  #colour(space: ColourSpace): InkSpace {
    const made = this.of(space);
    if (made.kind === "pattern") throw unknown("Pattern");
    return made;
  }

  #make(space: ColourSpace): InkSpace | PatternSpace {
    const unique = `${familyOf(space)} ${this.#count++}`;
    switch (space.kind) {
      case "gray":
        return this.gray;
      case "rgb":
        return this.rgb;
      case "cmyk":
        return this.cmyk;
      case "calibrated":
        if (space.name === "CalGray") return this.gray;
        return space.name === "CalRGB" ? this.rgb : this.#lab(unique, space.ranges);
      case "pattern":
        return {
          kind: "pattern",
          under: space.under === undefined ? undefined : this.#colour(space.under),
        };
      case "profiled":
        return this.#profiled(unique, space);
      case "indexed":
        return this.#indexed(unique, space);
      case "colorants":
        return this.#inks(unique, space);
      case "unknown":
        throw unknown(space.name);
    }
  }

  #profiled(
    unique: string,
    { components, profile, alternate }: Extract<ColourSpace, { kind: "profiled" }>,
  ): InkSpace {
    switch (components) {
      case 1:
        return this.gray;
      case 3:
        return this.#rgbSpace(unique, this.#objects.streamBytes(profile) ?? "srgb");
      case 4:
        // Taken for the inks of the press. Overprint mode 1 is not for it.
        return { ...deviceCmyk, name: unique, isDirectCmyk: false };
      default:
        if (alternate === undefined) throw unknown("none");
        return this.#colour(alternate);
    }
  }

  #rgbSpace(name: string, rgbProfile: Uint8Array | "srgb"): InkSpace {
    return {
      kind: "colour",
      name,
      components: 3,
      initial: [0, 0, 0],
      ranges: [0, 1, 0, 1, 0, 1],
      separations: ALL_SEPARATIONS,
      isDirectCmyk: false,
      inkOf: ([r = 0, g = 0, b = 0]) => this.#inkOfRgb([unit(r), unit(g), unit(b)]),
      // §10.3.2
      luminosityOf: ([r = 0, g = 0, b = 0]) => 0.3 * unit(r) + 0.59 * unit(g) + 0.11 * unit(b),
      rgbProfile,
    };
  }

  #lab(name: string, ranges: readonly number[]): InkSpace {
    return {
      kind: "colour",
      name,
      components: 3,
      initial: [0, 0, 0],
      ranges,
      separations: ALL_SEPARATIONS,
      isDirectCmyk: false,
      inkOf: (lab) => this.#inkOfRgb(srgbOfLab(lab)),
      luminosityOf: (lab) => this.rgb.luminosityOf(srgbOfLab(lab)),
    };
  }

  #indexed(name: string, space: Extract<ColourSpace, { kind: "indexed" }>): InkSpace {
    const base = this.#colour(space.base);
    const table = readPalette(this.#objects, space);
    if (table === undefined) throw unknown("Indexed, without a palette");
    const { highest } = space;
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
      separations: base.separations,
      isDirectCmyk: false,
      inkOf: (components) => base.inkOf(colourOf(components)),
      luminosityOf: (components) => base.luminosityOf(colourOf(components)),
    };
  }

  /** Separation and DeviceN. §8.6.6.4, §8.6.6.5 */
  #inks(name: string, space: Extract<ColourSpace, { kind: "colorants" }>): InkSpace {
    const { names } = space;
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
        separations: ALL_SEPARATIONS,
        inkOf,
        componentOf: () => 0,
        luminosityOf: (tints) => luminosityOf(inkOf(tints)),
      };
    }
    const separations = names.map((each) =>
      SEPARATIONS.find((separation) => separation === each.toLowerCase()),
    );
    if (names.every((each, at) => each === "None" || separations[at] !== undefined)) {
      const componentOf = (separation: Separation): number | undefined => {
        const at = separations.indexOf(separation);
        return at < 0 ? undefined : at;
      };
      const share = (tints: readonly number[], separation: Separation): number => {
        const at = componentOf(separation);
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
        separations: new Set(separations.flatMap((separation) => separation ?? [])),
        inkOf,
        componentOf,
        luminosityOf: (tints) => luminosityOf(inkOf(tints)),
      };
    }
    const alternate = this.#colour(space.alternate);
    const tint = readFunction(this.#objects, space.tint);
    return {
      ...shape,
      separations: ALL_SEPARATIONS,
      inkOf: (tints) => alternate.inkOf(tint(tints)),
      luminosityOf: (tints) => alternate.luminosityOf(tint(tints)),
    };
  }
}

const deviceGray: InkSpace = {
  kind: "colour",
  name: "DeviceGray",
  components: 1,
  initial: [0],
  ranges: [0, 1],
  separations: ALL_SEPARATIONS,
  isDirectCmyk: false,
  inkOf: ([gray = 0]) => [0, 0, 0, 1 - unit(gray)],
  luminosityOf: ([gray = 0]) => unit(gray),
};

const deviceCmyk: InkSpace = {
  kind: "colour",
  name: "DeviceCMYK",
  components: 4,
  initial: [0, 0, 0, 1],
  ranges: [0, 1, 0, 1, 0, 1, 0, 1],
  separations: ALL_SEPARATIONS,
  isDirectCmyk: true,
  componentOf: (separation) => SEPARATIONS.indexOf(separation),
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
  return separationFault(
    "separation-colour-space",
    `a colour space has no way to the separations: ${name}`,
  );
}
