/**
 * What is known of a judge without running it, and of each of its rules. Types, and the two functions
 * that make a set of rules and a finding of a rule. The values lie beside the judges, in modules
 * `…-info.ts` that load no browser, no PDF and no tool; `registry.ts` lists them.
 */
import type { Affected } from "./affected.ts";
import type { Finding, Impact } from "./finding.ts";
import type { FoundPlace } from "./found-element.ts";
import { citeCriterion, type Criterion } from "./success-criteria.ts";
import type { TimeLimits } from "./time-limit.ts";

/** What a judge is handed. */
export type JudgedSubject =
  | "html-page"
  | "html-file"
  | "html-folder"
  | "pdf"
  | "laid-out-pages"
  | "press-file"
  | "office-sheets"
  | "project";

/** What a judge cannot do without, beside what it judges. */
export type JudgeNeed =
  | "browser"
  | "java"
  /** What the file was made of: its text, its faults, what it asked for. */
  | "source"
  /** The project that made it: its styles, its fonts, its colours. */
  | "project";

/** A rule as it is written beside its judge. */
export interface RuleText {
  /** One sentence: what is wrong where it is reported. Code stands in backticks. */
  readonly summary: string;
  /** What a finding of it has, unless the place says otherwise. */
  readonly impact: Impact;
  /** Success criteria of WCAG 2.2 that it is a failure of. */
  readonly wcag?: readonly Criterion[];
  /** Clauses of other documents, e.g. `PDF/UA-1 §7.1`, and techniques of WCAG, `technique PDF4`. */
  readonly clauses?: readonly string[];
  readonly affects: readonly [Affected, ...Affected[]];
  /** How to fix it, in a sentence or two. */
  readonly fix: string;
  /** Always a doubt for a person, and never a finding. */
  readonly toReview?: true;
  /** What WCAG's techniques ask for and no clause of a standard demands: it takes no claim away. */
  readonly isGuidance?: true;
}

export interface RuleInfo<Id extends string = string> extends RuleText {
  readonly id: Id;
  readonly wcag: readonly Criterion[];
  /** All of them, criteria of WCAG first; none where the rule is ours alone. */
  readonly clauses: readonly string[];
}

/** Rules by their ids; `More` is what a judge keeps of each beside. */
export type RuleSet<Id extends string = string, More = unknown> = {
  readonly [Rule in Id]: RuleInfo<Rule> & More;
};

/** The ids of a judge's rules. */
export type RuleIdOf<Info extends { readonly rules: object }> = keyof Info["rules"] & string;

export interface JudgeInfo<Rule extends string = string> {
  /** The name that readers know it by, e.g. `axe-core`. */
  readonly name: string;
  /** Of a tool it is asked for when it is needed: it stands in the tool's package. */
  readonly version: string | (() => string);
  /** One sentence: what it looks at. Code stands in backticks. */
  readonly looksAt: string;
  readonly subjects: readonly [JudgedSubject, ...JudgedSubject[]];
  readonly needs: readonly JudgeNeed[];
  /** The limit that ends it: see `time-limit.ts` for how long that is. */
  readonly limit: keyof TimeLimits;
  /** The project's own rules, by their ids. */
  readonly rules: RuleSet<Rule>;
  /** Where the rules that are a tool's own are documented; absent where all of them are ours. */
  readonly toolRules?: string;
}

/** The rules by their ids. */
export function ruleSet<Id extends string, More = unknown>(
  texts: Readonly<Record<Id, RuleText & More>>,
): RuleSet<Id, More> {
  const entries = Object.entries<RuleText>(texts);
  const rules = entries.map(([id, text]) => [id, ruleOf(id, text)] as const);
  return Object.fromEntries(rules) as RuleSet<Id, More>;
}

function ruleOf(id: string, text: RuleText): RuleInfo {
  const { wcag = [], clauses = [] } = text;
  return { ...text, id, wcag, clauses: [...wcag.map(citeCriterion), ...clauses] };
}

/** A finding as its judge makes it, of a rule that is known by its id. */
export type RuleFinding<Rule extends string = string> = Omit<Finding, "source"> &
  FoundPlace & { readonly rule: Rule };

/** What a place says of itself; where it says no more, the rule has the rest. */
export type Found = FoundPlace &
  Pick<Finding, "message"> &
  Partial<Pick<Finding, "impact" | "wcag" | "help">>;

export function findingOf<Id extends string>(rule: RuleInfo<Id>, found: Found): RuleFinding<Id> {
  const { id, impact, wcag, fix } = rule;
  return { rule: id, impact, wcag, help: fix, ...found };
}

/** The version as reports show it. */
export function versionOf({ version }: Pick<JudgeInfo, "version">): string {
  return typeof version === "string" ? version : version();
}
