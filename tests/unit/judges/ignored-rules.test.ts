import { ruleExists } from "html-validate";
import { expect, test } from "vitest";
import axe from "axe-core";
import { ignoredRules, ignoredRulesOf } from "../../../src/judges/html/ignored-rules.ts";

test("every ignored rule has a reason and is listed once", () => {
  const names = ignoredRules.map(({ judge, rule }) => `${judge} ${rule}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { reason } of ignoredRules) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
});

test("an ignored rule exists, so that none outlives its judge's version", () => {
  const axeRules = axe.getRules().map(({ ruleId }) => ruleId);
  for (const rule of ignoredRulesOf("axe-core")) expect(axeRules).toContain(rule);
  for (const rule of ignoredRulesOf("html-validate")) expect(ruleExists(rule)).toBe(true);
});
