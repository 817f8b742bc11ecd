import { describe, expect, test } from "vitest";
import { readToUnicode, writeToUnicode } from "../../../../src/pdf/fonts/to-unicode.ts";
// A reader of its own, so that a fault in writing is not undone by the same fault in reading.
import { parseToUnicode } from "../../../support/to-unicode.ts";

const texts = new Map([
  [0x41, "A"],
  [0x05, "ffi"],
  [0xff, "\u{1D49C}"],
  [0x20, "\u200B "],
]);

function blockSizes(cmap: string): number[] {
  return [...cmap.matchAll(/(\d+) beginbfchar\n([\s\S]*?)endbfchar/g)].map(
    ([, said, body = ""]) => {
      const entries = body.trim().split("\n").length;
      expect(Number(said)).toBe(entries);
      return entries;
    },
  );
}

describe("writing", () => {
  test.each([1, 2] as const)("codes of %i bytes come back with their texts", (codeLength) => {
    const cmap = writeToUnicode(texts, codeLength);
    expect(readToUnicode(cmap)).toEqual(texts);
    const read = parseToUnicode(cmap);
    expect(read.get("ff".padStart(codeLength * 2, "0"))).toBe("\u{1D49C}");
    expect([...read.keys()].every((code) => code.length === codeLength * 2)).toBe(true);
  });

  test("the code space has the length of the codes", () => {
    expect(writeToUnicode(texts, 1)).toContain("begincodespacerange\n<00> <FF>\n");
    expect(writeToUnicode(texts, 2)).toContain("begincodespacerange\n<0000> <FFFF>\n");
  });

  test("codes are in their order, whatever order they were found in", () => {
    const codes = [...parseToUnicode(writeToUnicode(texts, 1)).keys()];
    expect(codes).toEqual(["05", "20", "41", "ff"]);
  });

  test("a character beyond the first plane is a pair of surrogates", () => {
    expect(writeToUnicode(new Map([[1, "\u{1F600}"]]), 2)).toContain("<0001> <D83DDE00>");
  });

  test.each([
    [0, []],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])("%i codes are in blocks of at most 100", (count, sizes) => {
    const many = new Map(Array.from({ length: count }, (_, code) => [code, "x"]));
    const cmap = writeToUnicode(many, 2);
    expect(blockSizes(cmap)).toEqual(sizes);
    expect(readToUnicode(cmap)).toEqual(many);
  });

  test("there are no ranges, which Ghostscript misreads", () => {
    const row = new Map([
      [1, "a"],
      [2, "b"],
      [3, "c"],
    ]);
    expect(writeToUnicode(row, 2)).not.toContain("bfrange");
  });
});

describe("reading", () => {
  const ranged = (...lines: string[]): ReadonlyMap<number, string> =>
    readToUnicode(`${lines.length} beginbfrange\n${lines.join("\n")}\nendbfrange`);

  test("a range counts its last character up", () => {
    expect([...ranged("<0003> <0005> <00660041>")]).toEqual([
      [3, "fA"],
      [4, "fB"],
      [5, "fC"],
    ]);
  });

  test("a range counts beyond the first plane too", () => {
    expect(ranged("<01> <02> <D835DC9C>").get(2)).toBe("\u{1D49D}");
  });

  test("a range may list its texts, and may list too few", () => {
    expect([...ranged("<01> <03> [<0041> <00660069>]")]).toEqual([
      [1, "A"],
      [2, "fi"],
    ]);
  });

  test("texts may be spaced and in small letters", () => {
    expect(readToUnicode("1 beginbfchar <000a> <00e9 0301> endbfchar").get(10)).toBe("é\u0301");
  });

  // White space in a hexadecimal string means nothing (ISO 32000-1 §7.3.4.3).
  test("codes may be spaced too", () => {
    expect(readToUnicode("1 beginbfchar <00 0a> <0041> endbfchar").get(10)).toBe("A");
  });

  test("all blocks are read, of both kinds", () => {
    const cmap = [
      "1 beginbfchar <01> <0041> endbfchar",
      "1 beginbfrange <02> <03> <0042> endbfrange",
      "1 beginbfchar <04> <0044> endbfchar",
    ].join("\n");
    expect([...readToUnicode(cmap).values()].sort()).toEqual(["A", "B", "C", "D"]);
  });

  test("a map without entries has none", () => {
    expect(readToUnicode("begincmap endcmap").size).toBe(0);
    expect(readToUnicode("").size).toBe(0);
  });

  test("a range that a file makes up ends where two bytes end", () => {
    expect(ranged("<00000000> <FFFFFFFF> <0041>").size).toBe(0x10000);
  });

  test("a range does not go beyond the last character", () => {
    expect([...ranged("<01> <03> <DBFFDFFF>")]).toEqual([[1, "\u{10FFFF}"]]);
  });

  // Each range is limited, their sum is not: 256 with other firsts are more than a Map holds.
  test("no code is longer than two bytes, however many ranges name such", () => {
    const named = ranged("<00010000> <0001000F> <0041>", "<00020000> <0002000F> <0041>");
    expect(named.size).toBe(0);
  });
});
