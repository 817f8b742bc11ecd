/**
 * Keeps a page where it is: once it shows its document, it shows no other. Input: an open page that
 * nothing is loaded in yet; output: which navigations to refuse, each of them reported with what
 * started it. What the browser lets nobody intercept (about:blank, blob:) is noticed when it has happened:
 * then the page has left, and what is read of it is not what was opened.
 */
import type { HTTPRequest, Page, Protocol } from "puppeteer";
import type { Refusal } from "./refusal.ts";

/** Why a page is not what was opened any more; `message` is a reason that reports show. */
export class PageLeft extends Error {
  override readonly name = "PageLeft";
}

export interface PageKeeper {
  /** Whether a request would lead the page away. Then it is reported, and has to be refused. */
  readonly leadsAway: (request: HTTPRequest) => boolean;
  /** Aborted with a {@link PageLeft} when the page shows another document after all. */
  readonly left: AbortSignal;
}

/** What the browser calls the start of a navigation, in words for a person. */
const MEANS: Readonly<Record<Protocol.Page.ClientNavigationReason, string>> = {
  anchorClick: "link",
  formSubmissionGet: "form",
  formSubmissionPost: "form",
  httpHeaderRefresh: "refresh header",
  initialFrameNavigation: "script",
  metaTagRefresh: "meta refresh",
  other: "script",
  pageBlockInterstitial: "interstitial",
  reload: "reload",
  scriptInitiated: "script",
};

type NavigationStart = Pick<
  Protocol.Page.FrameRequestedNavigationEvent,
  "frameId" | "reason" | "url"
>;

/** Address schemes whose navigations are requests, which `leadsAway` is asked about. */
const REQUESTED = /^https?:/i;
/** The browser says of these itself that they are refused (see `guarded-page.ts`). */
const REPORTED_ELSEWHERE = /^file:/i;

export async function keepPage(
  page: Page,
  onRefused: (refusal: Refusal) => void,
): Promise<PageKeeper> {
  const session = await page.createCDPSession();
  const left = new AbortController();
  const { frameTree } = await session.send("Page.getFrameTree");
  const mainFrameId = frameTree.frame.id;
  let hasRequested = false;
  let loaderId: string | undefined;
  let means = "script";

  const report = (url: string): void => {
    const resourceType = `navigation by ${means}`;
    onRefused({ url, resourceType, reason: "navigation", page: page.url() });
  };
  const start = ({ frameId, reason, url }: NavigationStart): void => {
    if (frameId !== mainFrameId) return;
    means = MEANS[reason];
    if (!REQUESTED.test(url) && !REPORTED_ELSEWHERE.test(url)) report(url);
  };
  session.on("Page.frameRequestedNavigation", start);
  // Addresses that are scripts or data are announced so and not requested.
  session.on("Page.frameScheduledNavigation", start);
  session.on("Page.frameNavigated", ({ frame }) => {
    if (frame.id !== mainFrameId) return;
    if (loaderId !== undefined && loaderId !== frame.loaderId) {
      left.abort(new PageLeft(`the page left for ${frame.url}, by ${means}`));
    }
    loaderId ??= frame.loaderId;
  });
  await session.send("Page.enable");
  return {
    leadsAway: (request) => {
      if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return false;
      // Where the first document's own address leads on, the browser follows.
      const isFirst = !hasRequested || request.redirectChain().length > 0;
      hasRequested = true;
      if (isFirst) return false;
      report(request.url());
      return true;
    },
    left: left.signal,
  };
}
