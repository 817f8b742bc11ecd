/**
 * The one list of rules that the project does not apply, each with its reason. A rule gets here only
 * when it was seen to be wrong or to be no fault; silencing a true finding is not a reason.
 */

export interface IgnoredRule {
  readonly judge: "axe-core" | "pa11y" | "html-validate";
  readonly rule: string;
  /** One sentence that a reader can check. */
  readonly reason: string;
}

export const ignoredRules: readonly IgnoredRule[] = [];

/** The names of the rules of `judge` that are not applied. */
export function ignoredRulesOf(judge: IgnoredRule["judge"]): ReadonlySet<string> {
  return new Set(ignoredRules.filter((ignored) => ignored.judge === judge).map(({ rule }) => rule));
}
