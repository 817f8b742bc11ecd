/**
 * Runs in the world that proves. Declarations of a frame's document, in the form in which they mean the same
 * in the document around it.
 */
import type { FrameContext } from "./frame-context.ts";

/** A string of CSS, as a regular expression. */
export const quoted = String.raw`"(?:[^"\\]|\\.)*"`;

/** Addresses from where the style sheet stood, and lengths of the frame's window in pixels. */
export function declarationsOf(css: string, base: string, context: FrameContext): string {
  const { innerWidth = 0, innerHeight = 0 } = context.inner.defaultView ?? {};
  const units: Readonly<Record<string, number>> = {
    w: innerWidth,
    i: innerWidth,
    h: innerHeight,
    b: innerHeight,
    min: Math.min(innerWidth, innerHeight),
    max: Math.max(innerWidth, innerHeight),
  };
  const pattern = new RegExp(
    `url\\((${quoted})\\)|${quoted}|(?<![\\w.-])(-?[\\d.]+)[dsl]?v(w|i|h|b|min|max)\\b`,
    "gu",
  );
  return css.replace(pattern, (all: string, address?: string, length?: string, unit?: string) => {
    if (length !== undefined) return `${(Number(length) * (units[unit ?? ""] ?? 0)) / 100}px`;
    if (address === undefined) return all;
    const value = address.slice(1, -1).replace(/\\(.)/g, "$1");
    if (value.startsWith("#")) {
      return `url(${JSON.stringify(`#${context.renamed.get(value.slice(1)) ?? value.slice(1)}`)})`;
    }
    return `url(${JSON.stringify(URL.parse(value, base)?.href ?? value)})`;
  });
}
