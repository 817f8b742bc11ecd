/**
 * Runs in a world of the page: reads the rules of style sheets, those within other rules and in imported
 * sheets as well. It changes and judges nothing.
 */

function readable(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

function* withInner(rules: Iterable<CSSRule>): Generator<CSSRule> {
  for (const rule of rules) {
    yield rule;
    if (rule instanceof CSSImportRule) {
      if (rule.styleSheet !== null) yield* withInner(readable(rule.styleSheet));
    } else if ("cssRules" in rule && rule.cssRules instanceof CSSRuleList) {
      yield* withInner(rule.cssRules);
    }
  }
}

/** Each rule, before those within it. None of a sheet that nobody may read, as of another host. */
export function* rulesIn(sheets: Iterable<CSSStyleSheet>): Generator<CSSRule> {
  for (const sheet of sheets) yield* withInner(readable(sheet));
}
