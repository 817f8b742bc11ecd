/**
 * Measures the contrast of one element's own text, or of its generated text, on the pixels that the
 * browser paints: gradients, images, opacity and overlapping boxes count as they are seen. Input: a
 * page, its isolated world and a selector; output: a measure. It does not choose what to measure.
 *
 * The text is painted four times: as it is, not at all, black and white. Where black and white
 * differ most, a glyph covers the whole pixel; there the first picture has the text's colour and
 * the second its background's.
 *
 * Chromium under load now and then takes a picture in which a piece of the page is not painted yet.
 * So a text is low only where two measures say the same, and pictures that differ beside the glyphs
 * are taken again.
 */
import { isDeepStrictEqual } from "node:util";
import type { Page } from "puppeteer";
import { contrastRatio, formatRatio, formatRgb, neededRatio } from "./contrast-ratio.ts";
import type { LeastContrast, Rgb } from "./contrast-ratio.ts";
import type { Box, IsolatedWorld, PseudoElement } from "../../browser/isolated-world.ts";
import { htmlInPage } from "./html-in-page.ts";
import type { GlyphPixels } from "./in-page/glyph-pixels.ts";

export interface TextTarget {
  /** Matches one element of the main document. */
  readonly selector: string;
  /** Measure this generated text of the element instead of its own. */
  readonly pseudo?: PseudoElement;
}

export interface ContrastNumbers {
  readonly ratio: number;
  readonly needed: number;
  readonly ink: Rgb;
  readonly paper: Rgb;
}

export type ContrastMeasure =
  | ({ readonly kind: "enough" | "low" } & ContrastNumbers)
  | { readonly kind: "undecided"; readonly reason: string };

/** Fewer fully covered pixels than this, and antialiasing decides, not the text's colour. */
const fewestPixels = 12;
/** A text is low when more than this share of its glyphs is: stray pixels of a photo are not. */
const toleratedShare = 0.05;
/** How often one text is measured until two measures agree; content that moves never lets them. */
const mostMeasures = 4;
/** Pictures above this area, in CSS pixels, are taken at half the scale. */
const largeArea = 300_000;

type Ink = "as it is" | "transparent" | "black" | "white";
const inks: readonly Ink[] = ["as it is", "transparent", "black", "white"];

export async function measureTextContrast(
  page: Page,
  world: IsolatedWorld,
  target: TextTarget,
  least?: LeastContrast,
): Promise<ContrastMeasure> {
  const text = await describeText(world, target);
  if (text === null) return { kind: "undecided", reason: "the element was not found" };
  if (text.isClippedBackground) {
    return { kind: "undecided", reason: "its text is painted with a background image" };
  }
  if (text.isForced) return { kind: "undecided", reason: "its colours are the reader's own" };
  const boxes =
    target.pseudo === undefined
      ? text.boxes
      : await world.pseudoElementBoxes(target.selector, target.pseudo);
  const clip = boundingBox(boxes);
  if (clip === undefined) return { kind: "undecided", reason: "it takes no room on the page" };

  const needed = neededRatio(text.fontSizePx, text.fontWeight, least);
  let last: ContrastMeasure | undefined;
  for (let count = 0; count < mostMeasures; count += 1) {
    const { pairs, isSteady } = await readInks(page, world, target, clip);
    const measure = measurePixels(pairs, needed);
    if (isSteady && measure.kind !== "low") return measure;
    if (isDeepStrictEqual(measure, last)) return measure;
    last = measure;
  }
  return { kind: "undecided", reason: "what is painted there changes" };
}

async function readInks(
  page: Page,
  world: IsolatedWorld,
  target: TextTarget,
  clip: Box,
): Promise<GlyphPixels> {
  const pictures: string[] = [];
  try {
    for (const ink of inks) {
      await setInk(world, target, ink);
      pictures.push(await takePicture(page, clip));
    }
  } finally {
    await setInk(world, target, "as it is");
  }
  const inPage = await world.load(htmlInPage);
  return inPage.call("readGlyphPixels", pictures);
}

/** One sentence for a finding or a review. */
export function describeMeasure(measure: ContrastMeasure): string {
  if (measure.kind === "undecided") {
    return `The contrast of this text could not be measured: ${measure.reason}.`;
  }
  const { ratio, needed, ink, paper } = measure;
  return `The text has a contrast of ${formatRatio(ratio)} (${formatRgb(ink)} on ${formatRgb(paper)}); it needs ${needed}:1.`;
}

