/** Words that the end of a line divides. */
import { describe, expect, test } from "vitest";
import {
  joinDividedWord,
  type DividedLines,
  type JoinedLines,
} from "../../../../src/accessible/content/join-divided-word.ts";
import type { PageMatch, Reading } from "../../../../src/accessible/content/match-content.ts";
import { readingOf } from "../../../../src/accessible/content/read-clusters.ts";
import { readPage, type TextPlace } from "../../../../src/accessible/content/read-page.ts";
import type { TextUnit } from "../../../../src/accessible/content/units.ts";
import { SILENT } from "../../../../src/pdf/fonts/readable-text.ts";
import { piecesOf, streamOf, textUnit } from "../../../support/text-units.ts";

function join(
  before: string,
  after: string,
  options: Partial<Omit<DividedLines, "before" | "after">> = {},
): JoinedLines | undefined {
  return joinDividedWord({
    before: piecesOf(textUnit(before)),
    after: piecesOf(textUnit(after)),
    isSoft: before.endsWith("\u00AD"),
    endsInSpace: false,
    goesOn: false,
    ...options,
  });
}

/** What the two lines read as. */
function readings(joined: JoinedLines | undefined): readonly string[] | undefined {
  return joined && [readingOf(joined.before), readingOf(joined.after)];
}

/** What the codes of the two lines say. */
function codes({ before, after }: JoinedLines): readonly string[] {
  return [before, after].map((pieces) => pieces.flatMap(({ texts }) => texts).join(""));
}

describe("a divided word is said whole before the line ends", () => {
  test("without the hyphen that layout has put there", () => {
    expect(readings(join("ein Wört\u00AD", "chen und so"))).toEqual(["ein Wörtchen ", "und so"]);
  });

  test("with a hyphen that is the word's own", () => {
    expect(readings(join("a well-", "known boat"))).toEqual(["a well-known ", "boat"]);
  });

  test("with neither, as an address may be", () => {
    expect(readings(join("at exam", "ple.org now"))).toEqual(["at example.org ", "now"]);
  });

  test("at the end of a paragraph too, where the rest is read as nothing", () => {
    expect(readings(join("Wört\u00AD", "chen."))).toEqual(["Wörtchen.", SILENT]);
    expect(readings(join("Wört\u00AD", "chen. "))).toEqual(["Wörtchen. ", SILENT]);
  });

  test("where the next word is divided again", () => {
    const joined = join("Wört\u00AD", "chen Dampf", { goesOn: true });
    expect(readings(joined)).toEqual(["Wörtchen ", `${SILENT}Dampf`]);
  });

  test("where the next word has other letters than Latin, which is left to its codes", () => {
    const joined = join("Wört\u00AD", "chen über Bord");
    expect(readings(joined)).toEqual(["Wörtchen ", `${SILENT}über Bord`]);
    expect(joined?.after[0]?.glyphs).toHaveLength("chen ".length);
  });

  test("in a script without spaces where layout put a hyphen", () => {
    expect(readings(join("日\u00AD", "本 語"))?.[0]).toBe("日本 ");
  });
});

test("codes say what is printed, as before", () => {
  const joined = join("a well-", "known boat");
  expect(joined && codes(joined)).toEqual(["a well-", "known boat"]);
});

test("the next word's glyphs are read with the rest's, once", () => {
  const joined = join("Wört\u00AD", "chen und so");
  expect(joined?.after[0]).toMatchObject({ actualText: "und" });
  expect(joined?.after[0]?.glyphs).toHaveLength("chen und".length);
});

describe("nothing is joined", () => {
  test.each([
    ["where the line ends in a space", "a ", "word", {}],
    ["where a space was dropped at its end", "a", "word", { endsInSpace: true }],
    ["where the next line begins with a space", "a", " word", {}],
    ["where there is no line", "", "word", {}],
    ["where there is no next line", "word", "", {}],
    ["where the word is divided once more", "Donau\u00AD", "dampf", { goesOn: true }],
    ["where the rest is longer than any word", "a-", "b".repeat(61), {}],
    ["within Chinese", "日本", "語です か", {}],
    ["within Thai", "สวัส", "ดี ครับ", {}],
    ["from Latin to Japanese", "PDF", "は よい", {}],
  ])("%s", (_name, before, after, options) => {
    expect(join(before, after, options)).toBeUndefined();
  });
});

describe("on a page", () => {
  const stream = streamOf();

  /** Two lines, one below the other, each with its place in the source. */
  function read(
    places: readonly [TextPlace, TextPlace],
    readingOfFirst: Reading = { softHyphen: true },
    nextY = -14,
  ): readonly string[] {
    const [first, second] = [
      textUnit("Wört-"),
      textUnit("chen da", { y: nextY, x: nextY === 0 ? 60 : 0 }),
    ];
    const placeOf = new Map<TextUnit, TextPlace>([
      [first, places[0]],
      [second, places[1]],
    ]);
    const match: PageMatch = {
      places: new Map(),
      readings: new Map([[first, readingOfFirst]]),
      margins: new Map(),
      unmatched: [],
      missing: [],
      unknownGlyphs: [],
    };
    const found = readPage(
      [first, second].map((unit) => ({ unit, stream })),
      { match, placeOf: (unit) => placeOf.get(unit), hasSpace: () => false },
    );
    return [first, second].map((unit) => readingOf(found.get(unit)?.pieces ?? []));
  }

  const paragraph: TextPlace = { leaf: 1, block: 1, tag: "P" };

  test("lines of one text are joined", () => {
    expect(read([paragraph, paragraph])).toEqual(["Wörtchen ", "da"]);
  });

  test.each([
    ["another element", { leaf: 2, block: 1, tag: "Em" }],
    ["another paragraph", { leaf: 2, block: 2, tag: "P" }],
  ])("a line of %s is left alone", (_name, place) => {
    expect(read([paragraph, place])[1]).toBe("chen da");
  });

  test("texts of a picture are left alone", () => {
    const figure = { ...paragraph, tag: "Figure" };
    expect(read([figure, figure])[1]).toBe("chen da");
  });

  test("texts in one line are left alone", () => {
    expect(read([paragraph, paragraph], { softHyphen: true }, 0)[1]).toBe("chen da");
  });

  test("a line that ended in a space is left alone", () => {
    expect(read([paragraph, paragraph], { spaceAfter: true })[1]).toBe("chen da");
  });
});
