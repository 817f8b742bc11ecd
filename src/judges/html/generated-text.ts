/**
 * Finds the text that style sheets generate (`::before`, `::after`), which axe-core does not see:
 * in paginated pages that is running headers, page numbers and labels. Input: an isolated world;
 * output: each generated text with, where its background is plain, its
 * contrast. It takes no picture.
 *
 * Left out as decoration: generated content without a letter, number or counter, and content whose
 * alternative text is empty (`content: "→" / ""`).
 */
import { contrastRatio, neededRatio } from "./contrast-ratio.ts";
import type { LeastContrast, Rgb } from "./contrast-ratio.ts";
import type { FoundPlace } from "../verdict/found-element.ts";
import { htmlInPage } from "./html-in-page.ts";
import type { IsolatedWorld } from "../../browser/isolated-world.ts";
import type { PlainColours, Rgba } from "./in-page/generated-text.ts";
import type { TextTarget } from "./in-page/ink.ts";
import type { ContrastMeasure } from "./text-contrast.ts";

export interface GeneratedText extends TextTarget {
  readonly place: FoundPlace;
  /** Undefined where only the painted pixels can tell. */
  readonly measure: ContrastMeasure | undefined;
}

export async function findGeneratedText(
  world: IsolatedWorld,
  least: LeastContrast,
): Promise<readonly GeneratedText[]> {
  const inPage = await world.load(htmlInPage);
  const texts = await inPage.call("findGeneratedText");
  return texts.map(({ selector, pseudo, place, fontSizePx, fontWeight, colours }) => ({
    selector,
    pseudo,
    place,
    measure:
      colours === null ? undefined : measure(colours, neededRatio(fontSizePx, fontWeight, least)),
  }));
}

function measure(colours: PlainColours, needed: number): ContrastMeasure {
  const ink = opaque(colours.ink);
  const paper = opaque(colours.paper);
  const ratio = contrastRatio(ink, paper);
  return { kind: ratio < needed ? "low" : "enough", ratio, needed, ink, paper };
}

function opaque([red, green, blue]: Rgba): Rgb {
  return [red, green, blue];
}