/** Judges pairs of text colour and background colour, a pair for each pixel of a glyph. */
export function measurePixels(
  pairs: readonly (readonly [ink: Rgb, paper: Rgb])[],
  needed: number,
): ContrastMeasure {
  if (pairs.length < fewestPixels) {
    return { kind: "undecided", reason: "too little of it is painted in one colour" };
  }
  const measured = pairs
    .map(([ink, paper]) => ({ ratio: contrastRatio(ink, paper), ink, paper }))
    .sort((one, other) => one.ratio - other.ratio);
  const worst = measured[Math.floor(measured.length * toleratedShare)];
  if (worst === undefined) return { kind: "undecided", reason: "nothing of it is painted" };
  return { kind: worst.ratio < needed ? "low" : "enough", needed, ...worst };
}

interface TextDescription {
  readonly fontSizePx: number;
  readonly fontWeight: number;
  readonly isClippedBackground: boolean;
  /** The browser puts colours that the reader chose in place of the author's (forced colours). */
  readonly isForced: boolean;
  readonly boxes: readonly Box[];
}

async function describeText(
  world: IsolatedWorld,
  { selector, pseudo }: TextTarget,
): Promise<TextDescription | null> {
  return world.evaluate(
    (wanted, part) => {
      const element = document.querySelector(wanted);
      if (element === null) return null;
      const style = getComputedStyle(element, part);
      const boxes = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .flatMap((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()];
        })
        .map(({ x, y, width, height }) => ({
          x: x + window.scrollX,
          y: y + window.scrollY,
          width,
          height,
        }));
      return {
        fontSizePx: Number.parseFloat(style.fontSize),
        fontWeight: Number(style.fontWeight),
        isClippedBackground: style.backgroundClip.includes("text"),
        isForced:
          matchMedia("(forced-colors: active)").matches && style.forcedColorAdjust === "auto",
        boxes,
      };
    },
    selector,
    pseudo ?? null,
  );
}

function boundingBox(boxes: readonly Box[]): Box | undefined {
  const painted = boxes.filter(({ width, height }) => width > 0 && height > 0);
  if (painted.length === 0) return undefined;
  const left = Math.max(0, Math.floor(Math.min(...painted.map(({ x }) => x))));
  const top = Math.max(0, Math.floor(Math.min(...painted.map(({ y }) => y))));
  const right = Math.ceil(Math.max(...painted.map(({ x, width }) => x + width)));
  const bottom = Math.ceil(Math.max(...painted.map(({ y, height }) => y + height)));
  if (right <= left || bottom <= top) return undefined;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

async function setInk(world: IsolatedWorld, target: TextTarget, ink: Ink): Promise<void> {
  await world.evaluate(
    (selector, part, colour) => {
      const mark = "data-imprimatur-ink";
      const kept = [...document.adoptedStyleSheets].filter(
        (sheet) => ![...sheet.cssRules].some((rule) => rule.cssText.includes(mark)),
      );
      const element = document.querySelector(selector);
      if (element === null || colour === null) {
        document.adoptedStyleSheets = kept;
        element?.removeAttribute(mark);
        return;
      }
      const sheet = new CSSStyleSheet();
      // Descendants keep their own colour: each is measured by itself. SVG text has a `fill`.
      sheet.replaceSync(
        `[${mark}] *, [${mark}]::before, [${mark}]::after { -webkit-text-fill-color: currentcolor; }
         [${mark}]${part} { -webkit-text-fill-color: ${colour} !important; fill: ${colour} !important; transition: none !important; }`,
      );
      document.adoptedStyleSheets = [...kept, sheet];
      element.setAttribute(mark, "");
    },
    target.selector,
    target.pseudo ?? "",
    ink === "as it is" ? null : ink,
  );
}

async function takePicture(page: Page, clip: Box): Promise<string> {
  const scale = clip.width * clip.height > largeArea ? 2 : 4;
  return page.screenshot({
    type: "png",
    encoding: "base64",
    captureBeyondViewport: true,
    clip: { ...clip, scale },
  });
}
