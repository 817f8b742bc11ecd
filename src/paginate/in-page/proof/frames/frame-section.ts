/** Runs in the world that proves. The section that takes a frame's place, of a copy of its document. */
import * as dom from "../dom-access.ts";
import { marks } from "./frame-context.ts";
import { nameOf, type Frame } from "./frame-documents.ts";

/** What is fixed in a frame's window stands in the frame, and not on every page. */
export function releaseFixed(inner: Document): void {
  for (const element of inner.querySelectorAll<HTMLElement>("body *")) {
    if (getComputedStyle(element).position !== "fixed") continue;
    element.style.setProperty("position", "absolute", "important");
  }
}

/** A copy of a `canvas` is empty: a picture of what it shows takes its place. */
export function keepDrawings(inner: Document, copy: Document): void {
  const copies = [...copy.querySelectorAll("canvas")];
  for (const [index, canvas] of [...inner.querySelectorAll("canvas")].entries()) {
    const place = copies[index];
    if (place === undefined || canvas.width === 0 || canvas.height === 0) continue;
    const picture = copy.createElement("img");
    for (const { name, value } of dom.attributesOf(canvas)) dom.setAttribute(picture, name, value);
    picture.src = canvas.toDataURL();
    const words = canvas.textContent.trim();
    if (words !== "") picture.alt = words;
    place.replaceWith(picture);
  }
}

/** What acts, and styles that were read already. */
export function dropActing(copy: Document): void {
  for (const element of copy.querySelectorAll("script, style, link, base, meta, template")) {
    element.remove();
  }
}

function copyAttributes(from: Element, to: Element): void {
  for (const name of ["id", "class", "style", "dir", "lang", "xml:lang"]) {
    const value = dom.attribute(from, name);
    if (value !== null) dom.setAttribute(to, name.replace("xml:", ""), value);
  }
}

/** What takes the frame's place, of what is in the copy of its document. */
export function sectionOf(frame: Frame, inner: Document, copy: Document): HTMLElement {
  const section = copy.createElement("section");
  const body = copy.createElement("div");
  copyAttributes(copy.documentElement, section);
  copyAttributes(copy.body, body);
  if (section.dir === "" && getComputedStyle(frame).direction === "rtl") section.dir = "ltr";
  const name = nameOf(frame, inner);
  if (name !== "") dom.setAttribute(section, "aria-label", name);
  dom.setAttribute(section, marks.root, "");
  dom.setAttribute(body, marks.body, "");
  body.append(...dom.childrenOf(copy.body));
  section.append(body);
  return section;
}
