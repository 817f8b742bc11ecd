/** Runs in the world that proves. Alternatives that styles give to what they generate (CSS Generated Content 3, 1.2). */
import * as dom from "../../paginate/in-page/proof/dom-access.ts";
import type { GeneratedSlot } from "../source/source-tree.ts";

const slots: readonly GeneratedSlot[] = ["before", "after", "marker"];

/** Whether any style sheet gives generated content an alternative: to ask each element costs time. */
export function hasAlternatives(rules: Iterable<CSSRule>): boolean {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule && alternativeIn(rule.style.content) !== undefined)
      return true;
  }
  return false;
}

/** What stands behind the slash of `content`, undefined where there is none. */
function alternativeIn(content: string): string | undefined {
  return /^(?:"(?:[^"\\]|\\.)*"|[^"/])*\/(.*)$/s.exec(content)?.[1];
}

export function alternativesOf(
  element: Element,
): Partial<Record<GeneratedSlot, string>> | undefined {
  const found: Partial<Record<GeneratedSlot, string>> = {};
  for (const slot of slots) {
    const alternative = alternativeIn(getComputedStyle(element, `::${slot}`).content);
    if (alternative === undefined) continue;
    const parts = alternative.matchAll(/"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g);
    found[slot] = [...parts]
      .map(([, text, name]) =>
        name === undefined
          ? (text ?? "").replace(/\\(.)/g, "$1")
          : (dom.attribute(element, name) ?? ""),
      )
      .join("");
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Pictures that the styles say mean something: those with an alternative that is not empty. */
export function generatedPicturesOf(
  element: Element,
  alternatives: Partial<Record<GeneratedSlot, string>>,
): string[] {
  return slots.flatMap((slot) => {
    const alternative = alternatives[slot]?.trim() ?? "";
    const { content } = getComputedStyle(element, `::${slot}`);
    return alternative !== "" && /^(?:url|image-set|[\w-]*gradient)\(/.test(content)
      ? [alternative]
      : [];
  });
}
