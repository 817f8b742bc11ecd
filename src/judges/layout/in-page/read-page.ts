/**
 * Runs in an isolated world of the paginated pages: reads one page's lines and pictures, where its
 * content ends, and whether it begins a part. It reads no generated text and judges nothing.
 */
import type { Edges, LaidOutPage, Picture } from "../page-layout.ts";
import { edgesOf } from "./edges.ts";
import { LineReader } from "./line-reader.ts";
import { startsAtBreak } from "./page-start.ts";
import { drawnIn, isColoured, isGround } from "./painted.ts";
import { isInFlow } from "./room.ts";
import { refOf } from "./source-ref.ts";
import { clipOf, isSeen } from "./visibility.ts";

/** What one reading of a page finds: not what the pages before it, or other readers, say of it. */
export interface ReadPage extends Omit<LaidOutPage, "startsPart" | "tables" | "generated"> {
  /** A forced break stands before its content. */
  readonly startsAtBreak: boolean;
}

const replaced = "img, svg, canvas, video, object, embed, iframe, meter, progress";
const controls = "input, textarea, select";
/** What is in these makes no lines of the page. */
const withoutLines = "select, textarea, object, video, canvas, iframe";

/** @param index of the page, from 0. @throws Error where there is no such page. */
export function readPage(index: number): ReadPage {
  const page = document.querySelectorAll<HTMLElement>(".pagedjs_page")[index];
  const pageBox = page?.querySelector(".pagedjs_pagebox");
  const content = page?.querySelector(".pagedjs_page_content");
  if (page === undefined || !pageBox || !content) throw new Error("the page has no content");
  const room = edgesOf(content.getBoundingClientRect());
  const reader = new LineReader(index, content);
  const pictures: Picture[] = [];
  const grounds: Edges[] = [];
  let contentBottom = room.top;
  let order = 0;

  const reach = (bottom: number): void => {
    contentBottom = Math.max(contentBottom, Math.min(bottom, room.bottom));
  };

  const readElement = (element: Element): void => {
    order += 1;
    const isInner = element.matches("svg *");
    const isPicture = element.matches(`${replaced}, ${controls}`) && !isInner;
    const box = isPicture ? drawnIn(element) : edgesOf(element.getBoundingClientRect());
    if (box.right <= box.left || box.bottom <= box.top || isInner) return;
    const style = getComputedStyle(element);
    if (isPicture) pictures.push(pictureOf(element, style, box, order));
    const isPainted =
      element.hasAttribute("data-ref") &&
      (isPicture || isColoured(style) || Number.parseFloat(style.borderBottomWidth) > 0);
    if (content.contains(element) && isGround(style)) grounds.push(box);
    if (isPainted && isInFlow(element) && content.contains(element)) reach(box.bottom);
  };

  for (const sheet of [page, pageBox]) {
    if (isGround(getComputedStyle(sheet))) grounds.push(room);
  }
  const walker = document.createTreeWalker(pageBox, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      const parent = node.parentElement;
      if (parent === null || node.data.trim() === "" || !isSeen(parent)) continue;
      if (parent.closest(withoutLines) === null) reader.add(node, parent, () => (order += 1));
    } else if (node instanceof Element && isSeen(node)) readElement(node);
  }
  const lines = reader.lines();
  for (const line of lines) if (line.isInFlow) reach(line.box.bottom);
  return {
    number: Number(page.dataset.pageNumber),
    names: [...page.classList].flatMap(
      (name) =>
        /^pagedjs_(?!named|first|left|right|blank)(.+)(?<!_first)_page$/.exec(name)?.[1] ?? [],
    ),
    startsAtBreak: startsAtBreak(content),
    isBlank: page.classList.contains("pagedjs_blank_page"),
    isEndpaper: content.querySelector("[data-endpaper]") !== null,
    trim: edgesOf(pageBox.getBoundingClientRect()),
    sheet: edgesOf((pageBox.closest(".pagedjs_sheet") ?? pageBox).getBoundingClientRect()),
    room,
    contentBottom,
    hasFootnotes: page.querySelector(".pagedjs_footnote_inner_content > *") !== null,
    lines,
    pictures,
    grounds,
  };
}

function pictureOf(
  element: Element,
  style: CSSStyleDeclaration,
  box: Edges,
  order: number,
): Picture {
  return {
    box,
    clip: clipOf(element.parentElement ?? element),
    isWrapped: style.shapeOutside !== "none",
    isDecoration:
      element.matches('[alt=""], [aria-hidden="true"], [role="presentation"], [role="none"]') ||
      (element.localName === "svg" && !element.hasAttribute("role")),
    isInFlow: isInFlow(element),
    order,
    element: element.localName,
    ref: refOf(element),
  };
}
