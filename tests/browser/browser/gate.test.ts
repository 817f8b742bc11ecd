/**
 * A page in the gate tries every way out. A server on this machine, over TCP and UDP, stands for the
 * rest of the world: nothing may reach it.
 */
import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  gatedBrowser,
  gateOrigin,
  openGatedPage,
  type GatedPage,
} from "../../../src/browser/gate.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { openLoopbackPage } from "../../../src/browser/loopback.ts";
import { formatRefusal, type Refusal } from "../../../src/browser/refusal.ts";

let launched: LaunchedBrowser;
let dir: string;
let siteDir: string;
let server: Server;
let udp: UdpSocket;
let host: string;
let received: string[];
let refusals: Refusal[];
let gated: GatedPage | undefined;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
  dir = await mkdtemp(join(tmpdir(), "imprimatur-test-"));
  siteDir = join(dir, "site");
  await mkdir(join(siteDir, "sub"), { recursive: true });
  await writeFile(join(dir, "secret.css"), "p{color:red}");
  await writeFile(join(siteDir, "style.css"), "p { color: rgb(1, 2, 3) }");
  await writeFile(join(siteDir, "break.css"), ".next { break-before: page }");
  await writeFile(join(siteDir, "worker.js"), "");
  await symlink(join(dir, "secret.css"), join(siteDir, "leak.css"));

  server = createServer((request, response) => {
    received.push(`${request.method ?? ""} ${request.url ?? ""}`);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end("<p>outside");
  });
  server.on("connection", () => received.push("connection"));
  server.on("upgrade", (_request, socket) => socket.destroy());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  host = `127.0.0.1:${port}`;
  udp = createSocket("udp4");
  udp.on("message", () => received.push("datagram"));
  udp.bind(port, "127.0.0.1");
  await once(udp, "listening");
});

afterAll(async () => {
  await launched.close();
  server.close();
  server.closeAllConnections();
  udp.close();
  await rm(dir, { recursive: true });
});

beforeEach(() => {
  received = [];
  refusals = [];
  gated = undefined;
});

afterEach(() => gated?.close());

/** A gated page that shows this HTML. */
async function show(html: string): Promise<Page> {
  gated = await openGatedPage(launched.browser, {
    roots: [{ urlPath: "/", dir: siteDir }],
    documents: new Map([["/page.html", { body: html, contentType: "text/html; charset=utf-8" }]]),
    onRefused: (refusal) => refusals.push(refusal),
  });
  await gated.page.goto(`${gateOrigin}/page.html`);
  return gated.page;
}

const refused = (url: string, reason = "network"): unknown =>
  expect.objectContaining({ url, reason, page: `${gateOrigin}/page.html` });

/** Runs in the page; its answer is what the page learned. */
const run = (page: Page, script: string): Promise<unknown> =>
  page.evaluate(`(async () => { ${script.replaceAll("HOST", host)} })()`);

describe("within the project", () => {
  test("a page gets its files, and nothing is reported", async () => {
    const page = await show('<link rel=stylesheet href="style.css"><p>text');
    expect(await run(page, "return getComputedStyle(document.querySelector('p')).color")).toBe(
      "rgb(1, 2, 3)",
    );
    expect(refusals).toEqual([]);
  });

  test("data and blob addresses are the page's own", async () => {
    const page = await show("<p>text");
    const script = `
      const blob = URL.createObjectURL(new Blob(["blob"]));
      return Promise.all([blob, "data:,data"].map(async (url) => (await fetch(url)).text()));`;
    expect(await run(page, script)).toEqual(["blob", "data"]);
    expect(refusals).toEqual([]);
  });

  test("a page is a secure context", async () => {
    expect(await run(await show("<p>text"), "return isSecureContext")).toBe(true);
  });

  test("a file that is not there is reported", async () => {
    await show('<img alt="" src="missing.png">');
    await expect
      .poll(() => refusals)
      .toEqual([refused(`${gateOrigin}/missing.png`, "no-such-file")]);
  });

  test("pages share nothing", async () => {
    await run(await show("<p>one"), "localStorage.setItem('seen', 'yes')");
    await gated?.close();
    expect(await run(await show("<p>two"), "return localStorage.getItem('seen')")).toBeNull();
  });
});

