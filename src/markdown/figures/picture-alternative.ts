/**
 * The words between the brackets of a picture as plain text, as a plugin of markdown-it, whose own way
 * drops code and formulas. What plain text cannot hold is a fault.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { faultToken, type Wording } from "../fault-token.ts";

export function pictureAlternatives(markdown: MarkdownIt): void {
  const { renderer } = markdown;
  renderer.rules.image = (tokens, index, options) => {
    const picture = tokens[index];
    if (picture === undefined) return "";
    picture.attrSet("alt", plainTextOf(picture.children ?? []));
    return renderer.renderToken(tokens, index, options);
  };
  markdown.core.ruler.push("alternative_faults", (state) => {
    for (const token of state.tokens) {
      token.children =
        token.children?.flatMap((child): readonly Token[] => {
          const isLost = child.type === "image" && child.children?.some(isNoText) === true;
          return isLost ? [child, faultToken(state, NO_TEXT, "")] : [child];
        }) ?? null;
    }
  });
}

function plainTextOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === "softbreak" || type === "hardbreak") return "\n";
      return type === "image" ? plainTextOf(children ?? []) : content;
    })
    .join("");
}

/** A note, a place or a reference: something that is there for more than its words. */
function isNoText(token: Token): boolean {
  return (
    /^(?:note_call|cross_reference|cite_call)/u.test(token.type) ||
    token.attrGet("id") !== null ||
    token.children?.some(isNoText) === true
  );
}

const NO_TEXT: Wording = {
  message:
    "the alternative of a picture has a note, an id or a reference in it, which would be lost",
  expected: "plain text",
  hint: "write it into the text, or give the picture a caption",
};
