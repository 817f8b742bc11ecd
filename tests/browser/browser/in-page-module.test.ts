/** Modules that are loaded into a world of a page: what they say, and that nothing of them is met there. */
import type { Page } from "puppeteer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { functionOf, inPageModule } from "../../../src/browser/in-page-module.ts";
import { withIsolatedWorld } from "../../../src/browser/isolated-world.ts";
import { testBrowser } from "../../support/test-browser.ts";
import type * as exported from "./in-page/index.ts";

const browser = testBrowser();
const inPage = inPageModule<typeof exported>(new URL("./in-page/index.ts", import.meta.url));
let page: Page;

beforeEach(async () => {
  page = await browser().newPage();
  await page.setContent(`<title>Quay</title><body><div id="exported"></div><script>
    window.exported = "of the page";
    Array.prototype.map = () => ["of the page"];
    document.querySelector("div").attachShadow({ mode: "closed" }).textContent = "shade";
  </script>`);
});
afterEach(() => page.close());

test("its functions take and give values, and wait", async () => {
  await withIsolatedWorld(page, async (world) => {
    const module = await world.load(inPage);
    expect(await module.call("titled", "At the ")).toBe("At the Quay");
    expect(await module.call("later", 21)).toEqual({ doubled: 42 });
    await expect(module.call("fail")).rejects.toThrow("it has failed");
  });
});

test("each has state of its own, in one world as well", async () => {
  await withIsolatedWorld(page, async (world) => {
    const [one, other] = [await world.load(inPage), await world.load(inPage)];
    expect([await one.call("next"), await one.call("next")]).toEqual([1, 2]);
    expect(await other.call("next")).toBe(1);
  });
});

test("a function runs where one of another module calls it", async () => {
  await withIsolatedWorld(page, async (world) => {
    const [outer, inner] = [await world.load(inPage), await world.load(inPage)];
    await outer.callWithin(functionOf(outer, "noting"), "note", "between");
    expect(await outer.call("noted")).toEqual(["before", "between", "after"]);
    expect(await inner.callWithin(functionOf(outer, "noting"), "note", "elsewhere")).toBe(1);
    expect(await outer.call("noted")).toHaveLength(5);
  });
});

test("shadow trees are shown to it, closed ones too", async () => {
  await withIsolatedWorld(page, async (world) => {
    const module = await world.load(inPage);
    await world.visitShadowTrees(functionOf(module, "see"));
    expect(await module.call("seenTrees")).toEqual(["closed shade"]);
  });
});

test("no global of the page or of the world is new", async () => {
  const ofPage = (): Promise<string[]> =>
    page.evaluate(() => Object.getOwnPropertyNames(globalThis).sort());
  const before = await ofPage();
  await withIsolatedWorld(page, async (world) => {
    const ofWorld = (): Promise<string[]> =>
      world.evaluate(() => Object.getOwnPropertyNames(globalThis).sort());
    const untouched = await ofWorld();
    const module = await world.load(inPage);
    expect(await module.call("globals")).toEqual(untouched);
    expect(await ofWorld()).toEqual(untouched);
    expect(untouched).not.toContain("exported");
  });
  expect(await ofPage()).toEqual(before);
  expect(before).toContain("exported");
});
