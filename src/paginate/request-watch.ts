/**
 * Watches what a page asks for. Input: its session, before anything is loaded; output: whether it still
 * waits for something. Requests are reported in the same channel as answers to our own calls: what the page
 * had asked for before it answered one is known with the answer.
 */
import type { CDPSession } from "puppeteer";

export interface RequestWatch {
  readonly isWaiting: () => boolean;
}

export async function watchRequests(session: CDPSession): Promise<RequestWatch> {
  const open = new Set<string>();
  session.on("Network.requestWillBeSent", ({ requestId }) => open.add(requestId));
  for (const end of ["Network.loadingFinished", "Network.loadingFailed"] as const) {
    session.on(end, ({ requestId }: { readonly requestId: string }) => open.delete(requestId));
  }
  await session.send("Network.enable");
  return { isWaiting: () => open.size > 0 };
}
