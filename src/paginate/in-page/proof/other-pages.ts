/**
 * Runs in the world that proves, where some of a document's pages stand. The browser prints a link into the
 * document where what it leads to is there, and a destination where a link that leads to it is: what other
 * pages have of both is put behind the pages, and is not displayed. Input: the source that Paged.js keeps;
 * it changes nothing on the pages.
 */
import { idsOf } from "../fragment-ids.ts";
import * as dom from "./dom-access.ts";

/** For those that stood before. */
let former: HTMLElement | undefined;

export function standForOtherPages(): void {
  former?.remove();
  const stand = document.createElement("div");
  former = stand;
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

/** What stands behind `#` where an address leads into this document, or nothing. */
function placeWithin(address: string): string {
  const { href, hash } = URL.parse(address, document.baseURI) ?? { href: "", hash: "" };
  const [own] = document.URL.split("#");
  return href.slice(0, href.length - hash.length) === own ? hash.slice(1) : "";
}

function isThere(place: string): boolean {
  return idsOf(place).some(
    (id) => document.getElementById(id) !== null || document.getElementsByName(id).length > 0,
  );
}

function linkTo(place: string): HTMLElement {
  const link = document.createElement("a");
  link.href = `#${place}`;
  return link;
}

function targetOf(place: string): HTMLElement {
  const target = document.createElement("span");
  target.id = idsOf(place).at(-1) ?? "";
  return target;
}
