/**
 * Runs in the world that proves, after layout. Reads with what each page begins, and on which page each
 * element of the source begins that has an id. It changes nothing.
 *
 * What stands in the margins, or is fixed to every page, begins no page. What stands in the area of a
 * page is proved to stand in one place alone, so that none of it is a copy.
 */
import { clipsBelow, intersect, isInside } from "./clip-reader.ts";
import { isHidden } from "./displayed.ts";
import * as dom from "./dom-access.ts";
import { firstWords } from "./first-words.ts";
import { shownThings, type ShownThing } from "./shown-things.ts";
import { sourceIds } from "./source-ids.ts";

export interface PageStart {
  readonly firstWords: string;
  /** The id of the nearest element that the page begins in. */
  readonly startsIn?: string;
}

export interface PageStarts {
  /** One a page, in order. */
  readonly pages: readonly PageStart[];
  /** Ids of the source, in its order, with the page on which each begins, from 0. */
  readonly pageOfId: readonly (readonly [id: string, page: number])[];
}

export function readPageStarts(): PageStarts {
  // By number of the element: the page that shows it first.
  const firstPages = new Map<string, number>();
  const pages = [...document.querySelectorAll(".pagedjs_page")];
  const starts = pages.map((page, index): PageStart => {
    const area = page.querySelector(".pagedjs_area");
    if (area === null) return { firstWords: "" };
    const things = shownThings(area);
    for (const { element } of things) noteShown(element, index, firstPages);
    return pageStart(page, area, things);
  });
  noteEmpty(pages, firstPages);
  const pageOfId = [...sourceIds].flatMap(([ref, id]): [string, number][] => {
    const index = firstPages.get(ref);
    return index === undefined ? [] : [[id, index]];
  });
  return { pages: starts, pageOfId };
}

function refOf(element: Element): string {
  return dom.attribute(element, "data-ref") ?? "";
}

/** Notes the page for an element and all around it, where none is noted. */
function noteShown(inner: Element, page: number, firstPages: Map<string, number>): void {
  let element: Element | null = inner;
  while (element !== null) {
    const ref = refOf(element);
    if (firstPages.get(ref) === page) return;
    if (ref !== "" && !firstPages.has(ref)) firstPages.set(ref, page);
    element = dom.parentOf(element);
  }
}

/** Elements with an id that show nothing of the source, such as anchors, are where they first stand. */
function noteEmpty(pages: readonly Element[], firstPages: Map<string, number>): void {
  const missing = new Set([...sourceIds.keys()].filter((ref) => !firstPages.has(ref)));
  for (const [index, page] of pages.entries()) {
    if (missing.size === 0) return;
    for (const element of page.querySelectorAll(".pagedjs_area [data-ref]")) {
      const ref = refOf(element);
      if (!missing.has(ref) || !stands(element)) continue;
      missing.delete(ref);
      firstPages.set(ref, index);
    }
  }
}

function stands(element: Element): boolean {
  return Element.prototype.getClientRects.call(element).length > 0 && !isHidden(element);
}

function pageStart(page: Element, area: Element, things: readonly ShownThing[]): PageStart {
  const sheet = page.querySelector(".pagedjs_sheet") ?? page;
  const box = page.querySelector(".pagedjs_pagebox") ?? page;
  const visible = intersect(dom.boxOf(box), dom.boxOf(sheet));
  const clipOf = clipsBelow(box, visible);
  const isSeen = ({ element, boxes }: ShownThing): boolean => {
    const clip = clipOf(element);
    return clip !== "unseen" && boxes.some((each) => isInside(each, clip));
  };
  const seen = things.values().filter(isSeen);
  const first = things.find(isSeen);
  const begins = first?.element ?? emptyStart(area);
  const startsIn = begins === undefined ? undefined : idAround(begins);
  return { firstWords: firstWords(seen), ...(startsIn !== undefined && { startsIn }) };
}

/** On a page that shows nothing of the source, the first element that has an id and stands there. */
function emptyStart(area: Element): Element | undefined {
  return [...area.querySelectorAll("[data-ref]")].find(
    (element) => sourceIds.has(refOf(element)) && stands(element),
  );
}

function idAround(inner: Element): string | undefined {
  let element: Element | null = inner;
  while (element !== null) {
    const id = sourceIds.get(refOf(element));
    if (id !== undefined) return id;
    element = dom.parentOf(element);
  }
  return undefined;
}
