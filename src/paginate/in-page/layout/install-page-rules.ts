/**
 * Runs in the world that lays out. Fixes what Paged.js 0.4.3 makes of rules that concern the page as a whole:
 *
 * 1. `size` with one length (a square), `landscape` alone, `JIS-B5` and names in other letter case
 *    (CSS Paged Media 3, 7.1) are not understood, or end layout with an error.
 * 2. `position: fixed` counts wherever a style sheet says so, also where another rule overrules it, and
 *    not in a `style` attribute.
 * 3. In a document that runs from right to left, pages are columns that overflow to the left, where
 *    Paged.js does not look.
 * 4. A copy of a `canvas` is empty, and where scripts are stopped it shows what is meant for who has none.
 * 5. Where `details` goes on on another page, the browser gives the fragment a summary of its own.
 */
import type { PageSizeReader, PageSizeRule, ParsedSheet } from "./layout-globals.ts";

export function installPageRules(): void {
  const fixedMark = "data-imprimatur-fixed";

  /** The sheet that is turned where none is named: see `default-page.ts`. */
  let defaultSheet = "letter";

  const completed = (rule: PageSizeRule): PageSizeRule => {
    const { width, height, orientation, format } = rule;
    if (width !== undefined) return { ...rule, height: height ?? width };
    const name = format?.toLowerCase() ?? (orientation === undefined ? "" : defaultSheet);
    const known = window.pageSizesMm[name];
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

  /**
   * Says in one rule what is fixed, which is where Paged.js looks, and hides from it the rules that say
   * so of what others, or its own style, set free.
   */
  const announceFixed = (): void => {
    for (const element of document.body.querySelectorAll("*")) {
      if (getComputedStyle(element).position === "fixed") element.setAttribute(fixedMark, "");
    }
    class FixedHider extends window.Paged.Handler {
      beforeTreeParse(_: string, sheet: ParsedSheet): void {
        if (sheet.text.includes(fixedMark)) return;
        sheet.text = sheet.text.replace(/(position\s*:\s*)fixed\b/gi, "$1absolute");
      }
    }
    window.Paged.registeredHandlers.push(FixedHider);
    if (document.body.querySelector(`[${fixedMark}]`) === null) return;
    const style = document.createElement("style");
    style.textContent = `[${fixedMark}] { position: fixed; }`;
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

  interface Drawing {
    readonly address: string;
    readonly width: string;
    readonly height: string;
  }

  /** What a `canvas` shows, in the size in which it is shown; undefined where it shows nothing. */
  const drawingOf = (canvas: HTMLCanvasElement): Drawing | undefined => {
    const { width, height, display } = getComputedStyle(canvas);
    if (canvas.width === 0 || canvas.height === 0 || display === "none") return undefined;
    const range = document.createRange();
    range.selectNodeContents(canvas);
    // One that came after scripts were stopped shows what is meant for who has none.
    if (range.getClientRects().length > 0) return undefined;
    return { address: canvas.toDataURL(), width, height };
  };

  const keepDrawings = (): void => {
    const drawings = new Map<string, Drawing>();
    for (const canvas of document.body.querySelectorAll("canvas")) {
      const drawing = drawingOf(canvas);
      if (drawing !== undefined) drawings.set(canvas.dataset.ref ?? "", drawing);
    }
    if (drawings.size === 0) return;
    const show = (copy: Element): void => {
      if (!(copy instanceof HTMLCanvasElement)) return;
      const drawing = drawings.get(copy.dataset.ref ?? "");
      if (drawing === undefined) return;
      const { address, width, height } = drawing;
      copy.style.setProperty("content", `url("${address}")`, "important");
      copy.style.setProperty("width", width, "important");
      copy.style.setProperty("height", height, "important");
    };
    class DrawingKeeper extends window.Paged.Handler {
      async beforeParsed(): Promise<void> {
        await Promise.all(
          [...drawings.values()].map(async ({ address }) => {
            const picture = new Image();
            picture.src = address;
            await picture.decode();
          }),
        );
      }
      renderNode(rendered: Node): void {
        if (!(rendered instanceof Element)) return;
        show(rendered);
        for (const inner of rendered.querySelectorAll("canvas")) show(inner);
      }
    }
    window.Paged.registeredHandlers.push(DrawingKeeper);
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
    keepDrawings();
    hideMadeUpSummaries();
  };
}
