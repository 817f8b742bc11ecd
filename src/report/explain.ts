/**
 * What reports say of a finding beside its own words: the clauses that it violates, and whom it affects.
 * Input: a judge's name and a finding; output: what the registry knows of its rule. Of a tool's own rule,
 * whom its success criteria are for. Pure.
 */
import { ruleInfo } from "../judges/registry.ts";
import { AFFECTED, inOrder, type Affected } from "../judges/verdict/affected.ts";
import type { Finding, JudgeReport, Report } from "../judges/verdict/finding.ts";
import { affectedByCriterion, citeCriterion } from "../judges/verdict/success-criteria.ts";

/** Clauses of standards and techniques, without success criteria, which the finding has itself. */
export function furtherClauses(judge: string, { rule }: Finding): readonly string[] {
  const info = ruleInfo(judge, rule);
  const criteria = new Set(info?.wcag.map(citeCriterion));
  return info?.clauses.filter((clause) => !criteria.has(clause)) ?? [];
}

export function affectedBy(judge: string, { rule, wcag }: Finding): readonly Affected[] {
  return inOrder(ruleInfo(judge, rule)?.affects ?? wcag.flatMap(affectedByCriterion));
}

/** `people who are blind, people with low vision`; empty where nobody knows. */
export function describeAffected(judge: string, finding: Finding): string {
  return affectedBy(judge, finding)
    .map((each) => AFFECTED[each])
    .join(", ");
}

/** The report for programs that do not have the registry. */
export function explainReport(report: Report): Report {
  return {
    ...report,
    editions: report.editions.map((edition) => ({
      ...edition,
      judges: edition.judges.map(explainJudge),
    })),
  };
}

function explainJudge(judge: JudgeReport): JudgeReport {
  const explain = (finding: Finding): Finding => explainFinding(judge.name, finding);
  const { findings, toReview } = judge;
  return {
    ...judge,
    findings: findings.map(explain),
    ...(toReview !== undefined && { toReview: toReview.map(explain) }),
  };
}

/** A rule that an earlier version had keeps what that wrote. */
function explainFinding(judge: string, finding: Finding): Finding {
  const clauses = [...finding.wcag.map(citeCriterion), ...furtherClauses(judge, finding)];
  const affects = affectedBy(judge, finding);
  return {
    ...finding,
    ...(clauses.length > 0 && { clauses }),
    ...(affects.length > 0 && { affects }),
  };
}
