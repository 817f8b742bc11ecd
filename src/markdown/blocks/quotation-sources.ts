/**
 * Quotations that say whose words they are: the last line is a dash, a space and the source. Input:
 * Markdown; output: a `figure` with the quotation and, outside of it, the source in `figcaption`, which
 * is none of the words that are quoted.
 *
 * Speech begins with a dash in many languages: a quotation of which other lines do is a dialogue, and
 * has no source. So is one of which nothing is left.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** What the theme's sheets call such a figure by. */
const FIGURE_CLASS = "attributed";

const DASH = /^(?:-{2,3}|[–—―])[ \t]+(?=\S)/u;

export function quotationSources(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "quotation_sources", (state) => {
    const { tokens } = state;
    // From the last to the first: those before keep their places.
    for (let index = tokens.length - 1; index >= 0; index -= 1) {
      if (tokens[index]?.type === "blockquote_open") takeSource(tokens, index, state);
    }
  });
}

function takeSource(tokens: Token[], start: number, state: StateCore): void {
  const opening = tokens[start];
  const end = tokens.findIndex(
    ({ type, level }, at) => at > start && type === "blockquote_close" && level === opening?.level,
  );
  const [paragraph, text] = tokens.slice(end - 3, end - 1);
  if (opening === undefined || paragraph?.type !== "paragraph_open" || text === undefined) return;
  if (paragraph.level !== opening.level + 1) return;
  const lines = text.content.split("\n");
  const at = lines.findIndex((line) => DASH.test(line));
  const isAlone = at === 0 && end - 3 === start + 1;
  if (at === -1 || isAlone || dashesIn(tokens.slice(start, end)) > 1) return;

  const source = sourceTokens(state, {
    content: lines.slice(at).join("\n").replace(DASH, ""),
    map: text.map && [text.map[0] + at, text.map[1]],
  });
  text.content = lines.slice(0, at).join("\n");
  if (text.map !== null) text.map = [text.map[0], text.map[0] + at];
  const figure = element(state, "attributed_open", "figure", 1);
  figure.attrSet("class", FIGURE_CLASS);
  figure.map = opening.map;
  tokens.splice(end + 1, 0, ...source);
  if (at === 0) tokens.splice(end - 3, 3);
  tokens.splice(start, 0, figure);
}

function sourceTokens(
  state: StateCore,
  { content, map }: { readonly content: string; readonly map: [number, number] | null },
): readonly Token[] {
  const caption = element(state, "attribution_open", "figcaption", 1);
  const text = new state.Token("inline", "", 0);
  Object.assign(text, { content, map, children: [] });
  caption.map = map;
  return [
    caption,
    text,
    element(state, "attribution_close", "figcaption", -1),
    element(state, "attributed_close", "figure", -1),
  ];
}

function element({ Token: TokenOf }: StateCore, type: string, tag: string, nesting: 1 | -1): Token {
  const token = new TokenOf(type, tag, nesting);
  token.block = true;
  return token;
}

function dashesIn(tokens: readonly Token[]): number {
  const lines = tokens.flatMap(({ type, content }) =>
    type === "inline" ? content.split("\n") : [],
  );
  return lines.filter((line) => DASH.test(line)).length;
}
