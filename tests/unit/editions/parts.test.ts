import { expect, test } from "vitest";
import { isLong, joinParts } from "../../../src/editions/pdf/parts.ts";

const documentOf = (length: number, extra = ""): Parameters<typeof isLong>[0] => ({
  html: `<!doctype html><title>A</title>${extra}<p>${"word ".repeat(length / 5)}</p>`,
  urlPath: "/print.html",
  roots: [],
});

test("a document is long by its HTML", () => {
  expect(isLong(documentOf(1_000_000))).toBe(false);
  expect(isLong(documentOf(3_000_000))).toBe(true);
});

test("one with scripts may be another each time, and stays whole", () => {
  expect(isLong(documentOf(3_000_000, "<script>go()</script>"))).toBe(false);
  expect(isLong(documentOf(3_000_000, '<p onclick="go()">A</p>'))).toBe(false);
});

test("no parts are no document", () => {
  expect(() => joinParts([])).toThrow(RangeError);
});
