/**
 * How a finding says where to look, in words that a person can follow: the structure element of a
 * PDF (`data-pdf`), the page of a paginated document, or a selector, with the first words of the
 * text. Input: an isolated world; output: a helper installed in it. It judges nothing.
 */
import type { IsolatedWorld } from "../../browser/isolated-world.ts";

export interface ElementPlaces {
  /** A selector that matches this element and no other of its document. */
  selectorOf(element: Element): string;
  /** The first words of a text, in curly quotes; empty if there are none. */
  quote(text: string): string;
  /** `page 2 · Document > P[3]`, `page 4 · p “Face à la…”` or `main > p “Face à la…”`. */
  placeOf(element: Element): string;
}

/** The isolated world's global object, once {@link installPlaces} has run. */
export interface WindowWithPlaces {
  readonly imprimaturPlaces: ElementPlaces;
}

/** Puts {@link ElementPlaces} into the world, where functions run there find it. */
export async function installPlaces(world: IsolatedWorld): Promise<void> {
  await world.evaluate(() => {
    const selectorOf = (element: Element): string => {
      const steps: string[] = [];
      for (let node: Element | null = element; node !== null; node = node.parentElement) {
        const id = node.getAttribute("id");
        const byId = id === null || id === "" ? "" : `#${CSS.escape(id)}`;
        if (byId !== "" && document.querySelectorAll(byId).length === 1) {
          steps.unshift(byId);
          break;
        }
        const { localName } = node;
        const twins = [...(node.parentElement?.children ?? [])].filter(
          (sibling) => sibling.localName === localName,
        );
        const position = twins.length > 1 ? `:nth-of-type(${twins.indexOf(node) + 1})` : "";
        steps.unshift(`${CSS.escape(localName)}${position}`);
      }
      return steps.join(" > ");
    };
    const quote = (text: string): string => {
      const words = text.split(/\s+/).filter((word) => word !== "");
      if (words.length === 0) return "";
      return `“${words.slice(0, 6).join(" ")}${words.length > 6 ? "…" : ""}”`;
    };
    const placeOf = (element: Element): string => {
      const label = element.closest("[data-pdf]")?.getAttribute("data-pdf");
      if (label !== null && label !== undefined) return label;
      const isWhole = element.matches("html, head, head *, body");
      // The rendered text, where there is one, keeps the words of neighbouring cells apart.
      const text = element instanceof HTMLElement ? element.innerText : element.textContent;
      const words = isWhole ? "" : quote(text);
      const sheet = element.closest(".pagedjs_page");
      const parts =
        sheet === null
          ? [selectorOf(element).replace(/^html > body > /, "")]
          : ["page", sheet.getAttribute("data-page-number") ?? "?", "·", element.localName];
      return [...parts, words].filter((part) => part !== "").join(" ");
    };
    Object.assign(globalThis, { imprimaturPlaces: { selectorOf, quote, placeOf } });
  });
}

/** The place of the first element that each selector matches; the selector where none does. */
export async function describePlaces(
  world: IsolatedWorld,
  selectors: readonly string[],
): Promise<readonly string[]> {
  return world.evaluate(
    (wanted) => {
      const { imprimaturPlaces } = globalThis as unknown as WindowWithPlaces;
      return wanted.map((selector) => {
        const element = selector === "" ? null : document.querySelector(selector);
        return element === null ? selector || "document" : imprimaturPlaces.placeOf(element);
      });
    },
    [...selectors],
  );
}
