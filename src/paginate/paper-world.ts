/**
 * What paper asks of a document: the size of its pages, and repairs, which change what a document made for
 * screens would lose on pages, before its source is read, by styles (and by words for what did not come). Input: a page that shows the
 * document; output: sizes, and what was changed. It works in a world of its own: what reads and proves
 * takes nothing from it.
 */
import type { CDPSession } from "puppeteer";
import { inPageModule } from "../browser/in-page-module.ts";
import { enterWorld } from "../browser/isolated-world.ts";
import type * as exported from "./in-page/repairs/index.ts";
import type { Repair, RepairName } from "./in-page/repairs/repair.ts";

export type { Repair };

const inPage = inPageModule<typeof exported>(
  new URL("./in-page/repairs/index.ts", import.meta.url),
);

export interface PaperWorld {
  /** The size of a page without a name, in CSS pixels. */
  readonly sheet: () => Promise<{ readonly width: number; readonly height: number }>;
  readonly repair: (names: readonly RepairName[]) => Promise<readonly Repair[]>;
}

/** @param frameId of a page that shows a document with its styles. */
export async function openPaperWorld(session: CDPSession, frameId: string): Promise<PaperWorld> {
  const world = await enterWorld(session, frameId, { name: "imprimatur paper", timeoutMs: 0 });
  const module = await world.load(inPage);
  return {
    sheet: () => module.call("sheetSize"),
    repair: (names) => (names.length === 0 ? Promise.resolve([]) : module.call("repair", names)),
  };
}
