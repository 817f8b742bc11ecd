/**
 * A tag that is a fault, in the place where it stands. Input: the tag, and what is wrong; output: a token. What
 * closes an element that is reported is no fault of its own.
 */
import type { StateBlock, StateInline } from "markdown-it";
import { pushFault, type Wording } from "../fault-token.ts";
import type { Tag } from "./tag.ts";

/** The names of elements that are reported, for each text. */
const reported = new WeakMap<object, Set<string>>();

export function pushTagFault(
  state: StateBlock | StateInline,
  { name, isClosing, written }: Tag,
  wording: Wording,
): void {
  const opened = reported.get(state.env) ?? new Set();
  reported.set(state.env, opened);
  if (isClosing && opened.has(name)) state.push("text", "", 0).content = written;
  else pushFault(state, wording, written);
  opened.add(name);
}
