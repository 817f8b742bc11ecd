/**
 * Reads the paginated pages as plain data for the rules of layout. Input: the pages, open in print
 * media with their fonts; output: a `LaidOutPage` for each. It changes nothing in them.
 */
import type { Page } from "puppeteer";
import { inPageModule } from "../../browser/in-page-module.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import type * as exported from "./in-page/index.ts";
import type { ReadPage } from "./in-page/read-page.ts";
import type { LaidOutPage } from "./page-layout.ts";
import { readGeneratedTexts } from "./read-generated.ts";

const inPage = inPageModule<typeof exported>(new URL("./in-page/index.ts", import.meta.url));

export async function readLayout(page: Page, signal: AbortSignal): Promise<readonly LaidOutPage[]> {
  return withIsolatedWorld(page, async (world) => {
    const module = await world.load(inPage);
    const count = await module.call("countPages");
    const generated = await readGeneratedTexts(world, module);
    const pages: LaidOutPage[] = [];
    let before: ReadPage | undefined;
    for (let index = 0; index < count; index += 1) {
      signal.throwIfAborted();
      const read: ReadPage = await module.call("readPage", index);
      pages.push({
        ...read,
        tables: await module.call("readTables", index),
        startsPart: before === undefined || read.startsAtBreak || !haveSameNames(before, read),
        generated: generated.get(index) ?? [],
      });
      before = read;
    }
    return pages;
  });
}

/** Content that wants other page rules is parted from what is before it (CSS Paged Media 3, 7.1). */
function haveSameNames(one: ReadPage, other: ReadPage): boolean {
  return one.names.join(" ") === other.names.join(" ");
}
