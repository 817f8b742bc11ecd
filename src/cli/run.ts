/**
 * The command line: argv → command → exit code. A command is loaded when it is called, so that help
 * and wrong words are answered at once. Exit codes: see `exit-code.ts`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import { openContext } from "./command-context.ts";
import { addBuild } from "./commands/build.ts";
import { addCheck } from "./commands/check.ts";
import { addImpose } from "./commands/impose.ts";
import { addPdf } from "./commands/pdf.ts";
import { addProof } from "./commands/proof.ts";
import { addStatus } from "./commands/status.ts";
import { describeError, formatError } from "./error-text.ts";
import { Stopped, type Terminal } from "./terminal.ts";

const PROGRAM_DIR = fileURLToPath(new URL("../..", import.meta.url));

function readVersion(): string {
  const file = path.join(PROGRAM_DIR, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

/** Runs one command. Returns its exit code; throws nothing. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const version = readVersion();
  const { context, exitCode } = openContext(terminal, version, PROGRAM_DIR);
  const program = new Command("imprimatur")
    .description("Makes a publication's web edition and PDFs from its Markdown, and judges them.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        context.say(text);
      },
      writeErr: (text) => {
        context.tell(text);
      },
    })
    .addHelpText(
      "after",
      "\nExit codes: 0 clean, 1 technical fault or a judge that did not run, 2 findings.",
    );
  for (const add of [addBuild, addCheck, addStatus, addPdf, addImpose, addProof])
    add(program, context);

  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    // What broke while the run was being stopped is a consequence of the stop.
    const reason: unknown = terminal.signal.aborted ? terminal.signal.reason : error;
    if (reason instanceof Stopped) {
      context.tell("stopped: output/ is as it was before\n");
      return reason.exitCode;
    }
    if (argv.includes("--json")) context.sayJson({ error: describeError(reason) });
    else context.tell(formatError(reason));
    return 1;
  }
}
