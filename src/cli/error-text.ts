/** What ended a command, for a person and for a program. Input: what was thrown; output: text or a value. */
import { formatPlace, PublicationError } from "../errors.ts";
import { explainSystemError, systemErrorIn } from "../files/system-error.ts";
import { sourceStack } from "../program/source-stack.ts";
import { ContentError, formatFaults } from "../publication/faults/fault.ts";

/** For `--json`. */
export function describeError(thrown: unknown): Readonly<Record<string, unknown>> {
  const error = explained(thrown);
  if (error instanceof PublicationError) {
    return {
      code: error.code,
      message: error.message,
      place: error.place,
      hint: error.hint,
      ...(error instanceof ContentError && { faults: error.faults }),
    };
  }
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

/** Lines that end with a line break. */
export function formatError(thrown: unknown): string {
  const error = explained(thrown);
  if (error instanceof ContentError) return `${formatFaults(error.faults)}\n`;
  if (error instanceof PublicationError) {
    const { place: at, message } = error;
    // The message may begin with the file, and the file need not be said again.
    const isSaid = at === undefined || (at.line === undefined && message.startsWith(at.file));
    const place = isSaid ? "" : `  at ${formatPlace(at)}\n`;
    const hint = error.hint === undefined ? "" : `  hint: ${error.hint}\n`;
    return `error: ${error.message}\n${place}${hint}`;
  }
  const stack = error instanceof Error ? sourceStack(error.stack ?? error.message) : String(error);
  return `error: a fault in Imprimatur itself\n${stack}\n  hint: please report it with the lines above\n`;
}

/** What the system refuses, and no stage has put into words, is no fault of the program. */
function explained(thrown: unknown): unknown {
  if (thrown instanceof PublicationError) return thrown;
  const error = systemErrorIn(thrown);
  return error === undefined ? thrown : explainSystemError(error);
}
