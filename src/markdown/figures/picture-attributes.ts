/**
 * Attributes right after a picture, as Pandoc and Quarto have them: `![…](a.png){#fig-boats alt="…"}`. A
 * rule of markdown-it reads them into the picture's token; `figures.ts` says what they mean.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { saysAnything, scanAttributes, type Attributes } from "../attributes.ts";

interface AttributesOfPicture {
  readonly attributes: Attributes;
  /** As they were written, with their braces. */
  readonly written: string;
}

export function pictureAttributes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("escape", "picture_attributes", (state, isSilent) => {
    if (isSilent || state.src.charAt(state.pos) !== "{" || state.pending !== "") return false;
    const picture = state.tokens.at(-1);
    if (picture?.type !== "image" || attributesOfPicture(picture) !== undefined) return false;
    const scanned = scanAttributes(state.src, state.pos);
    if (scanned === undefined || !saysAnything(scanned) || scanned.end > state.posMax) return false;
    const { end, ...attributes } = scanned;
    picture.meta = { attributes, written: state.src.slice(state.pos, end) };
    state.pos = end;
    return true;
  });
}

/** Those that a picture has; undefined where none were written. */
export function attributesOfPicture({
  meta,
}: Pick<Token, "meta">): AttributesOfPicture | undefined {
  return (meta ?? undefined) as AttributesOfPicture | undefined;
}
