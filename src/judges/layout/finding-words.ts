/** How findings of layout name places and lengths. */
import type { FoundPlace } from "../verdict/found-element.ts";
import type { Line, OfElement } from "./page-layout.ts";

/** `page 4 · p “…des équipes”`; the words are the line's last ones where `end` is asked for. */
export function placeOfLine(page: number, line: Line, part: "start" | "end" = "start"): FoundPlace {
  return placeOfText(page, line, textOf(line), part);
}

export function placeOfText(
  page: number,
  { element, ref }: OfElement,
  text: string,
  part: "start" | "end" = "start",
): FoundPlace {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const some = part === "start" ? words.slice(0, 6) : words.slice(-6);
  const isWhole = some.length === words.length;
  const quoted = some.join(" ");
  const cut = isWhole ? quoted : part === "start" ? `${quoted}…` : `…${quoted}`;
  return {
    where: `page ${page} · ${element}${cut === "" ? "" : ` “${cut}”`}`,
    ...(ref !== undefined && { element: { kind: "print-source-element", ref } }),
  };
}

export function textOf(line: Line): string {
  return line.words.map(({ text }) => text).join(" ");
}

/** CSS pixels as points, to a tenth: `2.3 pt`. */
export function inPoints(px: number): string {
  return formatPoints(px * 0.75);
}

/** To a tenth, and rounded down, so that 8.99 never reads as 9. */
export function formatPoints(pt: number): string {
  return `${(Math.floor(pt * 10) / 10).toString()} pt`;
}
