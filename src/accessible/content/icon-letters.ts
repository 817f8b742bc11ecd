/**
 * Letters of icon fonts, which have Unicode values by private agreement alone. Nobody reads them in
 * decoration, and a picture reads as its alternative; ISO 19005-2 §6.2.11.7.3 wants a text for them
 * all the same. Pure.
 */
import type { PaintedUnit } from "./content-units.ts";

/** What is left of a text without such letters; undefined where it has none of them. */
export function withoutIcons(unit: PaintedUnit): string | undefined {
  if (unit.kind !== "text" || !/\p{Co}/u.test(unit.text)) return undefined;
  return unit.text.replace(/\p{Co}/gu, "");
}
