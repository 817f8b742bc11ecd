/** Numbers of notes stand above the line, in each font, unless the document says otherwise. */
import { expect, test } from "vitest";
import { paginate } from "../../../src/paginate/paginate.ts";
import { testBrowser } from "../../support/test-browser.ts";

const browser = testBrowser();

/** How the number of the first note in the text is set. */
async function callOf(ownStyles: string): Promise<readonly string[]> {
  const styles = `body { font: 20px serif } .note { float: footnote } ${ownStyles}`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title><style>${styles}</style></head><body><p>A claim<span class="note">With a source.</span> ends here.</p></body></html>`;
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [] },
    { browser: browser(), onRefused: () => undefined },
  );
  try {
    return await paginated.page.evaluate(() => {
      const call = document.querySelector("[data-footnote-call]");
      if (call === null) return [];
      const style = getComputedStyle(call, "::after");
      return [style.content, style.verticalAlign, style.fontSize, style.fontVariantPosition];
    });
  } finally {
    await paginated.close();
  }
}

test("numbers of notes are raised, whatever digits the font has", async () => {
  expect(await callOf("")).toEqual(["counter(footnote)", "super", "13px", "normal"]);
});

test("the document's own styles go before", async () => {
  const own = ".note::footnote-call { vertical-align: 3px; font-size: 10px }";
  expect(await callOf(own)).toEqual(["counter(footnote)", "3px", "10px", "normal"]);
});
