/** Whether a page still waits for something is known with the answer to a call that came after. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGuardedPage, type Decision } from "../../../src/browser/guarded-page.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { watchRequests } from "../../../src/paginate/request-watch.ts";

let launched: LaunchedBrowser;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterAll(async () => {
  await launched.close();
});

const ADDRESS = "http://imprimatur.localhost/page.html";
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

test.each(["answer", "refuse"] as const)(
  "a page waits for its picture until there is an %s",
  async (kind) => {
    const decided = Promise.withResolvers<Decision>();
    const guarded = await openGuardedPage(launched.browser, {
      allowsSocket: () => false,
      onRefused: () => undefined,
      decide: ({ pathname }) =>
        pathname === "/page.html"
          ? { kind: "answer", document: { body: "<p>A", contentType: "text/html" } }
          : decided.promise,
    });
    const { page } = guarded;
    const session = await page.createCDPSession();
    const requests = await watchRequests(session);
    await page.goto(ADDRESS);
    const call = (expression: string): Promise<unknown> =>
      session.send("Runtime.evaluate", { expression, awaitPromise: true });
    await call("0");
    expect(requests.isWaiting()).toBe(false);

    await call("document.body.style.background = 'url(a.svg)'; document.body.offsetTop");
    await call("new Promise(requestAnimationFrame)");
    expect(requests.isWaiting()).toBe(true);

    decided.resolve(
      kind === "answer"
        ? { kind, document: { body: PICTURE, contentType: "image/svg+xml" } }
        : { kind, reason: "network" },
    );
    await expect.poll(() => requests.isWaiting()).toBe(false);
    await guarded.close();
  },
);
