/**
 * Colour spaces and colours as content names them (ISO 32000-1 §8.6). Input: a colour space object
 * and the resources it stands in; output: what kind of space it is, and of a colour the inks that it
 * prints with, where the file itself decides them. It converts nothing through a profile.
 */
import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFObject } from "@cantoo/pdf-lib";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { MOST_COLOUR_DEPTH } from "../limits.ts";

export type ColourSpace =
  | { readonly kind: "gray" | "rgb" | "cmyk" }
  /** ICCBased: the machine that prints makes inks of it. */
  | { readonly kind: "profiled"; readonly components: number }
  | { readonly kind: "calibrated"; readonly name: "CalGray" | "CalRGB" | "Lab" }
  | { readonly kind: "indexed"; readonly base: ColourSpace }
  /** Separation and DeviceN: inks by their names. */
  | {
      readonly kind: "colorants";
      readonly names: readonly string[];
      readonly alternate: ColourSpace;
      /** Alternate and tint transform, to be compared with another definition of the same ink. */
      readonly definition: string;
    }
  | { readonly kind: "pattern"; readonly under?: ColourSpace }
  | { readonly kind: "unknown"; readonly name: string };

export interface Colour {
  readonly space: ColourSpace;
  readonly components: readonly number[];
  readonly pattern?: PDFObject;
}

/** Shares from 0 to 1. */
export interface Inks {
  readonly process: readonly [cyan: number, magenta: number, yellow: number, black: number];
  readonly spots: ReadonlyMap<string, number>;
  /** The tint of registration colour, which prints on every plate. */
  readonly all: number;
}

export const DEVICE_GRAY: ColourSpace = { kind: "gray" };
export const DEVICE_RGB: ColourSpace = { kind: "rgb" };
export const DEVICE_CMYK: ColourSpace = { kind: "cmyk" };

export const BLACK: Colour = { space: DEVICE_GRAY, components: [0] };

const PROCESS = ["Cyan", "Magenta", "Yellow", "Black"];

/** Device spaces by all the names that content and inline images give them. */
const DEVICE: Readonly<Record<string, readonly [space: ColourSpace, fallback: string]>> = {
  DeviceGray: [DEVICE_GRAY, "DefaultGray"],
  G: [DEVICE_GRAY, "DefaultGray"],
  DeviceRGB: [DEVICE_RGB, "DefaultRGB"],
  RGB: [DEVICE_RGB, "DefaultRGB"],
  DeviceCMYK: [DEVICE_CMYK, "DefaultCMYK"],
  CMYK: [DEVICE_CMYK, "DefaultCMYK"],
};

/** @param resources where names lead to, and where a space stands in for a device's (§8.6.5.6). */
export function readColourSpace(
  objects: PdfObjects,
  object: PDFObject | undefined,
  resources: PDFDict | undefined,
  depth = 0,
): ColourSpace {
  if (depth > MOST_COLOUR_DEPTH) return { kind: "unknown", name: "nested too deep" };
  const spaces = objects.dict(objects.get(resources, "ColorSpace"));
  const inner = (item: PDFObject | undefined): ColourSpace =>
    readColourSpace(objects, objects.resolve(item), resources, depth + 1);
  const name = objects.name(object);
  if (name !== undefined) {
    const device = DEVICE[name];
    if (device !== undefined) {
      const substitute = objects.get(spaces, device[1]);
      // A substitute is never a device space itself, which would lead here again.
      return substitute === undefined || objects.name(substitute) !== undefined
        ? device[0]
        : readColourSpace(objects, substitute, undefined, depth + 1);
    }
    if (name === "Pattern") return { kind: "pattern" };
    const named = objects.get(spaces, name);
    return named === undefined ? { kind: "unknown", name } : inner(named);
  }
  const [familyItem, first, second, third] = objects.items(object);
  const family = objects.name(familyItem) ?? "none";
  switch (family) {
    case "ICCBased": {
      const components = objects.number(objects.get(objects.stream(first)?.dict, "N")) ?? 0;
      return { kind: "profiled", components };
    }
    case "CalGray":
    case "CalRGB":
    case "Lab":
      return { kind: "calibrated", name: family };
    case "Indexed":
    case "I":
      return { kind: "indexed", base: inner(first) };
    case "Pattern":
      return first === undefined ? { kind: "pattern" } : { kind: "pattern", under: inner(first) };
    case "Separation":
    case "DeviceN": {
      const single = objects.name(first);
      const names =
        single === undefined
          ? objects.items(first).flatMap((item) => objects.name(item) ?? [])
          : [single];
      const definition = `${written(objects, second)} ${written(objects, third)}`;
      return { kind: "colorants", names, alternate: inner(second), definition };
    }
    default:
      return familyItem !== undefined && DEVICE[family] !== undefined
        ? inner(familyItem)
        : { kind: "unknown", name: family };
  }
}

/** An object with all that it refers to, so that two of the same meaning are written the same. */
function written(objects: PdfObjects, object: PDFObject | undefined, depth = 0): string {
  if (depth > MOST_COLOUR_DEPTH) return "…";
  const value = object instanceof PDFRef ? objects.resolve(object) : object;
  const each = (item: PDFObject): string => written(objects, item, depth + 1);
  if (value instanceof PDFArray) return `[${value.asArray().map(each).join(" ")}]`;
  const dict = value instanceof PDFStream ? value.dict : value;
  if (!(dict instanceof PDFDict)) return value?.toString() ?? "null";
  const entries = dict
    .entries()
    .filter(([key]) => !["/Length", "/Filter", "/DecodeParms"].includes(key.toString()))
    .map(([key, item]) => `${key.toString()} ${each(item)}`)
    .sort();
  const bytes = value instanceof PDFStream ? objects.streamBytes(value) : undefined;
  const content = bytes === undefined ? "" : Buffer.from(bytes).toString("latin1");
  return `<<${entries.join(" ")}>>${content}`;
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
