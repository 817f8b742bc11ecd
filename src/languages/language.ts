/**
 * What a language is here: its words, the rules of its typography and where its words may be divided.
 * A file of this folder is one language; `languages.ts` lists them. Types only.
 */
import type { Words } from "./words.ts";

/** An opening mark and its closing one. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
}

/** Spaces that a language has where others have none. Empty: the sign stands against the word. */
export interface SignSpaces {
  readonly insideQuotes: string;
  readonly beforeColon: string;
  /** Before ; ! and ?. */
  readonly beforeHighSigns: string;
  readonly beforePercent: string;
}

/** A dash on both sides of what it sets apart: `word – aside – word`, or `word —aside— word`. */
export interface ParentheticalDash {
  readonly mark: string;
  readonly stands: "between-spaces" | "against-the-aside";
}

/**
 * What the typographic rules of `src/web/typography/` take from a language. Patterns are sources of
 * regular expressions, without groups that are kept.
 */
export interface Typography {
  /** Which rules read it: those that most languages share, or those of one alone. */
  readonly rules: "common" | "english" | "french" | "without-spaces";
  /** Of a quotation, and of one in it. */
  readonly quotes: readonly [outer: QuotationMarks, inner: QuotationMarks];
  /** What may stand between a space and an opening mark: words that are written with the next one. */
  readonly beforeQuotes?: string;
  readonly spaces: SignSpaces;
  /** Undefined where `'` stays as it is typed. */
  readonly apostrophe: string | undefined;
  /** Words that begin with an apostrophe, as patterns: `s` of Dutch `’s`. */
  readonly apostropheHeads?: readonly string[];
  /** Three full stops become it; undefined where they stay. */
  readonly ellipsis: string | undefined;
  /** In the place of a space before an ellipsis; a plain one where it is undefined. */
  readonly beforeEllipsis?: string;
  readonly dashes: {
    /** Between years and pages; undefined where a hyphen stays as it is typed. */
    readonly range: string | undefined;
    /** Undefined where a hyphen between spaces stays as it is typed. */
    readonly parenthetical: ParentheticalDash | undefined;
  };
  readonly numbers: {
    readonly decimal: string;
    /** Between groups of three digits. */
    readonly thousands: string;
  };
  /** What belongs to the number before it, as patterns. */
  readonly units: readonly string[];
  /** Abbreviations of pages, without their full stop, as patterns: `S`, `pp?`. */
  readonly pages: readonly string[];
  /** Other abbreviations that belong to the number after them. */
  readonly beforeNumbers: readonly string[];
  /** Titles that belong to the name after them, as patterns. */
  readonly titles: readonly string[];
  /** Abbreviations of several words, without full stops: `["z", "B"]`. */
  readonly abbreviations?: readonly (readonly string[])[];
  /** Between their words. */
  readonly insideAbbreviations?: string;
  /** Words that never end a line, as patterns. */
  readonly holding?: readonly string[];
}

/** How words are divided, beside the patterns that the package `hyphen` has for the language's tag. */
export interface Hyphenation {
  /** Letters that stay together at the beginning of a word, and at its end. */
  readonly left: number;
  readonly right: number;
}

export type Direction = "ltr" | "rtl";

/** A published work that the words and rules of a language were compared with, and for what. */
export interface StyleSource {
  readonly title: string;
  readonly for: string;
}

export interface Language {
  /** BCP 47 tag: a language, or one of a region that differs from it. */
  readonly tag: string;
  readonly direction: Direction;
  readonly words: Words;
  readonly typography: Typography;
  /** Undefined where words are not divided. */
  readonly hyphenation: Hyphenation | undefined;
  readonly sources: readonly StyleSource[];
}
