/**
 * Ids of headings, as Pandoc has them: `## The quay {#quay}`. Input: Markdown; output: headings with an
 * `id`. `.unnumbered` and `-` are read and ask for what is so anyway: no heading of a text has a number.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { saysAnything, scanAttributes } from "../attributes.ts";
import { faultToken } from "../fault-token.ts";

export function headingIds(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "heading_ids", (state) => {
    state.tokens = state.tokens.flatMap((token, index, all): readonly Token[] => {
      const text = all[index + 1];
      if (token.type !== "heading_open" || text === undefined) return [token];
      const start = startOfAttributes(text.content);
      const scanned = start === undefined ? undefined : scanAttributes(text.content, start);
      if (start === undefined || scanned?.end !== text.content.length) return [token];
      if (!saysAnything(scanned) && scanned.unread.join(" ") !== "-") return [token];
      const written = text.content.slice(start);
      text.content = text.content.slice(0, start).trimEnd();
      const [id, ...otherIds] = scanned.ids;
      const [unknown] = [
        ...otherIds.map((other) => `#${other}`),
        ...scanned.classes.filter((name) => name !== "unnumbered").map((name) => `.${name}`),
        ...scanned.fields.map(([name]) => name),
        ...scanned.unread.filter((other) => other !== "-"),
      ];
      if (id !== undefined) token.attrSet("id", id);
      if (unknown === undefined) return [token];
      const wrong = faultToken(
        state,
        {
          message: `${JSON.stringify(unknown)} says nothing of a heading`,
          expected: "an id alone, such as `## The quay {#quay}`",
          hint: "remove it from the braces; a brace that is to be printed has a backslash before it",
        },
        written,
      );
      wrong.map = token.map;
      return [wrong, token];
    });
  });
}

/** Of the braces at the end of a heading, after a space and without a backslash before them. */
function startOfAttributes(content: string): number | undefined {
  const start = content.lastIndexOf("{");
  if (!content.endsWith("}") || start === -1) return undefined;
  return start === 0 || /\s/u.test(content.charAt(start - 1)) ? start : undefined;
}
