/**
 * Runs in the world that proves. Gives the names and addresses in a copy of a frame's document the form in
 * which they mean the same in the document around it: ids that both have get another name, and addresses
 * are written out. The copy is inert, so that nothing is loaded by it.
 */
import * as dom from "../dom-access.ts";
import type { FrameContext } from "./frame-context.ts";
import { declarationsOf } from "./frame-declarations.ts";

/** Attributes that name elements by their ids, one or several. */
const references =
  "for headers list form itemref aria-labelledby aria-describedby aria-controls aria-owns aria-details aria-flowto aria-errormessage aria-activedescendant".split(
    " ",
  );
const addresses = ["src", "href", "xlink:href", "poster", "data", "background", "cite"];

const taken = new Set<string>();

function idsIn(from: Document): string[] {
  return [...from.querySelectorAll("[id]")].map((element) => dom.attribute(element, "id") ?? "");
}

/** New names of the ids of a frame's document that were met before, in whatever document. */
export function renamedIds(inner: Document, number: number): Map<string, string> {
  if (taken.size === 0) for (const id of idsIn(document)) taken.add(id);
  const ids = new Set(idsIn(inner));
  const renamed = new Map<string, string>();
  for (const id of ids) {
    if (taken.has(id)) renamed.set(id, `frame-${number}-${id}`);
    taken.add(renamed.get(id) ?? id);
  }
  return renamed;
}

function withoutFragment(address: string): string {
  return address.split("#")[0] ?? "";
}

function addressFrom(value: string, { inner, renamed }: FrameContext): string {
  const local = (name: string): string => `#${renamed.get(name) ?? name}`;
  if (value.startsWith("#")) return local(value.slice(1));
  const url = URL.parse(value, inner.baseURI);
  if (url === null || value === "" || /^(?:data|javascript|blob|about):$/.test(url.protocol)) {
    return value;
  }
  const isOwn = url.hash !== "" && withoutFragment(url.href) === withoutFragment(inner.URL);
  return isOwn ? local(decodeURIComponent(url.hash.slice(1))) : url.href;
}

function rename(element: Element, attribute: string, name: (value: string) => string): void {
  const value = dom.attribute(element, attribute);
  if (value === null) return;
  const given = name(value.trim());
  if (given !== value) dom.setAttribute(element, attribute, given);
}

function renameIn(element: Element, context: FrameContext): void {
  const { number, renamed } = context;
  const name = dom.localNameOf(element);
  for (const attribute of addresses) {
    rename(element, attribute, (value) => addressFrom(value, context));
  }
  if (renamed.size > 0) {
    rename(element, "id", (id) => renamed.get(id) ?? id);
    for (const attribute of references) {
      rename(element, attribute, (value) => value.replace(/\S+/g, (id) => renamed.get(id) ?? id));
    }
  }
  for (const { name: attribute, value } of dom.attributesOf(element)) {
    if (attribute !== "style" && !value.includes("url(")) continue;
    const css = value.replace(/url\(\s*'?([^"'()\s]*)'?\s*\)/g, 'url("$1")');
    dom.setAttribute(element, attribute, declarationsOf(css, context.inner.baseURI, context));
  }
  // One name has another meaning in each document.
  const isRadio = name === "input" && dom.attribute(element, "type")?.toLowerCase() === "radio";
  if (name === "map" || isRadio) rename(element, "name", (value) => `frame-${number}-${value}`);
  rename(element, "usemap", (value) => value.replace(/^#/, `#frame-${number}-`));
}

/** What the frame shows of the pictures that were offered. */
function choosePictures(inner: Document, copy: Document): void {
  const shown = inner.querySelectorAll("img");
  for (const [index, image] of copy.querySelectorAll("img").entries()) {
    const address = shown[index]?.currentSrc ?? "";
    image.removeAttribute("loading");
    if (address === "") continue;
    dom.setAttribute(image, "src", address);
    image.removeAttribute("srcset");
    image.removeAttribute("sizes");
    const picture = dom.closest(image, "picture");
    for (const source of picture?.querySelectorAll("source") ?? []) source.remove();
  }
}

/** Changes names and addresses in the copy of the frame's document. */
export function giveNames(copy: Document, context: FrameContext): void {
  choosePictures(context.inner, copy);
  for (const element of copy.querySelectorAll("*")) renameIn(element, context);
}
