/**
 * The reading order of what is painted in one line. The browser paints a line from left to right,
 * also where a script runs from right to left, and then each run of one direction and font is a unit
 * of its own. Input: the units of a line in painted order and what the line reads as; output: the
 * units in reading order. Pure.
 */
import { plainText } from "./text-comparison.ts";
import type { TextUnit } from "./units.ts";

export function orderInLine(units: readonly TextUnit[], line: string): readonly TextUnit[] {
  if (units.length < 2 || !units.some(({ isReversed }) => isReversed)) return units;
  const expected = plainText(line);
  const rest = new Set(units);
  const ordered: TextUnit[] = [];
  let at = 0;
  while (rest.size > 0) {
    const candidates = [...rest].filter((unit) => startsAt(unit, expected, at));
    const next = nearest(candidates, ordered.at(-1), expected);
    if (next !== undefined) {
      ordered.push(next);
      rest.delete(next);
      at += plainText(next.text).length;
    } else if (at < expected.length) at++;
    else break;
  }
  return [...ordered, ...rest];
}

function startsAt({ text }: TextUnit, expected: string, at: number): boolean {
  const plain = plainText(text);
  // What reads as nothing stays with what it was painted beside.
  return plain !== "" && expected.startsWith(plain, at);
}

/** The same text may stand in a line several times: what is next is beside what was read last. */
function nearest(
  candidates: readonly TextUnit[],
  last: TextUnit | undefined,
  line: string,
): TextUnit | undefined {
  const [first] = candidates;
  if (first === undefined || candidates.length === 1) return first;
  const startsRight = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(line);
  const distance = ({ x }: TextUnit): number =>
    last === undefined ? (startsRight ? -x : x) : Math.abs(x - last.x);
  return candidates.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}
