/** The command `check`. */
import type { Command } from "commander";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";
import { limitsOf, parseSeconds } from "../option-values.ts";
import { REPORT_FILE } from "../report-file.ts";

interface CheckOptions extends OutputOptions {
  readonly edition?: readonly string[];
  readonly judgeTimeout?: number;
}

export function addCheck(program: Command, context: CommandContext): void {
  const command = program
    .command("check")
    .description("judge what was built, or any PDF, HTML file, folder or address on this machine")
    .argument("[targets...]", "PDF or HTML files, folders, or http addresses on this machine")
    .option("--edition <id...>", "of what was built, only these editions (default: all)")
    .option(
      "--judge-timeout <seconds>",
      "give up a judge that takes longer at one page or file, and all of them after five times as long (default: 120)",
      parseSeconds,
    )
    .option("--json", "print the report as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((targets: readonly string[], options: CheckOptions) =>
      judge(targets, options, context),
    );
  addExamples(command, [
    ["check", "what the last build has made"],
    [
      "check annual-report.pdf public/ http://localhost:8080/",
      "any PDF, folder or address of this machine",
    ],
  ]);
}

async function judge(
  targets: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<void> {
  context.ifStopped("nothing was written");
  const { version } = context;
  const judging = {
    projectDir: context.projectDir(),
    everyJudgeMustRun: context.isCi,
    limits: limitsOf(options),
    log: context.logFor(options),
    signal: context.signal,
  };
  if (targets.length > 0) {
    const { check } = await import("../../commands/check.ts");
    context.conclude(await check({ ...judging, targets, version }), options);
    return;
  }
  const { checkBuilt } = await import("../../build/check-built.ts");
  const report = await checkBuilt({ ...judging, editions: options.edition, version });
  const isPartial = options.edition !== undefined;
  context.conclude(report, options, { reportFile: REPORT_FILE, isPartial });
}
