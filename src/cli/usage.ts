/**
 * Words of a command line that mean nothing. Input: the words, and what the parser says; output: an
 * error with a hint, and whether it is to be reported as JSON, which is wanted although nothing was parsed.
 */
import type { CommanderError } from "commander";
import { PublicationError } from "../errors.ts";

/** What comes after `--` is no option. */
export function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  const options = end === -1 ? argv : argv.slice(0, end);
  return options.some((word) => word === "--json" || word.startsWith("--json="));
}

/** @param commands names of the commands there are. */
export function usageError(
  error: CommanderError,
  argv: readonly string[],
  commands: readonly string[],
): PublicationError {
  const [message = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const [, guess] = /^\(Did you mean (.*)\?\)$/.exec(suggestion ?? "") ?? [];
  const command = argv.find((word) => commands.includes(word));
  const help = `see \`imprimatur help${command === undefined ? "" : ` ${command}`}\``;
  return new PublicationError("usage", message, {
    hint: guess === undefined ? help : `did you mean ${guess}? ${help}`,
    cause: error,
  });
}
