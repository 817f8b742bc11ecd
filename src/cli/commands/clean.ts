/** The command `clean`. */
import type { Command } from "commander";
import type { CommandContext, OutputOptions } from "../command-context.ts";
import { addExamples } from "../examples.ts";

interface CleanOptions extends OutputOptions {
  readonly browser?: true;
}

export function addClean(program: Command, context: CommandContext): void {
  const command = program
    .command("clean")
    .description("remove what builds have made in output/, and nothing else")
    .option("--browser", "also the browser that was unpacked, which the next run unpacks again")
    .option("--json", "print what was removed as JSON and nothing else")
    .option("--quiet", "print nothing unless something is wrong")
    .action((options: CleanOptions) => clean(options, context));
  addExamples(command, [
    ["clean", "removes the editions and the reports of this folder"],
    ["clean --browser", "makes some 250 MB of room more"],
  ]);
}

async function clean(options: CleanOptions, context: CommandContext): Promise<void> {
  const { cleanOutput } = await import("../../build/clean-output.ts");
  const log = context.logFor(options);
  const removed = await cleanOutput({
    projectDir: context.projectDir(),
    withBrowser: options.browser ?? false,
    onNotice: (notice) => {
      log.notice(notice);
    },
    signal: context.signal,
  });
  if (options.json) context.sayJson({ removed });
  else if (!options.quiet) {
    const lines = removed.map((name) => `removed ${name}\n`).join("");
    context.say(lines === "" ? "There is nothing to remove.\n" : lines);
  }
}
