/** What runs in the world that repairs a document for paper, as one bundle. */
import { breakWords } from "./break-words.ts";
import { changesMade } from "./changes.ts";
import { fitTables } from "./fit-tables.ts";
import { liftShadows } from "./lift-shadows.ts";
import { nameMissing } from "./name-missing.ts";
import { openShells } from "./open-shells.ts";
import { areaOf, forgetAreas } from "./page-areas.ts";
import type { Repair, RepairName } from "./repair.ts";
import { shrinkPictures } from "./shrink-pictures.ts";
import { stackColumns } from "./stack-columns.ts";
import { stageStyles } from "./stage.ts";
import { wrapLines } from "./wrap-lines.ts";

/** In this order they are made: each sees what those before it have changed. */
const repairs: readonly (readonly [RepairName, () => void])[] = [
  ["missing", nameMissing],
  ["shells", openShells],
  ["columns", stackColumns],
  ["pictures", shrinkPictures],
  ["lines", wrapLines],
  ["tables", fitTables],
  ["words", breakWords],
  ["shadows", liftShadows],
];

/** Measures the document as it would stand on paper, changes it, and says what was changed. */
export function repair(names: readonly RepairName[]): readonly Repair[] {
  // Scripts may have brought rules since pages were asked for first.
  forgetAreas();
  const style = stageStyles();
  document.head.append(style);
  try {
    for (const [name, make] of repairs) if (names.includes(name)) make();
  } finally {
    style.remove();
  }
  return changesMade();
}

/** The size of a page without a name, in CSS pixels. */
export function sheetSize(): { readonly width: number; readonly height: number } {
  const { sheetWidth, sheetHeight } = areaOf("");
  return { width: sheetWidth, height: sheetHeight };
}
