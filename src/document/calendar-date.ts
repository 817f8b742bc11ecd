/**
 * Dates as ISO 8601 writes them, of a day, a month or a year: `2021-03-15`, `2021-03`, `2021`. Input:
 * text. Output: what is wrong with it. Gregorian calendar; it knows no times and no zones.
 */

export interface DateFault {
  readonly message: string;
  readonly hint: string;
}

const HINT = "write it like 2021-03-15, 2021-03 or 2021";

export function dateFault(text: string): DateFault | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text);
  if (parts === null) return { message: "is no date that begins with its year", hint: HINT };
  const [, year = "", month, day] = parts;
  if (Number(year) === 0) return { message: "has no year: there is none before 0001", hint: HINT };
  if (month === undefined) return undefined;
  if (Number(month) < 1 || Number(month) > 12) {
    return {
      message: `has a month ${month}, and there are twelve`,
      hint: "write the year, the month and the day, in this order: 2021-03-15",
    };
  }
  const last = daysIn(Number(year), Number(month));
  if (day === undefined || (Number(day) >= 1 && Number(day) <= last)) return undefined;
  return { message: `has a day ${day}, and that month has ${last}`, hint: "correct the day" };
}

/** Whether it is a day, not a month or a year. */
export function isDay(date: string): boolean {
  return date.length === "2021-03-15".length;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
}
