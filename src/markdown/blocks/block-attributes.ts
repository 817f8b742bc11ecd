/**
 * What stands after the colons of a fenced block: a word, or attributes of which the first class is the
 * block's name. Input: the text after the colons; output: its parts, and what of it could not be read.
 */
import { readAttributes, type Field } from "../attributes.ts";

export interface BlockAttributes {
  /** The first class, or a word by itself: which block it is. */
  readonly name: string | undefined;
  readonly id: string | undefined;
  /** Fields of the block, as texts. */
  readonly fields: readonly Field[];
  /** Text that is none of these. */
  readonly unread: readonly string[];
}

/** @param info what follows the colons, e.g. `{.box title="A note"}` or `box`. */
export function readBlockAttributes(info: string): BlockAttributes {
  const text = info.trim();
  const inner = /^\{(?<inner>.*)\}$/su.exec(text)?.groups?.inner;
  // A word by itself is a class (Pandoc, fenced divs).
  if (inner === undefined) {
    const isWord = /^[\w-]+$/u.test(text);
    return {
      name: isWord ? text : undefined,
      id: undefined,
      fields: [],
      unread: isWord ? [] : [text],
    };
  }
  const { classes, ids, fields, unread } = readAttributes(inner);
  const [name, ...otherNames] = classes;
  const [id, ...otherIds] = ids;
  return {
    ...{ name, id, fields },
    unread: [
      ...otherNames.map((each) => `.${each}`),
      ...otherIds.map((each) => `#${each}`),
      ...unread,
    ],
  };
}
