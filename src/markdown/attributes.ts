/**
 * Attributes as Pandoc has them: `{#id .class key="value"}`. Input: Markdown and where the brace
 * stands; output: the parts between the braces, what of them could not be read, and where they end.
 */

export interface Attributes {
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly fields: readonly Field[];
  /** Text that is none of these. */
  readonly unread: readonly string[];
}

/** Values are texts; a quotation mark and a backslash are written after a backslash. */
export type Field = readonly [name: string, value: string];

export interface ScannedAttributes extends Attributes {
  /** The place after the brace that closes them. */
  readonly end: number;
}

/** A brace between quotation marks closes nothing. */
const BRACES = /\{(?<inner>(?:"(?:[^"\\]|\\.)*"|[^"{}\n])*)\}/uy;

const PARTS =
  /\.(?<name>[\p{L}\p{N}_-]+)|#(?<id>[\p{L}\p{N}_:.-]+)|(?<key>[\p{L}][\p{L}\p{N}_-]*)=(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s"{}]+))|(?<other>\S+)/gu;

/** The attributes that begin at a place, on one line; undefined where there are none. */
export function scanAttributes(source: string, position: number): ScannedAttributes | undefined {
  BRACES.lastIndex = position;
  const inner = BRACES.exec(source)?.groups?.inner;
  return inner === undefined
    ? undefined
    : { ...readAttributes(inner), end: position + inner.length + 2 };
}

/** Whether these are attributes: words between braces are words. */
export function saysAnything({ ids, classes, fields }: Attributes): boolean {
  return ids.length + classes.length + fields.length > 0;
}

/** @param inner what stands between the braces. */
export function readAttributes(inner: string): Attributes {
  const classes: string[] = [];
  const ids: string[] = [];
  const unread: string[] = [];
  const fields: Field[] = [];
  for (const { groups = {} } of inner.matchAll(PARTS)) {
    const { name, id, key, quoted, bare, other } = groups;
    if (name !== undefined) classes.push(name);
    else if (id !== undefined) ids.push(id);
    else if (key !== undefined) fields.push([key, unescaped(quoted) ?? bare ?? ""]);
    else if (other !== undefined) unread.push(other);
  }
  return { ids, classes, fields, unread };
}

function unescaped(quoted: string | undefined): string | undefined {
  return quoted?.replace(/\\(["\\])/gu, "$1");
}
