/**
 * What is reported when a rule of preflight is broken. Input: rules, as data, and places; output:
 * findings. It reads no PDF.
 */
import { citationOf } from "../../../pdf/standards/rules.ts";
import { findingOf, type RuleFinding } from "../../verdict/judge-info.ts";
import type { PreflightRule, PreflightRuleId } from "./rules/press-rules.ts";

/** A rule that is broken. */
export interface Violation {
  readonly rule: PreflightRule;
  readonly where: string;
  readonly detail: string;
}

export function violation(rule: PreflightRule, where: string, detail = ""): Violation {
  return { rule, where, detail };
}

/** What is the same on several pages as a whole is reported once: `pages 1, 2, 5`. */
export function onAllPages(violations: readonly Violation[]): readonly Violation[] {
  const pagesOf = new Map<string, Set<string>>();
  const keyOf = ({ rule, where, detail }: Violation): string =>
    /^page \d+$/.test(where) ? `${rule.id} ${detail}` : `${rule.id} ${where} ${detail}`;
  for (const each of violations) {
    const pages = pagesOf.get(keyOf(each)) ?? new Set<string>();
    pagesOf.set(keyOf(each), pages.add(each.where.replace(/^page (?=\d+$)/, "")));
  }
  const reported = new Set<string>();
  return violations.flatMap((each) => {
    const key = keyOf(each);
    if (reported.has(key)) return [];
    reported.add(key);
    const pages = [...(pagesOf.get(key) ?? [])];
    return pages.length > 1 ? [{ ...each, where: `pages ${pages.join(", ")}` }] : [each];
  });
}

export function findingOfViolation({
  rule,
  where,
  detail,
}: Violation): RuleFinding<PreflightRuleId> {
  return findingOf(rule, {
    where,
    message: rule.message.replace("{}", () => detail),
    help: `${rule.fix} (${askedBy(rule.id)})`,
  });
}

function askedBy(id: PreflightRuleId): string {
  return citationOf(id, "pdf-x-4") ?? "print shops ask for it";
}
