/** Examples at the end of a command's help. Input: command lines and what they do; output: the help. */
import type { Command } from "commander";

/** The words after `imprimatur`, and what that does. */
export type Example = readonly [words: string, meaning: string];

const examplesOf = new WeakMap<Command, readonly Example[]>();

export function addExamples(command: Command, examples: readonly Example[]): void {
  examplesOf.set(command, examples);
  const lines = examples.map(([words, meaning]) => `  imprimatur ${words}\n      ${meaning}`);
  command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

/** For tests, which parse them. */
export function readExamples(command: Command): readonly Example[] {
  return examplesOf.get(command) ?? [];
}
