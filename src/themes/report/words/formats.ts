/** Lists and dates as a language writes them. Input: a BCP 47 tag; output: functions to texts. */
import type { ReportWords } from "./types.ts";

/** How exact a date is, by how many parts it has. */
const FORMATS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { year: "numeric" },
  2: { year: "numeric", month: "long" },
  3: { year: "numeric", month: "long", day: "numeric" },
};

export function formatsOf(lang: string): Pick<ReportWords, "list" | "date"> {
  const list = new Intl.ListFormat(lang, { type: "conjunction" });
  return {
    list: (names) => list.format(names),
    date: (date) => {
      const parts = date.split("-");
      const format = FORMATS[parts.length] ?? FORMATS[3];
      const [year = "", month = "01", day = "01"] = parts;
      return new Intl.DateTimeFormat(lang, { ...format, timeZone: "UTC" }).format(
        new Date(`${year}-${month}-${day}T00:00:00Z`),
      );
    },
  };
}
