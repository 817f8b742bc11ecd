/** The room that notes take from a page is taken once. */
import { expect, test } from "vitest";
import { paginate } from "../../../src/paginate/paginate.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

const STYLES = `
  @page { size: A6; margin: 14mm }
  body { margin: 0; font: 12px/20px sans-serif }
  .note { float: footnote }`;

test("lines beside notes stand in the box that they are in", async () => {
  const text = "The boat waits for the tide, and the tide for no boat at all. ".repeat(30);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title><style>${STYLES}</style></head><body><h1>Title</h1><p>A<span class="note">alpha, and more.</span> ${text}</p></body></html>`;
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [] },
    { browser: browser(), onRefused: () => undefined },
  );
  try {
    const boxes = await paginated.page.evaluate(() => {
      const content = document.querySelector(".pagedjs_page_content");
      const inner = content?.firstElementChild;
      const note = document.querySelector(".pagedjs_footnote_area");
      return [content, inner, note].map((element) => element?.getBoundingClientRect().height ?? 0);
    });
    const [content = 0, inner, note] = boxes;
    expect(note).toBeGreaterThan(10);
    expect(content).toBeGreaterThan(100);
    expect(inner).toBeCloseTo(content, 0);
  } finally {
    await paginated.close();
  }
});
