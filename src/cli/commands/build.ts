/** The command `build`. */
import type { Command } from "commander";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";
import { limitsOf, parseSeconds } from "../option-values.ts";
import { REPORT_FILE } from "../report-file.ts";

interface BuildOptions extends OutputOptions {
  readonly edition?: readonly string[];
  readonly judgeTimeout?: number;
  readonly check: boolean;
  readonly open?: true;
}

export function addBuild(program: Command, context: CommandContext): void {
  const command = program
    .command("build")
    .description("render, lay out and judge the publication in this folder")
    .option("--edition <id...>", "only these editions (default: all)")
    .option("--no-check", "do not judge what was made")
    .option(
      "--judge-timeout <seconds>",
      "give up a judge that takes longer at one page or file, and all of them after five times as long (default: 120)",
      parseSeconds,
    )
    .option("--open", "show what was made when it is done, or the report where it is refused")
    .option("--json", "print the report as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((options: BuildOptions) => build(options, context));
  addExamples(command, [
    ["build", "all editions, judged"],
    ["build --edition web report", "these editions alone"],
    ["build --no-check --open", "makes them, judges nothing, and shows the web edition"],
  ]);
}

async function build(options: BuildOptions, context: CommandContext): Promise<void> {
  const { publish } = await import("../../build/publish.ts");
  context.ifStopped("output/ is as it was before");
  const report = await publish({
    projectDir: context.projectDir(),
    editions: options.edition,
    judged: options.check,
    everyJudgeMustRun: context.isCi,
    limits: limitsOf(options),
    date: context.date(),
    version: context.version,
    log: context.logFor(options),
    signal: context.signal,
  });
  if (report !== undefined) {
    const isPartial = options.edition !== undefined;
    context.conclude(report, options, { reportFile: REPORT_FILE, isPartial });
  } else if (options.json) context.say("{}\n");
  else if (!options.quiet) context.say("Not judged: no imprimatur.\n");
  if (options.open) {
    const { fileToOpen } = await import("../open-made.ts");
    await context.show(await fileToOpen(context.projectDir(), report));
  }
}
