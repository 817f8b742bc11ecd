/**
 * Documents whose own scripts, names and styles get in the way of layout and its proof: some on
 * purpose, to have words lost unseen, and some in all innocence. Each is HTML whose words are known.
 */

export interface HostileDocument {
  readonly html: string;
  /** Words that a PDF of it must have; without them it must have been refused. */
  readonly words: readonly string[];
  /** Words that no PDF of it may have. */
  readonly forbidden?: readonly string[];
  /**
   * - `whole`: nothing is wrong with it, so that there must be a PDF
   * - `refused`: what it does leaves nothing that could be proved
   * - `either`: as it comes
   */
  readonly outcome: "whole" | "refused" | "either";
}

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);

export const stolen = numbered("stolen", 12);
export const kept = numbered("kept", 60);

/** Its body unless another is given: a paragraph to be stolen between others, on several pages. */
export const plainBody = `<h1>Title</h1><p>${kept.slice(0, 30).join(" ")}</p>
  <p class="stolen">${stolen.join(" ")}</p><p>${kept.slice(30).join(" ")}</p>`;

export function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trial</title><style>
    @page { size: A6; margin: 20mm } body { font: 11pt/1.4 serif }</style>${head}</head><body>${body}</body></html>`;
}

/** What the scripts of these documents have in common. */
const thief = `
  const steal = () => { for (const each of document.querySelectorAll(".pagedjs_page .stolen")) each.remove(); };
  const isLaidOut = () => document.querySelector(".pagedjs_pages")?.style.getPropertyValue("--pagedjs-page-count") > 0;
  // Scripts leave the head when the pages are made ready for printing, after the proof.
  const isProved = () => isLaidOut() && document.head.querySelector("script") === null;
  const whenProved = (act) => new MutationObserver(() => { if (isProved()) act(); }).observe(document, { subtree: true, childList: true });
  const isStolen = (value) => /stolen/.test(value?.attributes?.class ?? "");
  let tree;
  Object.defineProperty(window, "imprimaturSourceTree", { get: () => tree, set: (value) => {
    tree = JSON.parse(JSON.stringify(value, (_, each) => Array.isArray(each) ? each.filter((one) => !isStolen(one)) : each));
  } });`;

export function attack(script: string, change: Partial<HostileDocument> = {}): HostileDocument {
  return {
    html: page(`<script>${thief}\n${script}</script>`, plainBody),
    words: [...kept, ...stolen],
    outcome: "either",
    ...change,
  };
}

export function innocent(body: string, words: readonly string[], head = ""): HostileDocument {
  return {
    html: page(head, `<h1>Title</h1><p>${kept.join(" ")}</p>${body}`),
    words: [...kept, ...words],
    outcome: "whole",
  };
}

/** The words that a reader is made not to see in the source, and that are taken from the pages. */
export const unseen = `const hide = (text) => text.replace(/stolen\\d+/g, "");
  new MutationObserver(steal).observe(document, { subtree: true, childList: true });`;
