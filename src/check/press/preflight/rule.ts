/**
 * A rule of preflight, as data, and what is told when it is broken. Input: sets of rules, written
 * beside what applies them; output: findings. It reads no PDF.
 */
import type { Finding, Impact } from "../../verdict/finding.ts";

export interface PreflightRule {
  readonly id: string;
  /** How much it hurts what comes off the press. */
  readonly impact: Impact;
  /**
   * `PDF/X-4` with the demand's number in docs/conformance/pdf-x-4.md, or `print shop` for what the
   * standard leaves open and nobody wants printed.
   */
  readonly clause: string;
  /** `{}` stands for what is particular to the place. */
  readonly message: string;
  readonly help: string;
  /** A doubt for a person and no fault. */
  readonly toReview?: true;
}

type RuleTexts = Readonly<Record<string, Omit<PreflightRule, "id">>>;

/** The rules by their ids. */
export function ruleSet<Texts extends RuleTexts>(
  texts: Texts,
): Readonly<Record<keyof Texts & string, PreflightRule>> {
  const entries = Object.entries(texts).map(([id, rule]) => [id, { id, ...rule }] as const);
  return Object.fromEntries(entries) as Record<keyof Texts & string, PreflightRule>;
}

/** A rule that is broken. */
export interface Breach {
  readonly rule: PreflightRule;
  readonly where: string;
  readonly detail: string;
}

export function breach(rule: PreflightRule, where: string, detail = ""): Breach {
  return { rule, where, detail };
}

/** What is the same on several pages as a whole is told once: `pages 1, 2, 5`. */
export function onAllPages(breaches: readonly Breach[]): readonly Breach[] {
  const pagesOf = new Map<string, Set<string>>();
  const keyOf = ({ rule, where, detail }: Breach): string =>
    /^page \d+$/.test(where) ? `${rule.id} ${detail}` : `${rule.id} ${where} ${detail}`;
  for (const each of breaches) {
    const pages = pagesOf.get(keyOf(each)) ?? new Set<string>();
    pagesOf.set(keyOf(each), pages.add(each.where.replace(/^page (?=\d+$)/, "")));
  }
  const told = new Set<string>();
  return breaches.flatMap((each) => {
    const key = keyOf(each);
    if (told.has(key)) return [];
    told.add(key);
    const pages = [...(pagesOf.get(key) ?? [])];
    return pages.length > 1 ? [{ ...each, where: `pages ${pages.join(", ")}` }] : [each];
  });
}

export function findingOf({ rule, where, detail }: Breach): Finding {
  return {
    rule: rule.id,
    impact: rule.impact,
    wcag: [],
    where,
    message: rule.message.replace("{}", () => detail),
    help: `${rule.help.charAt(0).toUpperCase()}${rule.help.slice(1)} (${askedBy(rule.clause)})`,
  };
}

function askedBy(clause: string): string {
  return clause === "print shop" ? "print shops ask for it" : clause;
}
