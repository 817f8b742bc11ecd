/** The part of lcms-wasm 1 (Little CMS 2.16) that we use; the package ships no types. */
declare module "lcms-wasm" {
  export const TYPE_RGB_8: number;
  export const TYPE_RGB_16: number;
  export const TYPE_CMYK_8: number;
  export const TYPE_CMYK_16: number;
  export const TYPE_XYZ_16: number;
  /** As ICC version 4 has it. */
  export const TYPE_Lab_16: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
  export const cmsFLAGS_NOCACHE: number;

  export interface Lcms {
    /** 0 where the bytes are no profile. */
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): number;
    cmsCreate_sRGBProfile(): number;
    cmsCreateXYZProfile(): number;
    /** With D50 where the white is null. */
    cmsCreateLab4Profile(white: null): number;
    cmsCreateTransform(
      input: number,
      inputFormat: number,
      output: number,
      outputFormat: number,
      intent: number,
      flags: number,
    ): number;
    cmsDoTransform(
      transform: number,
      samples: Uint8Array | Uint16Array,
      pixels: number,
    ): Uint8Array | Uint16Array;
    cmsDeleteTransform(transform: number): void;
    cmsCloseProfile(profile: number): void;
  }
  export function instantiate(): Promise<Lcms>;
}
