/**
 * What a version control system leaves in a file where two changes met: neither YAML nor Markdown, and
 * easily published. Input: the text of a file; output: a fault, or undefined where there is none.
 */
import type { Fault } from "./fault.ts";

const OURS = /^<{7}(?: |$)/u;
const THEIRS = /^>{7}(?: |$)/u;

export function conflictFault(text: string, file: string): Fault | undefined {
  const lines = text.split(/\r\n|\r|\n/u);
  const first = lines.findIndex((line) => OURS.test(line));
  const last = lines.findIndex((line, index) => index > first && THEIRS.test(line));
  if (first === -1 && last === -1) return undefined;
  if (first === -1 || last === -1) return loneMarkerFault(file, Math.max(first, last) + 1);
  return {
    file,
    line: first + 1,
    message: `two versions of the text stand here, down to line ${last + 1}: a merge was not finished`,
    expected: "one text, without lines of <<<<<<<, ======= and >>>>>>>",
    hint: "choose between the two versions, or join them, and remove the three lines",
  };
}

/** One of the lines is there and not the other: the rest was cleared away. */
function loneMarkerFault(file: string, line: number): Fault {
  return {
    file,
    line,
    message: "this line was left by a merge that was not finished",
    expected: "text, without lines of <<<<<<<, ======= and >>>>>>>",
    hint: "remove the line, and see whether the text around it is whole",
  };
}
