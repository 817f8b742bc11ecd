/**
 * What the runtime's tables (CLDR) know of a language: plurals, lists, numbers, dates. Input: a BCP 47
 * tag. Output: functions for the language's words.
 */
import { dateIn } from "./date-in.ts";
import { NO_BREAK_SPACE } from "./spaces.ts";
import type { LabelNumber, Words } from "./words.ts";

/** One form for each kind of number that the language tells apart. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export interface UnitsOfSize {
  readonly kilo: string;
  readonly mega: string;
}

export interface Formats extends Pick<Words, "list" | "number" | "date" | "size" | "languageName"> {
  /** The form that goes with a count. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** The form that goes with a place in an order. */
  readonly place: (value: number, forms: PluralForms) => string;
}

export function formatsOf(
  locale: string,
  units: UnitsOfSize = { kilo: "kB", mega: "MB" },
): Formats {
  const choose =
    (type: Intl.PluralRuleType) =>
    (count: number, forms: PluralForms): string =>
      forms[new Intl.PluralRules(locale, { type }).select(count)] ?? forms.other;
  return {
    list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    date: (date) => dateIn(date, locale),
    size: (bytes) => formatSize(bytes, locale, units),
    languageName: (tag) => new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag,
    plural: choose("cardinal"),
    place: choose("ordinal"),
  };
}

/** 1 kB is 1000 bytes (IEC 80000-13); one decimal from a megabyte on. */
function formatSize(bytes: number, locale: string, { kilo, mega }: UnitsOfSize): string {
  const [value, unit, digits] =
    bytes < 1_000_000 ? [bytes / 1_000, kilo, 0] : [bytes / 1_000_000, mega, 1];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  return `${number.format(value)} ${unit}`;
}

/** The label of a language that has the word before the number: `Figure 3`. */
export function wordBefore(word: string): (number: LabelNumber) => string {
  return (number) => `${word}${NO_BREAK_SPACE}${number}`;
}

/** A count and the word that goes with it. */
export function counted({ plural }: Formats, forms: PluralForms): (count: number) => string {
  return (count) => `${count}${NO_BREAK_SPACE}${plural(count, forms)}`;
}
