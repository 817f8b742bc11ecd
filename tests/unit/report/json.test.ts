import { expect, test } from "vitest";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { formatJson, parseJson } from "../../../src/report/json.ts";
import { explainReport } from "../../../src/report/explain.ts";
import { refusedReport } from "./planted-report.ts";

test("a report survives writing and reading, and says of findings what the registry knows", () => {
  const read = parseJson(formatJson(refusedReport));
  expect(read).toEqual(explainReport(refusedReport));
  expect(read).toMatchObject(refusedReport);
  const finding = read.editions[0]?.judges[1]?.findings[0];
  expect(finding).toMatchObject({
    ...{ clauses: ["WCAG 2.2 1.1.1"], affects: ["blind"] },
    source: { file: "content/010-boat.md", line: 34 },
  });
  expect(formatJson(read)).toBe(formatJson(refusedReport));
});

test("a report of an earlier version, which says less of findings, is read", () => {
  expect(parseJson(JSON.stringify(refusedReport))).toEqual(refusedReport);
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
