/**
 * Runs in the world that lays out. Keeps the numbers that CSS counters give in generated text. Paged.js 0.4.3 counts
 * for itself, in elements only and without scopes: increments in `::before` are lost, and nested
 * counters run into one another. So what `::before` and `::after` count is worked out in the unsplit
 * source, after CSS Lists 3, 4, and each is given its own numbers before it is laid out. Counters of
 * pages and footnotes stay Paged.js's. It lays out nothing.
 */
import { rulesIn } from "../style-rules.ts";

interface Counter {
  value: number;
  /** Whose children, from the one that made it on, it counts. */
  readonly scope: Element | null;
}

/** What one pseudo-element counts, as declarations. */
interface Numbered {
  readonly ref: string;
  readonly pseudo: string;
  readonly declarations: string;
}

const ofPages = /^(?:page|pages|footnote|footnote-call|footnote-marker)$/;
const use = /counters?\(([\w-]+)(?:,\s*("(?:[^"\\]|\\.)*"))?(?:,\s*([\w-]+(?:\([^)]*\))?))?\)/g;

function usesCounters(content: string): boolean {
  return [...content.matchAll(use)].some(([, name = ""]) => !ofPages.test(name));
}

function anyUsesCounters(rules: Iterable<CSSRule>): boolean {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule && usesCounters(rule.style.content)) return true;
  }
  return false;
}

/** `a 1 b 2` as pairs. */
function pairsOf(value: string): [name: string, number: number][] {
  return [...value.matchAll(/([A-Za-z_-][\w-]*) (-?\d+)/g)].map(([, name = "", number]) => [
    name,
    Number(number),
  ]);
}

function numberedIn(body: Element): Numbered[] {
  const counters = new Map<string, Counter[]>();
  const found: Numbered[] = [];

  const reset = (name: string, value: number, scope: Element | null): void => {
    const nested = counters.get(name) ?? [];
    counters.set(name, nested);
    // One that a sibling before it has made ends here.
    if (nested.at(-1)?.scope === scope) nested.pop();
    nested.push({ value, scope });
  };
  const innermost = (name: string): Counter => {
    // As Paged.js has it: one that nothing makes counts through the whole document.
    if ((counters.get(name)?.length ?? 0) === 0) reset(name, 0, null);
    return counters.get(name)?.at(-1) ?? { value: 0, scope: null };
  };
  const count = (style: CSSStyleDeclaration, scope: Element | null): void => {
    for (const [name, value] of pairsOf(style.counterReset)) reset(name, value, scope);
    for (const [name, step] of pairsOf(style.counterIncrement)) {
      innermost(name).value += step;
    }
    for (const [name, value] of pairsOf(style.counterSet)) innermost(name).value = value;
  };
  /** Before the first item, which counts one on or, where the list is reversed, one back. */
  const startOf = (list: HTMLOListElement): number => {
    if (!list.reversed) return list.start - 1;
    const items = [...list.children].filter(
      (child) => getComputedStyle(child).display === "list-item",
    );
    return (list.hasAttribute("start") ? list.start : items.length) + 1;
  };
  /** What the browser counts in lists by itself. */
  const countItems = (element: Element, style: CSSStyleDeclaration): void => {
    const scope = element.parentElement;
    if (element instanceof HTMLOListElement) reset("list-item", startOf(element), scope);
    else if (/^(?:ul|menu)$/.test(element.localName)) reset("list-item", 0, scope);
    if (style.display !== "list-item") return;
    const counter = innermost("list-item");
    const isReversed = scope instanceof HTMLOListElement && scope.reversed;
    counter.value =
      element instanceof HTMLLIElement && element.hasAttribute("value")
        ? element.value
        : counter.value + (isReversed ? -1 : 1);
  };

  const number = (element: Element, pseudo: string): void => {
    const style = getComputedStyle(element, pseudo);
    const { content } = style;
    if (content === "none" || content === "normal" || style.display === "none") return;
    count(style, element);
    if (!usesCounters(content)) return;
    const values: number[] = [];
    const numbered = content.replace(use, (all, name: string, separator = "", kind = "") => {
      if (ofPages.test(name)) return all;
      const chain = (counters.get(name) ?? []).map(({ value }) => value);
      const shown = all.startsWith("counters(") ? chain : chain.slice(-1);
      if (shown.length === 0) shown.push(0);
      return shown
        .map((value) => {
          const own = `imprimatur-${values.push(value)}`;
          return kind === "" ? `counter(${own})` : `counter(${own}, ${kind})`;
        })
        .join(` ${separator} `);
    });
    const resets = values.map((value, index) => `imprimatur-${index + 1} ${value}`).join(" ");
    const declarations = `content: ${numbered} !important; counter-reset: ${resets} !important; counter-increment: none !important; counter-set: none !important;`;
    found.push({ ref: element.getAttribute("data-ref") ?? "", pseudo, declarations });
  };

  const walk = (element: Element): void => {
    const style = getComputedStyle(element);
    if (style.display === "none") return;
    count(style, element.parentElement);
    countItems(element, style);
    number(element, "::before");
    for (const child of element.children) walk(child);
    number(element, "::after");
    for (const nested of counters.values()) {
      while (nested.at(-1)?.scope === element) nested.pop();
    }
  };
  count(getComputedStyle(document.documentElement), null);
  walk(body);
  return found;
}

export function keepCounters(): void {
  if (!anyUsesCounters(rulesIn(document.styleSheets))) return;
  const classes = new Map<string, string>();
  const classesByRef = new Map<string, string[]>();
  for (const { ref, pseudo, declarations } of numberedIn(document.body)) {
    const rule = `${pseudo} { ${declarations} }`;
    const name = classes.get(rule) ?? `imprimatur-counted-${classes.size}`;
    classes.set(rule, name);
    classesByRef.set(ref, [...(classesByRef.get(ref) ?? []), name]);
  }
  const style = document.createElement("style");
  style.textContent = [...classes].map(([rule, name]) => `.${name}${rule}`).join("\n");
  class CounterKeeper extends window.Paged.Handler {
    afterParsed(parsed: DocumentFragment): void {
      for (const element of parsed.querySelectorAll<HTMLElement>("[data-ref]")) {
        element.classList.add(...(classesByRef.get(element.dataset.ref ?? "") ?? []));
      }
      document.head.append(style);
    }
  }
  window.Paged.registeredHandlers.push(CounterKeeper);
}
