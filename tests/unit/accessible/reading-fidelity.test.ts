import { expect, test } from "vitest";
import { compareReadings, words } from "../../../src/accessible/reading-fidelity.ts";

test("the same words in the same order are no finding", () => {
  const text = "Face à la pan\u00ADdé\u00ADmie, «\u202Foui\u202F»";
  expect(compareReadings(words(text), words("Face à la pandémie, « OUI »"))).toEqual([]);
});

test("a word that is lost is told with what stands before it", () => {
  const [finding, ...others] = compareReadings(
    words("one two three four five six"),
    words("one two four five six"),
  );
  expect(others).toEqual([]);
  expect(finding?.message).toBe("the PDF does not read “THREE”");
  expect(finding?.where).toBe("after “… ONE TWO”");
});

test("words in another order are told", () => {
  expect(compareReadings(words("a b c d e f g"), words("d e f g a b c"))).not.toEqual([]);
});

test("a hyphenated word which is read in two is told", () => {
  const [finding] = compareReadings(
    words("la pandémie est là depuis hier"),
    words("la pandé- mie est là depuis hier"),
  );
  expect(finding?.message).toBe("the PDF reads “PANDÉ- MIE” where the source has “PANDÉMIE”");
});
