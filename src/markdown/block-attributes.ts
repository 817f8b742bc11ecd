/**
 * What stands between the braces of a fenced block, as Pandoc has it: `.name #id key="value"`. Input:
 * the text after the colons; output: its parts, and what of it could not be read.
 */

export interface BlockAttributes {
  /** The first class, or a word by itself: which block it is. */
  readonly name: string | undefined;
  readonly id: string | undefined;
  /** Fields of the block, as texts. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Text that is none of these. */
  readonly unread: readonly string[];
}

const PARTS =
  /\.(?<name>[\w-]+)|#(?<id>[\w-]+)|(?<key>[\p{L}][\p{L}\w-]*)=(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s"{}]+))|(?<other>\S+)/gu;

/** @param info what follows the colons, e.g. `{.box title="A note"}` or `box`. */
export function readBlockAttributes(info: string): BlockAttributes {
  const text = info.trim();
  const braces = /^\{(?<inner>.*)\}$/su.exec(text);
  const inner = braces?.groups?.inner;
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
  const names: string[] = [];
  const ids: string[] = [];
  const unread: string[] = [];
  const fields: [name: string, value: string][] = [];
  for (const { groups = {} } of inner.matchAll(PARTS)) {
    const { name, id, key, quoted, bare, other } = groups;
    if (name !== undefined) names.push(name);
    else if (id !== undefined) ids.push(id);
    else if (key !== undefined) fields.push([key, unescaped(quoted) ?? bare ?? ""]);
    else if (other !== undefined) unread.push(other);
  }
  const [first, ...otherNames] = names;
  const [id, ...otherIds] = ids;
  return {
    name: first,
    id,
    fields,
    unread: [
      ...otherNames.map((each) => `.${each}`),
      ...otherIds.map((each) => `#${each}`),
      ...unread,
    ],
  };
}

/** A quotation mark and a backslash are written after a backslash. */
function unescaped(quoted: string | undefined): string | undefined {
  return quoted?.replace(/\\(["\\])/gu, "$1");
}
