/**
 * What stands in the sequence of a publication, and where. Input: a content file as read; output: what
 * it is there, and a number.
 */
import { rawValue } from "./faults/field-faults.ts";
import type { ReadContent } from "./files/read-content.ts";

/** Its field `order`, or else the number before its name; undefined where it has neither. */
export function placeOf({ raw, entry }: Pick<ReadContent, "raw" | "entry">): number | undefined {
  const order = rawValue(raw, "order");
  return typeof order === "number" ? order : entry.number;
}

/** Neither a part nor something at the end of a chapter. What a wrong file was meant to be is unknown. */
export function isChapter({ kind }: Pick<ReadContent, "kind">): boolean {
  return kind === undefined || kind.place.kind === "chapter";
}
