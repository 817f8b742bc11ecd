import { describe, expect, test } from "vitest";
import {
  firstLetterHosts,
  type LaidOutEntry,
  type LaidOutNodes,
} from "../../../src/accessible/source/first-letters.ts";

interface SomeNode {
  readonly parent: number;
  readonly pseudo?: string;
  /** A text node's text in the document. */
  readonly source?: string;
  /** What each of its layout entries shows; empty for boxes. */
  readonly shown: readonly string[];
}

/** The texts as they are read: each entry with the first letters that belong before it. */
function readings(list: readonly SomeNode[]): string[] {
  const entries: LaidOutEntry[] = list.flatMap(({ shown }, node) =>
    shown.map((text) => ({ node, text })),
  );
  const nodes: LaidOutNodes = {
    parentOf: (node) => list[node]?.parent ?? -1,
    pseudoOf: (node) => list[node]?.pseudo,
    sourceOf: (node) => list[node]?.source,
  };
  const hosts = firstLetterHosts(entries, nodes);
  return entries.flatMap(({ node, text }, at) => {
    if (list[node]?.pseudo === "first-letter") return [];
    const letters = (hosts.get(at) ?? []).map((letter) => `(${entries[letter]?.text ?? ""})`);
    const reading = letters.join("") + text;
    return reading === "" ? [] : [reading];
  });
}

const paragraph: SomeNode = { parent: -1, shown: [""] };
const letter = (text: string): SomeNode => ({
  parent: 0,
  pseudo: "first-letter",
  shown: ["", text],
});
const before = (...shown: string[]): SomeNode => ({
  parent: 0,
  pseudo: "before",
  shown: ["", ...shown],
});
const words = (source: string, shown = source): SomeNode => ({
  parent: 0,
  source,
  shown: shown === "" ? [""] : [shown],
});

describe("a first letter goes back to", () => {
  test("the words that it began", () => {
    expect(readings([paragraph, letter("A"), words("Alpha", "lpha")])).toEqual(["(A)lpha"]);
  });

  test("the words behind a note that floats before them", () => {
    const note: SomeNode = { parent: 0, shown: [""] };
    const inNote: SomeNode = { parent: 2, source: "Note", shown: ["Note"] };
    const list = [paragraph, letter("A"), note, inNote, words("Alpha", "lpha")];
    expect(readings(list)).toEqual(["Note", "(A)lpha"]);
  });

  test("a text of which it was all, in an element of its own", () => {
    const bold: SomeNode = { parent: 0, shown: [""] };
    const inner: SomeNode = { parent: 2, source: "A", shown: [""] };
    expect(readings([paragraph, letter("A"), bold, inner, words(" boat")])).toEqual([
      "(A)",
      " boat",
    ]);
  });

  test("the words that it began, behind what floats before them", () => {
    const label: SomeNode = { parent: 0, shown: [""] };
    const bracket: SomeNode = { parent: 2, pseudo: "before", shown: ["", "["] };
    const number: SomeNode = { parent: 2, source: "1", shown: ["1"] };
    const list = [paragraph, letter("T"), label, bracket, number, words("This", "his")];
    expect(readings(list)).toEqual(["[", "1", "(T)his"]);
  });

  test("generated words that it began", () => {
    expect(readings([paragraph, letter("N"), before("ote: "), words("Kind")])).toEqual([
      "(N)ote: ",
      "Kind",
    ]);
    expect(readings([paragraph, letter("N"), before("o ", "4", " "), words("Kind")])).toEqual([
      "(N)o ",
      "4",
      " ",
      "Kind",
    ]);
  });

  test("generated text of which it was all", () => {
    expect(readings([paragraph, letter("§ "), before(""), words("Kind")])).toEqual([
      "(§ )",
      "Kind",
    ]);
  });

  test("the generated text after a counter, as in Chromium 156", () => {
    expect(readings([paragraph, letter(". "), before("2", ""), words("Market")])).toEqual([
      "2",
      "(. )",
      "Market",
    ]);
  });

  test("the words after a counter", () => {
    expect(readings([paragraph, letter("M"), before("2"), words("Market", "arket")])).toEqual([
      "2",
      "(M)arket",
    ]);
  });

  test("the item's words, and not to its marker", () => {
    const marker: SomeNode = { parent: 0, pseudo: "marker", shown: ["", "• "] };
    expect(readings([paragraph, letter("I"), marker, words("Item", "tem")])).toEqual([
      "• ",
      "(I)tem",
    ]);
  });

  test("words that letter case made longer", () => {
    expect(readings([paragraph, letter("SS"), words("ßß", "SS")])).toEqual(["(SS)SS"]);
  });
});

test("a first letter keeps to its element", () => {
  const outside: SomeNode = { parent: -1, source: "Outside", shown: ["utside"] };
  expect(readings([paragraph, letter("O"), outside])).toEqual(["utside"]);
});
