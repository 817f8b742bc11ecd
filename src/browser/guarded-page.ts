/**
 * A page in a browser context of its own, each of whose requests is decided on: answered, let
 * through to the network that the context has, or refused and reported. `gate.ts` and `loopback.ts`
 * say what is allowed; this module sees to it that nothing gets past them unseen.
 *
 * What the browser does not let anyone intercept (WebSocket, WebTransport, WebRTC, service workers,
 * preconnect) dies at the dead proxy (`browser-arguments.ts`). The browser itself refuses files to
 * pages that come from an address, before there is a request. Both are reported from what it logs.
 */
import {
  TargetType,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  type HTTPRequest,
  type Page,
  type Protocol,
} from "puppeteer";
import { AnswerLanes } from "./answer-lanes.ts";
import { browserGone, pageCrashed } from "./browser-errors.ts";
import { keepPage, type PageKeeper } from "./kept-page.ts";
import { limitRefusals } from "./limit-refusals.ts";
import type { Refusal, RefusalReason } from "./refusal.ts";
import type { ServedDocument } from "./served-files.ts";

export type Decision =
  | { readonly kind: "answer"; readonly document: ServedDocument }
  | { readonly kind: "allow" }
  | { readonly kind: "refuse"; readonly reason: RefusalReason };

export interface GuardOptions {
  /** Which network the page's context has; none by default. */
  readonly context?: Pick<BrowserContextOptions, "proxyServer" | "proxyBypassList">;
  readonly decide: (url: URL, request: HTTPRequest) => Promise<Decision> | Decision;
  /** Whether a connection that is not intercepted has a way through the context's network. */
  readonly allowsSocket: (url: URL) => boolean;
  readonly onRefused: (refusal: Refusal) => void;
  /** Once the page shows its document, it is led to no other. */
  readonly stays?: boolean | undefined;
}

export interface GuardedPage {
  readonly page: Page;
  /** Aborted with a `PageLeft` when a page that is to stay has left after all. */
  readonly left: AbortSignal;
  /**
   * Waits no longer: what was asked for and has not come, in the order of asking. Asked for again, as
   * judges do with style sheets, it is refused.
   */
  readonly giveUp: () => readonly AwaitedResource[];
  /** Closes the page and its context; closing the page does the same. */
  readonly close: () => Promise<void>;
  /** Aborted with `page-crashed` when the page's process has ended; the page is closed then. */
  readonly crashed: AbortSignal;
}

export interface AwaitedResource {
  readonly url: string;
  /** The browser's word for what it is wanted for, e.g. `image`. */
  readonly resourceType: string;
}

/** One is read while another is on its way. */
const ANSWERS_AT_ONCE = 2;

export async function openGuardedPage(browser: Browser, given: GuardOptions): Promise<GuardedPage> {
  const options = { ...given, onRefused: limitRefusals(given.onRefused) };
  const context = await browser.createBrowserContext({
    ...options.context,
    downloadBehavior: { policy: "deny" },
  });
  try {
    const page = await newPage(browser, context);
    let closing: Promise<void> | undefined;
    // The browser may have gone before: then there is nothing left to close.
    const close = (): Promise<void> => (closing ??= context.close().catch(() => undefined));
    page.once("close", () => void close());
    const crashed = new AbortController();
    page.once("error", () => {
      crashed.abort(pageCrashed());
      // Whoever waits for an answer of the page would wait for ever.
      void close();
    });
    page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
    closeWindows(context, page, options);
    await reportUnseen(page, options);
    const keeper = options.stays === true ? await keepPage(page, options.onRefused) : undefined;
    const awaited = new Set<HTTPRequest>();
    const givenUp = new Set<string>();
    const lanes = new AnswerLanes(ANSWERS_AT_ONCE);
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      awaited.add(request);
      if (givenUp.has(request.url())) void request.abort("timedout").catch(() => undefined);
      else void lanes.run(() => guard(request, page, keeper, options));
    });
    for (const ending of ["requestfinished", "requestfailed"] as const) {
      page.on(ending, (request) => awaited.delete(request));
    }
    return {
      page,
      left: keeper?.left ?? new AbortController().signal,
      giveUp: () => {
        const given = [...awaited].map((request) => ({
          url: request.url(),
          resourceType: request.resourceType(),
        }));
        for (const { url } of given) givenUp.add(url);
        return given;
      },
      close,
      crashed: crashed.signal,
    };
  } catch (error) {
    await context.close().catch(() => undefined);
    throw error;
  }
}

