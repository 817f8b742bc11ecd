/**
 * A rule of preflight, as data, and what is reported when it is broken. Input: sets of rules, written
 * beside what applies them; output: findings. It reads no PDF.
 */
import { citationOf, type RuleOf } from "../../../pdf/standards/rules.ts";
import type { Finding, Impact } from "../../verdict/finding.ts";

/** What PDF/X-4 leaves open and nobody wants printed. */
export const PRINT_SHOP_RULES = [
  "metadata-packed",
  "crop-box",
  "page-size",
  "page-count",
  "bleed-room",
  "missing-glyph",
  "calibrated-colour",
  "managed-colour",
  "spot-ink",
  "black-text-inks",
  "black-rule-inks",
  "small-text-inks",
  "hairline",
  "picture-resolution",
  "picture-resolution-wanted",
  "picture-without-size",
  "text-near-trim",
  "text-cut",
  "ink-coverage",
  "bleed-content",
  "unmeasured-ink",
] as const;

/** A rule of PDF/X-4, whose demand `pdf/standards/rules.ts` has, or one that print shops ask for. */
export type PreflightRuleId = RuleOf<"pdf-x-4"> | (typeof PRINT_SHOP_RULES)[number];

export interface PreflightRule {
  readonly id: PreflightRuleId;
  /** How much it hurts what comes off the press. */
  readonly impact: Impact;
  /** `{}` stands for what is particular to the place. */
  readonly message: string;
  readonly help: string;
  /** A doubt for a person and no fault. */
  readonly toReview?: true;
}

/** The rules by their ids. */
export function ruleSet<Id extends PreflightRuleId>(
  texts: Readonly<Record<Id, Omit<PreflightRule, "id">>>,
): Readonly<Record<Id, PreflightRule>> {
  const entries = Object.entries<Omit<PreflightRule, "id">>(texts);
  return Object.fromEntries(entries.map(([id, rule]) => [id, { id, ...rule }])) as Record<
    Id,
    PreflightRule
  >;
}

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

export function findingOf({ rule, where, detail }: Violation): Finding {
  return {
    rule: rule.id,
    impact: rule.impact,
    wcag: [],
    where,
    message: rule.message.replace("{}", () => detail),
    help: `${rule.help.charAt(0).toUpperCase()}${rule.help.slice(1)} (${askedBy(rule.id)})`,
  };
}

function askedBy(id: PreflightRuleId): string {
  return citationOf(id, "pdf-x-4") ?? "print shops ask for it";
}
