/**
 * What the four separations look like when they are printed on each other. Input: the profile of the press
 * and a page's separations; output: the page in sRGB. It draws no marks and no boxes.
 *
 * Relative colorimetric, without black point compensation. Paper is the white of the screen, which
 * the eye takes for white either way: paper's own tint (absolute colorimetric) would only be seen
 * beside the print. Black is as dark as the ink prints, and no darker: with compensation black ink
 * alone and black over other inks would move towards one black, and their difference is what one
 * looks for on a proof.
 */
import {
  cmsFLAGS_NOCACHE,
  instantiate,
  INTENT_RELATIVE_COLORIMETRIC,
  TYPE_CMYK_8,
  TYPE_RGB_8,
} from "lcms-wasm";
import { PublicationError } from "../../errors.ts";
import type { OutputProfile } from "../colour/output-profile.ts";
import type { PageSeparations } from "./render-separations.ts";

export interface SoftProof {
  /** Three bytes a pixel, row by row. */
  readonly toSrgb: (separations: PageSeparations["separations"]) => Uint8Array;
  readonly close: () => void;
}

/** Pixels at a time: the library copies them into a memory of its own. */
const STRIP = 1024 * 1024;

/** @throws PublicationError `press-profile` where the profile has no way back to colours. */
export async function openSoftProof({ bytes, description }: OutputProfile): Promise<SoftProof> {
  const lcms = await instantiate();
  const press = lcms.cmsOpenProfileFromMem(bytes, bytes.length);
  const srgb = lcms.cmsCreate_sRGBProfile();
  const transform =
    press === 0
      ? 0
      : lcms.cmsCreateTransform(
          press,
          TYPE_CMYK_8,
          srgb,
          TYPE_RGB_8,
          INTENT_RELATIVE_COLORIMETRIC,
          cmsFLAGS_NOCACHE,
        );
  if (transform === 0) {
    throw new PublicationError(
      "press-profile",
      `the output profile “${description}” cannot be seen through`,
      { hint: "make the file again with an output profile that has tables in both directions" },
    );
  }
  return {
    toSrgb: ({ cyan, magenta, yellow, black }) => {
      const pixels = cyan.length;
      const rgb = new Uint8Array(pixels * 3);
      const inks = new Uint8Array(Math.min(STRIP, pixels) * 4);
      for (let start = 0; start < pixels; start += STRIP) {
        const count = Math.min(STRIP, pixels - start);
        for (let at = 0; at < count; at++) {
          inks[at * 4] = cyan[start + at] ?? 0;
          inks[at * 4 + 1] = magenta[start + at] ?? 0;
          inks[at * 4 + 2] = yellow[start + at] ?? 0;
          inks[at * 4 + 3] = black[start + at] ?? 0;
        }
        const strip = inks.subarray(0, count * 4);
        rgb.set(lcms.cmsDoTransform(transform, strip, count), start * 3);
      }
      return rgb;
    },
    close: () => {
      lcms.cmsDeleteTransform(transform);
      lcms.cmsCloseProfile(srgb);
      lcms.cmsCloseProfile(press);
    },
  };
}
