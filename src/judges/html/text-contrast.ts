/**
 * Measures the contrast of elements' own text, or of their generated text, on the pixels that the
 * browser paints: gradients, images, opacity and overlapping boxes count as they are seen. Input: a
 * page, its isolated world and selectors; output: a measure of each. It does not choose what to measure.
 *
 * A text is painted four times: as it is, not at all, black and white. Where black and white
 * differ most, a glyph covers the whole pixel; there the first picture has the text's colour and
 * the second its background's. Texts that do not lie on each other share their pictures.
 *
 * Chromium under load now and then takes a picture in which a piece of the page is not painted yet.
 * So a text is low only where two measures say the same, and pictures that differ beside the glyphs
 * are taken again.
 */
import { isDeepStrictEqual } from "node:util";
import type { Page } from "puppeteer";
import { contrastRatio, formatRatio, formatRgb, neededRatio } from "./contrast-ratio.ts";
import type { LeastContrast, Rgb } from "./contrast-ratio.ts";
import type { Box, IsolatedWorld } from "../../browser/isolated-world.ts";
import { htmlInPage } from "./html-in-page.ts";
import type { GlyphPixels } from "./in-page/glyph-pixels.ts";
import type { Ink, TextTarget } from "./in-page/ink.ts";

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
/** Pictures above this area, in square CSS pixels, are taken at half the scale, and show one text. */
const largeArea = 300_000;

/** The order in which `readGlyphPixels` is handed the pictures. */
const inks: readonly Ink[] = ["as it is", "transparent", "black", "white"];

/** A text whose pixels are read: where it is painted, and the contrast that it needs. */
interface PaintedText {
  readonly target: TextTarget;
  readonly clip: Box;
  readonly needed: number;
}

export interface MeasureOptions {
  /** What contrast is asked of text; 4.5 unless asked otherwise. */
  readonly least?: LeastContrast | undefined;
  /** Ends the measuring between two groups of texts. */
  readonly signal?: AbortSignal;
}

/**
 * Measures several texts with as few pictures as they need: a picture takes a tenth of a second,
 * whatever is on it.
 * @returns a measure for each target, in their order.
 */
export async function measureTextContrasts(
  page: Page,
  world: IsolatedWorld,
  targets: readonly TextTarget[],
  { least, signal }: MeasureOptions = {},
): Promise<readonly ContrastMeasure[]> {
  const measures = new Map<TextTarget, ContrastMeasure>();
  let pending: PaintedText[] = [];
  for (const target of targets) {
    const found = await findText(world, target, least);
    if ("kind" in found) measures.set(target, found);
    else pending.push(found);
  }
  const former = new Map<TextTarget, ContrastMeasure>();
  for (let count = 0; count < mostMeasures; count += 1) {
    const unsure: PaintedText[] = [];
    for (const group of groupApart(pending)) {
      signal?.throwIfAborted();
      const glyphs = await readInks(page, world, group);
      for (const [index, text] of group.entries()) {
        const { pairs, isSteady } = glyphs[index] ?? { pairs: [], isSteady: true };
        const measure = measurePixels(pairs, text.needed);
        const isSure =
          (isSteady && measure.kind !== "low") ||
          isDeepStrictEqual(measure, former.get(text.target));
        if (isSure) measures.set(text.target, measure);
        else unsure.push(text);
        former.set(text.target, measure);
      }
    }
    pending = unsure;
  }
  const changes: ContrastMeasure = { kind: "undecided", reason: "what is painted there changes" };
  return targets.map((target) => measures.get(target) ?? changes);
}

async function findText(
  world: IsolatedWorld,
  target: TextTarget,
  least: LeastContrast | undefined,
): Promise<PaintedText | (ContrastMeasure & { readonly kind: "undecided" })> {
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
  return { target, clip, needed: neededRatio(text.fontSizePx, text.fontWeight, least) };
}

/** Texts of one group share pictures: none lies on another, and together they are not large. */
function groupApart(texts: readonly PaintedText[]): readonly (readonly PaintedText[])[] {
  const groups: PaintedText[][] = [];
  for (const text of texts) {
    const group = groups.find(
      (others) =>
        others.every(({ clip }) => !overlap(clip, text.clip)) &&
        areaOf(unionOf([...others, text])) <= largeArea,
    );
    if (group === undefined) groups.push([text]);
    else group.push(text);
  }
  return groups;
}

async function readInks(
  page: Page,
  world: IsolatedWorld,
  texts: readonly PaintedText[],
): Promise<readonly GlyphPixels[]> {
  const targets = texts.map(({ target }) => target);
  const clip = unionOf(texts);
  const scale = areaOf(clip) > largeArea ? 2 : 4;
  const inPage = await world.load(htmlInPage);
  const pictures: string[] = [];
  try {
    for (const ink of inks) {
      await inPage.call("setInk", targets, ink);
      pictures.push(await takePicture(page, clip, scale));
    }
  } finally {
    await inPage.call("removeInk");
  }
  return inPage.call(
    "readGlyphPixels",
    pictures,
    texts.map(({ clip: { x, y, width, height } }) => ({
      x: (x - clip.x) * scale,
      y: (y - clip.y) * scale,
      width: width * scale,
      height: height * scale,
    })),
  );
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

function unionOf(texts: readonly PaintedText[]): Box {
  const boxes = texts.map(({ clip }) => clip);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function areaOf({ width, height }: Box): number {
  return width * height;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

async function takePicture(page: Page, clip: Box, scale: number): Promise<string> {
  return page.screenshot({
    type: "png",
    encoding: "base64",
    optimizeForSpeed: true,
    captureBeyondViewport: true,
    clip: { ...clip, scale },
  });
}
