/**
 * What a PDF from elsewhere may cost the program that reads it: every limit, in one place, and the error that
 * names the limit a file goes over. A small file may unpack to gigabytes, or paint one form a million
 * times; no program that reads it is to meet that. `docs/security.md` says why each value is what it
 * is, and what real documents reach.
 */
import { PublicationError } from "../errors.ts";

export const MIB = 1024 * 1024;

/** Bytes after unpacking (ISO 32000-1 §7.4). */
export const MOST_STREAM_BYTES = 64 * MIB;
/** Of all streams of a file that are no pictures. */
export const MOST_FILE_BYTES = 512 * MIB;
/** Of the samples of one picture: a hundred megapixels of four inks. */
export const MOST_SAMPLE_BYTES = 400_000_000;
/** Of what is unpacked at once, which takes twice its size. */
export const MOST_INFLATED_BYTES = 256 * MIB;
/** Of the pictures of a file: this much, or so many times the file where that is more. */
export const MOST_PICTURES_BYTES = 1024 * MIB;
export const MOST_PICTURES_RATIO = 25;
/** Filters of one stream: real ones have up to three. */
export const MOST_FILTERS = 8;
/** One row of what a predictor has changed (§7.4.4.4). */
export const MOST_ROW_BYTES = 4 * MIB;

/** Objects with a number (§7.3.10). */
export const MOST_OBJECTS = 500_000;
/** Numbers, names, strings, references, arrays and dictionaries, those in objects too. */
export const MOST_VALUES = 6_000_000;
/** Arrays and dictionaries in each other, in objects and in content (§7.3.6, §7.3.7). */
export const MOST_NESTING = 64;
/** Values of one stream of content, operators among them: a crowded map has a million (§7.8.2). */
export const MOST_CONTENT_VALUES = 6_000_000;
/** Operands of one operator, and items of one array or dictionary in content: more are left out (§7.8.2). */
export const MOST_OPERANDS = 100_000;
/** Graphics states that are saved at once: what is saved beyond is not restored (§8.4.2). */
export const MOST_SAVED_STATES = 1024;
/** Bytes of a damaged file that are read again to find where its objects and streams end. */
export const MOST_RESCANNED_BYTES = 16 * MIB;
export const MOST_RESCANNED_RATIO = 2;
/** Bytes between two objects that belong to none. */
export const MOST_STRAY_BYTES = 16 * 1024;

export const MOST_PAGES = 20_000;
/** Levels of the page tree (§7.7.3): more are not followed. */
export const MOST_PAGE_TREE_DEPTH = 64;

/** Operators that one page paints, with those of its forms, patterns and drawn letters, each as often as it is painted. */
export const MOST_PAGE_OPERATORS = 3_000_000;
/** Forms, patterns, masks and drawn letters that one page paints, each as often as it is painted. */
export const MOST_PAGE_STREAMS = 100_000;
/** Operators of all pages. */
export const MOST_FILE_OPERATORS = 50_000_000;
/** Forms, patterns, states and fonts by their names, with what they are painted in: of one stream, and of all. */
export const MOST_PAINTINGS = 200_000;
export const MOST_FILE_PAINTINGS = 1_000_000;
/** Operators of a page up to which it is read, judged and drawn, which holds them all in memory. */
export const MOST_JUDGED_OPERATORS = 500_000;
/** Marked contents and forms of a page that are followed (§14.6). */
export const MOST_MARKED_EVENTS = 500_000;
/** Forms, patterns and drawn letters in each other (§8.10). */
export const MOST_FORM_DEPTH = 32;

/** Forms, patterns, fonts and states in each other in a separation: several on each level of forms. */
export const MOST_SEPARATION_DEPTH = 48;

/** Codes of one range in the widths or the map of a font, which has at most as many (§9.7.4.3). */
export const MOST_RANGE_CODES = 65_536;
/** Of all ranges in a file. */
export const MOST_FONT_CODES = 10_000_000;
/** A map of codes to characters: 65,536 of them take some three (§9.10.3). */
export const MOST_CMAP_BYTES = 8 * MIB;
/** Functions that a function is made of, those in them too (§7.10.4). */
export const MOST_FUNCTIONS = 10_000;
/** Numbers in the table of a sampled function (§7.10.2). */
export const MOST_FUNCTION_SAMPLES = 16 * MIB;

/** What is nested or listed beyond these is left out, or said to be; nothing is refused for it. */
export const MOST_STRUCTURE_DEPTH = 200;
export const MOST_STRUCTURE_ELEMENTS = 1_000_000;
export const MOST_ATTRIBUTE_DEPTH = 4;
export const MOST_NUMBER_TREE_DEPTH = 32;
export const MOST_OUTLINE_DEPTH = 32;
export const MOST_BOOKMARKS = 50_000;
export const MOST_FIELD_DEPTH = 32;
export const MOST_COLOUR_DEPTH = 8;
export const MOST_FUNCTION_DEPTH = 16;

/** Pixels of a separation, or of a page that is drawn. */
export const MOST_DRAWN_PIXELS = 40_000_000;
/** A PDF as a file. */
export const MOST_PDF_FILE_BYTES = 1024 * MIB;

/** How to come by a file that stays within a limit. */
const HINTS = {
  bytes: "make it again from smaller pictures and drawings",
  structure: "save it again with the program that it comes from, or divide it into several files",
  painting: "simplify its drawings, or turn those that repeat into pictures",
} as const;

/**
 * The error of a file that goes over a limit, code `pdf-too-large`.
 * @param what the limit, after “The PDF is too large: it ”.
 */
export function overLimit(
  what: string,
  kind: keyof typeof HINTS,
  cause?: unknown,
): PublicationError {
  return new PublicationError("pdf-too-large", `The PDF is too large: it ${what}.`, {
    hint: `${HINTS[kind]}; a file from elsewhere may be made to harm`,
    cause,
  });
}

/** `64 MiB`. */
export function mebibytes(bytes: number): string {
  return `${Math.floor(bytes / MIB)} MiB`;
}

/** `3,000,000`. */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}
