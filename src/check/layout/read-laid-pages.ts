/**
 * Runs in the page: reads where lines, blocks and pictures of paginated pages stand. Input: a
 * document that Paged.js has laid out; output: plain data for the rules. It changes nothing.
 */
import type { LaidBlock, LaidBox, LaidLine, LaidPage } from "./laid-page.ts";

export function readLaidPages(): readonly LaidPage[] {
  const ptPerPx = 0.75;
  const excerptLength = 40;
  const boxOf = ({ left, top, right, bottom }: DOMRect): LaidBox => ({ left, top, right, bottom });

  const blockOf = (node: Node): Element => {
    let element = node.parentElement ?? document.body;
    while (
      element.parentElement !== null &&
      (/^inline|^contents|^ruby/.test(getComputedStyle(element).display) ||
        element instanceof SVGTSpanElement)
    ) {
      element = element.parentElement;
    }
    return element;
  };

  const startsWithBreak = (content: Element): boolean => {
    for (
      let element = content.firstElementChild;
      element !== null;
      element = element.firstElementChild
    ) {
      const { breakBefore, previousBreakAfter } = (element as HTMLElement).dataset;
      if (
        [breakBefore, previousBreakAfter].some((value) => value !== undefined && value !== "avoid")
      ) {
        return true;
      }
    }
    return false;
  };

  const nameOf = (page: Element): string =>
    [...page.classList].find((name) =>
      /^pagedjs_(?!named|right|left|first|blank).*_page$/.test(name),
    ) ?? "";

  const readPage = (page: Element, index: number, pages: readonly Element[]): LaidPage => {
    const content = page.querySelector(".pagedjs_page_content") ?? page;
    const former = pages[index - 1];
    const pictureElements = [...content.querySelectorAll("img, svg, canvas, video")];
    const blockElements: Element[] = [];
    const lines: LaidLine[] = [];
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement } = node;
      const text = node.nodeValue ?? "";
      if (parentElement === null || text.trim() === "" || !parentElement.checkVisibility())
        continue;
      if (/^(?:style|script|title|desc)$/i.test(parentElement.localName)) continue;
      const element = blockOf(node);
      let block = blockElements.indexOf(element);
      if (block < 0) block = blockElements.push(element) - 1;
      const matrix =
        parentElement instanceof SVGGraphicsElement ? parentElement.getScreenCTM() : null;
      const scale = matrix === null ? 1 : Math.hypot(matrix.c, matrix.d);
      const picture = pictureElements.findIndex((each) => each.contains(node));
      const sizePt = parseFloat(getComputedStyle(parentElement).fontSize) * scale * ptPerPx;
      for (let at = 0; at < text.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const rect = range.getBoundingClientRect();
        if (rect.height === 0) continue;
        const character = text.charAt(at);
        const last = lines.at(-1);
        const isSameLine =
          last?.block === block &&
          rect.top < last.bottom - 2 &&
          rect.bottom > last.top + 2 &&
          rect.left > last.left - 1;
        const isDivided = character === "\u00AD" || character === "\u2010";
        if (isSameLine) {
          lines[lines.length - 1] = {
            ...last,
            right: Math.max(last.right, character.trim() === "" ? last.right : rect.right),
            top: Math.min(last.top, rect.top),
            bottom: Math.max(last.bottom, rect.bottom),
            text: last.text + character,
            sizePt: Math.min(last.sizePt, sizePt),
            isDivided: character.trim() === "" ? last.isDivided : isDivided,
          };
        } else if (character.trim() !== "") {
          lines.push({
            ...boxOf(rect),
            block,
            text: character,
            sizePt,
            isHeading: element.closest("h1, h2, h3, h4, h5, h6") !== null,
            isDivided,
            picture: picture < 0 ? undefined : picture,
          });
        }
      }
    }
    const blocks: readonly LaidBlock[] = blockElements.map((element) => {
      const { splitFrom, splitTo } = (element as HTMLElement).dataset;
      return {
        ...boxOf(element.getBoundingClientRect()),
        isContinued: splitFrom !== undefined,
        goesOn: splitTo !== undefined,
      };
    });
    const pictures = pictureElements.map((picture) => boxOf(picture.getBoundingClientRect()));
    const grounds = [...content.querySelectorAll("*")].filter((element) => {
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      return !/^rgba\(.*, 0\)$|transparent/.test(backgroundColor) || backgroundImage !== "none";
    });
    const bottoms = [
      ...lines,
      ...pictures,
      ...grounds.map((ground) => ground.getBoundingClientRect()),
    ];
    const marginTexts = [...page.querySelectorAll(".pagedjs_margin-content")].flatMap((margin) =>
      ["::before", "::after"].flatMap((pseudo) => {
        const { content: generated, fontSize } = getComputedStyle(margin, pseudo);
        return generated === "none" || generated === "normal" || generated === '""'
          ? []
          : [{ text: generated, sizePt: parseFloat(fontSize) * ptPerPx }];
      }),
    );
    return {
      number: index + 1,
      trim: boxOf((page.querySelector(".pagedjs_pagebox") ?? page).getBoundingClientRect()),
      area: boxOf((page.querySelector(".pagedjs_area") ?? page).getBoundingClientRect()),
      startsPart:
        former === undefined || nameOf(former) !== nameOf(page) || startsWithBreak(content),
      lines: lines.map((line) => ({ ...line, text: line.text.trim().slice(0, excerptLength) })),
      blocks,
      pictures,
      paintedTo: Math.max(0, ...bottoms.map(({ bottom }) => bottom)),
      marginTexts,
    };
  };

  return [...document.querySelectorAll(".pagedjs_page")].map(readPage);
}
