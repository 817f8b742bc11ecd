/**
 * Colour spaces and colours (ISO 32000-1 §8.6). Input: a colour space object and the resources it
 * stands in; output: what kind of space it is, with what a reader of its colours needs, and of a
 * colour the inks that it prints with, where the file itself decides them. It converts nothing
 * through a profile.
 */
import { MOST_COLOUR_DEPTH } from "../limits.ts";
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict, PdfObject, PdfStream } from "../objects/types.ts";

export type ColourSpace =
  | { readonly kind: "gray" | "rgb" | "cmyk" }
  /** ICCBased: the machine that prints makes inks of it. */
  | {
      readonly kind: "profiled";
      readonly components: number;
      readonly profile: PdfStream | undefined;
      readonly alternate: ColourSpace | undefined;
    }
  | {
      readonly kind: "calibrated";
      readonly name: "CalGray" | "CalRGB" | "Lab";
      /** Lowest and highest value of each component. */
      readonly ranges: readonly number[];
    }
  | {
      readonly kind: "indexed";
      readonly base: ColourSpace;
      readonly highest: number;
      /** A stream or a string, see `readPalette`. */
      readonly palette: PdfObject | undefined;
    }
  /** Separation and DeviceN: inks by their names. */
  | {
      readonly kind: "colorants";
      readonly family: "Separation" | "DeviceN";
      readonly names: readonly string[];
      readonly alternate: ColourSpace;
      readonly alternateObject: PdfObject | undefined;
      /** The function that gives colours of the alternate space. */
      readonly tint: PdfObject | undefined;
    }
  | { readonly kind: "pattern"; readonly under?: ColourSpace }
  | { readonly kind: "unknown"; readonly name: string };

export interface Colour {
  readonly space: ColourSpace;
  readonly components: readonly number[];
  /** The pattern that is painted with, where the space is one of patterns. */
  readonly pattern?: PdfObject;
}

/** Shares from 0 to 1. */
export interface Inks {
  readonly process: readonly [cyan: number, magenta: number, yellow: number, black: number];
  readonly spots: ReadonlyMap<string, number>;
  /** The tint of registration colour, which prints on every separation. */
  readonly all: number;
}

export const DEVICE_GRAY: ColourSpace = { kind: "gray" };
export const DEVICE_RGB: ColourSpace = { kind: "rgb" };
export const DEVICE_CMYK: ColourSpace = { kind: "cmyk" };

const PATTERN: ColourSpace = { kind: "pattern" };

export const BLACK: Colour = { space: DEVICE_GRAY, components: [0] };

const PROCESS = ["Cyan", "Magenta", "Yellow", "Black"];

/** Device spaces by all the names that content and inline images give them (tables 89 and 93). */
const DEVICE: Readonly<Record<string, readonly [space: ColourSpace, fallback: string]>> = {
  DeviceGray: [DEVICE_GRAY, "DefaultGray"],
  G: [DEVICE_GRAY, "DefaultGray"],
  DeviceRGB: [DEVICE_RGB, "DefaultRGB"],
  RGB: [DEVICE_RGB, "DefaultRGB"],
  DeviceCMYK: [DEVICE_CMYK, "DefaultCMYK"],
  CMYK: [DEVICE_CMYK, "DefaultCMYK"],
};

export interface ReadingOptions {
  /** Whether DefaultGray, DefaultRGB and DefaultCMYK stand in for a device's spaces (§8.6.5.6). */
  readonly hasDefaultSpaces?: boolean;
}

/**
 * @param source a space, or its name.
 * @param resources where names lead to.
 */
export function readColourSpace(
  objects: ObjectReader,
  source: PdfObject | string | undefined,
  resources?: PdfDict,
  options: ReadingOptions = {},
): ColourSpace {
  return new SpaceReader(objects, resources, options).read(source, 0);
}

/** One object is one space, so that what is made of a space is made once. */
const known = new WeakMap<PdfObject, ColourSpace>();

class SpaceReader {
  readonly #objects: ObjectReader;
  readonly #resources: PdfDict | undefined;
  readonly #options: ReadingOptions;

  constructor(objects: ObjectReader, resources: PdfDict | undefined, options: ReadingOptions) {
    this.#objects = objects;
    this.#resources = resources;
    this.#options = options;
  }

  read(source: PdfObject | string | undefined, depth: number): ColourSpace {
    if (depth > MOST_COLOUR_DEPTH) return { kind: "unknown", name: "nested too deep" };
    if (typeof source === "string") return this.#named(source, depth);
    const object = this.#objects.resolve(source);
    const name = this.#objects.name(object);
    if (name !== undefined) return this.#named(name, depth);
    if (object === undefined || this.#options.hasDefaultSpaces === true) {
      return this.#array(object, depth);
    }
    const space = known.get(object) ?? this.#array(object, depth);
    known.set(object, space);
    return space;
  }

