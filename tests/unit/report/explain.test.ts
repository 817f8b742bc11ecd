/** What reports say of findings from the registry, or from success criteria. */
import { expect, test } from "vitest";
import { PDF_STRUCTURE_RULES } from "../../../src/judges/pdf/pdf-structure-info.ts";
import { COLOUR_RULES } from "../../../src/judges/design/colours-info.ts";
import type { Finding, Report } from "../../../src/judges/verdict/finding.ts";
import { findingOf } from "../../../src/judges/verdict/judge-info.ts";
import { headingOf } from "../../../src/report/counts.ts";
import { describeAffected, explainReport } from "../../../src/report/explain.ts";

const found = { where: "document", message: "Wrong." };
const order = findingOf(PDF_STRUCTURE_RULES["pdf-tab-order"], found);
const foreign: Finding = { ...order, rule: "tabindex", wcag: [] };

test("a rule of the project's own has its clauses and whom it affects", () => {
  expect(headingOf("imprimatur-pdf-structure", order)).toBe(
    "moderate · pdf-tab-order · WCAG 2.4.3 · PDF/UA-1 §7.18.3 · technique PDF3",
  );
  expect(describeAffected("imprimatur-pdf-structure", order)).toBe(
    "people who are blind, people who use a keyboard, a switch or their voice instead of a mouse",
  );
});

test("of a tool's rule, criteria say whom it affects, each once; without any, nobody knows", () => {
  const wcag = ["4.1.2", "2.4.4", "9.9.9"];
  expect(describeAffected("axe-core", { ...foreign, wcag })).toBe(
    "people who are blind, people who use a keyboard, a switch or their voice instead of a mouse, people who find reading or remembering hard",
  );
  expect(describeAffected("axe-core", foreign)).toBe("");
  expect(headingOf("axe-core", foreign)).toBe("moderate · tabindex");
});

test("criteria are those of the finding, where the rule has several", () => {
  const pair = findingOf(COLOUR_RULES["token-contrast"], { ...found, wcag: ["1.4.6"] });
  expect(headingOf("imprimatur-colours", pair)).toBe("serious · token-contrast · WCAG 1.4.6");
});

test("what an earlier version said of a rule that is no more is kept", () => {
  const old: Finding = { ...foreign, rule: "gone", clauses: ["PDF/UA-1 §9"], affects: ["someone"] };
  const judge = { name: "imprimatur-links", version: "0", status: "failed" as const };
  const report: Report = {
    granted: false,
    editions: [{ edition: "web", file: "a", judges: [{ ...judge, findings: [old] }] }],
  };
  expect(explainReport(report)).toEqual(report);
});
