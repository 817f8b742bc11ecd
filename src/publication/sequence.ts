/** Where a content file stands among its neighbours. Input: a file as read; output: a number. */
import { rawValue } from "./field-faults.ts";
import type { ReadContent } from "./read-content.ts";

/** Its field `order`, or else the number before its name; undefined where it has neither. */
export function placeOf({ raw, entry }: Pick<ReadContent, "raw" | "entry">): number | undefined {
  const order = rawValue(raw, "order");
  return typeof order === "number" ? order : entry.number;
}
