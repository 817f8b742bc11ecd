import { expect, test } from "vitest";
import { findUnsoundTexts } from "../../../src/accessible/faults/find-unsound-texts.ts";
import type { LogicalElement, LogicalTree } from "../../../src/accessible/tree/logical-tree.ts";

function treeOf(more: Partial<LogicalElement>, title = "Example"): LogicalTree {
  const root: LogicalElement = { kind: "element", type: "Figure", ref: "1", children: [], ...more };
  return { title, language: "en", description: {}, root };
}

const rulesOf = (tree: LogicalTree): string[] =>
  findUnsoundTexts(tree, new Map()).map(({ rule, message }) => `${rule}: ${message}`);

test("a string may take as many bytes as PDF/A lets it, and none more", () => {
  expect(rulesOf(treeOf({ alt: "a".repeat(32_767) }))).toEqual([]);
  expect(rulesOf(treeOf({ alt: "a".repeat(32_768) }))).toHaveLength(1);
});

test("letters beyond ASCII take two bytes, and a mark in front two more", () => {
  expect(rulesOf(treeOf({ alt: "ä".repeat(16_382) }))).toEqual([]);
  expect(rulesOf(treeOf({ alt: "ä".repeat(16_383) }))).toHaveLength(1);
});

test("the title is a string too", () => {
  expect(rulesOf(treeOf({}, "a".repeat(40_000)))).toEqual([
    "text-too-long: the document's title takes more than 32767 bytes",
  ]);
});

test("private characters are named, each once", () => {
  const text = "\uE001 and \uE001 and \u{F0000}";
  const children = [{ kind: "content", keys: ["1:t0"], text }] as const;
  expect(rulesOf(treeOf({ children }))).toEqual([
    "private-character: U+E001, U+F0000 means nothing outside its font",
  ]);
});
