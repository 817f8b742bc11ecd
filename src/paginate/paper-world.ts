/**
 * What paper asks of a document: the size of its pages, and repairs, which change what a document made for
 * screens would lose on pages, before its source is read, by styles (and by words for what did not come). Input: a page that shows the
 * document; output: sizes, and what was changed. It works in a world of its own: what reads and proves
 * takes nothing from it.
 */
import type { CDPSession } from "puppeteer";
import { enterWorld } from "../browser/isolated-world.ts";
import { installPageSizes } from "./in-page/install-page-sizes.ts";
import { installStyleRules } from "./in-page/install-style-rules.ts";
import { installBreakWords } from "./in-page/repairs/install-break-words.ts";
import { installFitTables } from "./in-page/repairs/install-fit-tables.ts";
import { installLiftShadows } from "./in-page/repairs/install-lift-shadows.ts";
import { installMeasuring } from "./in-page/repairs/install-measuring.ts";
import { installNameMissing } from "./in-page/repairs/install-name-missing.ts";
import { installOpenShells } from "./in-page/repairs/install-open-shells.ts";
import { installPageAreas } from "./in-page/repairs/install-page-areas.ts";
import { installShrinkPictures } from "./in-page/repairs/install-shrink-pictures.ts";
import { installStackColumns } from "./in-page/repairs/install-stack-columns.ts";
import { installWrapLines } from "./in-page/repairs/install-wrap-lines.ts";
import type { Repair, RepairName } from "./in-page/repairs/repair-globals.ts";

export type { Repair };

/** In this order they are made: each sees what those before it have changed. */
const installers = [
  installStyleRules,
  installPageSizes,
  installPageAreas,
  installMeasuring,
  installNameMissing,
  installOpenShells,
  installStackColumns,
  installShrinkPictures,
  installWrapLines,
  installFitTables,
  installBreakWords,
  installLiftShadows,
];

export interface PaperWorld {
  /** The size of a page without a name, in CSS pixels. */
  readonly sheet: () => Promise<{ readonly width: number; readonly height: number }>;
  readonly repair: (names: readonly RepairName[]) => Promise<readonly Repair[]>;
}

/** @param frameId of a page that shows a document with its styles. */
export async function openPaperWorld(session: CDPSession, frameId: string): Promise<PaperWorld> {
  const world = await enterWorld(session, frameId, { name: "imprimatur paper", timeoutMs: 0 });
  for (const install of installers) await world.evaluate(install);
  return {
    sheet: () =>
      world.evaluate(() => {
        const { sheetWidth, sheetHeight } = window.repairs.areaOf("");
        return { width: sheetWidth, height: sheetHeight };
      }),
    repair: (names) =>
      names.length === 0
        ? Promise.resolve([])
        : world.evaluate((chosen) => window.repairs.run(chosen), names),
  };
}
