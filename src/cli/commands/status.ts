/** The command `status`. */
import type { Command } from "commander";
import type { OutputStatus } from "../../build/read-status.ts";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";
import type { ExitCode } from "../exit-code.ts";

export function addStatus(program: Command, context: CommandContext): void {
  const command = program
    .command("status")
    .description(
      "say of each file in output/ whether it is granted, changed since, or never judged",
    )
    .option("--json", "print the statuses as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((options: OutputOptions) => sayStatus(options, context));
  addExamples(command, [
    ["status", "what may be published"],
    ["status --json", "the same for a program"],
  ]);
}

async function sayStatus(options: OutputOptions, context: CommandContext): Promise<void> {
  const { outputDirOf, readStatus } = await import("../../build/read-status.ts");
  const log = context.logFor(options);
  const status = await readStatus({
    dir: outputDirOf(context.projectDir()),
    command: "status",
    onNotice: (notice) => {
      log.notice(notice);
    },
    signal: context.signal,
  });
  const exitCode = exitCodeOfStatus(status);
  context.end(exitCode);
  if (options.json) {
    context.sayJson(status);
    return;
  }
  const { formatStatus } = await import("../../report/status.ts");
  if (!options.quiet || exitCode !== 0) context.say(formatStatus(status));
}

/** 0 where every file is granted, 2 where one is refused, changed or missing, 1 otherwise. */
function exitCodeOfStatus({ granted, files }: OutputStatus): ExitCode {
  if (granted) return 0;
  const isWrong = files.some(({ status }) =>
    ["refused", "changed since", "missing"].includes(status),
  );
  return isWrong ? 2 : 1;
}
