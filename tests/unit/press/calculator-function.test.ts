import { describe, expect, test } from "vitest";
import { PublicationError } from "../../../src/errors.ts";
import { calculatorFunction } from "../../../src/pdf/functions/calculator-function.ts";

describe("calculatorFunction", () => {
  test.each<[string, number[], number[]]>([
    ["{ 1 exch sub }", [0.25], [0.75]],
    ["{ dup .5 le { pop 1 0 0 } { pop 0 0 1 } ifelse }", [0.4], [1, 0, 0]],
    ["{ dup .5 le { pop 1 0 0 } { pop 0 0 1 } ifelse }", [0.6], [0, 0, 1]],
    ["{ 3 1 roll }", [1, 2, 3], [3, 1, 2]],
    ["{ 3 -1 roll }", [1, 2, 3], [2, 3, 1]],
    ["{ 1 index }", [7, 8], [7, 8, 7]],
    ["{ 2 copy }", [7, 8], [7, 8, 7, 8]],
    ["{ atan 360 div }", [1, 0], [0.25]],
    ["{ dup truncate sub dup 0 le { 1 add } if }", [-2.25], [0.75]],
    ["{ dup 0 gt exch 1 le and { 5 } if }", [0.5], [5]],
    ["{ 4 2 div 3 exp sqrt neg abs round }", [], [3]],
  ])("%s", (code, inputs, outputs) => {
    expect(calculatorFunction(code)(inputs)).toEqual(outputs);
  });

  test.each(["{ 1 add", "1 add }", "{ add }", "{ 1 showpage }", "{ 1 if }"])(
    "%s is a fault",
    (code) => {
      expect(() => calculatorFunction(code)([])).toThrow(PublicationError);
    },
  );
});