describe("other files", () => {
  test.each([
    ["an image", '<img alt="" src="file:///etc/passwd">'],
    ["a frame", '<iframe src="file:///etc/passwd"></iframe>'],
    ["a style sheet", '<link rel=stylesheet href="file:///etc/passwd">'],
    ["a script", '<script src="file:///etc/passwd"></script>'],
    ["an object", '<object data="file:///etc/passwd"></object>'],
    ["an import", "<style>@import 'file:///etc/passwd'</style>"],
  ])("%s is refused and reported", async (_what, html) => {
    await show(html);
    await expect
      .poll(() => refusals)
      .toContainEqual(refused("file:///etc/passwd", "outside-project"));
  });

  test.each([
    ["fetch", "return fetch('file:///etc/passwd').then(() => 'read', () => 'refused')"],
    [
      "XMLHttpRequest",
      `const request = new XMLHttpRequest();
       request.open("GET", "file:///etc/passwd", false);
       try { request.send(); return "read" } catch { return "refused" }`,
    ],
  ])("%s is refused and reported", async (_what, script) => {
    const page = await show("<p>text");
    expect(await run(page, script)).toBe("refused");
    await expect
      .poll(() => refusals)
      .toContainEqual(refused("file:///etc/passwd", "outside-project"));
  });

  test.each(["..%2fsecret.css", "%2e%2e%2fsecret.css", "leak.css", ".git/config"])(
    "%s is refused and reported",
    async (path) => {
      await show(`<link rel=stylesheet href="${path}"><p>text`);
      await expect
        .poll(() => refusals)
        .toEqual([refused(`${gateOrigin}/${path}`, "outside-project")]);
    },
  );

  test("dots in an address lead no higher than the project", async () => {
    await show(
      '<link rel=stylesheet href="../secret.css"><link rel=stylesheet href="%2e%2e/a.css">',
    );
    await expect
      .poll(() => refusals.map(({ url }) => url).toSorted())
      .toEqual([`${gateOrigin}/a.css`, `${gateOrigin}/secret.css`]);
  });
});

describe("the network", () => {
  test.each([
    ["image", '<img alt="" src="http://HOST/x">'],
    ["stylesheet", '<link rel=stylesheet href="http://HOST/x">'],
    ["stylesheet", "<style>@import 'http://HOST/x'</style>"],
    ["font", "<style>@font-face{font-family:F;src:url(http://HOST/x)} p{font:1em F}</style><p>t"],
    ["script", '<script src="http://HOST/x"></script>'],
    ["script", '<link rel=modulepreload href="http://HOST/x">'],
    ["document", '<iframe src="http://HOST/x"></iframe>'],
    ["image", `<iframe srcdoc="<img alt='' src='http://HOST/x'>"></iframe>`],
    ["other", '<link rel=prefetch href="http://HOST/x">'],
    ["media", '<video src="http://HOST/x"></video>'],
    ["document", '<meta http-equiv=refresh content="0;url=http://HOST/x">'],
    ["document", "<script>location.href = 'http://HOST/x'</script>"],
    ["fetch", "<script>fetch('http://HOST/x')</script>"],
    [
      "xhr",
      "<script>let r = new XMLHttpRequest; r.open('GET', 'http://HOST/x'); r.send()</script>",
    ],
    ["eventsource", "<script>new EventSource('http://HOST/x')</script>"],
    ["ping", "<script>navigator.sendBeacon('http://HOST/x', 'secret')</script>"],
    [
      "fetch",
      `<script>new Worker(URL.createObjectURL(new Blob(["fetch('http://HOST/x')"])))</script>`,
    ],
  ])("refuses and reports: %s, %s", async (resourceType, html) => {
    const page = await show(html.replaceAll("HOST", host));
    await expect
      .poll(() => refusals.map(({ url, reason, resourceType }) => ({ url, reason, resourceType })))
      .toContainEqual({ url: `http://${host}/x`, reason: "network", resourceType });
    expect(page.url()).toBe(`${gateOrigin}/page.html`);
    expect(received).toEqual([]);
  });

  test("refuses a host by its name", async () => {
    await show('<img alt="" src="https://example.com/pixel.gif">');
    await expect
      .poll(() => refusals.map(formatRefusal))
      .toEqual([
        "refused image https://example.com/pixel.gif: pages are rendered without a network",
      ]);
  });

  test("refuses what a page sends to its own address", async () => {
    const page = await show("<p>text");
    await run(page, "await fetch('/style.css', { method: 'POST', body: 'x' }).catch(() => {})");
    await expect.poll(() => refusals).toEqual([refused(`${gateOrigin}/style.css`)]);
  });

  test("refuses WebSocket, also from a worker", async () => {
    const page = await show("<p>text");
    const script = `
      const opened = (socket) => new Promise((resolve) => {
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      });
      const source = "new WebSocket('ws://HOST/worker').onerror = () => postMessage(false)";
      const worker = new Worker(URL.createObjectURL(new Blob([source])));
      const answered = new Promise((resolve) => { worker.onmessage = (e) => resolve(e.data) });
      return [await opened(new WebSocket("ws://HOST/page")), await answered];`;
    expect(await run(page, script)).toEqual([false, false]);
    await expect.poll(() => refusals).toHaveLength(2);
    expect(refusals).toContainEqual(refused(`ws://${host}/page`));
    expect(refusals).toContainEqual(refused(`ws://${host}/worker`));
    expect(received).toEqual([]);
  });

  test("refuses WebTransport", async () => {
    const page = await show("<p>text");
    const script =
      "return new WebTransport('https://HOST/x').ready.then(() => 'open', () => 'refused')";
    expect(await run(page, script)).toBe("refused");
    await expect.poll(() => refusals).toContainEqual(refused(`https://${host}/x`));
    expect(received).toEqual([]);
  });

  test("gives WebRTC no way out", async () => {
    const page = await show("<p>text");
    const script = `
      const connection = new RTCPeerConnection({ iceServers: [{ urls: "stun:HOST" }] });
      connection.createDataChannel("x");
      const candidates = [];
      const gathered = new Promise((resolve) => {
        connection.onicecandidate = ({ candidate }) =>
          candidate ? candidates.push(candidate.candidate) : resolve();
      });
      await connection.setLocalDescription(await connection.createOffer());
      await gathered;
      return candidates;`;
    expect(await run(page, script)).toEqual([]);
    expect(received).toEqual([]);
  });

  test("gives hints of addresses, service workers and shared workers no way out", async () => {
    const page = await show(
      `<link rel=preconnect href="http://${host}"><link rel=dns-prefetch href="http://${host}"><p>t`,
    );
    const script = `
      new SharedWorker("http://imprimatur.localhost/worker.js");
      return navigator.serviceWorker.register("worker.js").then(() => "registered", () => "refused");`;
    expect(await run(page, script)).toBe("refused");
    expect(received).toEqual([]);
  });

  test("closes windows and reports them", async () => {
    const page = await show("<p>text");
    await run(page, "window.open('http://HOST/x')");
    await expect.poll(() => refusals).toContainEqual(refused(`http://${host}/x`, "window"));
    await expect.poll(async () => (await page.browserContext().pages()).length).toBe(1);
    expect(received).toEqual([]);
  });

  test("is what the server would have seen", async () => {
    // The same page outside the gate: the server does count what reaches it.
    const outside = await openLoopbackPage(launched.browser, {
      address: new URL(`http://${host}/`),
      onRefused: () => undefined,
    });
    await outside.page.goto(`http://${host}/`);
    await outside.page.evaluate(`new Promise((resolve) => {
      new WebSocket("ws://${host}/x").onerror = resolve;
    })`);
    await outside.close();
    expect(received).toContain("GET /");
    expect(received.filter((what) => what === "connection").length).toBeGreaterThan(1);
  });
});

