/**
 * Screen colours into inks. Input: an output profile and the design tokens; output: a converter of
 * single sRGB colours and of pictures' samples. It knows nothing of PDF.
 *
 * A token's colour becomes exactly the inks that the token names. Pure grays become black ink alone,
 * of the lightness that the profile measures. All else goes through the profile: relative
 * colorimetric with black point compensation. See docs/decisions/press-colour.md.
 */
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  cmsFLAGS_NOCACHE,
  instantiate,
  INTENT_RELATIVE_COLORIMETRIC,
  TYPE_CMYK_16,
  TYPE_CMYK_8,
  TYPE_RGB_16,
  TYPE_RGB_8,
  TYPE_XYZ_16,
  type Lcms,
} from "lcms-wasm";
import { PublicationError, type Place } from "../../errors.ts";
import { limitInk, roundedInk, sumOf, type Ink } from "./ink-limit.ts";
import type { OutputProfile } from "./output-profile.ts";

/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A colour of the design with its inks. */
export interface PressToken {
  /** E.g. `accent`. */
  readonly name: string;
  readonly rgb: Rgb;
  readonly press: Ink;
  /** Where it is written. */
  readonly place?: Place | undefined;
}

/** `exact`: a token, black or white; the others are computed. */
export interface ConvertedColour {
  readonly ink: Ink;
  readonly isExact: boolean;
}

export interface ColourConverter {
  readonly convert: (rgb: Rgb) => ConvertedColour;
  /**
   * Samples of red, green and blue into samples of the four inks, a byte each.
   * @param source the profile of the samples; sRGB where it is undefined.
   */
  readonly convertSamples: (samples: Uint8Array, source?: Uint8Array) => Uint8Array;
  readonly close: () => void;
}

export interface ConverterOptions {
  readonly profile: OutputProfile;
  readonly tokens: readonly PressToken[];
  /** The most ink in one place, 1 for each ink: 3 is 300 %. */
  readonly inkLimit: number;
}

/** A thousandth of full ink is finer than any separation. */
const INK_STEPS = 1000;
const FULL_16 = 65535;
/** Pixels of a picture that are converted at once: the module's memory grows and never shrinks. */
const STRIP_PIXELS = 65_536;
/** Y of D50 white, in the profile connection space's 16 bits. */
const WHITE_Y = 32768;

/** @throws PublicationError `press-token-conflict`, `press-token-ink`, `press-profile`. */
export async function openColourConverter(options: ConverterOptions): Promise<ColourConverter> {
  const { inkLimit, profile } = options;
  const tokens = tokensByColour(options.tokens, inkLimit);
  const lcms = await instantiate();
  const press = openProfile(lcms, profile.bytes, "the output profile");
  const srgb = lcms.cmsCreate_sRGBProfile();
  const transform = (source: number, input: number, output: number): number =>
    lcms.cmsCreateTransform(
      source,
      input,
      press,
      output,
      INTENT_RELATIVE_COLORIMETRIC,
      cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE,
    );
  const single = transform(srgb, TYPE_RGB_16, TYPE_CMYK_16);
  if (single === 0) {
    throw new PublicationError("press-profile", "the output profile has no table for conversion", {
      hint: "name an output profile with tables in both directions",
    });
  }
  const grays = grayInks(lcms, press);
  const known = new Map<string, ConvertedColour>();

  const compute = (rgb: Rgb): ConvertedColour => {
    const token = tokens.get(rgb.join());
    if (token !== undefined) return { ink: token.press, isExact: true };
    const [red, green, blue] = rgb;
    if (red === green && green === blue) {
      const black = Math.min(grays[red] ?? 0, inkLimit);
      return { ink: [0, 0, 0, black], isExact: red === 0 || red === 255 };
    }
    const samples = lcms.cmsDoTransform(
      single,
      Uint16Array.from(rgb, (channel) => channel * 257),
      1,
    );
    const [c = 0, m = 0, y = 0, k = 0] = Array.from(samples, (sample) => sample / FULL_16);
    const ink = roundedInk(limitInk([c, m, y, k], inkLimit), inkLimit, INK_STEPS);
    return { ink, isExact: false };
  };

  const convertSamples = (samples: Uint8Array, source?: Uint8Array): Uint8Array => {
    const from = source === undefined ? srgb : openProfile(lcms, source, "a picture's profile");
    const many = transform(from, TYPE_RGB_8, TYPE_CMYK_8);
    if (many === 0) throw notRgb();
    const pixels = Math.floor(samples.length / 3);
    const inks = new Uint8Array(pixels * 4);
    for (let at = 0; at < pixels; at += STRIP_PIXELS) {
      const count = Math.min(STRIP_PIXELS, pixels - at);
      const strip = samples.subarray(at * 3, (at + count) * 3);
      inks.set(lcms.cmsDoTransform(many, strip, count), at * 4);
    }
    lcms.cmsDeleteTransform(many);
    if (from !== srgb) lcms.cmsCloseProfile(from);
    return limitSamples(inks, inkLimit);
  };

  return {
    convert: (rgb) => {
      const key = rgb.join();
      const found = known.get(key) ?? compute(rgb);
      known.set(key, found);
      return found;
    },
    convertSamples,
    close: () => {
      lcms.cmsDeleteTransform(single);
      lcms.cmsCloseProfile(srgb);
      lcms.cmsCloseProfile(press);
    },
  };
}

