/**
 * Rules of the lines of a block: not too many divided words in a row, and no line that is longer
 * than its block has room for. Input: pages as plain data; output: findings.
 */
import { findingOf } from "../verdict/judge-info.ts";
import { inPoints, placeOfLine, textOf } from "./finding-words.ts";
import { LAYOUT_RULES, type LayoutFinding } from "./layout-info.ts";
import type { LaidOutPage, Line } from "./page-layout.ts";

const MOST_HYPHENS = 3;
/** Rounding of lengths in layout. */
const TOLERANCE_PX = 0.5;

/** Hyphens that an author wrote are the words' own and do not count; page breaks do not part runs. */
export function findHyphenRuns(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  const blocks = new Map<string, { readonly page: number; readonly line: Line }[]>();
  for (const page of pages) {
    for (const line of page.lines) {
      if (line.kind !== "line") continue;
      const lines = blocks.get(line.block) ?? [];
      blocks.set(line.block, lines);
      lines.push({ page: page.number, line });
    }
  }
  return [...blocks.values()].flatMap((lines) => {
    const runs: (typeof lines)[] = [[]];
    for (const entry of lines) {
      if (entry.line.endsInLayoutHyphen) runs.at(-1)?.push(entry);
      else runs.push([]);
    }
    return runs
      .filter((run) => run.length > MOST_HYPHENS)
      .flatMap((run) => {
        const [first] = run;
        if (first === undefined) return [];
        return [
          findingOf(LAYOUT_RULES["hyphen-run"], {
            ...placeOfLine(first.page, first.line, "end"),
            message: `${run.length} lines in a row end in a hyphen (${run.map(({ line }) => lastWordOf(line)).join(", ")}); at most ${MOST_HYPHENS} may.`,
          }),
        ];
      });
  });
}

function lastWordOf(line: Line): string {
  return textOf(line).split(" ").at(-1) ?? "";
}

/** Along the line to half a pixel; across it, where boxes are taller than letters, by its middle. */
export function findOverflowingLines(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  return pages.flatMap((page) =>
    page.lines.flatMap((line) => {
      const { frame, box } = line;
      if (frame === undefined) return [];
      const runsDown = box.bottom - box.top > 2 * (box.right - box.left);
      const [across, down] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const beyond = runsDown
        ? {
            top: frame.top - box.top,
            bottom: box.bottom - frame.bottom,
            left: frame.left - across,
            right: across - frame.right,
          }
        : {
            left: frame.left - box.left,
            right: box.right - frame.right,
            top: frame.top - down,
            bottom: down - frame.bottom,
          };
      const [worst] = Object.entries(beyond).sort(([, one], [, other]) => other - one);
      if (worst === undefined || worst[1] <= TOLERANCE_PX) return [];
      const [edge, excess] = worst;
      return [
        findingOf(LAYOUT_RULES["line-overflow"], {
          ...placeOfLine(page.number, line),
          message: `This line goes ${inPoints(excess)} beyond the ${edge} edge of its box; no line may.`,
        }),
      ];
    }),
  );
}
