/** The tables of docs/judges.md are what the registry says of judges and rules, line by line. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { JUDGES } from "../../../src/judges/registry.ts";
import { formatTable, markedTables, namedRules, tableOf } from "../../support/judge-tables.ts";

const docs = readFileSync(path.join(import.meta.dirname, "../../../docs/judges.md"), "utf8");
const tables = markedTables(docs);

describe.each(tables.map(({ marker, rows }) => [marker, rows] as const))("%s", (marker, rows) => {
  test("has the table that the registry gives", () => {
    const wanted = tableOf(marker);
    expect(rows, `put this below <!-- ${marker} -->:\n${formatTable(wanted)}\n`).toEqual(wanted);
  });
});

test("every rule of every judge stands in one table", () => {
  const named = tables.filter(({ marker }) => marker.startsWith("rules: "));
  const wanted = JUDGES.flatMap(({ rules }) => Object.keys(rules));
  // Two judges have the rule of generated text, and one table has it for both.
  const twice = new Set(["generated-text-contrast"]);
  const found = named.flatMap(({ marker }) => namedRules(marker));
  expect(found.filter((rule) => !twice.has(rule)).sort()).toEqual(
    wanted.filter((rule) => !twice.has(rule)).sort(),
  );
  expect(found).toContain("generated-text-contrast");
});

test("a table that nobody knows, or of a judge that does not exist, is a fault", () => {
  expect(() => tableOf("rules: imprimatur-nothing")).toThrow("no judge is called");
  expect(() => tableOf("rule")).toThrow("no table is marked");
});
