/**
 * Runs in the world that repairs. In the place of what did not come stand words, and what did not come is
 * reported with what was refused:
 *
 * - for a picture those of its alternative, as in a browser that shows no pictures (HTML Standard, 15.4.2)
 * - for a frame that is no section of the document a link to what it would show, called by its title;
 *   for an `object` what its author wrote for browsers without it
 */
import { change } from "./changes.ts";
import { isHidden } from "./displayed-elements.ts";

const kept = ["id", "class", "lang", "dir", "title"];

function withWords(element: HTMLElement, name: "a" | "span", words: string): HTMLElement {
  const made = document.createElement(name);
  for (const attribute of kept) {
    const value = element.getAttribute(attribute);
    if (value !== null) made.setAttribute(attribute, value);
  }
  made.textContent = words;
  return made;
}

function replace(element: HTMLElement, ...stand: Node[]): void {
  change("missing", element, {});
  element.replaceWith(...stand);
}

function namePictures(): void {
  for (const picture of document.body.querySelectorAll("img")) {
    const alternative = picture.getAttribute("alt")?.trim() ?? "";
    const hasCome = !picture.complete || picture.naturalWidth > 0 || picture.currentSrc === "";
    if (hasCome || alternative === "" || isHidden(picture)) continue;
    replace(picture, withWords(picture, "span", alternative));
  }
}

function isPicture(element: Element, address: string): boolean {
  return (
    /^image\//i.test(element.getAttribute("type") ?? "") ||
    /^data:image\/|\.(?:svgz?|png|jpe?g|gif|webp|avif|bmp|ico)(?:[?#]|$)/i.test(address)
  );
}

function nameFrames(): void {
  for (const frame of document.body.querySelectorAll<HTMLElement>("iframe, embed, object")) {
    const address = frame.getAttribute(frame.localName === "object" ? "data" : "src") ?? "";
    if (isHidden(frame) || isPicture(frame, address)) continue;
    const fallback = frame.localName === "object" ? [...frame.childNodes] : [];
    if (fallback.some((node) => node.textContent?.trim() !== "")) {
      replace(frame, ...fallback);
      continue;
    }
    const title = frame.getAttribute("title")?.trim() ?? "";
    const leads = address !== "" && !/^(?:javascript|data|blob|about):/i.test(address);
    if (!leads && title === "") {
      replace(frame);
      continue;
    }
    const words = withWords(frame, leads ? "a" : "span", title === "" ? address : title);
    words.removeAttribute("title");
    if (leads) words.setAttribute("href", address);
    replace(frame, words);
  }
}

export function nameMissing(): void {
  namePictures();
  nameFrames();
}
