/**
 * Runs in an isolated world of a page: finds the text that style sheets generate, with its colours where
 * nothing but plain backgrounds lies under it. It judges nothing.
 */
import type { PseudoElement } from "../../../browser/isolated-world.ts";
import type { FoundPlace } from "../../verdict/found-element.ts";
import { placeOf, quote, selectorOf } from "./places.ts";

/** Bytes of sRGB, and the alpha from 0 to 1. */
export type Rgba = readonly [number, number, number, number];

export interface PlainColours {
  readonly ink: Rgba;
  readonly paper: Rgba;
}

const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

/** Computed colours may be in any colour space; the canvas gives their sRGB bytes. */
function rgbaOf(colour: string): Rgba {
  if (canvas === null) throw new Error("the browser gave no canvas to read colours with");
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over([r, g, b, alpha]: Rgba, below: Rgba): Rgba {
  return [
    r * alpha + below[0] * (1 - alpha),
    g * alpha + below[1] * (1 - alpha),
    b * alpha + below[2] * (1 - alpha),
    1,
  ];
}

function isPlain(style: CSSStyleDeclaration): boolean {
  return (
    style.opacity === "1" &&
    style.filter === "none" &&
    style.mixBlendMode === "normal" &&
    style.backgroundImage === "none" &&
    style.transform === "none" &&
    (style.position === "static" ||
      // The used offsets of an unmoved box are zero.
      (style.position === "relative" &&
        /^(auto|0px) (auto|0px)$/.test(`${style.top} ${style.left}`)))
  );
}

/** Text and background colour, if nothing but plain backgrounds lies under the text. */
function plainColours(element: Element, text: CSSStyleDeclaration): PlainColours | null {
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
}

function quotedIn(content: string): string {
  return [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = ""]) => inner).join(" ");
}

export interface FoundText {
  readonly selector: string;
  readonly pseudo: PseudoElement;
  readonly place: FoundPlace;
  readonly fontSizePx: number;
  readonly fontWeight: number;
  /** Null where only the painted pixels can tell. */
  readonly colours: PlainColours | null;
}

export function findGeneratedText(): FoundText[] {
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
      const label = words.trim() === "" ? content : quote(words);
      const place = placeOf(element);
      return [
        {
          selector: selectorOf(element),
          pseudo,
          place: { ...place, where: `${place.where} ${pseudo} ${label}` },
          fontSizePx: Number.parseFloat(style.fontSize),
          fontWeight: Number(style.fontWeight),
          colours,
        },
      ];
    }),
  );
}
