/** What Temml says of TeX that it cannot read, in our words. Input: what it threw; output: a wording. */
import type { Wording } from "../fault-token.ts";

const EXPECTED = "TeX as it is written between dollar signs";

/** By the beginning of Temml's message. What it quotes is the TeX that the author wrote. */
const WORDINGS: readonly (readonly [
  pattern: RegExp,
  word: (match: readonly string[]) => Pick<Wording, "message" | "hint">,
])[] = [
  [
    /^(?:Unsupported function name|Undefined control sequence): (\S+)/u,
    ([, command = ""]) => ({
      message: `a formula has a command that is not known: ${command}`,
      hint: "look for a mistake in its name, or write `\\operatorname{name}` for a function of your own",
    }),
  ],
  [
    /^No such environment: (\S+)/u,
    ([, name = ""]) => ({
      message: `a formula has an environment that is not known: ${name}`,
      hint: "write one of `aligned`, `cases`, `matrix`, `pmatrix`, `bmatrix`, `vmatrix` and `array`",
    }),
  ],
  [
    /^(?:Expected '\}', got 'EOF'|Unexpected end of input in a macro argument)/u,
    () => ({
      message: "a formula ends where a brace or an argument is missing",
      hint: "close each `{` with a `}`, and give each command what it is for",
    }),
  ],
  [
    /^Expected '(?:\\right|\\end)', got '(.*)'/u,
    ([, got = ""]) => ({
      message: `a formula has ${quoted(got)} where \`\\left\` or \`\\begin\` is still open`,
      hint: "close each `\\left` with a `\\right`, and each `\\begin{…}` with its `\\end{…}`",
    }),
  ],
  [
    /^Expected 'EOF', got '(.*)'/u,
    ([, got = ""]) => ({
      message: `a formula has ${quoted(got)} where it can have none`,
      hint: "remove it, or write a backslash before it if it is to be seen",
    }),
  ],
  [
    /^Double (sub|super)script/u,
    ([, which = ""]) => ({
      message: `a formula has two ${which}scripts on one base`,
      hint: "write braces round what belongs together: `{x^a}^b`",
    }),
  ],
  [
    /^Too many expansions/u,
    () => ({
      message: "a formula has too many commands that stand for others",
      hint: "write it as several formulas",
    }),
  ],
  [
    /^Function "(\S+)" is not trusted/u,
    ([, command = ""]) => ({
      message: `a formula cannot have the command ${command}`,
      hint: "remove the command",
    }),
  ],
];

export function unreadable(error: unknown): Wording {
  const said = error instanceof Error ? error.message : "";
  // What follows is the TeX around the place, underlined by combining letters.
  const message = said.replace(/ at (?:position \d+|end of input)(?::[\s\S]*)?$/u, "").trim();
  for (const [pattern, word] of WORDINGS) {
    const match = pattern.exec(message);
    if (match !== null) return { ...word(match), expected: EXPECTED };
  }
  return {
    message: `a formula cannot be read: ${isSaid(error) ? message : "it is no TeX"}`,
    expected: EXPECTED,
    hint: "correct the TeX; where no formula is meant, write `\\$` for a dollar sign",
  };
}

/** Temml's own words, and no error of its program. */
function isSaid(error: unknown): boolean {
  return error instanceof Error && error.name === "ParseError";
}

function quoted(got: string): string {
  return got === "EOF" ? "its end" : `\`${got}\``;
}
