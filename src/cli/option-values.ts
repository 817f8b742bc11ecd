/** Values of options as a person writes them. Each throws `InvalidArgumentError`, which names what is wanted. */
import { InvalidArgumentError } from "commander";
import { REPAIR_NAMES, repairNameSchema, type RepairName } from "../paginate/repair-names.ts";
import { isLanguageTag } from "../accessible/source/known-languages.ts";
import { collapse } from "../accessible/source/source-names.ts";
import { isKnownLanguage } from "../publication/fields/language-tag.ts";
import { DEFAULT_TIME_LIMITS, timeLimits, type TimeLimits } from "../judges/verdict/time-limit.ts";

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

export function parseTitle(text: string): string {
  const title = collapse(text);
  if (title !== "") return title;
  throw new InvalidArgumentError("it is text");
}

/**
 * A tag of BCP 47. Of languages with two letters all are known; of the thousands with three letters a
 * tag is taken as it is; no language has more.
 */
export function parseLanguage(tag: string): string {
  const [primary = ""] = tag.split("-");
  const isOfLanguage =
    primary.length === 2
      ? isKnownLanguage(primary)
      : primary.length === 3 || /^[ix]$/i.test(primary);
  if (isLanguageTag(tag) && isOfLanguage) return tag;
  throw new InvalidArgumentError("it is a language tag of BCP 47, such as en, fr or de-CH");
}

const fixes = ["headings"] as const;
/** What `--fix` can set right. */
export type Fix = (typeof fixes)[number];

export function parseFixes(name: string, before: readonly Fix[] = []): readonly Fix[] {
  const fix = fixes.find((each) => each === name);
  if (fix !== undefined) return [...before, fix];
  throw new InvalidArgumentError(`it is one of: ${fixes.join(", ")}`);
}

/** For an option that may be repeated. */
export function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
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
