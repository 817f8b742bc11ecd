/**
 * The site's icon: a quotation mark on a square of the accent. Input: the mark, colours and an
 * outliner. Output: SVG. Without a font that has the mark, the square alone.
 */
import { xmlNode, xmlText } from "../../document/xml-text.ts";
import type { TextOutliner } from "./outline-text.ts";
import type { SiteStyle } from "./site-style.ts";

const SIDE = 64;
/** Of the mark, which is centred in the square. */
const SIZE = 72;

/** @param mark as the language writes it, e.g. `«`. */
export function composeIcon(
  mark: string,
  { accent, onAccent }: Pick<SiteStyle, "accent" | "onAccent">,
  outliner: TextOutliner | undefined,
): string {
  const line = outliner?.outline(mark);
  const square = xmlNode("rect", { width: SIDE, height: SIDE, fill: accent });
  const svg = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${SIDE} ${SIDE}` };
  if (line === undefined) return `${xmlText(xmlNode("svg", svg, [square]))}\n`;
  const x = (SIDE - line.width * SIZE) / 2;
  const y = SIDE / 2 + line.middle * SIZE;
  const transform = `translate(${x} ${y}) scale(${SIZE})`;
  const glyph = xmlNode("g", { fill: onAccent, transform }, [line.drawing]);
  return `${xmlText(xmlNode("svg", svg, [square, glyph]))}\n`;
}
