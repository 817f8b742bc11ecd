import { describe, expect, test } from "vitest";
import { compareWords } from "../../../src/paginate/compare-words.ts";
import type {
  PagesSnapshot,
  ShownText,
  SourceSnapshot,
} from "../../../src/paginate/in-page/page-snapshots.ts";
import { TextLossError } from "../../../src/paginate/text-loss-error.ts";

function sourceOf(texts: Readonly<Record<string, string>>): SourceSnapshot {
  return {
    texts: Object.entries(texts).map(([ref, text]) => ({ ref, text, offscreen: false })),
    pictures: [],
    elementNames: Object.fromEntries(Object.keys(texts).map((ref) => [ref, `p#${ref}`])),
  };
}

function shown(pageNumber: number, ref: string, text: string, more: Partial<ShownText> = {}) {
  return { pageNumber, ref, text, clipped: [], repeats: false, ...more };
}

function pagesOf(...texts: readonly ShownText[]): PagesSnapshot {
  return { texts, pictures: [] };
}

describe("compareWords", () => {
  test("finds nothing where every fragment follows the one before", () => {
    const source = sourceOf({ a: "Une pan\u00ADdé\u00ADmie  mondiale", b: "Fin." });
    const pages = pagesOf(
      shown(1, "a", "Une pan\u00AD"),
      shown(2, "a", "dé\u00ADmie mondiale"),
      shown(2, "b", "Fin."),
    );
    expect(compareWords(source, pages)).toEqual([]);
  });

  test("names words that are on no page, and the last page that shows their element", () => {
    const source = sourceOf({ a: "un deux trois quatre cinq" });
    const pages = pagesOf(shown(3, "a", "un deux "), shown(4, "a", "cinq"));
    expect(compareWords(source, pages)).toEqual([
      { kind: "lost", words: "trois quatre", pageNumber: 3, element: "p#a" },
    ]);
  });

  test("names the whole word where only a part of it is lost", () => {
    const source = sourceOf({ a: "chaque instant présent" });
    const pages = pagesOf(shown(1, "a", "chaque in"), shown(2, "a", "ant présent"));
    expect(compareWords(source, pages)).toMatchObject([{ kind: "lost", words: "instant" }]);
  });

  test("names an element that is on no page", () => {
    const source = sourceOf({ a: "un", b: "deux" });
    expect(compareWords(source, pagesOf(shown(7, "a", "un")))).toEqual([
      { kind: "lost", words: "deux", pageNumber: 7, element: "p#b" },
    ]);
  });

  test("names clipped words and their page", () => {
    const source = sourceOf({ a: "un deux trois" });
    const pages = pagesOf(shown(2, "a", "un deux trois", { clipped: [[3, 7]] }));
    expect(compareWords(source, pages)).toEqual([
      { kind: "clipped", words: "deux", pageNumber: 2, element: "p#a" },
    ]);
  });

  test("names words that come twice", () => {
    const source = sourceOf({ a: "un deux trois" });
    const pages = pagesOf(shown(1, "a", "un deux "), shown(2, "a", "deux trois"));
    expect(compareWords(source, pages)).toMatchObject([
      { kind: "added", words: "deux", pageNumber: 2 },
    ]);
  });

  test("lets running elements repeat, and misses those that no page shows whole", () => {
    const source = sourceOf({ a: "Titre courant" });
    const whole = [1, 2].map((page) => shown(page, "a", "Titre courant", { repeats: true }));
    expect(compareWords(source, pagesOf(...whole))).toEqual([]);
    const cut = shown(1, "a", "Titre courant", { repeats: true, clipped: [[6, 13]] });
    expect(compareWords(source, pagesOf(cut))).toMatchObject([{ kind: "lost" }]);
  });

  test("has each copy of a head say what the head says, and takes none for it", () => {
    const source = sourceOf({ a: "Port of call" });
    const own = shown(1, "a", "Port of call");
    const copy = (text: string, more: Partial<ShownText> = {}): ShownText =>
      shown(2, "a", text, { isCopy: true, ...more });
    expect(compareWords(source, pagesOf(own, copy("Port of"), copy(" call")))).toEqual([]);
    expect(compareWords(source, pagesOf(own, copy("Port of")))).toEqual([
      { kind: "lost", words: "call", pageNumber: 2, element: "p#a" },
    ]);
    expect(compareWords(source, pagesOf(own, copy("Port of call", { clipped: [[0, 4]] })))).toEqual(
      [{ kind: "clipped", words: "Port", pageNumber: 2, element: "p#a" }],
    );
    expect(compareWords(source, pagesOf(copy("Port of call")))).toMatchObject([{ kind: "lost" }]);
  });

  test("takes words that their author moved off the canvas for shown", () => {
    const source = {
      ...sourceOf({}),
      texts: [{ ref: "a", text: "Aller au contenu", offscreen: true }],
    };
    const pages = pagesOf(shown(1, "a", "Aller au contenu", { clipped: [[0, 16]] }));
    expect(compareWords(source, pages)).toEqual([]);
  });

  test("names pictures that are missing or cut", () => {
    const source = {
      texts: [],
      pictures: [{ ref: "1" }, { ref: "2" }],
      elementNames: { "1": "img#carte", "2": "svg" },
    };
    const pictures = [{ pageNumber: 4, ref: "2", clipped: true, repeats: false }];
    expect(compareWords(source, { texts: [], pictures })).toEqual([
      { kind: "lost", words: "", pageNumber: 1, element: "img#carte" },
      { kind: "clipped", words: "", pageNumber: 4, element: "svg" },
    ]);
  });
});

describe("TextLossError", () => {
  test("says which words, on which page, in which element, and how to mend it", () => {
    const error = new TextLossError([
      { kind: "clipped", words: "nos activités", pageNumber: 2, element: "p#but" },
    ]);
    expect(error.code).toBe("text-lost");
    expect(error.message).toContain("page 2: cut off “nos activités” in p#but");
    expect(error.hint).toContain("overflow: hidden");
  });

  test("shortens long passages and long lists", () => {
    const words = Array.from({ length: 100 }, (_, index) => `mot${index}`).join(" ");
    const difference = { kind: "lost" as const, words, pageNumber: 1, element: "p" };
    const { message } = new TextLossError(Array.from({ length: 12 }, () => difference));
    expect(message).toContain("mot5 [88 words] mot94");
    expect(message).toContain("and 2 more");
  });
});
