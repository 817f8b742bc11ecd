/** Endpapers: pages that layout keeps only as far as they fill the last folded sheet. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { paginate } from "../../../src/paginate/paginate.ts";

let launched: LaunchedBrowser;
beforeAll(async () => {
  const projectDir = join(import.meta.dirname, "../../..");
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(() => launched.close());

const endpaper = '<div class="endpaper" data-endpaper aria-hidden="true"></div>';

function brochure(textPages: number, endpapers: number): string {
  const texts = Array.from({ length: textPages }, (_, at) => `<p>Page ${at + 1}</p>`).join("");
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title><style>
    @page { size: A6; margin: 10mm; @bottom-left { content: counter(page) " / " counter(pages) } }
    @page plain { margin: 0mm }
    body { margin: 0 } p { break-after: page } .endpaper { page: plain; height: 148mm }
  </style></head><body>${texts}${endpaper.repeat(endpapers)}<div>Back cover</div></body></html>`;
}

interface Folded {
  readonly texts: readonly string[];
  readonly sides: readonly string[];
  readonly numbers: readonly (string | undefined)[];
  readonly pagesSaid: string;
}

async function layOut(html: string, pagesPerSheet?: number): Promise<Folded> {
  const paginated = await paginate(
    { html, urlPath: "/print.html", roots: [] },
    {
      browser: launched.browser,
      onRefused: () => undefined,
      ...(pagesPerSheet !== undefined && { pagesPerSheet }),
    },
  );
  try {
    const seen = await paginated.page.evaluate(() => {
      const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")];
      return {
        texts: pages.map((page) =>
          (page.querySelector(".pagedjs_page_content")?.textContent ?? "").trim(),
        ),
        numbers: pages.map(({ dataset }) => dataset.pageNumber),
        pagesSaid: getComputedStyle(pages[0] ?? document.body).getPropertyValue(
          "--pagedjs-page-count",
        ),
      };
    });
    return { ...seen, sides: paginated.pages.map(({ side }) => side) };
  } finally {
    await paginated.close();
  }
}

describe.concurrent("endpapers", () => {
  it.each([
    { textPages: 3, kept: 0 },
    { textPages: 4, kept: 3 },
    { textPages: 5, kept: 2 },
    { textPages: 6, kept: 1 },
  ])("fill a brochure of $textPages pages and a back cover with $kept", async (given) => {
    const { texts, sides, numbers, pagesSaid } = await layOut(brochure(given.textPages, 3), 4);
    expect(texts).toHaveLength(given.textPages + given.kept + 1);
    expect(texts.length % 4).toBe(0);
    expect(texts.filter((text) => text === "")).toHaveLength(given.kept);
    expect(texts.at(-1)).toBe("Back cover");
    // The back cover is a left page, whatever was left out before it.
    expect(sides).toEqual(texts.map((_, index) => (index % 2 === 0 ? "right" : "left")));
    expect(numbers).toEqual(texts.map((_, index) => String(index + 1)));
    expect(Number(pagesSaid)).toBe(texts.length);
  });

  it("are all there where nothing is folded", async () => {
    expect((await layOut(brochure(3, 3))).texts).toHaveLength(7);
  });

  it("do not make a document longer than it is", async () => {
    expect((await layOut(brochure(4, 0), 4)).texts).toHaveLength(5);
  });
});
