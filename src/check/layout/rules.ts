/**
 * The rules of layout, over pages as plain data. Input: the pages in order and what the edition is
 * held to; output: findings. They open nothing.
 */
import type { Finding } from "../finding.ts";
import type { LaidBox, LaidLine, LaidPage } from "./laid-page.ts";

export interface LayoutLimits {
  /** Least size of any text, superscripts and texts of drawings included, in points. */
  readonly smallestTextPt: number;
}

const EMPTY_FOOT = 1 / 3;
const HYPHENS_IN_A_ROW = 3;
/** Rounding of the browser, in pixels and points. */
const SLACK_PX = 1;
const SLACK_PT = 0.05;

interface Fault {
  readonly rule: string;
  readonly where: string;
  readonly message: string;
  readonly help: string;
}

const placeOf = (page: LaidPage, { text }: { readonly text: string }): string =>
  `page ${page.number} · “${text}”`;

export function judgeLayout(
  pages: readonly LaidPage[],
  { smallestTextPt }: LayoutLimits,
): readonly Finding[] {
  const faults = pages.flatMap((page, index) => {
    const next = pages[index + 1];
    const goesOn = next !== undefined && !next.startsPart;
    return [
      ...(goesOn ? [...emptyFoot(page), ...headingAtFoot(page)] : []),
      ...loneLines(page),
      ...hyphenRuns(page),
      ...outside(page),
      ...overlaps(page),
      ...smallTexts(page, smallestTextPt),
    ];
  });
  return faults.map((fault) => ({ ...fault, impact: "moderate", wcag: [] }));
}

function emptyFoot(page: LaidPage): readonly Fault[] {
  const { top, bottom } = page.area;
  const empty = (bottom - page.paintedTo) / (bottom - top);
  if (empty <= EMPTY_FOOT) return [];
  return [
    {
      rule: "empty-foot",
      where: `page ${page.number}`,
      message: `${Math.round(empty * 100)} % of the page is empty at its foot, and its part goes on: a third is the most.`,
      help: "Let what comes next be divided, or make it smaller, or move it.",
    },
  ];
}

function headingAtFoot(page: LaidPage): readonly Fault[] {
  const last = page.lines.at(-1);
  if (last?.isHeading !== true) return [];
  return [
    {
      rule: "heading-at-foot",
      where: placeOf(page, last),
      message: "The heading is the last thing on the page, and its text is on the next.",
      help: "Give it `break-after: avoid`.",
    },
  ];
}

/** A widow is the last line of a block alone on a page, an orphan the first. */
function loneLines(page: LaidPage): readonly Fault[] {
  return page.blocks.flatMap((block, index) => {
    const lines = page.lines.filter((line) => line.block === index);
    const [line] = lines;
    if (line === undefined || lines.length > 1 || block.isContinued === block.goesOn) return [];
    const rule = block.isContinued ? "widow" : "orphan";
    return [
      {
        rule,
        where: placeOf(page, line),
        message: `One line of the paragraph stands alone on this page (${rule}): two are the least.`,
        help: `Give the paragraph \`${rule}s: 2\`.`,
      },
    ];
  });
}

function hyphenRuns(page: LaidPage): readonly Fault[] {
  const faults: Fault[] = [];
  let run = 0;
  let block: number | undefined;
  for (const line of page.lines) {
    run = line.isDivided ? (line.block === block ? run + 1 : 1) : 0;
    block = line.block;
    if (run !== HYPHENS_IN_A_ROW + 1) continue;
    faults.push({
      rule: "hyphen-run",
      where: placeOf(page, line),
      message: `More than ${HYPHENS_IN_A_ROW} lines in a row end in a hyphen.`,
      help: "Word it otherwise, change the measure, or switch hyphenation off for the paragraph.",
    });
  }
  return faults;
}

function outside(page: LaidPage): readonly Fault[] {
  const clipped = page.lines.filter((line) => !contains(page.trim, line));
  const beyond = page.lines.filter((line) => {
    const block = page.blocks[line.block];
    return (
      line.picture === undefined &&
      block !== undefined &&
      !clipped.includes(line) &&
      (line.right > block.right + SLACK_PX || line.left < block.left - SLACK_PX)
    );
  });
  return [
    ...clipped.map((line) => ({
      rule: "clipped",
      where: placeOf(page, line),
      message: "The line goes beyond the edge of the page and is cut there.",
      help: "Let it break (`overflow-wrap`), or make it smaller.",
    })),
    ...beyond.map((line) => ({
      rule: "line-overflow",
      where: placeOf(page, line),
      message: "The line goes beyond the box that it stands in.",
      help: "Let it break (`overflow-wrap`), or make it smaller.",
    })),
  ];
}

function contains(outer: LaidBox, inner: LaidBox): boolean {
  return (
    inner.left >= outer.left - SLACK_PX &&
    inner.right <= outer.right + SLACK_PX &&
    inner.top >= outer.top - SLACK_PX &&
    inner.bottom <= outer.bottom + SLACK_PX
  );
}

/** Boxes of lines are higher than their letters, so a fifth is taken off at both ends. */
function letters(line: LaidLine): LaidBox {
  const spare = (line.bottom - line.top) / 5;
  return { ...line, top: line.top + spare, bottom: line.bottom - spare };
}

function overlap(one: LaidBox, other: LaidBox): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK_PX &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK_PX
  );
}

function overlaps(page: LaidPage): readonly Fault[] {
  const fault = (line: LaidLine, what: string): Fault => ({
    rule: "overlap",
    where: placeOf(page, line),
    message: `The line and ${what} are printed on each other.`,
    help: "Look for negative margins, fixed heights and positions.",
  });
  return page.lines.flatMap((line, index) => {
    const other = page.lines
      .slice(index + 1)
      .find((each) => each.block !== line.block && overlap(letters(line), letters(each)));
    const picture = page.pictures.some(
      (each, at) => line.picture !== at && overlap(letters(line), each),
    );
    return [
      ...(other === undefined ? [] : [fault(line, `“${other.text}”`)]),
      ...(picture && line.picture === undefined ? [fault(line, "a picture")] : []),
    ];
  });
}

function smallTexts(page: LaidPage, smallestPt: number): readonly Fault[] {
  const small = [...page.lines, ...page.marginTexts].filter(
    ({ sizePt }) => sizePt < smallestPt - SLACK_PT,
  );
  return small.map((text) => ({
    rule: "small-text",
    where: placeOf(page, text),
    message: `The text is ${Math.round(text.sizePt * 10) / 10} pt: the edition wants ${smallestPt} pt at least.`,
    help: "Make it larger in the stylesheet, or change `judges.smallestText` of the edition.",
  }));
}
