/**
 * Runs in the world that proves, after layout: reads the boxes of the pages and what could not be loaded, and
 * gives pages their own sheet where their sizes differ.
 */
import type { FailedResource } from "../page-snapshots.ts";

/** A page's boxes as CSS lengths that are exact where the document gives them so, e.g. `210mm`. */
export interface MeasuredPage {
  /** The names under which `@page` rules may choose it, e.g. `cover`. */
  readonly names: readonly string[];
  readonly isBlank: boolean;
  readonly side: "left" | "right";
  readonly trimWidth: string;
  readonly trimHeight: string;
  readonly bleed: {
    readonly top: string;
    readonly right: string;
    readonly bottom: string;
    readonly left: string;
  };
  /** As laid out, in CSS pixels to the nearest 64th. */
  readonly trimWidthPx: number;
  readonly trimHeightPx: number;
}

export function readLayout(): {
  readonly pages: readonly MeasuredPage[];
  readonly failed: readonly FailedResource[];
} {
  const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")].map((page) => {
    const style = getComputedStyle(page);
    const side: "left" | "right" = page.classList.contains("pagedjs_left_page") ? "left" : "right";
    const bleed = (edge: string): string =>
      style.getPropertyValue(`--pagedjs-bleed-${side}-${edge}`);
    const trim = page.querySelector(".pagedjs_pagebox")?.getBoundingClientRect();
    return {
      names: [...page.classList].flatMap((name) => {
        const match = /^pagedjs_(?!named|first|left|right|blank)(.+)_page$/.exec(name)?.[1];
        return match === undefined || match.endsWith("_first") ? [] : [match];
      }),
      isBlank: page.classList.contains("pagedjs_blank_page"),
      side,
      trimWidth: style.getPropertyValue("--pagedjs-pagebox-width"),
      trimHeight: style.getPropertyValue("--pagedjs-pagebox-height"),
      bleed: {
        top: bleed("top"),
        right: bleed("right"),
        bottom: bleed("bottom"),
        left: bleed("left"),
      },
      trimWidthPx: trim?.width ?? 0,
      trimHeightPx: trim?.height ?? 0,
    };
  });
  const fonts = [...document.fonts]
    .filter((font) => font.status === "error")
    .map((font) => `${font.family.replaceAll('"', "")} ${font.weight} ${font.style}`);
  const images = [...document.images]
    .filter((image) => image.complete && image.naturalWidth === 0 && image.currentSrc !== "")
    .map((image) => image.currentSrc);
  const failed = [
    ...[...new Set(fonts)].map((name) => ({ kind: "font" as const, name })),
    ...[...new Set(images)].map((name) => ({ kind: "image" as const, name })),
  ];
  return { pages, failed };
}

/**
 * Takes the columns away in which Paged.js has found where pages end. In print the browser would break
 * pages at them once more, by rules that it has for print alone: boxes that can scroll break there, so
 * that their last lines go to a second column, which nobody sees.
 */
export function endColumns(): void {
  for (const { style } of document.querySelectorAll<HTMLElement>(".pagedjs_page_content")) {
    style.setProperty("columns", "auto", "important");
    // As a box with columns does, it keeps the margins of what it holds.
    style.setProperty("display", "flow-root", "important");
  }
}

/** Of the pages that were given their size before. */
let sheetStyle: HTMLStyleElement | undefined;

/**
 * Paged.js knows one size of sheet for the whole document: where a named page is larger, its sheet
 * cuts it, on the screen and in print, and in print media every sheet is as high as the window. Each
 * page gets the sheet that it needs, and sizes that differ get a named page each in print (CSS Paged
 * Media 3, 5.2).
 *
 * @param sizes of the sheets, one a page.
 */
export function giveSheetsTheirSize(
  sizes: readonly { readonly widthPt: number; readonly heightPt: number }[],
): void {
  // The browser rounds sheets down to a 300th of an inch and would cut what reaches the edge.
  const sparePt = 0.5;
  const names = new Map<string, string>();
  const style = document.createElement("style");
  const pages = document.querySelectorAll<HTMLElement>(".pagedjs_page");
  for (const [index, page] of [...pages].entries()) {
    const size = sizes[index];
    if (size === undefined) continue;
    const [width, height] = [`${size.widthPt}pt`, `${size.heightPt}pt`];
    for (const side of ["", "-left", "-right"]) {
      page.style.setProperty(`--pagedjs-width${side}`, width);
      page.style.setProperty(`--pagedjs-height${side}`, height);
    }
    for (const property of ["height", "min-height", "max-height"]) {
      page.style.setProperty(property, height, "important");
    }
    const key = `${size.widthPt + sparePt}pt ${size.heightPt + sparePt}pt`;
    const name = names.get(key) ?? `sheet-${names.size}`;
    if (!names.has(key)) style.append(`@page ${name} { size: ${key}; margin: 0; }\n`);
    names.set(key, name);
    page.style.setProperty("page", name);
  }
  if (names.size === 1) {
    for (const page of pages) page.style.removeProperty("page");
    // Lengths, since the browser does not know all names of sizes that Paged.js knows.
    style.textContent = `@page { size: ${[...names.keys()].join("")}; margin: 0; }\n`;
  }
  sheetStyle?.remove();
  sheetStyle = style;
  document.head.append(style);
}
