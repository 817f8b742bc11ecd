import { expect, test } from "vitest";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { formatJson, parseJson } from "../../../src/report/json.ts";
import { refusedReport } from "./planted-report.ts";

test("a report survives writing and reading", () => {
  expect(parseJson(formatJson(refusedReport))).toEqual(refusedReport);
});

test("the order of keys in memory does not change the text", () => {
  const { granted, editions } = refusedReport;
  const turned: Report = {
    editions: editions.map(({ judges, file, edition }) => ({ judges, file, edition })),
    granted,
  };
  expect(formatJson(turned)).toBe(formatJson(refusedReport));
  expect(formatJson(turned).split("\n")[1]).toBe(`  "granted": false,`);
});

test("a text that is no report is not read", () => {
  expect(() => parseJson(`{ "granted": true }`)).toThrow();
});
