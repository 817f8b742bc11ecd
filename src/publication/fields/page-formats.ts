/**
 * Sizes of finished pages: by the names that publications give them, or in millimetres. Input: a
 * format as publication.yaml has it; output: its name and size, or what is wrong with it. Pure.
 */
import { nearestName } from "../faults/nearest-name.ts";

export interface PageSizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface PageFormat extends PageSizeMm {
  /** As readers see it, e.g. `A4` or `148 × 210 mm`. */
  readonly name: string;
}

function size(widthMm: number, heightMm: number): PageSizeMm {
  return { widthMm, heightMm };
}

/**
 * Upright: the sizes that CSS names (CSS Paged Media 3, 7.1), and two of print shops: DL, a third of
 * A4 for long envelopes, and square.
 */
const NAMED: Readonly<Record<string, PageSizeMm>> = {
  A3: size(297, 420),
  A4: size(210, 297),
  A5: size(148, 210),
  B4: size(250, 353),
  B5: size(176, 250),
  "JIS-B4": size(257, 364),
  "JIS-B5": size(182, 257),
  letter: size(215.9, 279.4),
  legal: size(215.9, 355.6),
  ledger: size(279.4, 431.8),
  DL: size(99, 210),
  square: size(210, 210),
};

export const FORMAT_NAMES: readonly string[] = Object.keys(NAMED);

/** Smaller pages hold no line of text; larger ones go through no press that binds. */
export const SIDE_MM = { least: 50, most: 1200 };

const IN_MM = /^(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)$/iu;

/** @throws RangeError for what `formatFault` finds a fault in. */
export function pageFormat(format: string): PageFormat {
  const named = Object.hasOwn(NAMED, format) ? NAMED[format] : undefined;
  if (named !== undefined) return { name: format, ...named };
  const measured = inMillimetres(format);
  if (measured === undefined || formatFault(format) !== undefined) {
    throw new RangeError(`${format} is no format`);
  }
  return { name: `${measured.widthMm} × ${measured.heightMm} mm`, ...measured };
}

export interface FormatFault {
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with a format; undefined where it is one. */
export function formatFault(format: string): FormatFault | undefined {
  if (Object.hasOwn(NAMED, format)) return undefined;
  const { least, most } = SIDE_MM;
  const measured = inMillimetres(format);
  if (measured === undefined) {
    const nearest = nearestName(format, FORMAT_NAMES);
    const hint =
      nearest === undefined
        ? "take one of these names, or write millimetres, the width first, such as 148x210"
        : `did you mean \`${nearest}\`?`;
    return { message: "is not one of the choices, and no width and height", hint };
  }
  const isUsable = [measured.widthMm, measured.heightMm].every(
    (side) => side >= least && side <= most,
  );
  if (isUsable) return undefined;
  return {
    message: `has a side that is not between ${least} and ${most} millimetres`,
    hint: `write the width and the height of the page in millimetres, from ${least} to ${most} each, such as 148x210`,
  };
}

function inMillimetres(format: string): PageSizeMm | undefined {
  const [, width, height] = IN_MM.exec(format) ?? [];
  return width === undefined || height === undefined
    ? undefined
    : size(Number(width), Number(height));
}
