/**
 * One tag of HTML in Markdown. Input: a text and a place in it; output: the tag that begins there, with its
 * attributes decoded. CommonMark 0.31.2, 6.6. Pure.
 */
import { parseFragment } from "parse5";

export interface Tag {
  /** As it was written. */
  readonly written: string;
  /** In small letters. */
  readonly name: string;
  readonly typedName: string;
  readonly isClosing: boolean;
  /** Names in small letters, in the order in which they were written; each once, as browsers read them. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

const TAG =
  /<(?<slash>\/?)(?<name>[A-Za-z][A-Za-z0-9-]*)(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/uy;

/** @param end where the text ends that it may stand in. */
export function readTag(text: string, at: number, end: number): Tag | undefined {
  if (text.charAt(at) !== "<") return undefined;
  TAG.lastIndex = at;
  const found = TAG.exec(text);
  if (found === null || TAG.lastIndex > end) return undefined;
  const [written] = found;
  const { slash, name = "" } = found.groups ?? {};
  return {
    written,
    name: name.toLowerCase(),
    typedName: name,
    isClosing: slash === "/",
    attributes: slash === "/" ? [] : attributesOf(written, name),
  };
}

/** By the parser of HTML: of an element that may stand anywhere, since some are dropped outside of others. */
function attributesOf(written: string, name: string): Tag["attributes"] {
  const [element] = parseFragment(`<i${written.slice(1 + name.length)}`).childNodes;
  const attrs = element !== undefined && "attrs" in element ? element.attrs : [];
  return attrs.map(({ name: attribute, value }) => [attribute, value]);
}
