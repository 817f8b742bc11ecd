/**
 * Items of lists that are tasks, as GitHub has them: `- [ ] to do` and `- [x] done`. Input: Markdown;
 * output: an element at the start of the item that says what the task is, which is drawn as a
 * box where the text is rendered. What looks like a box and is none is a fault.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { faultToken, type Wording } from "../fault-token.ts";

export const TASK_ELEMENT = "task-state";
/** On the element: `done` or `to-do`. */
export const TASK_STATE = "data-task";

const TASK = /^\[(?<mark>[ xX])\](?:\s+|$)/u;
/** Marks of other tools, and boxes that are not closed up; a letter or a digit in brackets may be text. */
const NEARLY = /^\[(?:|[ xX]{2,3}|[-~/>!?*+✓✔✗✘])\](?=\s|$)|^\[[xX]\](?=[^\s([:{])/u;

export function tasks(markdown: MarkdownIt): void {
  markdown.core.ruler.before("inline", "tasks", (state) => {
    state.tokens = state.tokens.flatMap((token, index, all): readonly Token[] => {
      const [item, paragraph] = [all[index - 2], all[index - 1]];
      if (token.type !== "inline" || paragraph?.type !== "paragraph_open") return [token];
      if (item?.type !== "list_item_open") return [token];
      return itemText(state, token, item);
    });
  });
}

function itemText(state: StateCore, text: Token, item: Token): readonly Token[] {
  const [written, mark] = TASK.exec(text.content) ?? [];
  if (written === undefined || mark === undefined) {
    return NEARLY.test(text.content) ? [wrong(state, NO_STATE, text), text] : [text];
  }
  if (written === text.content) return [wrong(state, NO_TASK, text), text];
  item.attrJoin("class", "task");
  text.content = text.content.slice(written.length);
  const opening = new state.Token("task_state_open", TASK_ELEMENT, 1);
  opening.attrSet(TASK_STATE, mark === " " ? "to-do" : "done");
  opening.map = text.map;
  return [opening, new state.Token("task_state_close", TASK_ELEMENT, -1), text];
}

/** The text is shown all the same, as it was written. */
function wrong(state: StateCore, wording: Wording, { map }: Token): Token {
  const token = faultToken(state, wording, "");
  token.map = map;
  return token;
}

const NO_STATE: Wording = {
  message: "this item begins with a box that is neither done nor to do",
  expected: "`[ ]` or `[x]`, and a space after it",
  hint: "write one of the two, or \\[ for a bracket that is to be printed",
};

const NO_TASK: Wording = {
  message: "this item has a box and no text",
  expected: "text after the box",
  hint: "write what is to be done, or remove the item",
};
