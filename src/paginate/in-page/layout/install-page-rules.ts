/**
 * Runs in the world that lays out. Fixes what Paged.js 0.4.3 makes of rules that concern the page as a whole:
 *
 * 1. `size` with one length (a square), `landscape` alone, `JIS-B5` and names in other letter case
 *    (CSS Paged Media 3, 7.1) are not understood, or end layout with an error.
 * 2. `position: fixed` in a `style` attribute is not seen, so that the element stands on one page.
 * 3. In a document that runs from right to left, pages are columns that overflow to the left, where
 *    Paged.js does not look.
 * 4. A copy of a `canvas` is empty.
 * 5. Where `details` goes on on another page, the browser gives the fragment a summary of its own.
 */
import type { PageSizeReader, PageSizeRule } from "./layout-globals.ts";

export function installPageRules(): void {
  const sizes: Readonly<Record<string, readonly [widthMm: number, heightMm: number]>> = {
    a3: [297, 420],
    a4: [210, 297],
    a5: [148, 210],
    a6: [105, 148],
    b4: [250, 353],
    b5: [176, 250],
    "jis-b4": [257, 364],
    "jis-b5": [182, 257],
    letter: [215.9, 279.4],
    legal: [215.9, 355.6],
    ledger: [279.4, 431.8],
  };

  /** The sheet that is turned where none is named: see `default-page.ts`. */
  let defaultSheet = "letter";

  const completed = (rule: PageSizeRule): PageSizeRule => {
    const { width, height, orientation, format } = rule;
    if (width !== undefined) return { ...rule, height: height ?? width };
    const name = format?.toLowerCase() ?? (orientation === undefined ? "" : defaultSheet);
    const known = sizes[name];
    if (known === undefined) return rule;
    const [widthMm, heightMm] = known;
    return {
      ...rule,
      width: { value: String(widthMm), unit: "mm" },
      height: { value: String(heightMm), unit: "mm" },
    };
  };

  const readAllSizes = (): void => {
    const given = document.head.querySelector<HTMLElement>("style[data-imprimatur-sheet]");
    defaultSheet = given?.dataset.imprimaturSheet ?? defaultSheet;
    for (const { prototype } of window.Paged.registeredHandlers) {
      const reader = prototype as Partial<PageSizeReader>;
      const { getSize } = reader;
      if (getSize === undefined) continue;
      reader.getSize = function (declaration) {
        return completed(getSize.call(this, declaration));
      };
    }
  };

  /** Says in a rule what attributes say, which is where Paged.js looks. */
  const announceFixed = (): void => {
    const fixed = [...document.body.querySelectorAll<HTMLElement>("[style]")].filter(
      (element) => element.style.position === "fixed",
    );
    if (fixed.length === 0) return;
    for (const element of fixed) element.dataset.imprimaturFixed = "";
    const style = document.createElement("style");
    style.textContent = "[data-imprimatur-fixed] { position: fixed; }";
    document.head.append(style);
  };

  const isRightToLeft = (): boolean =>
    [document.documentElement, document.body].some(
      (element) => getComputedStyle(element).direction === "rtl",
    );

  /** Pages from left to right; what they hold in the direction of the document. */
  const turnPages = (): void => {
    const { direction } = getComputedStyle(document.body);
    const style = document.createElement("style");
    style.textContent = `html, body { direction: ltr !important; }
.pagedjs_page_content > *, .pagedjs_margin-content, .pagedjs_footnote_inner_content { direction: ${direction}; }`;
    class PageTurner extends window.Paged.Handler {
      afterParsed(): void {
        document.head.append(style);
      }
    }
    window.Paged.registeredHandlers.push(PageTurner);
  };

  const copyDrawings = (): void => {
    const originals = new Map<string, HTMLCanvasElement>();
    for (const canvas of document.body.querySelectorAll("canvas")) {
      originals.set(canvas.dataset.ref ?? "", canvas);
    }
    if (originals.size === 0) return;
    class DrawingCopier extends window.Paged.Handler {
      afterPageLayout(page: HTMLElement): void {
        for (const copy of page.querySelectorAll("canvas")) {
          const original = originals.get(copy.dataset.ref ?? "");
          if (original === undefined || original.width === 0 || original.height === 0) continue;
          copy.getContext("2d")?.drawImage(original, 0, 0);
        }
      }
    }
    window.Paged.registeredHandlers.push(DrawingCopier);
  };

  const hideMadeUpSummaries = (): void => {
    if (document.body.querySelector("details") === null) return;
    class SummaryHider extends window.Paged.Handler {
      afterPageLayout(page: HTMLElement): void {
        for (const details of page.querySelectorAll("details:not(:has(> summary))")) {
          const summary = document.createElement("summary");
          summary.style.display = "none";
          details.prepend(summary);
        }
      }
    }
    window.Paged.registeredHandlers.push(SummaryHider);
  };

  window.imprimatur.repairPages = () => {
    readAllSizes();
    announceFixed();
    if (isRightToLeft()) turnPages();
    copyDrawings();
    hideMadeUpSummaries();
  };
}
