/**
 * Finds the text that style sheets generate (`::before`, `::after`), which axe-core does not see:
 * in paginated pages that is running headers, page numbers and labels. Input: an isolated world
 * with places installed; output: each generated text with, where its background is plain, its
 * contrast. It takes no picture.
 *
 * Left out as decoration: generated content without a letter, number or counter, and content whose
 * alternative text is empty (`content: "→" / ""`).
 */
import { contrastRatio, neededRatio } from "./contrast-ratio.ts";
import type { LeastContrast, Rgb } from "./contrast-ratio.ts";
import type { WindowWithPlaces } from "./element-place.ts";
import type { IsolatedWorld } from "../../browser/isolated-world.ts";
import type { ContrastMeasure, TextTarget } from "./text-contrast.ts";

export interface GeneratedText extends TextTarget {
  /** For a finding's `where`. */
  readonly place: string;
  /** Undefined where only the painted pixels can tell. */
  readonly measure: ContrastMeasure | undefined;
}

export async function findGeneratedText(
  world: IsolatedWorld,
  least: LeastContrast,
): Promise<readonly GeneratedText[]> {
  const texts = await world.evaluate(() => {
    const { imprimaturPlaces } = globalThis as unknown as WindowWithPlaces;
    type Rgba = readonly [number, number, number, number];
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    // Computed colours may be in any colour space; the canvas gives their sRGB bytes.
    const rgbaOf = (colour: string): Rgba => {
      if (canvas === null) throw new Error("the browser gave no canvas to read colours with");
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = ([r, g, b, alpha]: Rgba, below: Rgba): Rgba => [
      r * alpha + below[0] * (1 - alpha),
      g * alpha + below[1] * (1 - alpha),
      b * alpha + below[2] * (1 - alpha),
      1,
    ];
    const isPlain = (style: CSSStyleDeclaration): boolean =>
      style.opacity === "1" &&
      style.filter === "none" &&
      style.mixBlendMode === "normal" &&
      style.backgroundImage === "none" &&
      style.transform === "none" &&
      (style.position === "static" ||
        // The used offsets of an unmoved box are zero.
        (style.position === "relative" &&
          /^(auto|0px) (auto|0px)$/.test(`${style.top} ${style.left}`)));

    /** Text and background colour, if nothing but plain backgrounds lies under the text. */
    const plainColours = (element: Element, text: CSSStyleDeclaration) => {
      if (!isPlain(text)) return null;
      const layers = [rgbaOf(text.backgroundColor)];
      for (let node: Element | null = element; node !== null; node = node.parentElement) {
        if (layers.at(-1)?.[3] === 1) break;
        const style = getComputedStyle(node);
        if (!isPlain(style)) return null;
        layers.push(rgbaOf(style.backgroundColor));
      }
      const canvasColour: Rgba = [255, 255, 255, 1];
      const paper = layers.reduceRight((below, layer) => over(layer, below), canvasColour);
      return { ink: over(rgbaOf(text.webkitTextFillColor), paper), paper };
    };

    const quotedIn = (content: string): string =>
      [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = ""]) => inner).join(" ");

    return [...document.querySelectorAll("body, body *")].flatMap((element) =>
      (["::before", "::after"] as const).flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const { content } = style;
        if (content === "none" || content === "normal" || content.endsWith(' / ""')) return [];
        const shown = content.replace(/ \/ "(?:[^"\\]|\\.)*"$/, "");
        const words = quotedIn(shown);
        const hasCounter = /\bcounters?\(/.test(shown.replaceAll(/"(?:[^"\\]|\\.)*"/g, ""));
        if (!hasCounter && !/[\p{L}\p{N}]/u.test(words)) return [];
        if (style.visibility !== "visible" || style.display === "none") return [];
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: false })) {
          return [];
        }
        const colours = plainColours(element, style);
        const label = words.trim() === "" ? content : imprimaturPlaces.quote(words);
        return [
          {
            selector: imprimaturPlaces.selectorOf(element),
            pseudo,
            place: `${imprimaturPlaces.placeOf(element)} ${pseudo} ${label}`,
            fontSizePx: Number.parseFloat(style.fontSize),
            fontWeight: Number(style.fontWeight),
            colours,
          },
        ];
      }),
    );
  });
  return texts.map(({ selector, pseudo, place, fontSizePx, fontWeight, colours }) => ({
    selector,
    pseudo,
    place,
    measure:
      colours === null ? undefined : measure(colours, neededRatio(fontSizePx, fontWeight, least)),
  }));
}

interface PlainColours {
  readonly ink: readonly [number, number, number, number];
  readonly paper: readonly [number, number, number, number];
}

function measure(colours: PlainColours, needed: number): ContrastMeasure {
  const ink = opaque(colours.ink);
  const paper = opaque(colours.paper);
  const ratio = contrastRatio(ink, paper);
  return { kind: ratio < needed ? "low" : "enough", ratio, needed, ink, paper };
}

function opaque([red, green, blue]: PlainColours["ink"]): Rgb {
  return [red, green, blue];
}
