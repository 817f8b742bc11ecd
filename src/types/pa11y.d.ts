/** What this project uses of pa11y 10, which ships no types. */
declare module "pa11y" {
  import type { Browser, Page, Viewport } from "puppeteer";

  interface Pa11yOptions {
    readonly browser: Browser;
    readonly page: Page;
    readonly ignoreUrl: true;
    readonly runners: readonly ("htmlcs" | "axe")[];
    readonly standard: "WCAG2AA";
    readonly ignore: readonly string[];
    readonly userAgent: string;
    readonly viewport: Viewport;
  }

  /** Resolves with results whose shape the caller checks. */
  export default function pa11y(url: string, options: Pa11yOptions): Promise<unknown>;
}
