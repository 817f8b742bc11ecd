import { expect, test } from "vitest";
import { gather, parseLanguage, parseFixes, parseTitle } from "../../../src/cli/option-values.ts";

test.each([
  "en",
  "fr",
  "de-CH",
  "zh-Hant",
  "EN-us",
  "tlh",
  "aaa",
  "x-own",
  "i-klingon",
  "sl-rozaj",
])("%s names a language", (tag) => {
  expect(parseLanguage(tag)).toBe(tag);
});

test.each(["", "e", "english", "jp", "xx", "en_GB", "en GB", "de-CH.UTF-8", "en-", "fr,de"])(
  "“%s” names no language",
  (tag) => {
    expect(() => parseLanguage(tag)).toThrow("it is a language tag of BCP 47");
  },
);

test("a title is one line with words in it", () => {
  expect(parseTitle("  Of \n tides ")).toBe("Of tides");
  expect(() => parseTitle(" \u00AD ")).toThrow("it is text");
});

test("options that are repeated are gathered", () => {
  expect(gather("b", gather("a"))).toEqual(["a", "b"]);
  expect(parseFixes("headings")).toEqual(["headings"]);
  expect(() => parseFixes("tables")).toThrow("it is one of: headings");
});
