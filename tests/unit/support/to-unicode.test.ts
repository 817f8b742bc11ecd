import { expect, test } from "vitest";
import { formatToUnicode, parseToUnicode } from "../../support/to-unicode.ts";

const CMAP = `begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
3 beginbfchar
<0001> <0020>
<01A1> <0066 0069>
<02ff> <D835DC65>
endbfchar
2 beginbfrange
<0010> <0012> <0041>
<0020> <0021> [<E075> <>]
endbfrange
endcmap`;

const entries = [
  ["0001", " "],
  ["01a1", "fi"],
  ["02ff", "𝑥"],
  ["0010", "A"],
  ["0011", "B"],
  ["0012", "C"],
  ["0020", "\ue075"],
  ["0021", ""],
];

test("a map is read with its chars, ranges and lists", () => {
  expect([...parseToUnicode(CMAP)]).toEqual(entries);
});

test("a map that is written reads the same", () => {
  expect([...parseToUnicode(formatToUnicode(parseToUnicode(CMAP)))]).toEqual(entries);
});

test("a map that is cut is no map", () => {
  expect(() => parseToUnicode("1 beginbfchar <0001> endbfchar")).toThrow("cut");
});
