/**
 * Numbers of accounts as a language writes them. Input: what Markdown says of a number, the language, and whether
 * it is seen on a screen or on paper; output: an element. Digits are never rounded: they are a text, not a number.
 *
 * A negative number in brackets is heard as one that is not: screen readers pass over brackets. On the web a minus
 * is there that nobody sees, and styles paint the brackets. In PDFs, styles say that the bracket is read as a minus.
 */
import type { JSX } from "preact";
import { findLanguage } from "../../languages/languages.ts";
import { NO_BREAK_SPACE } from "../../languages/spaces.ts";
import { NUMBER_ATTRIBUTES } from "../../markdown/tables/financial-table.ts";

const MINUS = "\u2212";
/** Languages whose accounts have negative numbers in brackets. */
const WITH_BRACKETS = ["en", "fr"];

type Attributes = Readonly<Record<string, string>>;

export function showNumbers(
  seenOn: "screen" | "paper",
  lang: string,
): (attributes: Attributes) => JSX.Element {
  const language = findLanguage(lang);
  const { numbers, spaces } = language?.typography ?? {};
  const isBracketed = WITH_BRACKETS.includes(lang.toLowerCase().split("-")[0] ?? "");
  return (attributes) => {
    const value = attributes.value ?? "";
    const decimals = Number(attributes[NUMBER_ATTRIBUTES.decimals] ?? 0);
    const currency = attributes[NUMBER_ATTRIBUTES.currency];
    const isPercent = attributes[NUMBER_ATTRIBUTES.percent] !== undefined;
    const asWritten = attributes[NUMBER_ATTRIBUTES.negatives];
    const amount = write(value.replace(/^-/u, ""), decimals, numbers);
    const percent = isPercent ? `${spaces?.beforePercent ?? ""}%` : "";
    const money = currency === undefined ? "" : `${currency}${NO_BREAK_SPACE}`;
    if (!value.startsWith("-")) {
      return (
        <data class="number" value={value}>
          {money + amount + percent}
        </data>
      );
    }
    const hasBrackets = asWritten === undefined ? isBracketed : asWritten === "brackets";
    if (!hasBrackets) {
      return (
        <data class="number" value={value}>
          {money + MINUS + amount + percent}
        </data>
      );
    }
    return (
      <data class="number negative" value={value}>
        {seenOn === "screen" && <span class="minus">{MINUS}</span>}
        {money + amount + percent}
      </data>
    );
  };
}

/** @param value without its sign. */
function write(
  value: string,
  decimals: number,
  { decimal, thousands }: { readonly decimal: string; readonly thousands: string } = {
    decimal: ".",
    thousands: "",
  },
): string {
  const [whole = "", fraction = ""] = value.split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, thousands);
  return decimals === 0 ? grouped : `${grouped}${decimal}${fraction.padEnd(decimals, "0")}`;
}
