/**
 * Runs in the world that lays out. Keeps the numbers of ordered lists that go on over pages. Paged.js 0.4.3
 * gives each piece of a list the number of its first item as `start`, and counts on from the list's
 * `start`, one up for each child: it knows no `reversed` and no `value`. Here items are counted as browsers
 * count them. HTML Standard, 4.4.5 (starting value), 4.4.8 (ordinal value).
 */

function isItem(child: Element): boolean {
  return getComputedStyle(child).display === "list-item";
}

function integer(text: string | null): number | undefined {
  const digits = /^\s*([+-]?\d+)/.exec(text ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** By `data-ref` of each child of the list: its number, or that of the next item. */
function numbersOf(list: HTMLOListElement): [ref: string, number: number][] {
  const children = [...list.children];
  const step = list.hasAttribute("reversed") ? -1 : 1;
  const count = children.filter(isItem).length;
  let next = integer(list.getAttribute("start")) ?? (step === 1 ? 1 : count);
  return children.map((child) => {
    const ref = child.getAttribute("data-ref") ?? "";
    if (!isItem(child)) return [ref, next];
    const number = child.localName === "li" ? (integer(child.getAttribute("value")) ?? next) : next;
    next = number + step;
    return [ref, number];
  });
}

export function keepListNumbers(): void {
  const lists = [...document.body.querySelectorAll("ol")];
  const numbers = new Map(lists.flatMap(numbersOf));
  if (document.body.querySelector("li") === null) return;
  // An item that goes on has its number on the page before, no matter who wrote it.
  const style = document.createElement("style");
  style.textContent = ".pagedjs_pages [data-split-from]::marker { content: none !important; }";
  // Behind Paged.js's own handler, which has numbered them before.
  class ListNumbers extends window.Paged.Handler {
    afterParsed(parsed: DocumentFragment): void {
      for (const child of parsed.querySelectorAll("ol > [data-ref]")) {
        const number = numbers.get(child.getAttribute("data-ref") ?? "");
        if (number !== undefined) child.setAttribute("data-item-num", String(number));
      }
      document.head.append(style);
    }
  }
  window.Paged.registeredHandlers.push(ListNumbers);
}