/**
 * Puppeteer waits half a minute for a page of a browser that has gone.
 * @throws PublicationError `browser-gone`
 */
async function newPage(browser: Browser, context: BrowserContext): Promise<Page> {
  const { promise: gone, reject } = Promise.withResolvers<never>();
  const end = (): void => {
    reject(browserGone());
  };
  browser.once("disconnected", end);
  if (!browser.connected) end();
  try {
    return await Promise.race([context.newPage(), gone]);
  } finally {
    browser.off("disconnected", end);
  }
}

async function guard(
  request: HTTPRequest,
  page: Page,
  keeper: PageKeeper | undefined,
  options: GuardOptions,
): Promise<void> {
  try {
    if (keeper?.leadsAway(request) === true) {
      await refuse(request, "navigation");
      return;
    }
    const decision = await decide(request, options);
    switch (decision.kind) {
      case "allow":
        await request.continue();
        return;
      case "answer":
        await request.respond({ status: 200, ...decision.document });
        return;
      case "refuse":
        options.onRefused({
          url: request.url(),
          resourceType: request.resourceType(),
          reason: decision.reason,
          page: request.frame()?.url() ?? page.url(),
        });
        await refuse(request, decision.reason);
    }
  } catch {
    // The page was closed while its request waited; where it was not, it is not left waiting.
    await request.abort("failed").catch(() => undefined);
  }
}

function decide(request: HTTPRequest, options: GuardOptions): Promise<Decision> | Decision {
  const url = new URL(request.url());
  if (url.protocol === "data:" || url.protocol === "blob:") return { kind: "allow" };
  return options.decide(url, request);
}

async function refuse(request: HTTPRequest, reason: RefusalReason): Promise<void> {
  if (reason === "no-such-file") await request.respond({ status: 404, body: "" });
  // No content: a page that is led away stays where it is, instead of turning into an error page.
  else if (request.isNavigationRequest()) await request.respond({ status: 204, body: "" });
  else await request.abort("blockedbyclient");
}

/** Windows that the page opens are closed before they show anything; they have no network either. */
function closeWindows(context: BrowserContext, page: Page, { onRefused }: GuardOptions): void {
  context.on("targetcreated", (target) => {
    if (target.type() !== TargetType.PAGE || target.opener() === undefined) return;
    onRefused({ url: target.url(), resourceType: "window", reason: "window", page: page.url() });
    void target
      .page()
      .then((opened) => opened?.close())
      .catch(() => undefined);
  });
}

async function reportUnseen(page: Page, options: GuardOptions): Promise<void> {
  const session: CDPSession = await page.createCDPSession();
  const reported = new Set<string>();
  const report = (address: string, resourceType: string): void => {
    const url = URL.parse(address);
    const isFile = url?.protocol === "file:";
    if (url !== null && !isFile && options.allowsSocket(url)) return;
    // Sockets are announced and then logged as failed; one report is enough.
    const key = `${page.url()} ${resourceType} ${address}`;
    if (reported.has(key)) return;
    reported.add(key);
    const reason = isFile ? "outside-project" : "network";
    options.onRefused({ url: address, resourceType, reason, page: page.url() });
  };
  session.on("Network.webSocketCreated", ({ url }) => {
    report(url, "websocket");
  });
  session.on("Network.webTransportCreated", ({ url }) => {
    report(url, "webtransport");
  });
  session.on("Log.entryAdded", ({ entry }) => {
    const refused = refusedInLog(entry);
    if (refused !== undefined) report(refused.url, refused.resourceType);
  });
  await session.send("Network.enable");
  await session.send("Log.enable");
}

/** The sentences are Chromium's own, and the only trace of what it refuses by itself. */
const refusalsInLog = [
  { pattern: /^Not allowed to load local resource: (\S+)/, resourceType: "file" },
  { pattern: /^(?:Fetch API|XMLHttpRequest) cannot load (file:\S+?)\.? /, resourceType: "fetch" },
  { pattern: /^WebSocket connection to '([^']+)' failed/, resourceType: "websocket" },
];

function refusedInLog(
  entry: Protocol.Log.LogEntry,
): { readonly url: string; readonly resourceType: string } | undefined {
  for (const { pattern, resourceType } of refusalsInLog) {
    const url = pattern.exec(entry.text)?.[1];
    if (url !== undefined) return { url, resourceType };
  }
  return undefined;
}
