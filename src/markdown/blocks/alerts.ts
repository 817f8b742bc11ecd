/**
 * Alerts, as GitHub has them: a quotation whose first line is `[!NOTE]`. Input: Markdown; output: the
 * tokens of a block, as if it were written between lines of colons. A kind that there is not, and words
 * on the line of the kind, are faults.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { faultToken, type Wording } from "../fault-token.ts";
import { makeBlock } from "./fenced-block.ts";
import { nearestName } from "../../publication/faults/nearest-name.ts";

export const ALERT_KINDS = ["note", "tip", "important", "warning", "caution"] as const;

export type AlertKind = (typeof ALERT_KINDS)[number];

/** The block that an alert is. */
export const ALERT_BLOCK = "alert";

/** A link may have such a text. */
const FIRST_LINE = /^\[!(?<kind>\p{L}+)\](?!\()(?<rest>[^\n]*)(?:\n|$)/u;

export function alerts(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "alerts", (state) => {
    const tokens = [...state.tokens];
    for (const [index, opening] of tokens.entries()) {
      if (opening.type === "blockquote_open") readAlert(tokens, index, state);
    }
    state.tokens = tokens.filter((token) => token.meta !== GONE);
  });
}

/** What the first line of an alert leaves when it is taken away, if nothing follows it. */
const GONE = {};

function readAlert(tokens: Token[], index: number, state: StateCore): void {
  const [opening, paragraph, text, end] = tokens.slice(index, index + 4);
  const { kind, rest = "" } = FIRST_LINE.exec(text?.content ?? "")?.groups ?? {};
  if (kind === undefined || paragraph?.type !== "paragraph_open") return;
  if (opening === undefined || text === undefined || end === undefined) return;
  const wording = faultIn(kind, rest.trim());
  if (wording !== undefined) {
    const wrong = faultToken(state, wording, "");
    wrong.map = text.map;
    tokens.splice(index + 3, 0, wrong);
    return;
  }
  const closing = tokens.find(
    ({ type, level }, at) => at > index && type === "blockquote_close" && level === opening.level,
  );
  if (closing === undefined) return;
  makeBlock(opening, closing, {
    ...{ name: ALERT_BLOCK, id: undefined, fields: [["kind", kind.toLowerCase()]], unread: [] },
    ...{ yaml: undefined, yamlOffset: 0, isOpen: false },
    source: quotedLines(state.src, opening).slice(1).join("\n").trim(),
  });
  text.content = text.content.replace(FIRST_LINE, "");
  for (const token of [paragraph, text]) {
    token.map = token.map && [Math.min(token.map[0] + 1, token.map[1]), token.map[1]];
  }
  if (text.content === "") for (const token of [paragraph, text, end]) token.meta = GONE;
}

/** The lines of a quotation without what marks them. */
function quotedLines(source: string, { map }: Token): readonly string[] {
  const lines = source.split("\n").slice(map?.[0], map?.[1]);
  return lines.map((line) => line.replace(/^[^>]*> ?/u, ""));
}

const EXAMPLE = "`> [!NOTE]` on a line of its own, and the text on the lines below";

function faultIn(kind: string, rest: string): Wording | undefined {
  const kinds: readonly string[] = ALERT_KINDS;
  if (!kinds.includes(kind.toLowerCase())) {
    const nearest = nearestName(kind, kinds)?.toUpperCase();
    return {
      message: `there is no alert of the kind ${JSON.stringify(kind)}`,
      expected: `one of ${kinds.map((each) => `[!${each.toUpperCase()}]`).join(", ")}`,
      hint:
        nearest === undefined
          ? "take one of these, or write \\[ for a bracket that is to be printed"
          : `did you mean \`[!${nearest}]\`?`,
    };
  }
  return rest === ""
    ? undefined
    : {
        message: `${JSON.stringify(rest)} stands on the line of the alert's kind`,
        expected: EXAMPLE,
        hint: `move it to the next line; one with a title of its own is written \`::: {.alert kind=${kind.toLowerCase()} title="…"}\``,
      };
}
