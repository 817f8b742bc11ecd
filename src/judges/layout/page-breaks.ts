/**
 * Rules of where pages break: no page left empty at its foot, no heading parted from its text, no
 * line of a paragraph alone. Input: pages as plain data; output: findings.
 *
 * A part runs from one forced break to the next; its last page may be as empty as it likes, and so
 * a cover, a full-page panel or a chapter of one page is a part of its own.
 */
import { findingOf } from "../verdict/judge-info.ts";
import { placeOfLine } from "./finding-words.ts";
import { LAYOUT_RULES, type LayoutFinding } from "./layout-info.ts";
import type { LaidOutPage, Line } from "./page-layout.ts";

/** The share of a page's room that may be empty at its foot. */
const LARGEST_EMPTY_SHARE = 1 / 3;

/** The share of its room that is empty at the foot of a page, where that is more than may be. */
export function emptyFootOf({ room, contentBottom }: LaidOutPage): number | undefined {
  const empty = (room.bottom - contentBottom) / (room.bottom - room.top);
  return empty > LARGEST_EMPTY_SHARE ? empty : undefined;
}

export function findEmptyFeet(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  return withNext(pages).flatMap(({ page, next }) => {
    const empty = emptyFootOf(page);
    if (next === undefined || next.startsPart || empty === undefined) return [];
    const [first] = next.lines.filter((line) => line.isInFlow);
    const what = first === undefined ? "" : ` before ${placeOfLine(next.number, first).where}`;
    return [
      findingOf(LAYOUT_RULES["empty-foot"], {
        where: `page ${page.number}`,
        message: `${percent(empty)} of the page is empty at its foot${what}; at most a third may be, but at the end of a part.`,
      }),
    ];
  });
}

export function findStrandedHeadings(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  return withNext(pages).flatMap(({ page, next }) => {
    if (next === undefined || next.startsPart) return [];
    const last = lastOf(page);
    if (last === undefined || !("opens" in last) || last.opens === undefined) return [];
    return [
      findingOf(LAYOUT_RULES["heading-at-foot"], {
        ...placeOfLine(page.number, { ...last, element: last.opens }),
        message: `This ${last.opens} is the last thing on page ${page.number}, and what it stands above is on page ${next.number}; it needs two lines below it.`,
      }),
    ];
  });
}

/** The last thing of the page's content in the order of the document. */
function lastOf({ lines, pictures }: LaidOutPage): Line | { readonly order: number } | undefined {
  return [...lines, ...pictures]
    .filter((thing) => thing.isInFlow)
    .reduce<Line | { readonly order: number } | undefined>(
      (last, thing) => (last === undefined || thing.order > last.order ? thing : last),
      undefined,
    );
}

/** The last line of a paragraph alone on a page is a widow, the first one alone an orphan. */
export function findLoneLines(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  return [...paragraphsOf(pages).values()].flatMap((fragments) => {
    const [first] = fragments;
    const last = fragments.at(-1);
    if (first === undefined || last === undefined || first === last) return [];
    return [
      ...(first.lines.length === 1 ? [loneLine("orphan", first)] : []),
      ...(last.lines.length === 1 ? [loneLine("widow", last)] : []),
    ];
  });
}

interface Fragment {
  readonly page: LaidOutPage;
  readonly lines: Line[];
}

/** The parts of each paragraph, one a page. */
function paragraphsOf(pages: readonly LaidOutPage[]): ReadonlyMap<string, readonly Fragment[]> {
  const paragraphs = new Map<string, Fragment[]>();
  for (const page of pages) {
    for (const line of page.lines) {
      if (!line.isRunning || !line.isInFlow) continue;
      const fragments = paragraphs.get(line.block) ?? [];
      paragraphs.set(line.block, fragments);
      const last = fragments.at(-1);
      if (last?.page === page) last.lines.push(line);
      else fragments.push({ page, lines: [line] });
    }
  }
  return paragraphs;
}

function loneLine(rule: "orphan" | "widow", { page, lines }: Fragment): LayoutFinding {
  const [line] = lines;
  if (line === undefined) throw new RangeError("a fragment has lines");
  const isWidow = rule === "widow";
  return findingOf(LAYOUT_RULES[rule], {
    ...placeOfLine(page.number, line, isWidow ? "end" : "start"),
    message: isWidow
      ? `The last line of a paragraph stands alone at the head of page ${page.number}; at least 2 lines must.`
      : `The first line of a paragraph stands alone at the foot of page ${page.number}; at least 2 lines must.`,
  });
}

/** Each page with the next one that is not left blank for the sake of left and right. */
export function withNext(
  pages: readonly LaidOutPage[],
): readonly { readonly page: LaidOutPage; readonly next: LaidOutPage | undefined }[] {
  const filled = pages.filter(({ isBlank }) => !isBlank);
  return filled.map((page, index) => ({ page, next: filled[index + 1] }));
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
