import { expect, test } from "vitest";
import * as original from "../../../src/browser/bundle-in-page.ts";
import * as compiled from "../../../src/program/compiled/bundle-in-page.ts";

test("what stands in the place of a module in the compiled program has what that has", () => {
  const inItsPlace: typeof original = compiled;
  expect(Object.keys(inItsPlace).sort()).toEqual(Object.keys(original).sort());
});
