/**
 * Reads the paginated pages as plain data for the rules of layout. Input: the pages, open in print
 * media with their fonts; output: a `LaidOutPage` for each. It changes nothing in them.
 */
import type { Page } from "puppeteer";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import { installDivisions } from "./install-divisions.ts";
import { installGeometry } from "./install-geometry.ts";
import { installPieces } from "./install-pieces.ts";
import { installRunningText } from "./install-running-text.ts";
import { installWordReader } from "./install-word-reader.ts";
import type { LaidOutPage } from "./page-layout.ts";
import { readGeneratedTexts } from "./read-generated.ts";
import { readPage, type ReadPage } from "./read-page.ts";
import { readTables } from "./read-tables.ts";

export async function readLayout(page: Page, signal: AbortSignal): Promise<readonly LaidOutPage[]> {
  return withIsolatedWorld(page, async (world) => {
    const count = await world.evaluate(async () => {
      await document.fonts.ready;
      return document.querySelectorAll(".pagedjs_page").length;
    });
    await installGeometry(world);
    await installPieces(world);
    await installWordReader(world);
    await installRunningText(world);
    await installDivisions(world);
    const generated = await readGeneratedTexts(world);
    const pages: LaidOutPage[] = [];
    let before: ReadPage | undefined;
    for (let index = 0; index < count; index += 1) {
      signal.throwIfAborted();
      const read: ReadPage = await world.evaluate(readPage, index);
      pages.push({
        ...read,
        tables: await world.evaluate(readTables, index),
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
