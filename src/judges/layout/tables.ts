/**
 * The rule of tables: none is wider than its room, which its page and the boxes around it leave to
 * it. Input: pages as plain data; output: a finding for each table. Lines that go beyond a box, or
 * are cut off, within a table that is reported here need not be reported by themselves.
 */
import { findingOf } from "../verdict/judge-info.ts";
import { inPoints, placeOfText } from "./finding-words.ts";
import { LAYOUT_RULES, type LayoutFinding } from "./layout-info.ts";
import type { Edges, LaidOutPage, Table } from "./page-layout.ts";

/** Rounding of lengths in layout, and borders that collapse, half of which stand outside. */
const TOLERANCE_PX = 1;

export function findWideTables(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  const known = new Set<string>();
  return pages.flatMap((page) =>
    page.tables.flatMap((table) => {
      const [edge, excess] = excessOf(table, page);
      if (excess <= TOLERANCE_PX || known.has(table.name)) return [];
      known.add(table.name);
      return [
        findingOf(LAYOUT_RULES["wide-table"], {
          ...placeOfText(page.number, table, table.text),
          message: `This table goes ${inPoints(excess)} beyond the ${edge} edge of its room; no table may.`,
        }),
      ];
    }),
  );
}

/** The page without what stands in tables that are too wide. */
export function withoutWideTables(page: LaidOutPage): LaidOutPage {
  const wide = page.tables.filter((table) => excessOf(table, page)[1] > TOLERANCE_PX);
  if (wide.length === 0) return page;
  const isIn = ({ left, top, right, bottom }: Edges): boolean =>
    wide.some(
      ({ box }) =>
        left >= box.left - TOLERANCE_PX &&
        right <= box.right + TOLERANCE_PX &&
        top >= box.top - TOLERANCE_PX &&
        bottom <= box.bottom + TOLERANCE_PX,
    );
  return {
    ...page,
    lines: page.lines.filter(({ box }) => !isIn(box)),
    pictures: page.pictures.filter(({ box }) => !isIn(box)),
    generated: page.generated.filter(({ boxes }) => !boxes.some(isIn)),
  };
}

/** Of a table whose room nobody can tell, as it is turned: beyond the page itself. */
function excessOf(
  { box, room, clip }: Table,
  { trim }: LaidOutPage,
): readonly [edge: "left" | "right", excess: number] {
  const around = room ?? trim;
  const left = Math.max(around.left, clip.left, trim.left) - box.left;
  const right = box.right - Math.min(around.right, clip.right, trim.right);
  return left > right ? ["left", left] : ["right", right];
}
