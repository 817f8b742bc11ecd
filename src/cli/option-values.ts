/** Values of options as a person writes them. Each throws `InvalidArgumentError`, which names what is wanted. */
import { InvalidArgumentError } from "commander";
import { REPAIR_NAMES, repairNameSchema, type RepairName } from "../paginate/repair-names.ts";
import { DEFAULT_TIME_LIMITS, timeLimits, type TimeLimits } from "../check/time-limit.ts";

export function parseMillimetres(text: string): number {
  return parsePositive(text, "millimetres");
}

export function parseMilliseconds(text: string): number {
  return parsePositive(text, "milliseconds");
}

export function parseSeconds(text: string): number {
  return parsePositive(text, "seconds");
}

export function parsePages(text: string): number {
  return parsePositive(text, "pages");
}

export function parseDpi(text: string): number {
  return parsePositive(text, "pixels an inch");
}

/** `--no-repair`, which may come several times; `all` stands for each of them. */
export function parseRepairs(text: string, former: unknown): readonly RepairName[] {
  const chosen = text === "all" ? REPAIR_NAMES : [parseRepair(text)];
  return [...(Array.isArray(former) ? (former as readonly RepairName[]) : []), ...chosen];
}

function parseRepair(text: string): RepairName {
  const parsed = repairNameSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(`it is one of ${REPAIR_NAMES.join(", ")}, or all`);
}

/** What `--judge-timeout` says of the time that judges have. */
export function limitsOf(options: { readonly judgeTimeout?: number }): TimeLimits {
  const { judgeTimeout } = options;
  return judgeTimeout === undefined ? DEFAULT_TIME_LIMITS : timeLimits(judgeTimeout * 1000);
}

function parsePositive(text: string, unit: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError(`it is a number of ${unit} above 0`);
}
