/** Rules about numbers that languages share: their units, and groups of three digits. */
import { NO_BREAK_SPACE } from "../../languages/spaces.ts";
import { pattern, replace, SPACE, type Rule } from "./rule.ts";

/** @param units what belongs to the number before it, as patterns. */
export function numberAndUnit(units: readonly string[]): Rule {
  return replace(
    "number and unit",
    pattern`(?<=\d)${SPACE}+(?=(?:${units.join("|")})(?![\p{L}\p{N}]|['’]|-\p{L}))`,
    NO_BREAK_SPACE,
  );
}

/**
 * `10 000`: groups of three digits. Not years side by side, telephone numbers or dates: the number
 * starts with one to three digits, the first not 0, and no other group stands on either side.
 * @param space in the place of each space between groups.
 */
export function groupsOfThousands(space: string): Rule {
  return {
    name: "thousands",
    edits: (text) => {
      const numbers = text.matchAll(
        pattern`(?<![\p{L}\p{N}.,\/\-]|\p{N}${SPACE})[1-9]\d{0,2}(?:${SPACE}\d{3})+(?![\p{L}\p{N}]|${SPACE}\d|[.\/\-]\d)`,
      );
      return [...numbers].flatMap((number) =>
        [...number[0].matchAll(pattern`${SPACE}`)].map((found) => ({
          start: number.index + found.index,
          end: number.index + found.index + 1,
          text: space,
          joins: "next" as const,
        })),
      );
    },
  };
}
