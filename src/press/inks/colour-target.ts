/**
 * What colours become where they are painted: inks on the page, or gray in a soft mask, whose
 * luminosity says how much is painted and not in what colour. Input: screen colours; output:
 * components of a device colour space. ISO 32000-1 §8.6.4, §11.5.3.
 */
import type { ColourConverter, Rgb } from "../colour/colour-converter.ts";
import type { Ink } from "../colour/ink-limit.ts";

export interface TargetColour {
  readonly components: readonly number[];
  /** On the page only. */
  readonly ink: Ink | undefined;
  /** No warning is due: the design gives its inks, or nobody sees it. */
  readonly isExact: boolean;
}

export interface ColourTarget {
  readonly kind: "ink" | "mask";
  readonly space: "DeviceCMYK" | "DeviceGray";
  readonly fillOperator: "k" | "g";
  readonly strokeOperator: "K" | "G";
  readonly convert: (rgb: Rgb) => TargetColour;
  /** A byte for each component; `source` is the samples' profile, sRGB where it is undefined. */
  readonly convertSamples: (samples: Uint8Array, source?: Uint8Array) => Uint8Array;
}

export function inkTarget(converter: ColourConverter): ColourTarget {
  return {
    kind: "ink",
    space: "DeviceCMYK",
    fillOperator: "k",
    strokeOperator: "K",
    convert: (rgb) => {
      const { ink, isExact } = converter.convert(rgb);
      return { components: ink, ink, isExact };
    },
    convertSamples: converter.convertSamples,
  };
}

export const maskTarget: ColourTarget = {
  kind: "mask",
  space: "DeviceGray",
  fillOperator: "g",
  strokeOperator: "G",
  convert: (rgb) => ({
    components: [Math.round((luminosity(rgb) / 255) * 10_000) / 10_000],
    ink: undefined,
    isExact: true,
  }),
  convertSamples: (samples) =>
    Uint8Array.from({ length: samples.length / 3 }, (_, at) =>
      Math.round(
        luminosity([samples[at * 3] ?? 0, samples[at * 3 + 1] ?? 0, samples[at * 3 + 2] ?? 0]),
      ),
    ),
};

/** ISO 32000-1 §10.3.2: what DeviceRGB has as gray. */
function luminosity([red, green, blue]: Rgb): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/** A colour of 1 (gray) or 3 (red, green, blue) components from 0 to 1, to the nearest of 256 steps. */
export function rgbOf(components: readonly number[]): Rgb {
  const channel = (value: number): number =>
    Math.round(Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0)) * 255);
  const [red = 0, green = red, blue = red] = components;
  return [channel(red), channel(green), channel(blue)];
}
