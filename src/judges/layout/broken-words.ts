/**
 * Rules of what the end of a line, or of a page, may not break: a number, and a word without a
 * hyphen. Input: pages as plain data, or the divisions of a web page; output: a finding for each
 * number or word. Which they are is for `division.ts` to say.
 */
import type { FoundPlace } from "../verdict/found-element.ts";
import { findingOf, type RuleInfo } from "../verdict/judge-info.ts";
import { whatIsBroken, type Broken, type Division, type RunPart } from "./division.ts";
import { placeOfLine } from "./finding-words.ts";
import { LAYOUT_RULES, type LayoutFinding } from "./layout-info.ts";
import type { LaidOutPage, Line } from "./page-layout.ts";

export interface PlacedDivision extends FoundPlace {
  readonly division: Division;
  /** What is wider than this has to be broken. */
  readonly pageWidthPx: number;
}

export function findBrokenWords(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  const filled = pages.filter(({ isBlank }) => !isBlank);
  return describeBroken(
    filled.flatMap((page, index) => {
      const [before, next] = [
        overPages(filled[index - 1], page),
        overPages(page, filled[index + 1]),
      ];
      return [
        ...divisionsOn(page).map((placed) => completed(placed, before, next)),
        ...[...next.values()].map((over) => divisionOver(page, over)),
      ];
    }),
  );
}

interface LineDivision extends PlacedDivision {
  readonly block: string;
}

function divisionsOn(page: LaidOutPage): readonly LineDivision[] {
  const before = new Map<string, Line>();
  return page.lines.flatMap((line) => {
    const last = before.get(line.block);
    if (line.kind === "line") before.set(line.block, line);
    const { division, block } = line;
    if (division === undefined || last === undefined) return [];
    const place = placeOfLine(page.number, last, "end");
    return [{ ...place, division, block, pageWidthPx: widthOf(page) }];
  });
}

/** A run that goes over from one page to the next. */
interface RunOverPages {
  readonly name: string;
  readonly line: Line;
  readonly runsOn: RunPart;
  readonly runsIn: RunPart;
}

/** By block: of each page only the last one of a block can run on. */
function overPages(
  page: LaidOutPage | undefined,
  next: LaidOutPage | undefined,
): ReadonlyMap<string, RunOverPages> {
  const runsIn = new Map(next?.lines.map((line) => [line.block, line.runsIn] as const).reverse());
  const found = new Map<string, RunOverPages>();
  for (const line of page?.lines ?? []) {
    const into = runsIn.get(line.block);
    if (line.runsOn === undefined || into === undefined) continue;
    const name = `${line.block} over page ${page?.number ?? 0}`;
    found.set(line.block, { name, line, runsOn: line.runsOn, runsIn: into });
  }
  return found;
}

/** With what of its run stands on the page before, and on the next one. */
function completed(
  { block, ...placed }: LineDivision,
  before: ReadonlyMap<string, RunOverPages>,
  next: ReadonlyMap<string, RunOverPages>,
): PlacedDivision {
  const { division } = placed;
  const [into, on] = [before.get(block), next.get(block)];
  const head = into?.runsIn.text === division.text ? into : undefined;
  const tail = on?.runsOn.text === division.text ? on : undefined;
  return {
    ...placed,
    division: {
      ...division,
      run: head?.name ?? tail?.name ?? division.run,
      text: `${head?.runsOn.text ?? ""}${division.text}${tail?.runsIn.text ?? ""}`,
      at: (head?.runsOn.text.length ?? 0) + division.at,
      widthPx: (head?.runsOn.widthPx ?? 0) + division.widthPx + (tail?.runsIn.widthPx ?? 0),
    },
  };
}

function divisionOver(
  page: LaidOutPage,
  { name, line, runsOn, runsIn }: RunOverPages,
): PlacedDivision {
  return {
    ...placeOfLine(page.number, line, "end"),
    pageWidthPx: widthOf(page),
    division: {
      run: name,
      text: `${runsOn.text}${runsIn.text}`,
      at: runsOn.text.length,
      isHyphenated: line.endsInLayoutHyphen,
      isCode: runsOn.isCode || runsIn.isCode,
      widthPx: runsOn.widthPx + runsIn.widthPx,
      roomPx: runsOn.roomPx,
    },
  };
}

function widthOf({ room }: LaidOutPage): number {
  return room.right - room.left;
}

/**
 * One finding for each run, with all its parts. `isReflowed`: a word may break that is too long for
 * its line.
 */
export function describeBroken(
  divisions: readonly PlacedDivision[],
  { isReflowed = false }: { readonly isReflowed?: boolean } = {},
): readonly LayoutFinding[] {
  const runs = new Map<string, PlacedDivision[]>();
  for (const placed of divisions) {
    const { run } = placed.division;
    runs.set(run, [...(runs.get(run) ?? []), placed]);
  }
  return [...runs.values()].flatMap((ofRun) => {
    const broken = ofRun.map(({ division, pageWidthPx }) => whatIsBroken(division, pageWidthPx));
    const kind = broken.includes("number") ? "number" : broken.find((what) => what !== undefined);
    const [first] = ofRun;
    if (kind === undefined || first === undefined) return [];
    const { widthPx, roomPx } = first.division;
    if (kind === "word" && isReflowed && widthPx > roomPx - ROUNDING_PX) return [];
    const { where, element } = first;
    return [findingOf(RULE_OF[kind], { where, element, message: describeParts(kind, ofRun) })];
  });
}

/** The browser tells the room of a block in whole pixels, and half of a collapsed border with it. */
const ROUNDING_PX = 2;

const RULE_OF = {
  number: LAYOUT_RULES["broken-number"],
  word: LAYOUT_RULES["broken-word"],
} as const satisfies Readonly<Record<Broken, RuleInfo>>;

function describeParts(kind: Broken, divisions: readonly PlacedDivision[]): string {
  const [first] = divisions;
  const text = first?.division.text ?? "";
  const ends = [...divisions.map(({ division }) => division.at), text.length];
  const parts = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  const shown = parts.map((part) => `“${part.replaceAll("\u00AD", "").trim()}”`).join(" + ");
  return kind === "number"
    ? `The end of a line breaks this number: ${shown}; none may.`
    : `The end of a line breaks this word without a hyphen: ${shown}; none may.`;
}
