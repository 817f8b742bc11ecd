/**
 * Runs in an isolated world of a page: looks for lists that are made of characters instead of markup.
 *
 * Two lines with a bullet, or with numbers that count up by one, make a list; with a hyphen or en
 * dash it takes three, for two may be a dialogue. The em dash opens dialogue and is no bullet.
 */
import { placeOf, quote } from "./places.ts";
import type { Evidence } from "./structure.ts";

interface Line {
  readonly text: string;
  readonly element: Element;
}

interface Mark {
  readonly kind: string;
  readonly number: number;
}

function markOf(text: string): Mark | null {
  const bullet = /^([•◦‣⁃▪▫■□●○◆◇➢➤►▸✓✔*–-])\s+\S/u.exec(text)?.[1];
  if (bullet !== undefined) return { kind: bullet, number: 0 };
  const [, count, letter, sign] = /^\(?(?:(\d{1,2})|([a-z]))([.)])\s+\S/u.exec(text) ?? [];
  if (sign === undefined) return null;
  if (count !== undefined) return { kind: `1${sign}`, number: Number(count) };
  return { kind: `a${sign}`, number: letter?.charCodeAt(0) ?? 0 };
}

function follows(mark: Mark, before: Mark): boolean {
  return mark.kind === before.kind && (mark.number === 0 || mark.number === before.number + 1);
}

function fewest(mark: Mark): number {
  return /^[–-]$/.test(mark.kind) ? 3 : 2;
}

/** The lines of a block, as `<br>` parts them; undefined for an element that is no paragraph. */
function linesOf(element: Element): readonly Line[] | undefined {
  if (!element.matches("p, div, span, [role=paragraph]")) return undefined;
  if (element.querySelector("p, div, ul, ol, dl, table, li, section, article, pre") !== null) {
    return undefined;
  }
  if (element.localName === "span" && getComputedStyle(element).display === "inline") {
    return undefined;
  }
  const texts = [""];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) texts.push("");
    else if (node instanceof Text) texts.push(`${texts.pop() ?? ""}${node.data}`);
  }
  return texts.map((text) => ({ text: text.replaceAll(/\s+/g, " ").trim(), element }));
}

/** Runs of lines that nothing else parts. */
function runsIn(parent: Element): readonly (readonly Line[])[] {
  const runs: Line[][] = [[]];
  for (const child of parent.childNodes) {
    if (child instanceof Text && child.data.trim() === "") continue;
    const lines = child instanceof Element ? linesOf(child) : undefined;
    if (lines === undefined) runs.push([]);
    else runs.at(-1)?.push(...lines);
  }
  return runs;
}

export function findListsWithoutMarkup(): Evidence[] {
  const found: Evidence[] = [];
  const listIn = (lines: readonly Line[]): void => {
    let members: Line[] = [];
    let last: Mark | null = null;
    const close = (): void => {
      const [first] = members;
      if (first !== undefined && last !== null && members.length >= fewest(last)) {
        found.push({
          ...placeOf(first.element),
          evidence: members
            .slice(0, 3)
            .map(({ text }) => quote(text))
            .join(", "),
        });
      }
      members = [];
    };
    for (const line of lines) {
      const mark = markOf(line.text);
      if (mark === null || last === null || !follows(mark, last)) close();
      if (mark !== null) members.push(line);
      last = mark;
    }
    close();
  };

  const parents = [document.body, ...document.body.querySelectorAll("*")].filter(
    (element) => element.closest("li, [role=listitem], pre, [aria-hidden=true]") === null,
  );
  for (const parent of parents) {
    if (!parent.checkVisibility()) continue;
    runsIn(parent).forEach(listIn);
  }
  return found;
}
