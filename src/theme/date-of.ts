/** Dates in the language of a text. Input: a date in ISO 8601 and a BCP 47 tag; output: `3 May 2024`. */
import { dateIn } from "../languages/date-in.ts";
import { findLanguage } from "../languages/languages.ts";

/** @param date a day, a month or a year. */
export function dateOf(date: string, lang: string): string {
  return findLanguage(lang)?.words.date(date) ?? dateIn(date, lang);
}
