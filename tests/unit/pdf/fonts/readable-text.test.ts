import { expect, test } from "vitest";
import { readableText, SILENT } from "../../../../src/pdf/fonts/readable-text.ts";

test.each([
  "a",
  "é",
  "’",
  "\u00A0",
  "\u00AD",
  "\u200B",
  "ffi",
  "e\u0301",
  "\u{1D49C}",
  "\u{1F469}\u200D\u{1F680}",
  "\uFFFD",
])("%j is left as it is", (text) => {
  expect(readableText(text)).toBe(text);
});

test.each([
  ["private use", "\uE075"],
  ["private use beyond the first plane", "\u{F0001}\u{10FFFD}"],
  ["NUL", "\0"],
  ["a byte order mark", "\uFEFF"],
  ["noncharacters", "\uFFFE\uFFFF\uFDD0\uFDEF\u{1FFFE}\u{2FFFF}"],
  ["a lone high surrogate", "\uD83D"],
  ["a lone low surrogate", "\uDE00"],
  ["controls", "\u0001\u001F\u007F\u009F"],
  ["nothing", ""],
])("%s alone reads as silence, never as nothing", (_name, text) => {
  expect(readableText(text)).toBe(SILENT);
});

test("what cannot be read goes, and the rest stays", () => {
  expect(readableText("4\uE0750\0\uFEFF\uFFFF")).toBe("40");
  expect(readableText("a\uD83Db")).toBe("ab");
  expect(readableText("\uDE00\u{1F600}\uD83D")).toBe("\u{1F600}");
});

test.each(["\t", "\n", "\v", "\f", "\r", "\u0085"])("the white space %j is a space", (control) => {
  expect(readableText(control)).toBe(" ");
  expect(readableText(`a${control}b`)).toBe("a b");
});

// Unicode has two noncharacters at the end of each plane; those of planes 4 to 16 are let through.
test("noncharacters of every plane are left out", () => {
  const planes = Array.from({ length: 17 }, (_, plane) => plane * 0x10000);
  const lasts = planes.flatMap((plane) => [plane + 0xfffe, plane + 0xffff]);
  const kept = lasts.filter((point) => readableText(String.fromCodePoint(point)) !== SILENT);
  expect(kept.map((point) => point.toString(16))).toEqual([]);
});
