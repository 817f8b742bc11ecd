/**
 * Frames that a page shows: each is judged where the browser lets anyone in, and none stops a judge,
 * whatever it does or is not allowed to do.
 */
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openGatedPage } from "../../../src/browser/gate.ts";
import type { GuardedPage } from "../../../src/browser/guarded-page.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { openLoopbackPage } from "../../../src/browser/loopback.ts";
import { axeJudge } from "../../../src/judges/html/axe.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";

let launched: LaunchedBrowser;
let opened: GuardedPage | undefined;
let server: Server;
let address: URL;

/** Content that a browser shows and runs no script of. */
const SANDBOXED = "<!doctype html><html lang=en><title>t</title><main><h1>t</h1><img src=data:,>";

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
  server = createServer((_request, response) => {
    response.setHeader("Content-Security-Policy", "sandbox");
    response.setHeader("Content-Type", "text/html");
    response.end(SANDBOXED);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
afterAll(async () => {
  await launched.close();
  server.close();
  server.closeAllConnections();
});

async function show(frames: string): Promise<Page> {
  const html = `<!doctype html><html lang=en><title>t</title><main><h1>t</h1>${frames}`;
  const gated = await openGatedPage(launched.browser, {
    roots: [],
    documents: new Map([["/page.html", { body: html, contentType: "text/html" }]]),
    onRefused: () => undefined,
  });
  opened = gated;
  await gated.page.goto(`${gated.origin}/page.html`);
  return gated.page;
}

/** What axe-core finds, as `rule @ where`. */
async function foundBy(page: Page): Promise<readonly string[] | string> {
  const { reason, findings } = await runJudge(axeJudge(), page);
  return reason ?? findings.map(({ rule, where }) => `${rule} @ ${where}`);
}

describe("a frame without scripts", { timeout: 20_000 }, () => {
  test("is judged", async () => {
    const page = await show('<iframe title=f sandbox srcdoc="<img src=data:,>"></iframe>');
    expect(await foundBy(page)).toEqual(["image-alt @ iframe » img"]);
  });

  test("is judged in another frame", async () => {
    const page = await show(
      `<iframe title=f sandbox=allow-scripts srcdoc="<iframe title=g sandbox srcdoc='<img src=data:,>'></iframe>"></iframe>`,
    );
    expect(await foundBy(page)).toEqual(["image-alt @ iframe » iframe » img"]);
  });

  test("is judged where the whole page is one", async () => {
    opened = await openLoopbackPage(launched.browser, { address, onRefused: () => undefined });
    await opened.page.goto(address.href);
    expect(await foundBy(opened.page)).toEqual(["image-alt @ main > img"]);
  });
});

test("a frame that goes while it is judged is left out, and the page is judged", async () => {
  // Long enough for axe-core to be in it when it goes.
  const words = "<p>words</p>".repeat(3_000);
  const page = await show(`
    <iframe title=f srcdoc="${words}"></iframe>
    <script>
      setInterval(() => {
        const frame = document.querySelector("iframe");
        frame.remove();
        document.querySelector("main").append(frame);
      }, 200);
    </script>
    <img src="data:,">`);
  expect(await foundBy(page)).toEqual(["image-alt @ main > img"]);
});
