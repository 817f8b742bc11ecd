/** What this project uses of pagedjs-cli 0.4, which ships no types. */
declare module "pagedjs-cli" {
  import type { EventEmitter } from "node:events";
  import type { Page } from "puppeteer";

  interface PrinterOptions {
    readonly closeAfter?: boolean;
    readonly emulateMedia?: "print" | "screen";
    /** Milliseconds; 0 is no limit. */
    readonly timeout?: number;
    /** Stylesheets added after the document's own: paths or addresses. */
    readonly styles?: readonly string[];
    /** Scripts added after Paged.js: paths or addresses. */
    readonly additionalScripts?: readonly string[];
  }

  interface PrinterEvents {
    /** A page was begun. */
    page: [page: unknown];
    size: [size: unknown];
    rendered: [message: string];
  }

  export default class Printer extends EventEmitter<PrinterEvents> {
    constructor(options?: PrinterOptions);
    /** Set it, and the printer launches no browser of its own. */
    browser: { newPage(): Promise<Page> };
    /** Lays out the document at an address, and returns the page that shows it. */
    render(url: string): Promise<Page>;
  }
}
