/** Examples in help: each is a command line that the program takes. */
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { openContext } from "../../../src/cli/command-context.ts";
import { readExamples } from "../../../src/cli/examples.ts";
import { createProgram } from "../../../src/cli/run.ts";
import { runHere, terminalHere } from "../../support/run-here.ts";

/** The commands, of which none does anything. */
function idleProgram(ran: string[]): Command {
  const program = createProgram("0", openContext(terminalHere().terminal, "0", "/").context);
  for (const command of program.commands) {
    command.action(() => {
      ran.push(command.name());
    });
  }
  return program;
}

/** As a shell divides a line into words. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:"[^"]*"|[^\s"])+/gu)].map(([word]) => word.replaceAll('"', ""));
}

const examples = idleProgram([]).commands.flatMap((command) =>
  readExamples(command).map(([words]) => [command.name(), words] as const),
);

describe("examples in help", () => {
  it.each(examples)("of %s can be run: %s", async (name, words) => {
    const ran: string[] = [];
    await idleProgram(ran).parseAsync(wordsOf(words), { from: "user" });
    expect(ran).toEqual([name]);
  });

  it("are there for each command", async () => {
    for (const { name } of idleProgram([]).commands.map((command) => ({ name: command.name() }))) {
      expect((await runHere(["help", name])).stdout, name).toContain("\nExamples:\n  imprimatur ");
    }
  });
});
