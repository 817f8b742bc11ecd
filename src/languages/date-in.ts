/**
 * Dates as a language writes them. Input: a date and a BCP 47 tag. Output: text; of a language whose
 * dates the runtime does not know, the date as it was written, which has no words.
 */

/** How exact a date is, by how many parts it has. */
const FORMATS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { year: "numeric" },
  2: { year: "numeric", month: "long" },
  3: { year: "numeric", month: "long", day: "numeric" },
};

/** @param date a day, a month or a year in ISO 8601. @param lang BCP 47 tag. */
export function dateIn(date: string, lang: string): string {
  // The runtime would write it in the language of the machine.
  if (Intl.DateTimeFormat.supportedLocalesOf([lang]).length === 0) return date;
  const parts = date.split("-");
  const format = FORMATS[parts.length] ?? FORMATS[3];
  const [year = "", month = "01", day = "01"] = parts;
  return new Intl.DateTimeFormat(lang, { ...format, timeZone: "UTC" }).format(
    new Date(`${year}-${month}-${day}T00:00:00Z`),
  );
}
