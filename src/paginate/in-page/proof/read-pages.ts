/**
 * Runs in the world that proves. Reads the text and the pictures that the pages show, as `read-source.ts`
 * reads them of the source. What a page cuts off is noted. It compares nothing.
 */
import type { PagesSnapshot, ShownPicture, ShownText } from "../page-snapshots.ts";
import { REPEATED_HEAD } from "../repeated-heads.ts";
import { clipsBelow, intersect, isInside, type Bounds } from "./clip-reader.ts";
import {
  boxesOf,
  displayedPictures,
  displayedTexts,
  displayedValues,
  endsInHyphen,
  hostOf,
  type DisplayedText,
} from "./displayed.ts";
import * as dom from "./dom-access.ts";
import { shadowTreesIn } from "./shadow-trees.ts";

/** The words of a text that cannot be seen, as stretches of it. */
function clippedStretches(text: Text, clip: Bounds): [number, number][] {
  if (boxesOf(text).every((box) => isInside(box, clip))) return [];
  return [...text.data.matchAll(/\S+/g)]
    .map((word): [number, number] => [word.index, word.index + word[0].length])
    .filter(([from, to]) => boxesOf(text, from, to).some((box) => !isInside(box, clip)));
}

/** In the order of the pages. */
export function readPages(): PagesSnapshot {
  const texts: ShownText[] = [];
  const shownPictures: ShownPicture[] = [];
  for (const [index, page] of [...document.querySelectorAll(".pagedjs_page")].entries()) {
    const pageBox = page.querySelector(".pagedjs_pagebox");
    if (pageBox === null) continue;
    const pageNumber = index + 1;
    // What reaches into the bleed is cut off with it, and what leaves the sheet is not printed.
    const sheet = pageBox.closest(".pagedjs_sheet") ?? pageBox;
    const visible = intersect(pageBox.getBoundingClientRect(), sheet.getBoundingClientRect());
    const clipOf = clipsBelow(pageBox, visible);
    const repeatsIn = (element: Element): boolean => dom.closest(element, ".pagedjs_area") === null;
    const copied = (element: Element): { readonly isCopy?: true } =>
      dom.closest(element, `[${REPEATED_HEAD}]`) !== null ? { isCopy: true } : {};
    const show = ({ text, parent, ref }: DisplayedText, host: Element): void => {
      const clip = clipOf(host);
      if (boxesOf(text).length === 0) return;
      texts.push({
        pageNumber,
        ref,
        text: text.data,
        clipped: clip === "unseen" ? [] : clippedStretches(text, clip),
        repeats: repeatsIn(host),
        ...copied(host),
        ...(clip === "unseen" && { unseen: true }),
        ...(endsInHyphen(text, parent) && { endsInHyphen: true }),
      });
    };
    for (const each of displayedTexts(pageBox)) show(each, each.parent);
    for (const tree of shadowTreesIn(pageBox)) {
      for (const each of displayedTexts(tree)) show(each, hostOf(tree));
    }
    for (const { control, ref, value } of displayedValues(pageBox)) {
      const where = { repeats: repeatsIn(control), ...copied(control) };
      texts.push({ pageNumber, ref, text: value, clipped: [], ...where });
    }
    for (const picture of displayedPictures(pageBox)) {
      const clip = clipOf(picture);
      shownPictures.push({
        pageNumber,
        ref: dom.attribute(picture, "data-ref") ?? "",
        clipped: clip !== "unseen" && !isInside(picture.getBoundingClientRect(), clip),
        repeats: repeatsIn(picture),
        ...copied(picture),
        ...(clip === "unseen" && { unseen: true }),
      });
    }
  }
  return { texts, pictures: shownPictures };
}
