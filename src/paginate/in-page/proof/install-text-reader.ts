/**
 * Runs in the world that proves. Reads the text of the print source before Paged.js takes it apart,
 * and the text that the pages show afterwards. Both see the document as the browser has laid it out
 * in print media, so what is not displayed counts in neither. Generated content is no text of the
 * source and is not read. It compares nothing.
 */
import type { ShownPicture, ShownText, SourcePicture, SourceText } from "../page-globals.ts";
import type { Bounds, Clip } from "./install-clip-reader.ts";
import type { DisplayedText } from "./install-displayed.ts";

export function installTextReader(): void {
  const { dom, displayed, clips } = window.proof;
  const { boxesOf, hostOf } = displayed;
  const everything: Bounds = {
    left: -Infinity,
    top: -Infinity,
    right: Infinity,
    bottom: Infinity,
  };

  const nameOf = (element: Element): string => {
    const classes = (dom.attribute(element, "class") ?? "").trim().split(/\s+/);
    const id = dom.attribute(element, "id") ?? "";
    return [
      dom.localNameOf(element),
      ...(id === "" ? [] : [`#${id}`]),
      ...classes.filter((name) => name !== "").map((name) => `.${name}`),
    ].join("");
  };

  window.proof.readSource = () => {
    const elementNames: Record<string, string> = {};
    for (const element of document.body.querySelectorAll("[data-ref]")) {
      elementNames[dom.attribute(element, "data-ref") ?? ""] = nameOf(element);
    }
    const clipOf = clips.below(document.body, everything);
    const read = ({ text, parent, ref }: DisplayedText, clip: Clip): SourceText[] => {
      const boxes = boxesOf(text);
      if (boxes.length === 0) return [];
      const offscreen = boxes.every((box) => box.right <= 0 || box.bottom <= 0);
      const unseen = clip === "unseen" && { unseen: true as const };
      const inShadow = !dom.contains(document, parent) && { inShadow: true as const };
      return [{ ref, text: text.data, offscreen, ...unseen, ...inShadow }];
    };
    const texts = displayed.texts(document.body).flatMap((each) => read(each, clipOf(each.parent)));
    for (const tree of window.proof.shadowTrees) {
      const clip = clipOf(hostOf(tree));
      for (const each of displayed.texts(tree)) texts.push(...read(each, clip));
    }
    for (const { ref, value } of displayed.values(document.body)) {
      texts.push({ ref, text: value, offscreen: false });
    }
    const sourcePictures = displayed.pictures(document.body).map((picture): SourcePicture => {
      const { right, bottom } = picture.getBoundingClientRect();
      const isUnseen = clipOf(picture) === "unseen" || right <= 0 || bottom <= 0;
      return {
        ref: dom.attribute(picture, "data-ref") ?? "",
        ...(isUnseen && { unseen: true as const }),
      };
    });
    return { texts, pictures: sourcePictures, elementNames };
  };

  /** The words of a text that cannot be seen, as stretches of it. */
  const clippedStretches = (text: Text, clip: Bounds): [number, number][] => {
    if (boxesOf(text).every((box) => clips.isInside(box, clip))) return [];
    return [...text.data.matchAll(/\S+/g)]
      .map((word): [number, number] => [word.index, word.index + word[0].length])
      .filter(([from, to]) => boxesOf(text, from, to).some((box) => !clips.isInside(box, clip)));
  };

  /** As layout marks an element whose text it cut within a word. */
  const endsInHyphen = (text: Text, parent: Element): boolean =>
    /(?:^|\s)pagedjs_hyphen(?:\s|$)/.test(dom.attribute(parent, "class") ?? "") &&
    dom.childrenOf(parent).findLast((child) => child instanceof Text) === text;

  const shadowTreesIn = (root: Element | ShadowRoot): ShadowRoot[] =>
    [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot instanceof ShadowRoot ? [shadowRoot, ...shadowTreesIn(shadowRoot)] : [],
    );

  window.proof.readPages = () => {
    const hasShadowTrees = window.proof.shadowTrees.length > 0;
    const texts: ShownText[] = [];
    const shownPictures: ShownPicture[] = [];
    for (const [index, page] of [...document.querySelectorAll(".pagedjs_page")].entries()) {
      const pageBox = page.querySelector(".pagedjs_pagebox");
      if (pageBox === null) continue;
      const pageNumber = index + 1;
      // What reaches into the bleed is cut off with it, and what leaves the sheet is not printed.
      const sheet = pageBox.closest(".pagedjs_sheet") ?? pageBox;
      const visible = clips.intersect(
        pageBox.getBoundingClientRect(),
        sheet.getBoundingClientRect(),
      );
      const clipOf = clips.below(pageBox, visible);
      const repeatsIn = (element: Element): boolean =>
        dom.closest(element, ".pagedjs_area") === null;
      const show = ({ text, parent, ref }: DisplayedText, host: Element): void => {
        const clip = clipOf(host);
        if (boxesOf(text).length === 0) return;
        texts.push({
          pageNumber,
          ref,
          text: text.data,
          clipped: clip === "unseen" ? [] : clippedStretches(text, clip),
          repeats: repeatsIn(host),
          ...(clip === "unseen" && { unseen: true }),
          ...(endsInHyphen(text, parent) && { endsInHyphen: true }),
        });
      };
      for (const each of displayed.texts(pageBox)) show(each, each.parent);
      for (const tree of hasShadowTrees ? shadowTreesIn(pageBox) : []) {
        for (const each of displayed.texts(tree)) show(each, hostOf(tree));
      }
      for (const { control, ref, value } of displayed.values(pageBox)) {
        texts.push({ pageNumber, ref, text: value, clipped: [], repeats: repeatsIn(control) });
      }
      for (const picture of displayed.pictures(pageBox)) {
        const clip = clipOf(picture);
        shownPictures.push({
          pageNumber,
          ref: dom.attribute(picture, "data-ref") ?? "",
          clipped: clip !== "unseen" && !clips.isInside(picture.getBoundingClientRect(), clip),
          repeats: repeatsIn(picture),
          ...(clip === "unseen" && { unseen: true }),
        });
      }
    }
    return { texts, pictures: shownPictures };
  };
}
