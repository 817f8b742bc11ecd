/**
 * Commands of TeX that a formula may not have, though Temml knows them. Input: TeX; output: what is
 * wrong with the first that is found. Macros are refused as a formula's own would end with it, and as
 * what they expand to could not be told from its length.
 */
import type { Wording } from "../fault-token.ts";

type Reason = Pick<Wording, "expected" | "hint">;

const MACROS: Reason = {
  expected: "a formula without definitions",
  hint: "write out what the command stands for",
};
const COLOURS: Reason = {
  expected: "a formula in the colour of its text",
  hint: "remove the command: colours belong to the styles",
};
const NUMBERS: Reason = {
  expected: "for a numbered formula, an id after it",
  hint: "write `$$ … $$ {#eq-name}`",
};
const ELSEWHERE: Reason = {
  expected: "a formula of signs, letters and text",
  hint: "write what it does in Markdown, beside the formula",
};
const STRUCK: Reason = {
  expected: "a formula of which nothing is struck out",
  hint: "say in the text what is cancelled",
};
const SHAPES: Reason = {
  expected: "a formula of signs, letters and text",
  hint: "remove the command",
};

const REFUSED: readonly (readonly [commands: string, reason: Reason])[] = [
  ["def gdef edef xdef let futurelet global long newcommand renewcommand", MACROS],
  ["providecommand DeclareMathOperator", MACROS],
  ["color textcolor colorbox fcolorbox definecolor", COLOURS],
  ["tag notag nonumber label ref eqref", NUMBERS],
  [
    "href url includegraphics class id style data html htmlClass htmlId htmlStyle htmlData",
    ELSEWHERE,
  ],
  ["cancel bcancel xcancel cancelto sout phase", STRUCK],
  ["rule toggle longdiv angl", SHAPES],
];

const REASONS: ReadonlyMap<string, Reason> = new Map(
  REFUSED.flatMap(([commands, reason]) =>
    commands.split(" ").map((command) => [command, reason] as const),
  ),
);

export function refusedCommand(tex: string): Wording | undefined {
  for (const { groups } of tex.matchAll(/\\(?:(?<name>[A-Za-z]+)|.)/gsu)) {
    const name = groups?.name ?? "";
    const reason = REASONS.get(name);
    if (reason !== undefined) {
      return { message: `a formula cannot have the command \\${name}`, ...reason };
    }
  }
  return undefined;
}
