/**
 * What attributes say of a term of the glossary: `.term` of the words themselves, `term=berth` of another
 * form of them. Input: attributes; output: the term, or what is wrong. Letter case tells no terms apart.
 */
import type { Attributes, Field } from "../attributes.ts";
import type { Wording } from "../fault-token.ts";

export const TERM_CLASS = "term";
const FIELD = "term";

export function isTermField([name]: Field): boolean {
  return name === FIELD;
}

/** Neither is there where the attributes say nothing of a term. */
export interface ReadTerm {
  /** The term; empty where it is the words themselves. */
  readonly term?: string;
  readonly wrong?: Wording;
}

/** @param words between the brackets. */
export function readTerm({ classes, fields }: Attributes, words: string): ReadTerm {
  const named = fields.filter(isTermField).map(([, value]) => value.trim());
  const isClass = classes.includes(TERM_CLASS);
  if (!isClass && named.length === 0) return {};
  const [term = ""] = named;
  const wrong =
    named.length + (isClass ? 1 : 0) > 1
      ? "two terms are named for the same words"
      : words.trim() === "" || (term === "" && !isClass)
        ? "no term is named, or no words stand for it"
        : undefined;
  return wrong === undefined ? { term } : { wrong: wrongTerm(wrong) };
}

export function wrongTerm(message: string): Wording {
  return {
    message,
    expected: "a term of the glossary after the words it is for, such as `[berths]{term=berth}`",
    hint: "write `.term` for the words themselves, or `term=` and the term as the glossary has it",
  };
}

/** The id of its definition. */
export function idOfTerm(term: string): string {
  const name = term
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  return `term-${name.replace(/^-|-$/gu, "")}`;
}
