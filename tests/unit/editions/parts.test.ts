import { expect, test } from "vitest";
import { joinParts, partPagesOf } from "../../../src/editions/pdf/parts.ts";

const documentOf = (length: number, extra = ""): Parameters<typeof partPagesOf>[0] => ({
  html: `<!doctype html><title>A</title>${extra}<p>${"word ".repeat(length / 5)}</p>`,
  urlPath: "/print.html",
  roots: [],
});

test("a document has parts by the length of its HTML", () => {
  expect(partPagesOf(documentOf(1_000_000))).toBeUndefined();
  expect(partPagesOf(documentOf(1_920_000))).toBe(200);
  expect(partPagesOf(documentOf(10_000_000))).toBe(400);
});

test("one with scripts may be another each time, and stays whole", () => {
  expect(partPagesOf(documentOf(3_000_000, "<script>go()</script>"))).toBeUndefined();
  expect(partPagesOf(documentOf(3_000_000, '<p onclick="go()">A</p>'))).toBeUndefined();
});

test("no parts are no document", () => {
  expect(() => joinParts([])).toThrow(RangeError);
});
