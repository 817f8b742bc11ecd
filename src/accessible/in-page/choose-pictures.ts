/**
 * Runs in the world that proves. The first finds what selectors choose, while the document stands as it
 * was written; the others say which elements of the numbered source that is, and what pictures are
 * called in the document. They change nothing.
 */
import * as dom from "../../paginate/in-page/proof/dom-access.ts";
import type { WrittenPicture } from "../amend/picture-keys.ts";

/** What a selector chooses. */
export interface Choice {
  /** Numbers of elements of the source, in order. */
  readonly refs: readonly string[];
  /** How many of its elements are no part of the source. */
  readonly others: number;
}

/** What each selector chooses. */
let chosenElements: readonly (readonly Element[])[] = [];

/** @returns the selectors that are none. */
export function findChosen(selectors: readonly string[]): string[] {
  const invalid: string[] = [];
  chosenElements = selectors.map((selector) => {
    try {
      return [...document.querySelectorAll(selector)];
    } catch {
      invalid.push(selector);
      return [];
    }
  });
  return invalid;
}

/** In the order of the selectors. */
export function readChosen(): Choice[] {
  return chosenElements.map((elements) => {
    const refs = elements.flatMap((element) => dom.attribute(element, "data-ref") ?? []);
    return { refs, others: elements.length - refs.length };
  });
}

/** What the source's pictures are named by, in order. */
export function readPictures(): WrittenPicture[] {
  const found = document.body.querySelectorAll(
    "img, svg, canvas, video, input[type=image i], [role]",
  );
  return [...found].flatMap((element): WrittenPicture[] => {
    const ref = dom.attribute(element, "data-ref");
    const name = dom.localNameOf(element);
    const parent = dom.parentOf(element);
    const role = dom.attribute(element, "role")?.trim() ?? "";
    const isOfRole = /^(?:img|image)(?:\s|$)/i.test(role);
    if (!isOfRole && !/^(?:img|svg|canvas|video|input)$/.test(name)) return [];
    // A drawing within a drawing is a part of it.
    if (ref === null || (parent !== null && dom.closest(parent, "svg") !== null)) return [];
    const address =
      dom.attribute(element, "src") ??
      dom.attribute(element, "srcset") ??
      dom.attribute(element, "poster") ??
      element.querySelector("source[src]")?.getAttribute("src") ??
      "";
    const id = dom.attribute(element, "id") ?? "";
    const isDrawn = name === "svg" && id === "";
    const markup = isDrawn ? element.outerHTML.replaceAll(/ data-ref="\d+"/g, "") : "";
    return [{ ref, name, address: address.trim(), id, markup }];
  });
}
