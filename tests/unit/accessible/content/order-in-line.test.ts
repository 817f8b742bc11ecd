/** Lines as the browser paints them, from left to right, in the order in which they are read. */
import { expect, test } from "vitest";
import { orderInLine } from "../../../../src/accessible/content/order-in-line.ts";
import type { TextUnit } from "../../../../src/accessible/content/units.ts";
import { textUnit } from "../../../support/text-units.ts";

/** Units from left to right, each 20 farther; Hebrew runs from right to left. */
function painted(...texts: readonly string[]): TextUnit[] {
  return texts.map((text, index) =>
    textUnit(text, { x: index * 20, isReversed: /[\u0590-\u05FF]/.test(text) }),
  );
}

function readIn(line: string, units: readonly TextUnit[]): string[] {
  return orderInLine(units, line).map(({ text }) => text);
}

test("a line from left to right stays as it is", () => {
  const units = painted("one ", "two ", "one");
  expect(orderInLine(units, "whatever it says")).toBe(units);
});

test("words and spaces from right to left", () => {
  const units = painted("טוב", " ", "יום", " ", "לכם");
  expect(readIn("לכם יום טוב", units)).toEqual(["לכם", " ", "יום", " ", "טוב"]);
});

test("spaces go with what they stand between", () => {
  const units = painted("גג", " ", "בב", " ", "אא");
  const ordered = orderInLine(units, "אא בב גג");
  expect(ordered.map(({ x }) => x)).toEqual([80, 60, 40, 20, 0]);
});

test("the same word twice is read first where the line begins", () => {
  const units = painted("אב", " ", "גד", " ", "אב");
  const ordered = orderInLine(units, "אב גד אב");
  expect(ordered.map(({ x }) => x)).toEqual([80, 60, 40, 20, 0]);
});

test("the same word twice in a line that begins on the left", () => {
  const units = painted("see ", "אב", " and ", "אב");
  const ordered = orderInLine(units, "see אב and אב");
  expect(ordered.map(({ x }) => x)).toEqual([0, 20, 40, 60]);
});

test("a number and Latin words inside", () => {
  const units = painted("סוף", " ", "PDF 2", " ", "40", " ", "שנת");
  const line = "שנת 40 PDF 2 סוף";
  expect(readIn(line, units).join("")).toBe(line);
});

test("Hebrew inside a line from left to right", () => {
  const units = painted("He said ", "עולם", " ", "שלום", " twice.");
  const line = "He said שלום עולם twice.";
  expect(readIn(line, units).join("")).toBe(line);
});

test("a longer word is not taken for the one that begins it", () => {
  const units = painted("אבג", " ", "אב");
  expect(readIn("אב אבג", units)).toEqual(["אב", " ", "אבג"]);
});

test("spaces and composed letters may be others than the line's", () => {
  const units = painted("ב", "\u00A0", "e\u0301א");
  expect(readIn("\u00E9א ב", units)).toEqual(["e\u0301א", "\u00A0", "ב"]);
});

test("what is not in the line comes last, and nothing is lost", () => {
  const units = painted("אא", "", "בב", "xx");
  const ordered = readIn("בב אא", units);
  expect(ordered.slice(0, 2)).toEqual(["בב", "אא"]);
  expect([...ordered].sort()).toEqual(units.map(({ text }) => text).sort());
});
