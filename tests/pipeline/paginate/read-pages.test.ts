/** Pages that are read to a file, and opened again: what is judged must be what was laid out. */
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { openGatedPage } from "../../../src/browser/gate.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import { readPages } from "../../../src/paginate/read-pages.ts";

let launched: LaunchedBrowser;
beforeAll(async () => {
  const projectDir = join(import.meta.dirname, "../../..");
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(() => launched.close());

/** Rules that Paged.js rewrites: neighbours, places among neighbours, numbers of pages and lists. */
const SOURCE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A trial</title><style>
  @page { size: A6; margin: 10mm; @bottom-left { content: counter(page) " of " counter(pages) } }
  body { margin: 0; counter-reset: chapter }
  p { margin: 0 }
  p + p { margin-top: 9mm }
  p:nth-of-type(3) { padding-left: 20mm }
  h2 { counter-increment: chapter }
  h2::before { content: counter(chapter) ". " }
  a::after { content: " on page " target-counter(attr(href), page) }
  h2 { break-before: page }
</style></head><body><a href="#b">The boat</a>
  <h2 id="a">Quay</h2>${"<p>We lent books.</p>".repeat(14)}
  <h2 id="b">Boat</h2>${"<p>We lent books.</p>".repeat(14)}</body></html>`;

/** Where each block stands, and how wide what it generates is, which its letters decide. */
function measure(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".pagedjs_page_content :is(h2, p, a)")].map(
      (element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const [box, text] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
        return [element.localName, box.x, box.y, text.x, text.width].map(String).join(" ");
      },
    ),
  );
}

it("shows the same pages when it is opened again", async () => {
  const paginated = await paginate(
    { html: SOURCE, urlPath: "/print.html", roots: [] },
    { browser: launched.browser, onRefused: () => undefined },
  );
  try {
    const laidOut = await measure(paginated.page);
    expect(laidOut.length).toBeGreaterThan(30);
    const body = await readPages(paginated);
    const { page, origin, close } = await openGatedPage(launched.browser, {
      roots: [],
      documents: new Map([["/pages.html", { body, contentType: "text/html; charset=utf-8" }]]),
      onRefused: () => undefined,
    });
    try {
      const viewport = paginated.page.viewport();
      if (viewport !== null) await page.setViewport(viewport);
      await page.goto(`${origin}/pages.html`, { waitUntil: "load" });
      expect(await measure(page)).toEqual(laidOut);
    } finally {
      await close();
    }
  } finally {
    await paginated.close();
  }
});
