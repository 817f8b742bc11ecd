/**
 * Runs in the world that proves, before the source is numbered and read. Opens `details` that are
 * closed: on paper nobody can. Their content is content of the source from then on.
 */
import * as dom from "./dom-access.ts";

/** @returns how many there were. */
export function openDetails(): number {
  const closed = [...document.body.querySelectorAll("details:not([open])")];
  // Of those that share a name one alone may be open (HTML Standard, 4.11.1).
  if (closed.length > 0) {
    for (const details of document.body.querySelectorAll("details[name]")) {
      details.removeAttribute("name");
    }
  }
  for (const details of closed) dom.setAttribute(details, "open", "");
  return closed.length;
}
