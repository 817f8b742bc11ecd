/** The command `doctor`. */
import path from "node:path";
import type { Command } from "commander";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";

export function addDoctor(program: Command, context: CommandContext): void {
  const command = program
    .command("doctor")
    .description("say what this machine has of what is needed, and how to get the rest")
    .argument("[folder]", "the project (default: this folder)")
    .option("--json", "print the diagnosis as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((folder: string | undefined, options: OutputOptions) =>
      sayDiagnosis(folder, options, context),
    );
  addExamples(command, [
    ["doctor", "Node.js, browser, fonts, Java and veraPDF, room and rights"],
    ["doctor --json", "the same for a program"],
  ]);
}

async function sayDiagnosis(
  folder: string | undefined,
  { json, quiet }: OutputOptions,
  context: CommandContext,
): Promise<void> {
  const { diagnose } = await import("../../doctor/diagnose.ts");
  const { signal, isCi } = context;
  const projectDir = path.resolve(context.projectDir(), folder ?? ".");
  const diagnosis = await diagnose({ projectDir, everyJudgeMustRun: isCi, signal });
  context.end(diagnosis.ready ? 0 : 1);
  if (json) {
    context.sayJson(diagnosis);
    return;
  }
  if (quiet && diagnosis.ready) return;
  const { formatDiagnosis } = await import("../../report/diagnosis.ts");
  context.say(formatDiagnosis(diagnosis, context.hasColors));
}
