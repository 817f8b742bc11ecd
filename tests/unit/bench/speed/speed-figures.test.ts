import { describe, expect, test } from "vitest";
import type { WholeRun } from "../../../../bench/speed/run-whole.ts";
import {
  formatTable,
  judgeSpeed,
  type DocumentRuns,
} from "../../../../bench/speed/speed-figures.ts";

const MIB = 1024 * 1024;
const run = (wallMs: number, peakBytes = 0): WholeRun => ({
  wallMs,
  cpuMs: wallMs * 2,
  peakBytes,
  sizeBytes: 50_000,
});

function document(pageCount: number, ownMs: number, baseMs: number): DocumentRuns {
  return {
    pageCount,
    isValid: true,
    programs: [
      {
        id: "imprimatur",
        name: "Imprimatur",
        timed: [run(ownMs), run(ownMs + 9000), run(ownMs - 10)],
        watched: [run(1, 400 * MIB)],
      },
      {
        id: "pagedjs-cli",
        name: "pagedjs-cli",
        timed: [run(baseMs)],
        watched: [run(1, 500 * MIB)],
      },
    ],
  };
}

const target = { wall: 0.9, memory: 0.8 };
const missed = (documents: readonly DocumentRuns[]): readonly string[] =>
  judgeSpeed(
    documents,
    documents.map(() => target),
  )
    .filter(({ met }) => !met)
    .map(({ target, figure }) => `${target}: ${figure}`);

test("the table has medians, and ratios to pagedjs-cli", () => {
  expect(formatTable([document(5, 1800, 2000)])).toMatchInlineSnapshot(`
    "| pages | program     |   wall | ratio |    CPU | ratio |  memory | ratio |  file |
    | ----: | ----------- | -----: | ----: | -----: | ----: | ------: | ----: | ----: |
    |     5 | Imprimatur  | 1.80 s |  0.90 | 3.60 s |  0.90 | 400 MiB |  0.80 | 50 kB |
    |     5 | pagedjs-cli | 2.00 s |  1.00 | 4.00 s |  1.00 | 500 MiB |  1.00 | 50 kB |"
  `);
});

describe("targets", () => {
  test("are met at their limit", () => {
    expect(missed([document(5, 1800, 2000)])).toEqual([]);
  });

  test("are missed by time", () => {
    expect(missed([document(5, 1900, 2000)])).toEqual([
      "5 pages: at most 0.9 of the time of pagedjs-cli: 0.95",
    ]);
  });

  test("are missed where a PDF is not valid, or nobody can say", () => {
    expect(missed([{ ...document(5, 1800, 2000), isValid: false }])).toEqual([
      "5 pages: valid: false",
    ]);
    expect(missed([{ ...document(5, 1800, 2000), isValid: undefined }])).toEqual([
      "5 pages: valid: veraPDF is not installed",
    ]);
  });

  test("are missed where a page costs more in a long document", () => {
    expect(missed([document(100, 1000, 9000), document(200, 2600, 9000)])).toEqual([
      "a page of the longest document costs at most 1.2 of one of the document before: 1.30 (10.0 ms, then 13.0 ms)",
    ]);
  });
});
