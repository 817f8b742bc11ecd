/** Layout is given up where the page does not go forward, and not where it could not work. */
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { PublicationError } from "../../../src/errors.ts";
import { paginate, type PaginateOptions } from "../../../src/paginate/paginate.ts";

let launched: LaunchedBrowser;
beforeAll(async () => {
  const projectDir = join(import.meta.dirname, "../../..");
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(() => launched.close());

const pageTimeoutMs = 1_000;
const pauseMs = 2_500;

function documentOf(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trial</title>
    <style>@page { size: A6 } p { break-after: page }</style></head><body>${body}</body></html>`;
}

const paragraph = "Words that take a moment to be set. ".repeat(10);

/** So many that some are still to come when the first are here. */
const pageCount = 60;
const manyPages = documentOf(`<p>${paragraph}</p>`.repeat(pageCount));
const fewPages = documentOf(`<p>${paragraph}</p>`.repeat(5));

/** The number of pages that were laid out. */
async function layOut(html: string, options: Partial<PaginateOptions> = {}): Promise<number> {
  const paginated = await paginate(
    { html, urlPath: "/trial.html", roots: [] },
    { browser: launched.browser, onRefused: () => undefined, pageTimeoutMs, ...options },
  );
  await paginated.close();
  return paginated.pages.length;
}

async function processIds(type: "browser" | "renderer"): Promise<readonly number[]> {
  const session = await launched.browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter((each) => each.type === type).map(({ id }) => id);
}

async function pause(ids: readonly number[]): Promise<void> {
  for (const id of ids) process.kill(id, "SIGSTOP");
  try {
    await setTimeout(pauseMs);
  } finally {
    for (const id of ids) process.kill(id, "SIGCONT");
  }
}

/** Lays out many pages, and does something once when the second has come. */
async function interrupted(interruption: () => Promise<void> | void): Promise<number> {
  let interrupting: Promise<void> | undefined;
  const laidOut = await layOut(manyPages, {
    onPage: ({ pageCount }) => {
      if (pageCount === 2) interrupting = Promise.resolve(interruption());
    },
  });
  await interrupting;
  return laidOut;
}

function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe.skipIf(process.platform === "win32")("layout goes on", () => {
  it("where the page's process was stopped for longer than a page may take", async () => {
    const laidOut = await interrupted(async () => pause(await processIds("renderer")));
    expect(laidOut).toBe(pageCount);
  });

  it("where the whole browser was stopped", async () => {
    const laidOut = await interrupted(async () =>
      pause([...(await processIds("browser")), ...(await processIds("renderer"))]),
    );
    expect(laidOut).toBe(pageCount);
  });

  it("where this process was busy with something else", async () => {
    const laidOut = await interrupted(() => {
      wait(pauseMs);
    });
    expect(laidOut).toBe(pageCount);
  });

  it("where this process is busy whenever a page comes", async () => {
    const onPage = (): void => {
      wait(pageTimeoutMs + 500);
    };
    expect(await layOut(fewPages, { onPage })).toBe(5);
  });
});

describe("layout is given up", () => {
  const endless = "while (true);";

  it.each([
    ["at load", `<script>${endless}</script>`],
    [
      "soon after load",
      `<script>addEventListener("load", () => setTimeout(() => { ${endless} }));</script>`,
    ],
  ])("where a script works without end %s", async (_, script) => {
    const fault = await layOut(documentOf(`<p>Text</p>${script}`)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(PublicationError);
    expect(fault).toMatchObject({ code: "layout-standstill" });
  });
});
