/**
 * The command line: argv → command → exit code. A command is loaded when it is called, so that help
 * and wrong words are answered at once. Exit codes: see `exit-code.ts`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import { openContext, type CommandContext } from "./command-context.ts";
import { addBuild } from "./commands/build.ts";
import { addCheck } from "./commands/check.ts";
import { addClean } from "./commands/clean.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addImpose } from "./commands/impose.ts";
import { addInit } from "./commands/init.ts";
import { addNew } from "./commands/new.ts";
import { addPdf } from "./commands/pdf.ts";
import { addProof } from "./commands/proof.ts";
import { addSchema } from "./commands/schema.ts";
import { addStatus } from "./commands/status.ts";
import { describeError, formatError } from "./error-text.ts";
import { OutputFault, Stopped, type Terminal } from "./terminal.ts";
import { asksForJson, usageError } from "./usage.ts";

const PROGRAM_DIR = fileURLToPath(new URL("../..", import.meta.url));

function readVersion(): string {
  const file = path.join(PROGRAM_DIR, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

/** In the order in which help lists them. */
const COMMANDS = [
  ...[addInit, addNew, addBuild, addCheck, addStatus],
  ...[addPdf, addImpose, addProof, addSchema, addClean, addDoctor],
];

/** Runs one command. Returns its exit code; throws nothing. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const version = readVersion();
  const { context, exitCode, leftByStop } = openContext(terminal, version, PROGRAM_DIR);
  const { stdout, signal } = terminal;
  const program = createProgram(version, context);
  let isJson = asksForJson(argv);
  program.hook("preAction", (_, command) => {
    isJson = command.opts<{ readonly json?: true }>().json === true;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    await stdout.flush();
    if (signal.reason instanceof OutputFault) throw signal.reason;
    return exitCode();
  } catch (error) {
    // Help was asked for, or shown because there is no command.
    if (error instanceof CommanderError && /^commander\.(?:help|version)/.test(error.code)) {
      await stdout.flush();
      if (!(signal.reason instanceof OutputFault)) return error.exitCode === 0 ? 0 : 1;
    }
    // What stops the run may have reached others first: they break, and it is still on its way here.
    await nextTurn();
    const commands = program.commands.map((command) => command.name());
    // What broke while the run was being stopped is a consequence of the stop.
    const reason: unknown = signal.aborted
      ? signal.reason
      : error instanceof CommanderError
        ? usageError(error, argv, commands)
        : error;
    const asJson = isJson && !(reason instanceof OutputFault);
    tell(reason, leftByStop(), asJson, context);
    await stdout.flush();
    if (asJson && signal.reason instanceof OutputFault) {
      tell(reason, leftByStop(), false, context);
      tell(signal.reason, undefined, false, context);
    }
    return reason instanceof Stopped ? reason.exitCode : 1;
  }
}

/** All commands, with their help. */
export function createProgram(version: string, context: CommandContext): Command {
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
      // It is thrown as well.
      outputError: () => undefined,
    })
    .addHelpText(
      "after",
      "\nExit codes: 0 clean, 1 technical fault or a judge that did not run, 2 findings.",
    );
  for (const add of COMMANDS) add(program, context);
  return program;
}

/** What ended the run. @param left what a stop has left, where a command has said so. */
function tell(
  reason: unknown,
  left: string | undefined,
  asJson: boolean,
  context: CommandContext,
): void {
  if (!(reason instanceof Stopped)) {
    if (asJson) context.sayJson({ error: describeError(reason) });
    else context.tell(formatError(reason));
    return;
  }
  const words = left === undefined ? "" : `: ${left}`;
  if (asJson) context.sayJson({ error: { code: "stopped", message: `${reason.message}${words}` } });
  else context.tell(`stopped${words}\n`);
}
