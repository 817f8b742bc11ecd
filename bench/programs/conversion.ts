/** From how a process ended to what became of a document. Pure but for a look whether a file is there. */
import { stat } from "node:fs/promises";
import type { GroupOptions, GroupResult } from "./run-group.ts";
import type { Conversion, ConvertOptions } from "./program.ts";

/** What takes longer than two minutes is not waited for. */
export const TIME_LIMIT_MS = 120_000;
const LONGEST_MESSAGE = 200;

/** What every program is run with: how long it may take, and what is called when it has started. */
export function runOptions({ timeLimitMs = TIME_LIMIT_MS, onStart }: ConvertOptions = {}): Pick<
  GroupOptions,
  "timeLimitMs" | "onStart"
> {
  return { timeLimitMs, ...(onStart && { onStart }) };
}

/** A PDF that is there was made, whatever the exit code says: several programs end with 1 on warnings. */
export async function conversionOf(
  result: GroupResult,
  output: string,
  tellWhy: (result: GroupResult) => string,
): Promise<Conversion> {
  const wallMs = Math.round(result.wallMs);
  if (result.isOverTime) {
    return { outcome: "over-time", message: `over ${Math.round(wallMs / 1000)} s`, wallMs };
  }
  const size = await stat(output).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 0) return { outcome: "made", wallMs };
  return { outcome: "failed", message: shorten(tellWhy(result)), wallMs };
}

export function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, " ");
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE - 1)}…` : line;
}

/** The first line that names an error, or the last one. */
export function errorLine({ stderr, stdout, code }: GroupResult): string {
  // Colours of a terminal.
  const plain = `${stderr}\n${stdout}`.replaceAll(/\u001b\[[\d;]*[A-Za-z]/gu, "");
  const lines = plain.split("\n").map((line) => line.trim());
  const filled = lines.filter((line) => line !== "" && !line.startsWith("at "));
  const found = filled.find((line) => /error/iu.test(line)) ?? filled.at(-1);
  return found ?? `it ended with ${code ?? "a signal"}`;
}
