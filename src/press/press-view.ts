/**
 * What colours become in an output profile, and what inks look like through it. Input: a profile;
 * output: conversions of single colours. It knows no tokens and no rules of black ink: those are
 * `colour-converter.ts`'s.
 *
 * Colours of the screen go to inks as pictures do: relative colorimetric with black point
 * compensation. Inks are looked at relative colorimetric, without it: paper is white, as the eye
 * takes it for, and black is as dark as it prints.
 */
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  cmsFLAGS_NOCACHE,
  instantiate,
  INTENT_RELATIVE_COLORIMETRIC,
  TYPE_CMYK_16,
  TYPE_Lab_16,
  TYPE_RGB_16,
  TYPE_RGB_8,
} from "lcms-wasm";
import { PublicationError } from "../errors.ts";
import type { Rgb } from "./colour/colour-converter.ts";
import type { Lab } from "./colour/colour-difference.ts";
import type { Ink } from "./colour/ink-limit.ts";
import type { OutputProfile } from "./colour/output-profile.ts";

export interface PressView {
  /** The inks that the profile gives a colour of sRGB. */
  readonly inkOf: (rgb: Rgb) => Ink;
  /** CIE L*a*b* of D50; the paper is [100, 0, 0]. */
  readonly labOf: (ink: Ink) => Lab;
  /** The nearest colour of sRGB. */
  readonly screenOf: (ink: Ink) => Rgb;
  readonly close: () => void;
}

const FULL_16 = 65535;

/** @throws PublicationError `press-profile` where the profile has no table for one of the ways. */
export async function openPressView({ bytes, description }: OutputProfile): Promise<PressView> {
  const lcms = await instantiate();
  const press = lcms.cmsOpenProfileFromMem(bytes, bytes.length);
  const srgb = lcms.cmsCreate_sRGBProfile();
  const lab = lcms.cmsCreateLab4Profile(null);
  const transform = (from: number, input: number, to: number, output: number, flags = 0): number =>
    press === 0
      ? 0
      : lcms.cmsCreateTransform(
          from,
          input,
          to,
          output,
          INTENT_RELATIVE_COLORIMETRIC,
          flags | cmsFLAGS_NOCACHE,
        );
  const toInk = transform(srgb, TYPE_RGB_16, press, TYPE_CMYK_16, cmsFLAGS_BLACKPOINTCOMPENSATION);
  const toLab = transform(press, TYPE_CMYK_16, lab, TYPE_Lab_16);
  const toScreen = transform(press, TYPE_CMYK_16, srgb, TYPE_RGB_8);
  const transforms = [toInk, toLab, toScreen];
  const close = (): void => {
    for (const open of transforms.filter((each) => each !== 0)) lcms.cmsDeleteTransform(open);
    for (const open of [press, srgb, lab].filter((each) => each !== 0)) lcms.cmsCloseProfile(open);
  };
  if (transforms.includes(0)) {
    close();
    throw new PublicationError(
      "press-profile",
      `the output profile “${description}” cannot be seen through`,
      { hint: "name an output profile with tables in both directions" },
    );
  }
  const samplesOf = (ink: Ink): Uint16Array =>
    Uint16Array.from(ink, (share) => Math.round(share * FULL_16));
  return {
    inkOf: (rgb) => {
      const samples = Uint16Array.from(rgb, (channel) => channel * 257);
      const [c = 0, m = 0, y = 0, k = 0] = lcms.cmsDoTransform(toInk, samples, 1);
      return [c / FULL_16, m / FULL_16, y / FULL_16, k / FULL_16];
    },
    labOf: (ink) => {
      const [l = 0, a = 0, b = 0] = lcms.cmsDoTransform(toLab, samplesOf(ink), 1);
      // ICC.1:2010, 6.3.4.2: L* from 0 to 100, a* and b* from -128 to 127 and a part.
      return [(l / FULL_16) * 100, a / 257 - 128, b / 257 - 128];
    },
    screenOf: (ink) => {
      const [red = 0, green = 0, blue = 0] = lcms.cmsDoTransform(toScreen, samplesOf(ink), 1);
      return [red, green, blue];
    },
    close,
  };
}
