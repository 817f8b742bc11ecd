/** A page whose process ends before it has a document: that says nothing of its address. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { openLoopbackPage } from "../../../src/browser/loopback.ts";
import { withJudgedPage } from "../../../src/judges/html/judged-page.ts";
import { endRenderers } from "../../support/browser-processes.ts";

let launched: LaunchedBrowser;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterAll(async () => {
  await launched.close();
});

test("a page that ends while its server answers is handed to judges as ended", async () => {
  // It ends the page instead of answering.
  await using server = createServer(() => void endRenderers(launched.child.pid ?? 0));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const onRefused = (): void => undefined;
  const ends: unknown[] = [];
  await withJudgedPage(
    () => openLoopbackPage(launched.browser, { address, onRefused }),
    address.href,
    { onRefused, signal: new AbortController().signal },
    (_, { targetSignal }) => {
      ends.push(targetSignal?.reason);
      return Promise.resolve([]);
    },
  );
  server.closeAllConnections();
  expect(ends).toEqual([expect.objectContaining({ code: "page-crashed" })]);
});
