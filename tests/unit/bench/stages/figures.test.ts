import { describe, expect, test } from "vitest";
import {
  formatTable,
  judgePress,
  judgeFigures,
  taggingMsPerPage,
  taggingShare,
  type DocumentFigures,
} from "../../../../bench/stages/figures.ts";
import { formatVerdicts } from "../../../../bench/verdicts.ts";

const MIB = 1024 * 1024;

const short: DocumentFigures = {
  pageCount: 40,
  plainMs: 800,
  laidOutMs: 1000,
  wholeMs: 1200,
  rawBytes: 341_000,
  resultBytes: 215_000,
  peakBytes: 300 * MIB,
};
const long: DocumentFigures = {
  ...short,
  pageCount: 200,
  plainMs: 4000,
  laidOutMs: 5000,
  wholeMs: 6000,
  peakBytes: 500 * MIB,
};

function missedBy(changes: Partial<DocumentFigures>): readonly string[] {
  return judgeFigures([short, { ...long, ...changes }])
    .filter(({ met }) => !met)
    .map(({ target }) => target);
}

test("tagging is what comes on top of layout and print", () => {
  expect(taggingShare(short)).toBeCloseTo(0.2);
  expect(taggingMsPerPage(short)).toBeCloseTo(5);
});

test("the table has a row for each document", () => {
  expect(formatTable([short, long])).toMatchInlineSnapshot(`
    "| pages |   plain | laid out |   whole | tagging | whole/plain | whole a page | tagging a page | peak memory |    raw → result |
    | ----: | ------: | -------: | ------: | ------: | ----------: | -----------: | -------------: | ----------: | --------------: |
    |    40 |  800 ms |  1000 ms | 1200 ms |    20 % |        1.50 |      30.0 ms |         5.0 ms |     300 MiB | 341 kB → 215 kB |
    |   200 | 4000 ms |  5000 ms | 6000 ms |    20 % |        1.50 |      30.0 ms |         5.0 ms |     500 MiB | 341 kB → 215 kB |"
  `);
});

describe("targets", () => {
  test("are met by figures within them", () => {
    expect(missedBy({})).toEqual([]);
  });

  test.each<[string, Partial<DocumentFigures>]>([
    ["adds at most", { laidOutMs: 4000, wholeMs: 5040, pageCount: 200 }],
    ["linearly", { laidOutMs: 10_000, wholeMs: 11_400 }],
    ["memory", { peakBytes: 1024 * MIB }],
    ["no larger", { resultBytes: 341_001 }],
  ])("are missed one by one: %s", (words, changes) => {
    expect(missedBy(changes)).toEqual([expect.stringContaining(words)]);
  });

  test("are said with their figures", () => {
    const text = formatVerdicts(judgeFigures([short, { ...long, resultBytes: 400_000 }]));
    expect(text).toContain("met     tagging adds at most 25 % to layout and print: 20 %, 20 %");
    expect(text).toContain("MISSED  the result is no larger than what the browser wrote: 63 %");
  });

  test.each([
    { togetherMs: 1900, added: "900 ms", met: true },
    { togetherMs: 2000, added: "1000 ms", met: false },
  ])("of the press: $added beside 1000 ms", ({ togetherMs, added, met }) => {
    const verdict = judgePress({
      accessiblePages: 12,
      accessibleMs: 1000,
      pressPages: 20,
      pressMs: 1200,
      togetherMs,
    });
    expect(verdict.met).toBe(met);
    expect(verdict.figure).toContain(`${added} (20 pages; 1200 ms by themselves) to 1000 ms`);
  });
});
