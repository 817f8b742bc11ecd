/**
 * Watches that a page stays: that its document does not leave for another, and that neither the page
 * nor its process goes. Input: a page that nothing is loaded in yet; output: the reason, once there is
 * one. It closes nothing.
 */
import { setTimeout } from "node:timers/promises";
import type { CDPSession, Page } from "puppeteer";
import { pageCrashed } from "../browser/browser-errors.ts";
import { PublicationError } from "../errors.ts";

export interface PageWatch {
  /**
   * Why the page is not what was opened any more, if that is so. It waits a moment: work in the page
   * fails before it learns why.
   */
  readonly reason: () => Promise<PublicationError | undefined>;
  /** Rejects with the reason as soon as there is one. */
  readonly gone: Promise<never>;
}

const momentMs = 100;

export async function watchPage(page: Page, session: CDPSession): Promise<PageWatch> {
  const { promise: gone, reject } = Promise.withResolvers<never>();
  // Whoever waits for the page's work waits for this too; without work nobody does.
  gone.catch(() => undefined);
  let reason: PublicationError | undefined;
  const end = (error: PublicationError): void => {
    reason ??= error;
    reject(reason);
  };
  let hasDocument = false;
  session.on("Page.frameNavigated", ({ frame }) => {
    if (frame.parentId !== undefined) return;
    if (hasDocument) end(pageLeft(frame.url));
    hasDocument = true;
  });
  page.once("close", () => {
    end(
      new PublicationError("page-closed", "the document's page was closed while it was laid out", {
        hint: "take out the script that closes the window",
      }),
    );
  });
  page.once("error", () => {
    end(pageCrashed());
  });
  await session.send("Page.enable");
  return {
    reason: () =>
      Promise.race([
        gone.catch(() => reason),
        // It holds the process: with the browser gone, nothing else may be left that does.
        setTimeout(momentMs).then(() => reason),
      ]),
    gone,
  };
}

function pageLeft(address: string): PublicationError {
  const name = URL.parse(address)?.pathname ?? address;
  return new PublicationError("page-left", `the document leaves its page for ${name}`, {
    hint: "take out the script, the form or the refresh that leads there, or lay out that document",
  });
}
