/**
 * Runs in the world that proves, once a part of a document is laid out. The browser prints a link into the
 * document where what it leads to is there, and a destination where a link that leads to it is: what other
 * parts have of both is put behind the pages, and is not displayed. Input: the source that Paged.js keeps;
 * it changes nothing on the pages.
 */
import * as dom from "./dom-access.ts";

export function standForOtherParts(): void {
  const stand = document.createElement("div");
  stand.hidden = true;
  const kept = document.querySelector<HTMLTemplateElement>("template[data-ref=pagedjs-content]");
  const seen = new Set<string>();
  for (const link of kept?.content.querySelectorAll("[href*='#']") ?? []) {
    const place = placeWithin(dom.attribute(link, "href") ?? "");
    if (place === "" || seen.has(place)) continue;
    seen.add(place);
    stand.append(isThere(place) ? linkTo(place) : targetOf(place));
  }
  document.body.append(stand);
}

/** `#id` where an address leads into this document, or nothing. */
function placeWithin(address: string): string {
  const { href, hash } = URL.parse(address, document.baseURI) ?? { href: "", hash: "" };
  const [own] = document.URL.split("#");
  return href.slice(0, href.length - hash.length) === own ? hash : "";
}

function isThere(href: string): boolean {
  return idsOf(href).some(
    (id) => document.getElementById(id) !== null || document.getElementsByName(id).length > 0,
  );
}

/** As it is written, and decoded. */
function idsOf(href: string): readonly string[] {
  const id = href.slice(1);
  try {
    return [id, decodeURIComponent(id)];
  } catch {
    return [id];
  }
}

function linkTo(href: string): HTMLElement {
  const link = document.createElement("a");
  link.href = href;
  return link;
}

function targetOf(href: string): HTMLElement {
  const target = document.createElement("span");
  target.id = idsOf(href).at(-1) ?? "";
  return target;
}
