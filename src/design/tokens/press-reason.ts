/**
 * Why a colour is printed otherwise than it shows on a screen, as a comment of the design tokens
 * says it: `press differs: the reason`, to the comment's end. Input: comments; output: the reason.
 */

/** The reason; empty where one says that the ink differs, and not why; undefined where none does. */
export function readPressReason(comments: readonly string[]): string | undefined {
  return comments
    .map((comment) =>
      /(?:^|;)\s*press differs\b(?<rest>.*)$/su.exec(comment.trim())?.groups?.rest?.trim(),
    )
    .filter((rest) => rest !== undefined)
    .map((rest) => (rest.startsWith(":") ? rest.slice(1).replaceAll(/\s+/gu, " ").trim() : ""))
    .at(-1);
}
