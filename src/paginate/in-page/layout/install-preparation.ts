/**
 * Runs in the page. Makes the print source ready for Paged.js: waits for its fonts, numbers its
 * elements, reads its text, and mends two things that Paged.js cannot lay out. It also watches that
 * layout goes forward. It lays out nothing.
 */
import type { BreakToken } from "./page-globals.ts";

export function installPreparation(): void {
  /** Pages in a row with nothing on them, beyond which layout is taken not to end. */
  const emptyPagesAllowed = 20;

  window.imprimatur = {
    ...window.imprimatur,
    printedHyphens: new WeakMap(),
    keptWhiteSpace: new Set(),
  };

  const isInline = (node: Node): boolean =>
    node instanceof Element
      ? /^(?:inline|ruby|contents)/.test(getComputedStyle(node).display)
      : node instanceof Text;

  /**
   * Paged.js cuts text only where it has an element around it, so the anonymous block that the
   * browser makes of text directly in the body is made a real one.
   */
  const wrapLooseText = (): void => {
    const body = document.body;
    const loose = [...body.childNodes].filter((node) => node instanceof Text && node.data.trim());
    for (const text of loose) {
      if (text.parentNode !== body) continue;
      const wrapper = document.createElement("div");
      let first: Node = text;
      while (first.previousSibling && isInline(first.previousSibling)) {
        first = first.previousSibling;
      }
      first.parentNode?.insertBefore(wrapper, first);
      while (wrapper.nextSibling && isInline(wrapper.nextSibling)) {
        wrapper.append(wrapper.nextSibling);
      }
    }
  };

  /** Numbers in the order of the document: the same source gives the same pages. */
  const numberElements = (): void => {
    for (const [index, element] of [...document.body.querySelectorAll("*")].entries()) {
      element.setAttribute("data-ref", String(index + 1));
    }
  };

  /** Notes where white space shows that Paged.js would drop, and so join words. */
  const keepWhiteSpace = (): void => {
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const style = getComputedStyle(element);
      if (style.display.startsWith("inline") || /^(?:pre|break)/.test(style.whiteSpace)) {
        window.imprimatur.keptWhiteSpace.add(element.dataset.ref ?? "");
      }
    }
  };

  const prepare = async (): Promise<void> => {
    if (!matchMedia("print").matches) throw new Error("the page is not in print media");
    if (document.body.localName === "frameset") {
      throw new Error("a frameset holds other documents and no text of its own");
    }
    await document.fonts.ready;
    window.imprimatur.answerAsHtml();
    wrapLooseText();
    numberElements();
    keepWhiteSpace();
    window.imprimatur.source = window.imprimatur.readSource();
    window.imprimatur.repairLayout();
    window.imprimatur.repairPages();
    window.imprimatur.keepCounters();
    window.imprimatur.watchProgress();
  };

  let preparation: Promise<void> | undefined;
  // Both Paged.js and pagedjs-cli call it.
  window.imprimatur.prepareSource = () => (preparation ??= prepare());

  const nameOf = (node: Node): string => {
    const element = node instanceof Element ? node : node.parentElement;
    const ref = element?.getAttribute("data-ref") ?? "";
    return window.imprimatur.source?.elementNames[ref] ?? node.nodeName.toLowerCase();
  };

  window.imprimatur.watchProgress = () => {
    let last: BreakToken | undefined;
    let emptyPages = 0;
    const isForward = (token: BreakToken, previous: BreakToken): boolean => {
      if (token.node === previous.node) return token.offset > previous.offset;
      const position = previous.node.compareDocumentPosition(token.node);
      return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    };
    class ProgressWatch extends window.Paged.Handler {
      afterPageLayout(page: HTMLElement, _page: unknown, token: BreakToken | undefined): void {
        const content = page.querySelector(".pagedjs_area");
        const isEmpty =
          content?.textContent.trim() === "" &&
          content.querySelector("img, svg, canvas, video, object, input, hr") === null;
        emptyPages = isEmpty ? emptyPages + 1 : 0;
        const isStuck = token && last && !isForward(token, last);
        if (token && (isStuck || emptyPages > emptyPagesAllowed)) {
          window.imprimatur.standstill = {
            pageNumber: Number(page.dataset.pageNumber),
            element: nameOf(token.node),
          };
          throw new Error("layout does not go forward");
        }
        last = token ?? last;
      }
    }
    window.Paged.registeredHandlers.push(ProgressWatch);
  };

  window.PagedConfig = { auto: false, before: () => window.imprimatur.prepareSource() };
}
