/**
 * What a typographic rule is. A rule reads a paragraph as one string and answers with edits; it
 * never sees elements or languages. `typeset` decides which edits apply, and to which run.
 *
 * In the string a rule reads, U+FFFC stands for what it must not look into: code, addresses,
 * images, the punctuation of another language.
 */

/** Stands for content a rule may lean on (something is there) but not read. */
export const OBJECT = "\uFFFC";

/** A character class of the spaces authors type or paste, breaking or not. */
export const SPACE = String.raw`[ \t\n\r\u00A0\u2009\u202F]`;
/** A character class of what words and numbers are made of. */
export const WORD = String.raw`[\p{L}\p{M}\p{N}\uFFFC]`;

/** Replace the UTF-16 code units from `start` to `end` (excluded) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The neighbour whose run and language an insertion (`start === end`) takes. */
  readonly joins: "previous" | "next";
}

export interface Rule {
  readonly name: string;
  /** The edits, in order and without overlap. */
  readonly edits: (text: string) => readonly Edit[];
}

/** A global Unicode regular expression; interpolated strings are its source. */
export function pattern(parts: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return new RegExp(String.raw(parts, ...values), "gu");
}

/**
 * The rule that puts `text` in the place of every match. Patterns match only what changes, and
 * state what must stand around it with lookbehind and lookahead; so the edit is as small as can be
 * and neighbouring elements stay out of it. A function that returns undefined declines the match.
 */
export function replace(
  name: string,
  expression: RegExp,
  text: string | ((match: RegExpExecArray) => string | undefined),
  joins: Edit["joins"] = "next",
): Rule {
  return {
    name,
    edits: (paragraph) =>
      [...paragraph.matchAll(expression)].flatMap((match) => {
        const replacement = typeof text === "string" ? text : text(match);
        if (replacement === undefined) return [];
        return [
          { start: match.index, end: match.index + match[0].length, text: replacement, joins },
        ];
      }),
  };
}
