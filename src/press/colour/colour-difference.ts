/**
 * How different two colours look: CIEDE2000 (ISO/CIE 11664-6), with the reference conditions' weights
 * of 1. Input: two colours in CIE L*a*b* of one white; output: ΔE, where 1 is about what a trained eye
 * can just see side by side. It converts no colour.
 */

/** CIE L*a*b*; of D50 where it comes from a profile. */
export type Lab = readonly [lightness: number, a: number, b: number];

const degrees = Math.PI / 180;
const SEVENTH_POWER_OF_25 = 25 ** 7;

/** Share by which low chroma is stretched, and by which blue hues turn: 0 for grays, near 1 for vivid. */
function chromaShare(chroma: number): number {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + SEVENTH_POWER_OF_25));
}

/** Hue from 0 to 360; 0 where there is no chroma. */
function hueOf(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / degrees + 360) % 360;
}

/** The hue between two, on the shorter way; their sum where one has no chroma, and so no hue. */
function meanHue(one: number, other: number, hasNoHue: boolean): number {
  const sum = one + other;
  if (hasNoHue) return sum;
  if (Math.abs(one - other) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

/** From `one` to `other` on the shorter way, between -180 and 180. */
function hueStep(one: number, other: number): number {
  const step = other - one;
  if (step > 180) return step - 360;
  return step < -180 ? step + 360 : step;
}

export function colourDifference(one: Lab, other: Lab): number {
  const [lightness1, a1, b1] = one;
  const [lightness2, a2, b2] = other;
  const stretch = 1 + 0.5 * (1 - chromaShare((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const chroma1 = Math.hypot(a1 * stretch, b1);
  const chroma2 = Math.hypot(a2 * stretch, b2);
  const hue1 = hueOf(a1 * stretch, b1);
  const hue2 = hueOf(a2 * stretch, b2);
  const hasNoHue = chroma1 * chroma2 === 0;

  const lightnessStep = lightness2 - lightness1;
  const chromaStep = chroma2 - chroma1;
  const hueDifference = hasNoHue
    ? 0
    : 2 * Math.sqrt(chroma1 * chroma2) * Math.sin((hueStep(hue1, hue2) / 2) * degrees);

  const lightness = (lightness1 + lightness2) / 2;
  const chroma = (chroma1 + chroma2) / 2;
  const hue = meanHue(hue1, hue2, hasNoHue);
  const fromMiddle = (lightness - 50) ** 2;
  const lightnessWeight = 1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle);
  const chromaWeight = 1 + 0.045 * chroma;
  const hueCurve =
    1 -
    0.17 * Math.cos((hue - 30) * degrees) +
    0.24 * Math.cos(2 * hue * degrees) +
    0.32 * Math.cos((3 * hue + 6) * degrees) -
    0.2 * Math.cos((4 * hue - 63) * degrees);
  const hueWeight = 1 + 0.015 * chroma * hueCurve;
  const turn = 30 * Math.exp(-(((hue - 275) / 25) ** 2));
  const rotation = -Math.sin(2 * turn * degrees) * 2 * chromaShare(chroma);

  const [l, c, h] = [
    lightnessStep / lightnessWeight,
    chromaStep / chromaWeight,
    hueDifference / hueWeight,
  ];
  return Math.sqrt(l ** 2 + c ** 2 + h ** 2 + rotation * c * h);
}
