import { expect, test } from "vitest";
import { operations } from "../../../src/pdf/content/content-operations.ts";
import { actualTextIn, hexText, shownCodes } from "../../../src/pdf/content/shown-strings.ts";

function parts(stream: string): string[] {
  return [...operations(stream)].map(({ start, end }) => stream.slice(start, end));
}

test("operands stay with their operator", () => {
  const stream =
    "q\n1 0 0 -1 .5 -3 cm /F1 12 Tf [(a\\)b) -20 <0041>] TJ\n/Span<</ActualText (f) >> BDC\nEMC Q";
  expect(parts(stream)).toEqual([
    "q",
    "1 0 0 -1 .5 -3 cm",
    "/F1 12 Tf",
    "[(a\\)b) -20 <0041>] TJ",
    "/Span<</ActualText (f) >> BDC",
    "EMC",
    "Q",
  ]);
});

test("an inline image is one operation, whatever its bytes are", () => {
  expect(parts("BI /W 1 /H 1 ID \u0000(Q q\u00ff EI Q")).toEqual([
    "BI /W 1 /H 1 ID \u0000(Q q\u00ff EI",
    "Q",
  ]);
});

test("a string that does not end is an error", () => {
  expect(() => parts("(abc Tj")).toThrow("does not end");
});

test("codes of one and two bytes", () => {
  expect(shownCodes("[<00410042> 5 (\\000C)]", 2)).toEqual([0x41, 0x42, 0x43]);
  expect(shownCodes("(A\\102\\))", 1)).toEqual([0x41, 0x42, 0x29]);
});

test("ActualText goes out and comes back", () => {
  expect(actualTextIn(`<</ActualText ${hexText("né\u00AD")}>>`)).toBe("né\u00AD");
  expect(actualTextIn("<</MCID 3>>")).toBeUndefined();
});
