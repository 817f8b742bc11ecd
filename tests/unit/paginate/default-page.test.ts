import { expect, test } from "vitest";
import { defaultSheet } from "../../../src/paginate/default-page.ts";

test.each([
  ["en-US", "letter"],
  ["EN-us", "letter"],
  ["en-CA", "letter"],
  ["en-Latn-US", "letter"],
  ["en-US-x-plain", "letter"],
  ["en", "a4"],
  ["en-GB", "a4"],
  ["fr-CA", "a4"],
  ["en-USA", "a4"],
  ["", "a4"],
])("where the language is “%s” the page is %s", (language, sheet) => {
  expect(defaultSheet(language)).toBe(sheet);
});