  #named(name: string, depth: number): ColourSpace {
    const objects = this.#objects;
    const spaces = objects.dict(objects.get(this.#resources, "ColorSpace"));
    const [device, fallback = ""] = DEVICE[name] ?? [];
    if (device !== undefined) {
      const substitute =
        this.#options.hasDefaultSpaces === true ? objects.get(spaces, fallback) : undefined;
      // A substitute is never a device space itself, which would lead here again.
      return substitute === undefined || objects.name(substitute) !== undefined
        ? device
        : readColourSpace(objects, substitute);
    }
    if (name === "Pattern") return PATTERN;
    const found = objects.get(spaces, name);
    return found === undefined ? { kind: "unknown", name } : this.read(found, depth + 1);
  }

  #array(source: PdfObject | undefined, depth: number): ColourSpace {
    const objects = this.#objects;
    const [familyItem, first, second, third] = objects.items(source);
    const family = objects.name(familyItem) ?? "none";
    const inner = (item: PdfObject | undefined): ColourSpace => this.read(item, depth + 1);
    switch (family) {
      case "ICCBased": {
        const profile = objects.stream(first);
        const alternate = objects.get(profile?.dict, "Alternate");
        return {
          kind: "profiled",
          components: objects.number(objects.get(profile?.dict, "N")) ?? 0,
          profile,
          alternate: alternate === undefined ? undefined : inner(alternate),
        };
      }
      case "CalGray":
        return { kind: "calibrated", name: family, ranges: [0, 1] };
      case "CalRGB":
        return { kind: "calibrated", name: family, ranges: [0, 1, 0, 1, 0, 1] };
      case "Lab": {
        const range = objects.numbers(objects.get(objects.dict(first), "Range"));
        const limits = range.length === 4 ? range : [-100, 100, -100, 100];
        return { kind: "calibrated", name: family, ranges: [0, 100, ...limits] };
      }
      case "Indexed":
      case "I":
        return {
          kind: "indexed",
          base: inner(first),
          highest: Math.min(255, Math.max(0, objects.number(second) ?? 255)),
          palette: third,
        };
      case "Pattern":
        return first === undefined ? { kind: "pattern" } : { kind: "pattern", under: inner(first) };
      case "Separation":
      case "DeviceN":
        return {
          kind: "colorants",
          family,
          names:
            family === "Separation"
              ? [objects.name(first) ?? ""]
              : objects.items(first).map((item) => objects.name(item) ?? ""),
          alternate: inner(second),
          alternateObject: second,
          tint: third,
        };
      default:
        return familyItem !== undefined && DEVICE[family] !== undefined
          ? this.read(family, depth + 1)
          : { kind: "unknown", name: family };
    }
  }
}

/** The bytes of an Indexed space's colours, one after the other. */
export function readPalette(
  objects: ObjectReader,
  { palette }: Extract<ColourSpace, { kind: "indexed" }>,
): Uint8Array | undefined {
  return objects.streamBytes(palette) ?? objects.stringBytes(palette);
}

/** The family that a file calls a space by. */
export function familyOf(space: ColourSpace): string {
  switch (space.kind) {
    case "gray":
      return "DeviceGray";
    case "rgb":
      return "DeviceRGB";
    case "cmyk":
      return "DeviceCMYK";
    case "profiled":
      return "ICCBased";
    case "indexed":
      return "Indexed";
    case "colorants":
      return space.family;
    case "pattern":
      return "Pattern";
    case "calibrated":
    case "unknown":
      return space.name;
  }
}

/** Alternate and tint transform as one text, to be compared with another definition of the ink. */
export function inkDefinition(
  objects: ObjectReader,
  { alternateObject, tint }: Extract<ColourSpace, { kind: "colorants" }>,
): string {
  return `${objects.written(alternateObject)} ${objects.written(tint)}`;
}

/** The colour that a space begins with (§8.6.8). */
export function firstColour(space: ColourSpace): Colour {
  switch (space.kind) {
    case "cmyk":
      return { space, components: [0, 0, 0, 1] };
    case "profiled":
      return { space, components: space.components === 4 ? [0, 0, 0, 1] : [0, 0, 0] };
    case "colorants":
      return { space, components: space.names.map(() => 1) };
    default:
      return { space, components: [0, 0, 0] };
  }
}

/** Undefined where the inks are not in the file: screen, profiled and calibrated colours, patterns. */
export function inksOf({ space, components }: Colour): Inks | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = components;
  const none = new Map<string, number>();
  if (space.kind === "gray") return { process: [0, 0, 0, 1 - first], spots: none, all: 0 };
  if (space.kind === "cmyk") {
    return { process: [first, second, third, fourth], spots: none, all: 0 };
  }
  if (space.kind !== "colorants") return undefined;
  const tintOf = (wanted: string): number => {
    const at = space.names.indexOf(wanted);
    return at < 0 ? 0 : (components[at] ?? 0);
  };
  const spots = space.names.flatMap((name, at): readonly (readonly [string, number])[] =>
    PROCESS.includes(name) || name === "All" || name === "None"
      ? []
      : [[name, components[at] ?? 0]],
  );
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = PROCESS.map(tintOf);
  return {
    process: [cyan, magenta, yellow, black],
    spots: new Map(spots),
    all: tintOf("All"),
  };
}
