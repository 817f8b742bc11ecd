/**
 * Where a formula between dollar signs ends, by Pandoc's rules and GitHub's. Input: text and the place of the signs;
 * output: the TeX between them, and the place after them.
 */

export interface ScannedFormula {
  readonly tex: string;
  /** The place after what closes it. */
  readonly end: number;
}

/**
 * `$…$`: no space after the sign that opens, none before the sign that closes, and no digit after it.
 * Undefined where there is no such formula: then the sign is a dollar.
 */
export function scanInline(
  source: string,
  start: number,
  limit: number,
): ScannedFormula | undefined {
  if (source.startsWith("$`", start)) {
    // GitHub's form, for formulas that hold signs of Markdown. Without its end it is Pandoc's.
    const end = source.indexOf("`$", start + 2);
    if (end > start + 2 && end + 2 <= limit && !source.slice(start, end).includes("\n")) {
      return { tex: source.slice(start + 2, end), end: end + 2 };
    }
  }
  if (start + 1 >= limit || /\s/u.test(source.charAt(start + 1))) return undefined;
  for (let at = start + 1; at < limit; at += 1) {
    const letter = source.charAt(at);
    if (letter === "\\") at += 1;
    else if (letter === "$") {
      // It opens another formula, or is a dollar.
      if (/\s/u.test(source.charAt(at - 1))) return undefined;
      const isClosing = at > start + 1 && !isDigit(source, at + 1, limit);
      if (isClosing) return { tex: source.slice(start + 1, at), end: at + 1 };
    }
  }
  return undefined;
}

/** `$$…$$`, over several lines where need be. */
export function scanDisplayed(
  source: string,
  start: number,
  limit: number,
): ScannedFormula | undefined {
  for (let at = start + 2; at < limit; at += 1) {
    const letter = source.charAt(at);
    if (letter === "\\") at += 1;
    else if (letter === "$" && source.charAt(at + 1) === "$" && at + 1 < limit) {
      return { tex: source.slice(start + 2, at), end: at + 2 };
    }
  }
  return undefined;
}

function isDigit(source: string, at: number, limit: number): boolean {
  return at < limit && /\d/u.test(source.charAt(at));
}
