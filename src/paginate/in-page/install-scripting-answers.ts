/**
 * Runs in both worlds. The document's scripts have run and are stopped, so that the browser would now
 * apply the styles for readers without scripts. Styles go on as they were: what `scripting` asks
 * (Media Queries 5, 8.1) is answered in the rules themselves.
 */
declare global {
  interface Window {
    /** In all style sheets that the document has now. */
    answerScripting: () => void;
  }
}

export function installScriptingAnswers(): void {
  const answered = (query: string): string =>
    query
      .replace(/\(\s*scripting\s*:\s*(?:none|initial-only)\s*\)/gi, "(max-width: 0px)")
      .replace(/\(\s*scripting\s*(?::\s*enabled\s*)?\)/gi, "(min-width: 0px)");

  const answerIn = (media: MediaList): void => {
    if (/scripting/i.test(media.mediaText)) media.mediaText = answered(media.mediaText);
  };

  /** None of a sheet that the browser does not let anyone read: one that was refused, or is another host's. */
  const rulesOf = (sheet: CSSStyleSheet): readonly CSSRule[] => {
    try {
      return [...sheet.cssRules];
    } catch {
      return [];
    }
  };

  const answerInRules = (rules: Iterable<CSSRule>): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) answerIn(rule.media);
      if (rule instanceof CSSImportRule) {
        answerIn(rule.media);
        if (rule.styleSheet !== null) answerInRules(rulesOf(rule.styleSheet));
      } else if ("cssRules" in rule && rule.cssRules instanceof CSSRuleList) {
        answerInRules(rule.cssRules);
      }
    }
  };

  window.answerScripting = () => {
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
      answerIn(sheet.media);
      answerInRules(rulesOf(sheet));
    }
  };
}
