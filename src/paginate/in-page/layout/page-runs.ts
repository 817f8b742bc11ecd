/**
 * Which of several numbers of pages are shown, and how: a page is named once, and three or more pages that
 * follow each other are a range. Input: numbers in the order of a list; output: what becomes of each. Pure.
 */

export interface ListedPage {
  readonly number: number | undefined;
  /** Here ends a passage that began with the number before. */
  readonly isThrough: boolean;
}

export type PageMark = "stands" | "ends-range" | "hidden";

const LEAST_RANGE = 3;

interface Run {
  from: number;
  to: number;
  /** Where an author says that all pages of it belong together. */
  isPassage: boolean;
  /** Places in the list. */
  readonly places: number[];
}

export function joinPages(listed: readonly ListedPage[]): readonly PageMark[] {
  const marks = listed.map((): PageMark => "stands");
  for (const { from, to, isPassage, places } of runsAmong(listed)) {
    const isRange = to > from && (isPassage || to - from + 1 >= LEAST_RANGE);
    const shown = new Set<number | undefined>();
    for (const place of places) {
      const number = listed[place]?.number;
      const isEnd = number === from || number === to;
      const isShown = isEnd && !shown.has(number);
      shown.add(number);
      marks[place] = !isShown ? "hidden" : isRange && number === to ? "ends-range" : "stands";
    }
  }
  return marks;
}

function runsAmong(listed: readonly ListedPage[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [place, { number, isThrough }] of listed.entries()) {
    // One whose page is not known yet stands for itself.
    if (number === undefined) continue;
    const last = runs.at(-1);
    if (isThrough && last !== undefined && number >= last.to) {
      if (number > last.to) last.isPassage = true;
      last.to = number;
      last.places.push(place);
      continue;
    }
    const follows = (run: Run): boolean => number >= run.from && number <= run.to;
    const run =
      last?.to === number - 1 && !isThrough ? last : runs.find((earlier) => follows(earlier));
    if (run === undefined)
      runs.push({ from: number, to: number, isPassage: false, places: [place] });
    else {
      run.to = Math.max(run.to, number);
      run.places.push(place);
    }
  }
  return runs;
}
