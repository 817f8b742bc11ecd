/**
 * Pages that may read the project's own files and nothing else. They are served from an address
 * that does not exist, by intercepting their requests: the folders and documents that are named
 * here are all there is. Whatever else they ask for is refused and reported.
 */
import type { Browser, Page } from "puppeteer";
import { openGuardedPage, type Decision, type GuardedPage } from "./guarded-page.ts";
import type { Refusal } from "./refusal.ts";
import { lookUpFile, type ServedDocument, type ServedRoot } from "./served-files.ts";

/**
 * Where gated pages live. A name below `.localhost` is a secure context over http (W3C Secure
 * Contexts, 3.1), so that pages behave as on a published site, and nothing answers to it here.
 */
export const gateOrigin = "http://imprimatur.localhost";

export interface GateOptions {
  readonly roots: readonly ServedRoot[];
  /** Files in memory, by URL path, e.g. `/print.html`. */
  readonly documents?: ReadonlyMap<string, ServedDocument>;
  /** Our files by URL path, each in the place of one in the folders. */
  readonly standIns?: ReadonlyMap<string, string> | undefined;
  readonly onRefused: (refusal: Refusal) => void;
  /** Once the page shows its document, it is led to no other. */
  readonly stays?: boolean | undefined;
}

export interface GatedPage extends GuardedPage {
  readonly origin: typeof gateOrigin;
}

/** What pagedjs-cli's `Printer` needs of a browser: `printer.browser = gatedBrowser(…)`. */
export interface GatedBrowser {
  readonly newPage: () => Promise<Page>;
  /** Closes the pages that it opened; the browser itself stays. */
  readonly close: () => Promise<void>;
}

/** A page in a context of its own: nothing cached or stored is shared with another page. */
export async function openGatedPage(browser: Browser, options: GateOptions): Promise<GatedPage> {
  const guarded = await openGuardedPage(browser, {
    decide: (url, request) => decide(url, request.method(), options),
    allowsSocket: () => false,
    onRefused: options.onRefused,
    stays: options.stays,
  });
  return { ...guarded, origin: gateOrigin };
}

export function gatedBrowser(browser: Browser, options: GateOptions): GatedBrowser {
  const opened: GatedPage[] = [];
  return {
    newPage: async () => {
      const gated = await openGatedPage(browser, options);
      opened.push(gated);
      return gated.page;
    },
    close: async () => {
      await Promise.all(opened.splice(0).map((gated) => gated.close()));
    },
  };
}

/** Chrome asks every site for an icon by itself: not the page's request, so not one to report. */
const noIcon: Decision = {
  kind: "answer",
  document: { body: "", contentType: "image/x-icon" },
};

async function decide(url: URL, method: string, options: GateOptions): Promise<Decision> {
  if (url.protocol === "file:") return { kind: "refuse", reason: "outside-project" };
  if (url.origin !== gateOrigin) return { kind: "refuse", reason: "network" };
  // Nothing here takes what a page sends.
  if (method !== "GET" && method !== "HEAD") return { kind: "refuse", reason: "network" };
  const answer = await lookUpFile(options, url.pathname);
  if ("refused" in answer && url.pathname === "/favicon.ico") return noIcon;
  return "refused" in answer
    ? { kind: "refuse", reason: answer.refused }
    : { kind: "answer", document: answer };
}
