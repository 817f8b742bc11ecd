/** Where links of image maps lie on the page, as a reader of other people's finds them. */
import { expect, test } from "vitest";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { testBrowser } from "../../support/test-browser.ts";
import { makeCase, makeDocument } from "./golden-case.ts";

const browser = testBrowser();

interface FoundLink {
  readonly contents: string;
  readonly target: unknown;
  /** Left, bottom, right, top, in points. */
  readonly rect: readonly number[];
  readonly quads: number;
}

async function linksOf(bytes: Uint8Array): Promise<FoundLink[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const found: FoundLink[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const annotations = (await page.getAnnotations()) as {
      readonly contentsObj: { readonly str: string };
      readonly url?: string;
      readonly unsafeUrl?: string;
      readonly rect: readonly number[];
      readonly quadPoints?: ArrayLike<number>;
    }[];
    for (const { contentsObj, url, unsafeUrl, rect, quadPoints } of annotations) {
      const target = unsafeUrl ?? url ?? "in the document";
      const quads = (quadPoints?.length ?? 0) / 8;
      found.push({ contents: contentsObj.str, target, rect: rect.map(Math.round), quads });
    }
  }
  await loading.destroy();
  return found;
}

test("areas lie in the picture's inner box, in the shapes that they have", async () => {
  const { pdf } = await makeCase(browser(), "image-maps");
  const [rest, triangle, circle, heading, right] = await linksOf(pdf.bytes);
  // The last is on top, and it is the first area.
  expect([rest, triangle, circle, heading].map((link) => link?.contents)).toEqual([
    "All the rest",
    "A triangle",
    "A circle",
    "The heading",
  ]);
  expect(heading?.target).toBe("in the document");
  expect(circle).toMatchObject({ target: "https://example.org/x", quads: 16 });
  expect(triangle?.quads).toBe(16);
  expect(rest?.quads).toBe(0);
  const [left = 0, bottom = 0, to = 0, top = 0] = rest?.rect ?? [];
  // A third of 120 pixels, and a good third of 90.
  const [width, height] = [(to - left) / 3, ((top - bottom) * 40) / 90];
  const expected = [left, top - height, left + width, top];
  expect(heading?.rect.every((edge, at) => Math.abs(edge - (expected[at] ?? 0)) <= 1)).toBe(true);
  expect(right).toMatchObject({ contents: "The right half", target: "other.html" });
});

test("a picture that layout makes smaller takes its areas along", async () => {
  const picture =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='400' height='300'/%3E";
  const html = `<!doctype html><html lang="en"><head><title>Trial</title><link rel="stylesheet" href="/base.css">
    <style>.narrow { width: 200px } img { width: 100%; display: block }</style></head><body><h1>Trial</h1>
    <div style="width:100%"><img src="${picture}" alt="A picture" usemap="#map"></div>
    <map name="map"><area href="https://example.org/" alt="Left half" coords="0,0,190,600"></map></body></html>`;
  const { pdf } = await makeDocument(browser(), "trial", html, { onRefused: () => undefined });
  const [link] = await linksOf(pdf.bytes);
  const [left = 0, , right = 0] = link?.rect ?? [];
  // The page is 81 mm wide, within its margins; the window of the source is 105 mm less the body's margins, 381 pixels.
  expect(Math.abs(right - left - (81 / 25.4) * 36)).toBeLessThan(2);
});
