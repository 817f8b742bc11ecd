import { expect, test } from "vitest";
import { joinBatches } from "../../../src/editions/pdf/batches.ts";

test("no batches are no document", () => {
  expect(() => joinBatches([])).toThrow(RangeError);
});
