/**
 * What comes after the # of links to headings, as GitHub and Pandoc make it of their words: `## The old
 * quay` is `#the-old-quay`. Input: the tokens of a text; output: its headings, in their order.
 */
import type { Token } from "markdown-it";
import GithubSlugger from "github-slugger";

export interface TextHeading {
  readonly fragment: string;
  /** That an author gave it. */
  readonly id: string | undefined;
}

export function headingsAmong(blocks: readonly Token[]): readonly TextHeading[] {
  const slugger = new GithubSlugger();
  return blocks.flatMap((token, index, all) => {
    if (token.type !== "heading_open") return [];
    const id = token.attrGet("id");
    const text = (all[index + 1]?.children ?? []).map(({ content }) => content).join("");
    return [{ fragment: slugger.slug(text), id: id === null ? undefined : String(id) }];
  });
}