describe("a page that runs on this machine", () => {
  test("reaches its own host and port only", async () => {
    const other = createServer((_request, response) => {
      received.push("other port");
      response.end();
    });
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const otherHost = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    const address = new URL(`http://${host}/`);
    const { page, close } = await openLoopbackPage(launched.browser, {
      address,
      onRefused: (refusal) => refusals.push(refusal),
    });
    try {
      await page.goto(address.href);
      await page.evaluate(`(async () => {
        await fetch("http://${otherHost}/fetch").catch(() => {});
        await fetch("https://example.com/").catch(() => {});
        await new Promise((resolve) => { new WebSocket("ws://${otherHost}/").onerror = resolve });
      })()`);
    } finally {
      await close();
      other.close();
    }
    expect(received).toContain("GET /");
    expect(received).not.toContain("other port");
    expect(refusals.map(({ url }) => url)).toEqual([
      `http://${otherHost}/fetch`,
      "https://example.com/",
      `ws://${otherHost}/`,
    ]);
  });

  test("is not a page elsewhere", async () => {
    await expect(
      openLoopbackPage(launched.browser, {
        address: new URL("http://example.com/"),
        onRefused: () => undefined,
      }),
    ).rejects.toMatchObject({ code: "address-not-local" });
  });
});

interface Printer {
  browser: unknown;
  render(input: string): Promise<Page>;
}
type PrinterClass = new (options: { readonly closeAfter: boolean }) => Printer;

test("pagedjs-cli's Printer lays out in the gate", async () => {
  const entry = createRequire(import.meta.url).resolve("pagedjs-cli");
  const { default: PagedPrinter } = (await import(entry)) as { readonly default: PrinterClass };
  const printer = new PagedPrinter({ closeAfter: false });
  const gate = gatedBrowser(launched.browser, {
    roots: [{ urlPath: "/", dir: siteDir }],
    documents: new Map([
      [
        "/print.html",
        {
          body: `<!doctype html><link rel=stylesheet href="break.css"><img alt="" src="http://${host}/x"><p>one<p class=next>two`,
          contentType: "text/html",
        },
      ],
    ]),
    onRefused: (refusal) => refusals.push(refusal),
  });
  printer.browser = gate;
  const contexts = launched.browser.browserContexts().length;
  const page = await printer.render(`${gateOrigin}/print.html`);
  expect(await page.$$eval(".pagedjs_page", (pages) => pages.length)).toBe(2);
  expect(refusals).toContainEqual(expect.objectContaining({ url: `http://${host}/x` }));
  expect(received).toEqual([]);
  await gate.close();
  expect(page.isClosed()).toBe(true);
  expect(launched.browser.browserContexts().length).toBe(contexts);
});
