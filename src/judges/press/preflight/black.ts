/**
 * Black and gray, and how they are made. Input: a paint; output: whether it is full black, or a gray
 * of several inks, and whether it overprints in truth. ISO 32000-1 §8.6.7.
 */
import { inksOf, type Colour } from "../../../pdf/colour/colour-space.ts";
import type { Paint } from "../../../pdf/paint/painted.ts";

/** An ink of less than this share leaves no dot on the separation. */
const NO_INK = 0.005;
/** Black ink from here on looks black, whatever else is in it. */
const DARK_BLACK = 0.85;
/** Cyan, magenta and yellow that are this near to each other look gray. */
const NEUTRAL = 0.15;
const LEAST_GRAY = 0.05;
/** Red, green and blue that are this near to each other look gray. */
const NEUTRAL_SCREEN = 0.03;
const PAPER_WHITE = 0.95;

/** All of the black ink, and nothing else. */
export function isFullBlack({ colour }: Paint): boolean {
  const inks = inksOf(colour);
  if (inks === undefined || inks.all > 0 || sumOf(inks.spots.values()) > 0) return false;
  const [cyan, magenta, yellow, black] = inks.process;
  return black >= 1 - NO_INK && cyan + magenta + yellow < NO_INK;
}

/** Black or gray of more inks than black, in words; undefined for colours and for black ink alone. */
export function builtBlack({ colour }: Paint): string | undefined {
  const inks = inksOf(colour);
  if (inks === undefined) return managedGray(colour);
  if (inks.all > 0 || sumOf(inks.spots.values()) > 0) return undefined;
  const [cyan, magenta, yellow, black] = inks.process;
  const colours = [cyan, magenta, yellow];
  const [least, most] = [Math.min(...colours), Math.max(...colours)];
  if (sumOf(colours) < NO_INK) return undefined;
  const isDark = black >= DARK_BLACK;
  const isNeutral = least >= LEAST_GRAY && most - least <= NEUTRAL;
  return isDark || isNeutral ? inWords(inks.process) : undefined;
}

/** `C 60 M 40 Y 40 K 100`. */
function inWords(process: readonly number[]): string {
  const letters = ["C", "M", "Y", "K"];
  return process
    .map((share, index) => `${letters[index] ?? ""} ${Math.round(share * 100)}`)
    .join(" ");
}

/** A profile makes grays of all four inks. Untagged red, green and blue are reported by another rule. */
function managedGray({ space, components }: Colour): string | undefined {
  const [first = 0, second = 0, third = 0] = components;
  const isLab = space.kind === "calibrated" && space.name === "Lab";
  if (isLab) {
    const isGray = Math.hypot(second, third) < 3 && first < 100 * PAPER_WHITE;
    return isGray ? "a gray that is mixed of inks" : undefined;
  }
  const count =
    space.kind === "profiled"
      ? space.components
      : space.kind === "calibrated"
        ? space.name === "CalGray"
          ? 1
          : 3
        : 0;
  const isGray =
    count === 1
      ? first < PAPER_WHITE
      : count === 3
        ? Math.max(first, second, third) - Math.min(first, second, third) <= NEUTRAL_SCREEN &&
          first < PAPER_WHITE
        : count === 4 && first + second + third < NO_INK && (components[3] ?? 0) > NO_INK;
  return isGray ? "a gray that a profile mixes of inks" : undefined;
}

/**
 * Whether what is below stays. DeviceCMYK knocks out the separations that it has no ink on unless the mode
 * is 1, DeviceGray knocks out all of them (ISO 32000-1 table 149); inks by their names leave others.
 */
export function reallyOverprints({ colour, overprints, overprintMode }: Paint): boolean {
  if (!overprints) return false;
  return colour.space.kind === "cmyk" ? overprintMode === 1 : colour.space.kind === "colorants";
}

/** No ink at all: paper. */
export function isWhite({ colour }: Paint): boolean {
  const inks = inksOf(colour);
  if (inks === undefined) return false;
  return inks.all + sumOf(inks.process) + sumOf(inks.spots.values()) < NO_INK;
}

/** How many inks, spot inks included, are more than a trace. */
export function inkCount({ colour }: Paint, trace: number): number {
  const inks = inksOf(colour);
  if (inks === undefined) return 0;
  return [...inks.process, ...inks.spots.values()].filter((share) => share >= trace).length;
}

function sumOf(shares: Iterable<number>): number {
  let sum = 0;
  for (const share of shares) sum += share;
  return sum;
}
