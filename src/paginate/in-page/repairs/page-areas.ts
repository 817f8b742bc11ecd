/**
 * Runs in the world that repairs. Reads the sizes and margins that the document's `@page` rules give,
 * before anything is laid out in pages. It changes nothing for good.
 */
import { pageSizesMm } from "../page-sizes.ts";
import { rulesIn } from "../style-rules.ts";

/** What a page gives its content, in CSS pixels. */
export interface PageArea {
  readonly sheetWidth: number;
  readonly sheetHeight: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

const pixelsPerMm = 96 / 25.4;

/** What it is given where it names none (`default-page.ts`); else what Paged.js takes. */
const defaultSheet =
  document.querySelector<HTMLElement>("style[data-imprimatur-sheet]")?.dataset.imprimaturSheet ??
  "letter";

function appliesToPaper(rule: CSSRule): boolean {
  for (let around: CSSRule | null = rule.parentRule; around; around = around.parentRule) {
    if (around instanceof CSSMediaRule && !matchMedia(around.media.mediaText).matches) return false;
  }
  const { media } = rule.parentStyleSheet ?? {};
  return media === undefined || media.length === 0 || matchMedia(media.mediaText).matches;
}

interface PageRule {
  readonly name: string;
  readonly side: string;
  readonly style: Pick<CSSStyleDeclaration, "getPropertyValue">;
}

function pageRules(): PageRule[] {
  const found: PageRule[] = [];
  for (const rule of rulesIn(document.styleSheets)) {
    if (!(rule instanceof CSSPageRule) || !appliesToPaper(rule)) continue;
    for (const selector of rule.selectorText.split(",")) {
      const [name = "", side = ""] = selector.trim().split(":");
      if (/^(?:|left|right)$/.test(side)) found.push({ name, side, style: rule.style });
    }
  }
  return found;
}

/** A CSS length in pixels; shares are of `whole`. */
function pixels(length: string, whole: number): number {
  const share = /^(-?[\d.]+)%$/.exec(length)?.[1];
  if (share !== undefined) return (Number(share) / 100) * whole;
  const probe = document.createElement("div");
  probe.style.cssText = "position: absolute; visibility: hidden; padding: 0; border: 0";
  probe.style.width = length;
  document.documentElement.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width;
}

function sizeOf(declared: string): readonly [number, number] {
  const parts = declared.toLowerCase().split(/\s+/).filter(Boolean);
  const lengths = parts.filter((part) => /^[\d.]/.test(part));
  const named = parts.flatMap((part) => (part in pageSizesMm ? [part] : []))[0] ?? defaultSheet;
  const [widthMm, heightMm] = pageSizesMm[named] ?? [215.9, 279.4];
  const [width = `${widthMm}mm`, height = lengths[0] ?? `${heightMm}mm`] = lengths;
  const size = [pixels(width, 0), pixels(height, 0)].map((length) => length || pixelsPerMm) as [
    number,
    number,
  ];
  const turns = parts.includes("landscape") && lengths.length === 0;
  return turns ? [Math.max(...size), Math.min(...size)] : size;
}

function areaFor(rules: readonly PageRule[], pageName: string, side: string): PageArea {
  const declared = new Map<string, string>();
  const matching = rules
    .filter(
      (rule) =>
        (rule.name === "" || rule.name === pageName) && (rule.side === "" || rule.side === side),
    )
    .sort((a, b) => weightOf(a) - weightOf(b));
  for (const { style } of matching) {
    for (const property of properties) {
      const value = style.getPropertyValue(property);
      if (value !== "") declared.set(property, value);
    }
  }
  const [sheetWidth, sheetHeight] = sizeOf(declared.get("size") ?? "");
  const edge = (name: string): number => {
    const whole = /left|right/.test(name) ? sheetWidth : sheetHeight;
    const margin = pixels(declared.get(`margin-${name}`) ?? "1in", whole);
    return margin + pixels(declared.get(`padding-${name}`) ?? "0px", whole);
  };
  const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(edge) as [
    number,
    number,
    number,
    number,
  ];
  const width = Math.max(1, sheetWidth - left - right);
  const height = Math.max(1, sheetHeight - top - bottom);
  return { sheetWidth, sheetHeight, top, right, bottom, left, width, height };
}

const properties = [
  "size",
  ...["top", "right", "bottom", "left"].flatMap((edge) => [`margin-${edge}`, `padding-${edge}`]),
];
function weightOf({ name, side }: PageRule): number {
  return (name === "" ? 0 : 2) + (side === "" ? 0 : 1);
}

let rules: readonly PageRule[] | undefined;
const areas = new Map<string, PageArea>();

/** The content area of pages with this name, `""` for those without; the narrower of left and right. */
export function areaOf(pageName: string): PageArea {
  const known = areas.get(pageName);
  if (known !== undefined) return known;
  rules ??= pageRules();
  const left = areaFor(rules, pageName, "left");
  const right = areaFor(rules, pageName, "right");
  const area = left.width < right.width ? left : right;
  areas.set(pageName, area);
  return area;
}

/** To be called when there are new rules for pages. */
export function forgetAreas(): void {
  rules = undefined;
  areas.clear();
}
