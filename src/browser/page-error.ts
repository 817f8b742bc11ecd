/** What was thrown in a page, as an error on our side. */
import type { Protocol } from "puppeteer";

/** @throws Error with the words, and the stack, that it has in the page; nothing where nothing was thrown. */
export function throwPageError(details: Protocol.Runtime.ExceptionDetails | undefined): void {
  if (details === undefined) return;
  throw new Error(details.exception?.description ?? details.text);
}
