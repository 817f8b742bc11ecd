/**
 * What is read from the runs: medians, ratios to pagedjs-cli, and whether the targets are met. Input:
 * the runs of each program over each document; output: values and lines of text. Pure.
 */
import { markdownTable, type Column } from "../markdown-table.ts";
import { median } from "../measure.ts";
import type { Verdict } from "../verdicts.ts";
import type { WholeRun } from "./run-whole.ts";

export interface ProgramRuns {
  readonly id: string;
  readonly name: string;
  /** Runs whose times count. */
  readonly timed: readonly WholeRun[];
  /** Runs whose memory was looked at. */
  readonly watched: readonly WholeRun[];
}

export interface DocumentRuns {
  readonly pageCount: number;
  /** Undefined where veraPDF is not installed. */
  readonly isValid: boolean | undefined;
  readonly programs: readonly ProgramRuns[];
}

/** At most these shares of what pagedjs-cli takes. */
export interface Targets {
  readonly wall: number;
  readonly memory: number;
}

export interface ProgramFigures {
  readonly id: string;
  readonly name: string;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
  readonly sizeBytes: number;
}

export const OWN = "imprimatur";
export const BASE = "pagedjs-cli";
/** A page of the longest document, against one of the document before. */
const GROWTH = 1.2;
const MIB = 1024 * 1024;

export function figuresOf({ id, name, timed, watched }: ProgramRuns): ProgramFigures {
  const middle = (runs: readonly WholeRun[], key: keyof WholeRun): number =>
    median(runs.map((run) => run[key]));
  return {
    id,
    name,
    wallMs: middle(timed, "wallMs"),
    cpuMs: middle(timed, "cpuMs"),
    peakBytes: middle(watched, "peakBytes"),
    sizeBytes: middle(timed, "sizeBytes"),
  };
}

const columns: readonly Column[] = [
  { title: "pages", align: "right" },
  { title: "program", align: "left" },
  ...["wall", "ratio", "CPU", "ratio", "memory", "ratio", "file"].map((title): Column => ({
    title,
    align: "right",
  })),
];

/** A Markdown table: a row for each program and document. */
export function formatTable(documents: readonly DocumentRuns[]): string {
  const rows = documents.flatMap(({ pageCount, programs }) => {
    const figures = programs.map(figuresOf);
    const base = figures.find(({ id }) => id === BASE);
    return figures.map((each) => [
      String(pageCount),
      each.name,
      seconds(each.wallMs),
      ratio(each.wallMs, base?.wallMs),
      seconds(each.cpuMs),
      ratio(each.cpuMs, base?.cpuMs),
      `${(each.peakBytes / MIB).toFixed(0)} MiB`,
      ratio(each.peakBytes, base?.peakBytes),
      `${(each.sizeBytes / 1000).toFixed(0)} kB`,
    ]);
  });
  return markdownTable(columns, rows);
}

/** @param targets one for each document, in their order. */
export function judgeSpeed(
  documents: readonly DocumentRuns[],
  targets: readonly Targets[],
): readonly Verdict[] {
  const verdicts = documents.flatMap(({ pageCount, isValid, programs }, index): Verdict[] => {
    const figures = programs.map(figuresOf);
    const own = figures.find(({ id }) => id === OWN);
    const base = figures.find(({ id }) => id === BASE);
    const target = targets[index];
    if (own === undefined || base === undefined || target === undefined) return [];
    const wall = own.wallMs / base.wallMs;
    const memory = own.peakBytes / base.peakBytes;
    return [
      {
        target: `${pageCount} pages: at most ${target.wall} of the time of ${base.name}`,
        figure: wall.toFixed(2),
        met: wall <= target.wall,
      },
      {
        target: `${pageCount} pages: at most ${target.memory} of its memory`,
        figure: memory.toFixed(2),
        met: memory <= target.memory,
      },
      {
        target: `${pageCount} pages: valid`,
        figure: isValid === undefined ? "veraPDF is not installed" : String(isValid),
        met: isValid === true,
      },
    ];
  });
  const [middle, longest] = documents.slice(-2).map(({ pageCount, programs }) => {
    const own = programs.find(({ id }) => id === OWN);
    return own === undefined ? undefined : figuresOf(own).wallMs / pageCount;
  });
  if (middle === undefined || longest === undefined) return verdicts;
  const growth = longest / middle;
  return [
    ...verdicts,
    {
      target: `a page of the longest document costs at most ${GROWTH} of one of the document before`,
      figure: `${growth.toFixed(2)} (${middle.toFixed(1)} ms, then ${longest.toFixed(1)} ms)`,
      met: growth <= GROWTH,
    },
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function ratio(value: number, base: number | undefined): string {
  return base === undefined ? "" : (value / base).toFixed(2);
}
