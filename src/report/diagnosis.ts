/** What the doctor says, as lines. Input: a diagnosis; output: text that ends in the verdict. */
import { createColors } from "picocolors";
import type { ConditionStatus, Diagnosis } from "../doctor/condition.ts";

const WORDS: Readonly<Record<ConditionStatus, string>> = {
  ok: "ok",
  without: "without",
  wrong: "not ok",
};
const WIDTH = Math.max(...Object.values(WORDS).map((word) => word.length));

export function formatDiagnosis({ ready, conditions }: Diagnosis, color: boolean): string {
  const colors = createColors(color);
  const paint = { ok: colors.green, without: colors.yellow, wrong: colors.red };
  const lines = conditions.flatMap(({ name, status, found, neededFor, remedy }) => [
    `${paint[status](WORDS[status].padEnd(WIDTH))}  ${name}: ${found}`,
    `${" ".repeat(WIDTH)}  needed for ${neededFor}`,
    ...(remedy === undefined ? [] : [`${" ".repeat(WIDTH)}  hint: ${remedy}`]),
  ]);
  const without = conditions.filter(({ status }) => status === "without").length;
  const wrong = conditions.filter(({ status }) => status === "wrong").length;
  const verdict = ready
    ? without === 0
      ? "Everything is there."
      : "It works; what is missing is left out as said above."
    : `Not ready: ${wrong} of ${conditions.length} not ok.`;
  return `${lines.join("\n")}\n\n${verdict}\n`;
}
