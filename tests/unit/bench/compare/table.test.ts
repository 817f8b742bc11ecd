import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  comparisonSchema,
  type Comparison,
  type PdfFigures,
} from "../../../../bench/compare/results.ts";
import {
  formatComparison,
  percentage,
  plain,
  tagsCell,
  validCell,
  wordsCell,
} from "../../../../bench/compare/table.ts";
import { placeTable } from "../../../../bench/compare/write-page.ts";

const allWords = {
  ...{ total: 100, inOrder: 100, moved: 0, lost: 0, added: 0 },
  ...{ lostExamples: [], addedExamples: [] },
};
const pdf: PdfFigures = {
  pages: 2,
  claims: ["PDF/UA-1", "PDF/A-2a"],
  ua1: [],
  a2a: [],
  words: allWords,
  tags: { isTagged: true, words: allWords, headings: 3, tables: 0, lists: 1, figures: 1 },
};
const document = {
  ...{ id: "essay", kind: "essay", from: "npm essay 1.0.0", licence: "MIT" },
  facts: { words: 100, headings: 3, tables: 1, lists: 1, figures: 1 },
  results: {
    one: { outcome: "made", wallMs: 1_234, pdf },
    two: { outcome: "refused", message: "a | b", wallMs: 500 },
  },
} as const;
const comparison: Comparison = {
  date: "2026-11-30",
  readers: { pdftotext: "22.12.0" },
  programs: [
    { id: "one", name: "One", command: "one INPUT", version: "1.0" },
    { id: "two", name: "Two", command: "two INPUT", version: "2.0" },
    { id: "three", name: "Three", command: "three INPUT", missing: "no Python" },
  ],
  documents: [document],
};

describe("cells", () => {
  test("valid: claims, and the rules that are broken", () => {
    expect(validCell(pdf)).toBe("claims PDF/UA-1, PDF/A-2a; **clean**");
    expect(validCell({ ...pdf, ua1: ["7.1-3"], a2a: ["6.1-1", "6.1-2"] })).toBe(
      "claims PDF/UA-1, PDF/A-2a; breaks 1 of UA-1, 2 of A-2a",
    );
    const { pages, claims, tags } = pdf;
    expect(validCell({ pages, claims, tags })).toBe("claims PDF/UA-1, PDF/A-2a; not validated");
  });

  test("valid: who claims nothing is not blamed for the missing claim", () => {
    expect(validCell({ ...pdf, claims: [], ua1: ["5-1"] })).toBe("no claim; **clean**");
    expect(validCell({ ...pdf, claims: [], ua1: ["5-1", "7.1-3"] })).toBe(
      "no claim; breaks 1 of UA-1",
    );
    expect(validCell({ ...pdf, ua1: ["5-1"] })).toContain("breaks 1 of UA-1");
  });

  test("words: lost ones are shown", () => {
    expect(wordsCell(allWords)).toBe("all");
    expect(wordsCell({ ...allWords, added: 4 })).toBe("all, 4 added");
    expect(wordsCell({ ...allWords, inOrder: 97, lost: 1, moved: 2 })).toBe("**1 lost**, 2 moved");
  });

  test("tags: what is missing is shown", () => {
    const facts = { words: 100, headings: 3, tables: 1, lists: 1, figures: 1 };
    expect(tagsCell(pdf, { ...document, facts })).toBe("100.0 %, H 3, **T 0**, L 1, F 1");
    const none = { ...pdf, tags: { ...pdf.tags, isTagged: false } };
    expect(tagsCell(none, { ...document, facts })).toBe("**no tags**");
  });

  test("shares are never rounded up to all", () => {
    expect(percentage(9_999, 10_000)).toBe("99.9 %");
    expect(percentage(0, 0)).toBe("100 %");
  });
});

describe("the page", () => {
  test("has each program and document, and why there is nothing", () => {
    const text = formatComparison(comparison);
    expect(text).toContain("| Three | not used: no Python | `three INPUT` |");
    expect(text).toContain("| essay | 2 pages, 1.2 s | **refused**, 0.5 s |");
    expect(text).toContain("- essay, Two: refused: a \\| b");
    expect(text).toMatch(/^\| One \| 1 of 1 \| 1 \| 1 \| 1 \| 0 of 100 \|/mu);
    expect(text).toMatch(/^\| Three \| – \|/mu);
  });

  test("takes no text for Markdown", () => {
    expect(plain("<b>|*`\n x")).toBe("\\<b\\>\\|\\*\\` x");
  });

  test("needs its markers", async () => {
    await expect(placeTable("# A page", "", "page.md")).rejects.toThrow(RangeError);
  });
});

test("the table in docs/ is what the figures beside it give", async () => {
  const folder = path.join(import.meta.dirname, "../../../../docs");
  const page = path.join(folder, "comparison.md");
  const figures: unknown = JSON.parse(readFileSync(path.join(folder, "comparison.json"), "utf8"));
  const text = readFileSync(page, "utf8");
  const table = formatComparison(comparisonSchema.parse(figures));
  expect(await placeTable(text, table, page)).toBe(text);
});
