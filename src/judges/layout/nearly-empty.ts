/**
 * The rule of pages that are nearly empty. Input: pages as plain data; output: findings.
 *
 * - Within a part: less than a fifth of the page's height holds anything, though something stands at
 *   its foot. A page that is empty at its foot is reported as that, by `page-breaks.ts`.
 * - At the end of a part of several pages: one line, and nothing else. Two lines are enough, which is
 *   what `widows` gives.
 * - Anywhere: nothing at all, and nobody meant it.
 *
 * Meant are pages left blank so that parts begin on the right, endpapers, pages with a page name that
 * the pages around them do not have, and how a part opens: its first page, and a part of one page.
 */
import { findingOf, type Found } from "../verdict/judge-info.ts";
import { textOf } from "./finding-words.ts";
import { emptyFootOf, withNext } from "./page-breaks.ts";
import { LAYOUT_RULES, type LayoutFinding } from "./layout-info.ts";
import type { Edges, LaidOutPage, Line } from "./page-layout.ts";

/** The share of its height that a page within a part is to hold something in. */
const LEAST_FILLED_SHARE = 1 / 5;
/** How many lines the last page of a part is to have, if it has nothing else. */
const LEAST_LAST_LINES = 2;

export function findNearlyEmptyPages(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  const filled = withNext(pages);
  return filled.flatMap(({ page, next }, index) => {
    const before = filled[index - 1]?.page;
    if (page.isEndpaper || hasNameOfItsOwn(page, before, next)) return [];
    const isLast = next === undefined || next.startsPart;
    const reported = isLast
      ? judgeLastPage(page)
      : page.startsPart || emptyFootOf(page) !== undefined
        ? undefined
        : judgeInnerPage(page);
    if (reported === undefined) return [];
    const where = `page ${page.number}`;
    return [findingOf(LAYOUT_RULES["nearly-empty-page"], { where, ...reported })];
  });
}

type Reported = Pick<Found, "message" | "help"> | undefined;

function judgeInnerPage(page: LaidOutPage): Reported {
  const share = filledShareOf(page);
  if (share >= LEAST_FILLED_SHARE) return undefined;
  return {
    message: `Only ${Math.floor(share * 100)} % of the height of the page hold anything, and its part goes on; at least a fifth must.`,
    help: "Look for a large margin, or a block that is pushed to the foot of the page; let blocks break over pages (break-inside: auto).",
  };
}

function judgeLastPage(page: LaidOutPage): Reported {
  const lines = page.lines.filter(({ box }) => isIn(box, page));
  if (lines.length === 0 && isBare(page)) {
    return {
      message: "There is nothing on the page.",
      help: "Leave out the element that begins it, or its forced break; a page that is to be blank has a page name of its own (page: blank).",
    };
  }
  const count = countRows(lines);
  if (page.startsPart || count === 0 || count >= LEAST_LAST_LINES || page.hasFootnotes) {
    return undefined;
  }
  if (filledShareOf(page) >= LEAST_FILLED_SHARE) return undefined;
  const words = lines.map(textOf).join(" ").split(" ");
  const quoted = words.length > 8 ? `${words.slice(0, 8).join(" ")}…` : words.join(" ");
  return {
    message: `The last page of its part holds only “${quoted}”; at least ${LEAST_LAST_LINES} lines must stand there.`,
    help: "Change the text by a word or two, or the space around it, so that the lines go to the page before or more come with them.",
  };
}

/** As an author gives it to a page that is to be what it is. */
function hasNameOfItsOwn(
  page: LaidOutPage,
  before: LaidOutPage | undefined,
  next: LaidOutPage | undefined,
): boolean {
  const name = page.names.join(" ");
  return name !== "" && [before, next].every((other) => other?.names.join(" ") !== name);
}

/** No lines apart, neither pictures nor grounds, nor anything that styles write. */
function isBare(page: LaidOutPage): boolean {
  const painted = [
    ...page.pictures.map(({ box }) => box),
    ...page.generated.flatMap(({ boxes }) => boxes),
  ];
  return page.grounds.length === 0 && !painted.some((box) => isIn(box, page));
}

function isIn(box: Edges, { room }: LaidOutPage): boolean {
  return (
    box.bottom > room.top && box.top < room.bottom && box.right > room.left && box.left < room.right
  );
}

/** Lines side by side, as in the cells of a row, are one. */
function countRows(lines: readonly Line[]): number {
  let bottom = -Infinity;
  let count = 0;
  for (const { box } of lines.toSorted((one, other) => one.box.top - other.box.top)) {
    if ((box.top + box.bottom) / 2 <= bottom) continue;
    count += 1;
    bottom = box.bottom;
  }
  return count;
}

/** The share of the height of the page's room that text, pictures and grounds fill. */
function filledShareOf(page: LaidOutPage): number {
  const { room } = page;
  const boxes = [
    ...blocksOf(page.lines),
    ...page.pictures.map(({ box }) => box),
    ...page.generated.flatMap(({ boxes }) => boxes),
    ...page.grounds,
  ].filter((box) => isIn(box, page));
  let filled = 0;
  let reached = room.top;
  for (const { top, bottom } of boxes.toSorted((one, other) => one.top - other.top)) {
    const [from, to] = [Math.max(top, reached), Math.min(bottom, room.bottom)];
    if (to <= from) continue;
    filled += to - from;
    reached = to;
  }
  return filled / (room.bottom - room.top);
}

/** From the first line of each block to its last: the room between its lines is its own. */
function blocksOf(lines: readonly Line[]): readonly Edges[] {
  const blocks = new Map<string, Edges>();
  for (const { block, box } of lines) {
    const known = blocks.get(block) ?? box;
    blocks.set(block, {
      left: Math.min(known.left, box.left),
      top: Math.min(known.top, box.top),
      right: Math.max(known.right, box.right),
      bottom: Math.max(known.bottom, box.bottom),
    });
  }
  return [...blocks.values()];
}
