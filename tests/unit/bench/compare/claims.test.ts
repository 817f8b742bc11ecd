import { expect, test } from "vitest";
import { readClaims } from "../../../../bench/compare/measure/claims.ts";

test("claims are read from elements and attributes", () => {
  expect(readClaims("<pdfuaid:part>1</pdfuaid:part>")).toEqual(["PDF/UA-1"]);
  expect(readClaims(`<x pdfaid:part="2" pdfaid:conformance="A" pdfuaid:part='1'/>`)).toEqual([
    "PDF/UA-1",
    "PDF/A-2a",
  ]);
  expect(readClaims("<pdf:Producer>pdfaid</pdf:Producer>")).toEqual([]);
});
