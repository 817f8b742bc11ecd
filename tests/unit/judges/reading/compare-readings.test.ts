import { expect, test } from "vitest";
import {
  compareReadings,
  foldedWords,
} from "../../../../src/judges/pdf/reading/compare-readings.ts";

test("the same words in the same order are no finding", () => {
  const text = "Face à la pan\u00ADdé\u00ADmie, «\u202Foui\u202F»";
  expect(compareReadings(foldedWords(text), foldedWords("Face à la pandémie, « OUI »"))).toEqual(
    [],
  );
});

test("a word that is lost is reported with what stands before it", () => {
  const [found, ...others] = compareReadings(
    foldedWords("one two three four five six"),
    foldedWords("one two four five six"),
  );
  expect(others).toEqual([]);
  expect(found?.message).toBe("does not read “THREE”");
  expect(found?.where).toBe("after “ONE TWO”");
});

test.each([
  ["a ligature for its letters", "the first", "the \ufb01rst"],
  ["a letter for an apostrophe", "l’ajout", "l\u02bcajout"],
  ["a digit that is raised", "m2", "m²"],
  ["a space too many in a script that has none", "港口很安静", "港口 很安静"],
])("%s is reported", (_name, source, read) => {
  expect(compareReadings(foldedWords(source), foldedWords(read))).toHaveLength(1);
});

test("words in another order are reported", () => {
  expect(compareReadings(foldedWords("a b c d e f g"), foldedWords("d e f g a b c"))).not.toEqual(
    [],
  );
});

test("a hyphenated word which is read in two is reported", () => {
  const [found] = compareReadings(
    foldedWords("la pandémie est là depuis hier"),
    foldedWords("la pandé- mie est là depuis hier"),
  );
  expect(found?.message).toBe("reads “PANDÉ- MIE” where the source has “PANDÉMIE”");
});
