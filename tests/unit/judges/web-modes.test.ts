import { expect, test } from "vitest";
import type { Finding, JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { mergeModes, narrowMode, printMode, wideMode } from "../../../src/judges/html/web-modes.ts";

function fault(rule: string): Finding {
  return { rule, impact: "serious", wcag: [], where: "main > p", message: "Wrong.", help: "" };
}

function report(...rules: readonly string[]): JudgeReport {
  const status = rules.length === 0 ? "passed" : "failed";
  return { name: "planted", version: "1", status, findings: rules.map(fault) };
}

test("a finding is told once, with its modes", () => {
  const merged = mergeModes(
    new Map([
      [wideMode, report("everywhere")],
      [narrowMode, report("everywhere", "narrow")],
      [printMode, report("everywhere", "narrow")],
    ]),
  );
  expect(merged.status).toBe("failed");
  expect(merged.findings.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
    "everywhere main > p (all modes)",
    "narrow main > p (320 px, print)",
  ]);
});

test("a judge that was skipped in one mode did not run, and what it found is kept", () => {
  const skipped: JudgeReport = { ...report(), status: "skipped", reason: "the page is gone" };
  const merged = mergeModes(
    new Map([
      [wideMode, report("early")],
      [printMode, skipped],
    ]),
  );
  expect(merged).toMatchObject({ status: "skipped", reason: "print: the page is gone" });
  expect(merged.findings).toHaveLength(1);
});
