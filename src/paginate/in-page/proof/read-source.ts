/**
 * Runs in the world that proves. Reads the text of the print source before Paged.js takes it apart, as the
 * browser has laid it out in print media, so what is not displayed does not count. Generated content is no
 * text of the source and is not read. `read-pages.ts` reads the same of the pages.
 */
import type { SourcePicture, SourceSnapshot, SourceText } from "../page-snapshots.ts";
import { clipsBelow, type Bounds, type Clip } from "./clip-reader.ts";
import {
  boxesOf,
  displayedPictures,
  displayedTexts,
  displayedValues,
  hostOf,
  type DisplayedText,
} from "./displayed.ts";
import * as dom from "./dom-access.ts";
import { shadowTrees } from "./shadow-trees.ts";

const everything: Bounds = {
  left: -Infinity,
  top: -Infinity,
  right: Infinity,
  bottom: Infinity,
};

function nameOf(element: Element): string {
  const classes = (dom.attribute(element, "class") ?? "").trim().split(/\s+/);
  const id = dom.attribute(element, "id") ?? "";
  return [
    dom.localNameOf(element),
    ...(id === "" ? [] : [`#${id}`]),
    ...classes.filter((name) => name !== "").map((name) => `.${name}`),
  ].join("");
}

/** In the order of the document; texts of shadow trees and of controls come last. */
export function readSource(): SourceSnapshot {
  const elementNames: Record<string, string> = {};
  for (const element of document.body.querySelectorAll("[data-ref]")) {
    elementNames[dom.attribute(element, "data-ref") ?? ""] = nameOf(element);
  }
  const clipOf = clipsBelow(document.body, everything);
  const read = ({ text, parent, ref }: DisplayedText, clip: Clip): SourceText[] => {
    const boxes = boxesOf(text);
    if (boxes.length === 0) return [];
    const offscreen = boxes.every((box) => box.right <= 0 || box.bottom <= 0);
    const unseen = clip === "unseen" && { unseen: true as const };
    const inShadow = !dom.contains(document, parent) && { inShadow: true as const };
    return [{ ref, text: text.data, offscreen, ...unseen, ...inShadow }];
  };
  const texts = displayedTexts(document.body).flatMap((each) => read(each, clipOf(each.parent)));
  for (const tree of shadowTrees) {
    const clip = clipOf(hostOf(tree));
    for (const each of displayedTexts(tree)) texts.push(...read(each, clip));
  }
  for (const { ref, value } of displayedValues(document.body)) {
    texts.push({ ref, text: value, offscreen: false });
  }
  const sourcePictures = displayedPictures(document.body).map((picture): SourcePicture => {
    const { right, bottom } = picture.getBoundingClientRect();
    const isUnseen = clipOf(picture) === "unseen" || right <= 0 || bottom <= 0;
    return {
      ref: dom.attribute(picture, "data-ref") ?? "",
      ...(isUnseen && { unseen: true as const }),
    };
  });
  return { texts, pictures: sourcePictures, elementNames };
}
