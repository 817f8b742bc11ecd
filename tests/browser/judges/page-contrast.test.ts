/**
 * Contrast of a page's texts: what 4.5:1 lets pass is reported at 7:1, on plain grounds and on painted
 * ones, and what is measured is measured again where a picture lacks a piece of the page.
 */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openGatedPage } from "../../../src/browser/gate.ts";
import { withIsolatedWorld } from "../../../src/browser/isolated-world.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import type { LeastContrast } from "../../../src/judges/html/contrast-ratio.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";
import { contrastJudge } from "../../../src/judges/html/page-contrast.ts";
import type { TextTarget } from "../../../src/judges/html/in-page/ink.ts";
import {
  measureTextContrasts,
  type ContrastMeasure,
} from "../../../src/judges/html/text-contrast.ts";

/** #666 has 5.7:1 on white. */
const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Grey</title><style>
  p { color: #666; font: 16px sans-serif } .large { font-size: 24px }
  .painted { background: linear-gradient(#fff, #fefefe) }
  .folio::after { content: "page 1"; color: #666 }
  </style></head><body><div class="pagedjs_page" data-page-number="1"><p class="plain">Plain</p>
  <p class="large">Large</p><p class="painted">Painted</p><div class="folio"></div></div></body></html>`;

let launched: LaunchedBrowser;
beforeAll(async () => {
  launched = await launchBrowser({ projectDir: process.cwd(), onNotice: () => undefined });
});
afterAll(() => launched.close());

test.each<[LeastContrast, readonly string[]]>([
  [4.5, []],
  [
    7,
    [
      "color-contrast-enhanced 1.4.6 page 1 · p “Plain”",
      "color-contrast 1.4.3 page 1 · p “Painted”",
      "generated-text-contrast 1.4.6 page 1 · div ::after “page 1”",
    ],
  ],
])("%d:1", async (least, expected) => {
  const documents = new Map([["/grey.html", { body, contentType: "text/html" }]]);
  const { page, origin, close } = await openGatedPage(launched.browser, {
    roots: [],
    documents,
    onRefused: () => undefined,
  });
  await page.goto(`${origin}/grey.html`);
  const { findings, toReview } = await runJudge(contrastJudge(least), page);
  await close();
  expect(findings.map(({ rule, wcag, where }) => [rule, ...wcag, where].join(" "))).toEqual(
    expected,
  );
  expect(findings.every(({ message }) => message.includes(`${least}:1`))).toBe(true);
  expect(toReview).toBeUndefined();
});

function measureAll(
  page: Page,
  targets: readonly TextTarget[],
): Promise<readonly ContrastMeasure[]> {
  return withIsolatedWorld(page, (world) => measureTextContrasts(page, world, targets));
}

async function measureParagraph(page: Page): Promise<ContrastMeasure> {
  const [measure] = await measureAll(page, [{ selector: "p" }]);
  if (measure === undefined) throw new Error("there is no measure of it");
  return measure;
}

describe("a measure of painted text", () => {
  const painted = (text: string, box: string, more = ""): string =>
    `<!doctype html><title>Painted</title><style>
     body { background: #000 } p { font: 700 24px sans-serif; color: ${text}; background: ${box} } ${more}
     </style><p>Painted</p>`;

  async function measure(html: string, prepare: (page: Page) => void): Promise<ContrastMeasure> {
    const page = await launched.browser.newPage();
    try {
      await page.setContent(html);
      prepare(page);
      return await measureParagraph(page);
    } finally {
      await page.close();
    }
  }

  /** Nothing of the body is painted while one of the pictures is taken. */
  function blank(picture: number) {
    return (page: Page): void => {
      const taken = page.screenshot.bind(page);
      const show = (visibility: string): Promise<void> =>
        page.evaluate((value) => {
          document.body.style.visibility = value;
        }, visibility);
      let count = 0;
      const spy = vi.spyOn(page, "screenshot") as unknown as {
        mockImplementation(make: (options: object) => Promise<unknown>): void;
      };
      spy.mockImplementation(async (options) => {
        count += 1;
        if (count !== picture) return taken(options);
        await show("hidden");
        const shot = await taken(options);
        await show("visible");
        return shot;
      });
    };
  }

  test.each([1, 2, 3, 4])("is not of picture %d, which lacks the text", async (picture) => {
    expect(
      await measure(painted("#fff", "linear-gradient(#111, #000)"), blank(picture)),
    ).toMatchObject({ kind: "enough", ink: [255, 255, 255] });
    expect(
      await measure(painted("#eee", "linear-gradient(#fff, #fefefe)"), blank(picture)),
    ).toMatchObject({ kind: "low", ink: [238, 238, 238] });
  });

  test("says nothing of a low text that changes", async () => {
    const moving =
      "@keyframes on { from { color: #fff } to { color: #ddd } } p { animation: on 3s linear infinite alternate }";
    expect(await measure(painted("#fff", "#fff", moving), () => undefined)).toEqual({
      kind: "undecided",
      reason: "what is painted there changes",
    });
  });

  test("says nothing of forced colours", async () => {
    const page = await launched.browser.newPage();
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", {
      features: [{ name: "forced-colors", value: "active" }],
    });
    await page.setContent(painted("#eee", "#fff", ".own { forced-color-adjust: none }"));
    expect(await measureParagraph(page)).toEqual({
      kind: "undecided",
      reason: "its colours are the reader's own",
    });
    await page.$eval("p", (paragraph) => {
      paragraph.className = "own";
    });
    expect(await measureParagraph(page)).toMatchObject({ kind: "low", ink: [238, 238, 238] });
    await page.close();
  });
});

describe("measures of several painted texts", () => {
  const html = `<!doctype html><title>Painted</title><style>
    body { font: 700 24px sans-serif; background: linear-gradient(#fff, #fefefe) }
    #grey { color: #bbb } #black { color: #000 } b { color: #ccc }
    #black::before { content: "Before "; color: #ddd } #far { margin-top: 3000px; color: #aaa }
    </style><p id="grey">Grey <b>paler</b></p><p id="black">Black</p><p id="far">Far</p>`;
  const targets: readonly TextTarget[] = [
    { selector: "#grey" },
    { selector: "b" },
    { selector: "#black" },
    { selector: "#black", pseudo: "::before" },
    { selector: "#far" },
    { selector: "#missing" },
  ];

  test("are those of each alone, with fewer pictures", async () => {
    const page = await launched.browser.newPage();
    await page.setContent(html);
    const taken = vi.spyOn(page, "screenshot");
    const together = await measureAll(page, targets);
    const picturesTogether = taken.mock.calls.length;
    const alone: ContrastMeasure[] = [];
    for (const target of targets) alone.push(...(await measureAll(page, [target])));
    const picturesAlone = taken.mock.calls.length - picturesTogether;
    expect(together).toEqual(alone);
    expect(together.map((measure) => "ink" in measure && measure.ink)).toEqual([
      [187, 187, 187],
      [204, 204, 204],
      [0, 0, 0],
      [221, 221, 221],
      [170, 170, 170],
      false,
    ]);
    expect(picturesTogether).toBeLessThan(picturesAlone);
    expect(await page.content()).not.toContain("imprimatur");
    await page.close();
  });
});
