/**
 * A document as its elements, in their order, whether it was parsed as HTML or as XML: all that the
 * search for active content needs to know of it. Types, and the readers of attributes.
 */

/** Where an element is from; elements of other languages do nothing in a browser. */
export type Namespace = "html" | "svg" | "mathml" | "other";

export interface MarkupAttribute {
  /** As browsers know it: `href`, and `xlink:href` by its namespace, whatever its prefix is. */
  readonly name: string;
  readonly value: string;
}

export interface MarkupElement {
  readonly namespace: Namespace;
  /** Without a prefix; in the case that its language has. */
  readonly name: string;
  readonly attributes: readonly MarkupAttribute[];
  /** The text in it, without that of its children. */
  readonly text: string;
  /** Line of its start tag, from 1. */
  readonly line: number;
}

export const NAMESPACES: Readonly<Record<string, Namespace>> = {
  "http://www.w3.org/1999/xhtml": "html",
  "http://www.w3.org/2000/svg": "svg",
  "http://www.w3.org/1998/Math/MathML": "mathml",
};
/** Of links in SVG, before SVG 2. */
export const XLINK = "http://www.w3.org/1999/xlink";

export function attributeOf({ attributes }: MarkupElement, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** A value without the white space that HTML strips, in small ASCII letters. */
export function keyword(value: string): string {
  return value
    .replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/gu, "")
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}