function tokensByColour(
  tokens: readonly PressToken[],
  inkLimit: number,
): ReadonlyMap<string, PressToken> {
  const byColour = new Map<string, PressToken>();
  for (const token of tokens) {
    const other = byColour.get(token.rgb.join());
    if (other !== undefined && other.press.join() !== token.press.join()) {
      throw new PublicationError(
        "press-token-conflict",
        `--${other.name} and --${token.name} are both ${hexOf(token.rgb)}, and their inks differ`,
        {
          ...(token.place !== undefined && { place: token.place }),
          hint: "give them the same press value, or make one of the two colours a little different",
        },
      );
    }
    if (sumOf(token.press) > inkLimit + 1e-9) {
      throw new PublicationError(
        "press-token-ink",
        `--${token.name} asks for ${Math.round(sumOf(token.press) * 100)} % of ink, the limit is ${Math.round(inkLimit * 100)} %`,
        {
          ...(token.place !== undefined && { place: token.place }),
          hint: "give it less cyan, magenta and yellow, and more black",
        },
      );
    }
    byColour.set(token.rgb.join(), token);
  }
  return byColour;
}

function openProfile(lcms: Lcms, bytes: Uint8Array, what: string): number {
  const profile = lcms.cmsOpenProfileFromMem(bytes, bytes.length);
  if (profile !== 0) return profile;
  throw new PublicationError("press-profile", `${what} cannot be read`, {
    hint: "save it again with a sound ICC profile",
  });
}

function notRgb(): PublicationError {
  return new PublicationError("press-profile", "a picture's profile is not for its colours", {
    hint: "save the picture in sRGB",
  });
}

/**
 * The black ink of each gray from 0 to 255: that whose printed luminance lies between black ink and
 * paper where the gray's lies between black and white, which is black point compensation for one
 * ink.
 */
function grayInks(lcms: Lcms, press: number): readonly number[] {
  const steps = 256;
  const transform = lcms.cmsCreateTransform(
    press,
    TYPE_CMYK_16,
    lcms.cmsCreateXYZProfile(),
    TYPE_XYZ_16,
    INTENT_RELATIVE_COLORIMETRIC,
    cmsFLAGS_NOCACHE,
  );
  const ramp = new Uint16Array((steps + 1) * 4);
  for (let step = 0; step <= steps; step++) {
    ramp[step * 4 + 3] = Math.round((step / steps) * FULL_16);
  }
  const measured = lcms.cmsDoTransform(transform, ramp, steps + 1);
  lcms.cmsDeleteTransform(transform);
  const luminance = (step: number): number => (measured[step * 3 + 1] ?? 0) / WHITE_Y;
  const paper = luminance(0);
  const full = luminance(steps);
  return Array.from({ length: 256 }, (_, gray) => {
    if (gray === 0) return 1;
    if (gray === 255) return 0;
    const wanted = full + (paper - full) * linearOf(gray / 255);
    let step = 0;
    while (step < steps && luminance(step + 1) > wanted) step++;
    const [from, to] = [luminance(step), luminance(step + 1)];
    const share = from > to ? (from - wanted) / (from - to) : 0;
    return Math.round(((step + share) / steps) * INK_STEPS) / INK_STEPS;
  });
}

/** IEC 61966-2-1. */
function linearOf(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function limitSamples(samples: Uint8Array, limit: number): Uint8Array {
  const most = Math.floor(limit * 255);
  for (let at = 0; at < samples.length; at += 4) {
    // Read one by one, as millions of small arrays would take longer than the conversion.
    const c = samples[at] ?? 0;
    const m = samples[at + 1] ?? 0;
    const y = samples[at + 2] ?? 0;
    const k = samples[at + 3] ?? 0;
    if (c + m + y + k <= most) continue;
    const ink = limitInk([c / 255, m / 255, y / 255, k / 255], limit);
    samples.set(
      ink.map((share) => Math.floor(share * 255 + 1e-6)),
      at,
    );
  }
  return samples;
}

/** `#rrggbb`. */
export function hexOf(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
