import { expect, test } from "vitest";
import { dateFault, isDay } from "../../../src/document/calendar-date.ts";

test.each(["2021", "2021-03", "2021-03-15", "2020-02-29", "2000-02-29", "0001-12-31"])(
  "%s is a date",
  (date) => {
    expect(dateFault(date)).toBeUndefined();
  },
);

test.each([
  ["2021-02-29", "that month has 28"],
  ["1900-02-29", "that month has 28"],
  ["2021-04-31", "that month has 30"],
  ["2021-04-00", "has a day 00"],
  ["2021-00", "has a month 00"],
  ["2021-13-01", "has a month 13"],
  ["0000", "has no year"],
  ["21-03-15", "begins with its year"],
  ["2021-3-15", "begins with its year"],
  ["2021/03/15", "begins with its year"],
  ["2021-03-15T12:00", "begins with its year"],
  ["March 2021", "begins with its year"],
])("%s is none: %s", (date, fault) => {
  expect(dateFault(date)?.message).toContain(fault);
});

test("a day is known from a month and a year", () => {
  expect(["2021", "2021-03", "2021-03-15"].map(isDay)).toEqual([false, false, true]);
});
