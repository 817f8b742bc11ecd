/**
 * What is read from the measurements: ratios, the table, and whether the targets are met. Input:
 * the measurements of each document, shortest first; output: values and lines of text. Pure.
 */

import { markdownTable } from "../markdown-table.ts";
import type { Verdict } from "../verdicts.ts";

export interface DocumentFigures {
  readonly pageCount: number;
  /** Paged.js and the browser's PDF. */
  readonly plainMs: number;
  /** Our layout and the browser's PDF. */
  readonly laidOutMs: number;
  /** Layout, print and tags. */
  readonly wholeMs: number;
  readonly rawBytes: number;
  readonly resultBytes: number;
  /** The most that the Node process held in memory so far; not the browser. */
  readonly peakBytes: number;
}

/** The project's own editions: what is read on a screen, and what is printed, each with all its files. */
export interface EditionFigures {
  readonly accessiblePages: number;
  readonly accessibleMs: number;
  readonly pressPages: number;
  /** Brochure and booklet by themselves. */
  readonly pressMs: number;
  /** All of them side by side, as a build makes them. */
  readonly togetherMs: number;
}

const MIB = 1024 * 1024;
const targets = { taggingShare: 0.25, growth: 1.25, peakBytes: 1024 * MIB };

/** What tagging adds to layout and print: 0.25 is a quarter more. */
export function taggingShare({ laidOutMs, wholeMs }: DocumentFigures): number {
  return (wholeMs - laidOutMs) / laidOutMs;
}

export function taggingMsPerPage({ laidOutMs, wholeMs, pageCount }: DocumentFigures): number {
  return (wholeMs - laidOutMs) / pageCount;
}

const columns: readonly {
  readonly title: string;
  readonly text: (figures: DocumentFigures) => string;
}[] = [
  { title: "pages", text: ({ pageCount }) => String(pageCount) },
  { title: "plain", text: ({ plainMs }) => milliseconds(plainMs) },
  { title: "laid out", text: ({ laidOutMs }) => milliseconds(laidOutMs) },
  { title: "whole", text: ({ wholeMs }) => milliseconds(wholeMs) },
  { title: "tagging", text: (figures) => percentage(taggingShare(figures)) },
  { title: "whole/plain", text: ({ wholeMs, plainMs }) => (wholeMs / plainMs).toFixed(2) },
  { title: "whole a page", text: ({ wholeMs, pageCount }) => perPage(wholeMs / pageCount) },
  { title: "tagging a page", text: (figures) => perPage(taggingMsPerPage(figures)) },
  { title: "peak memory", text: ({ peakBytes }) => mebibytes(peakBytes) },
  {
    title: "raw → result",
    text: ({ rawBytes, resultBytes }) => `${kilobytes(rawBytes)} → ${kilobytes(resultBytes)}`,
  },
];

/** A Markdown table, a row for each document. */
export function formatTable(documents: readonly DocumentFigures[]): string {
  return markdownTable(
    columns.map(({ title }) => ({ title, align: "right" })),
    documents.map((figures) => columns.map(({ text }) => text(figures))),
  );
}

/** Growth compares the two longest documents: in a short one, what is done once counts most. */
export function judgeFigures(documents: readonly DocumentFigures[]): readonly Verdict[] {
  const shares = documents.map(taggingShare);
  const [middle, longest] = documents.slice(-2).map(taggingMsPerPage);
  const peakBytes = Math.max(...documents.map((figures) => figures.peakBytes));
  return [
    {
      target: `tagging adds at most ${percentage(targets.taggingShare)} to layout and print`,
      figure: shares.map(percentage).join(", "),
      met: shares.every((share) => share <= targets.taggingShare),
    },
    ...(middle !== undefined && longest !== undefined
      ? [
          {
            target: "tagging grows linearly: a page of the longest document costs no more",
            figure: `${perPage(middle)}, then ${perPage(longest)} a page`,
            met: longest <= middle * targets.growth,
          },
        ]
      : []),
    {
      target: `memory stays under ${mebibytes(targets.peakBytes)}`,
      figure: mebibytes(peakBytes),
      met: peakBytes < targets.peakBytes,
    },
    {
      target: "the result is no larger than what the browser wrote",
      figure: documents
        .map(({ rawBytes, resultBytes }) => percentage(resultBytes / rawBytes))
        .join(", "),
      met: documents.every(({ rawBytes, resultBytes }) => resultBytes <= rawBytes),
    },
  ];
}

/** What brochure and booklet add to the time in which the accessible PDF is made. */
export function judgePress(figures: EditionFigures): Verdict {
  const { accessiblePages, accessibleMs, pressPages, pressMs, togetherMs } = figures;
  const addedMs = togetherMs - accessibleMs;
  return {
    target: "brochure and booklet add less time than the accessible PDF takes",
    figure: `${milliseconds(addedMs)} (${pressPages} pages; ${milliseconds(pressMs)} by themselves) to ${milliseconds(accessibleMs)} (${accessiblePages} pages), ${percentage(addedMs / accessibleMs)}`,
    met: addedMs < accessibleMs,
  };
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function perPage(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function percentage(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / MIB).toFixed(0)} MiB`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
