/**
 * Runs in the world that lays out, once the source was numbered and read. Makes Paged.js ready for it,
 * and watches that layout goes forward. It lays out nothing.
 */
import type { BreakToken, UndisplayedFilter } from "./layout-globals.ts";

export function installPreparation(): void {
  /** Pages in a row with nothing on them, beyond which layout is taken not to end. */
  const emptyPagesAllowed = 20;

  /** Notes where white space shows that Paged.js would drop, and so join words. */
  const keepWhiteSpace = (): void => {
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const style = getComputedStyle(element);
      if (style.display.startsWith("inline") || /^(?:pre|break)/.test(style.whiteSpace)) {
        window.imprimatur.keptWhiteSpace.add(element.dataset.ref ?? "");
      }
    }
  };

  /**
   * Paged.js takes every element with a `style` attribute for one that is not displayed, and heeds no
   * break before it. The browser knows which are not.
   */
  const noteUndisplayed = (): void => {
    const undisplayed = new Set<string>();
    for (const element of document.body.querySelectorAll("[data-ref]")) {
      if (getComputedStyle(element).display === "none") {
        undisplayed.add(element.getAttribute("data-ref") ?? "");
      }
    }
    for (const { prototype } of window.Paged.registeredHandlers) {
      const filter = prototype as Partial<UndisplayedFilter>;
      if (filter.sortDisplayedSelectors === undefined) continue;
      filter.filter = (content) => {
        for (const element of content.querySelectorAll("[data-ref]")) {
          if (!undisplayed.has(element.getAttribute("data-ref") ?? "")) continue;
          element.setAttribute("data-undisplayed", "undisplayed");
        }
      };
    }
  };

  /** What would hide a property of its form, by another name: `children` as well as `parentNode`. */
  const renameControls = (): void => {
    for (const control of document.body.querySelectorAll("form [name], [form][name]")) {
      const name = control.getAttribute("name") ?? "";
      if (name in HTMLFormElement.prototype) control.setAttribute("name", `imprimatur-${name}`);
    }
  };

  /** Paged.js reads style sheets anew, and adds them before it lays out. */
  const keepScriptingAnswers = (): void => {
    class ScriptingAnswers extends window.Paged.Handler {
      afterParsed(): void {
        window.answerScripting();
      }
    }
    window.Paged.registeredHandlers.push(ScriptingAnswers);
  };

  window.imprimatur.prepareLayout = ({ asBrowser }) => {
    window.imprimatur.liveWithoutLostStyles();
    window.imprimatur.decideMedia();
    window.imprimatur.keepSelectors();
    window.imprimatur.announceInlineBreaks();
    if (asBrowser) window.imprimatur.keepBodyBox();
    window.imprimatur.answerAsHtml();
    renameControls();
    keepWhiteSpace();
    noteUndisplayed();
    window.imprimatur.repairLayout();
    window.imprimatur.repairPages();
    window.imprimatur.keepCounters();
    window.imprimatur.keepListNumbers();
    window.imprimatur.keepShadowTrees();
    keepScriptingAnswers();
    window.imprimatur.watchProgress();
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
          const { node } = token;
          const element = node instanceof Element ? node : node.parentElement;
          window.imprimatur.standstill = {
            pageNumber: Number(page.dataset.pageNumber),
            ref: element?.getAttribute("data-ref") ?? undefined,
            nodeName: node.nodeName.toLowerCase(),
          };
          throw new Error("layout does not go forward");
        }
        last = token ?? last;
      }
    }
    window.Paged.registeredHandlers.push(ProgressWatch);
  };
}
