/** Dates as a language writes them. */

/** How exact a date is, by how many parts it has. */
const FORMATS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { year: "numeric" },
  2: { year: "numeric", month: "long" },
  3: { year: "numeric", month: "long", day: "numeric" },
};

/** @param date a day, a month or a year in ISO 8601. @param lang BCP 47 tag. */
export function dateIn(date: string, lang: string): string {
  const parts = date.split("-");
  const format = FORMATS[parts.length] ?? FORMATS[3];
  const [year = "", month = "01", day = "01"] = parts;
  return new Intl.DateTimeFormat(lang, { ...format, timeZone: "UTC" }).format(
    new Date(`${year}-${month}-${day}T00:00:00Z`),
  );
}
