/**
 * Runs in both worlds. The document's scripts have run and are stopped, so that the browser would now
 * apply the styles for readers without scripts. Styles go on as they were: what `scripting` asks
 * (Media Queries 5, 8.1) is answered in the rules themselves.
 */
import { rulesIn } from "./style-rules.ts";

/** A media query in which `scripting` is answered. */
export function answeredMedia(query: string): string {
  return query
    .replace(/\(\s*scripting\s*:\s*(?:none|initial-only)\s*\)/gi, "(max-width: 0px)")
    .replace(/\(\s*scripting\s*(?::\s*enabled\s*)?\)/gi, "(min-width: 0px)");
}

function answerIn(media: MediaList): void {
  if (/scripting/i.test(media.mediaText)) media.mediaText = answeredMedia(media.mediaText);
}

/** Answers it in all style sheets that the document has now. */
export function answerScripting(): void {
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
  for (const { media } of sheets) answerIn(media);
  for (const rule of rulesIn(sheets)) {
    if (rule instanceof CSSMediaRule || rule instanceof CSSImportRule) answerIn(rule.media);
  }
}
