/**
 * Lists that are numbered as Pandoc has it beside CommonMark: `#.`, `(@)`, `a.`, `ii)`, `(1)`. They are
 * faults, since their items would be printed as one paragraph. Input: the text of a paragraph, and that of
 * the paragraph after it; output: what is wrong.
 */
import type { Wording } from "../fault-token.ts";

const ALWAYS = /^(?:#\.|\(@[\p{L}\p{N}_-]*\))[ \t]+\S/mu;
/**
 * A letter, a Roman number, or an Arabic number in brackets, with what stands round it. A capital and a
 * full stop are the initial of a name, unless two spaces follow.
 */
const ITEM =
  /^(?![A-Z]\.[ \t]\S)(?<open>\(?)(?<mark>[a-z]|[A-Z]|[ivxIVX]{2,5}|\d+)(?<close>[.)])[ \t]+\S/u;

/** What comes after the first mark of a list. One mark alone may be the initial of a name. */
const SECOND: ReadonlyMap<string, string> = new Map([
  ["a", "b"],
  ["A", "B"],
  ["i", "ii"],
  ["I", "II"],
  ["1", "2"],
]);

export function unknownList(content: string, next: string | undefined): Wording | undefined {
  if (ALWAYS.test(content)) return FAULT;
  const lines = content.split("\n");
  const following = [...lines.slice(1), next?.split("\n")[0] ?? ""];
  return lines.some((line, index) => isFollowed(line, following[index] ?? "")) ? FAULT : undefined;
}

function isFollowed(line: string, other: string): boolean {
  const first = ITEM.exec(line.trimStart())?.groups;
  const second = ITEM.exec(other.trimStart())?.groups;
  return (
    first !== undefined &&
    second !== undefined &&
    first.open === second.open &&
    first.close === second.close &&
    SECOND.get(first.mark ?? "") === second.mark
  );
}

const FAULT: Wording = {
  message: "this list is numbered in a way that is not known here",
  expected: "`1.` or `1)` before each item, and `-` where numbers say nothing",
  hint: "write numbers and a full stop, or a backslash before the first sign if this is no list",
};
