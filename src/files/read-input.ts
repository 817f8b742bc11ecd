/**
 * A file that a person has named, whole. Input: its path; output: its bytes, or what is wrong with it
 * in plain words. It may be a pipe, which is waited for as long as the run goes on.
 */
import { readFile } from "node:fs/promises";
import { PublicationError } from "../errors.ts";
import { untilAborted } from "../async/until-aborted.ts";
import { explainSystemError, systemErrorIn } from "./system-error.ts";

/**
 * @param hint what should have been named.
 * @throws PublicationError `input-unreadable`, and the reason of `signal`.
 */
export async function readInput(
  file: string,
  hint: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  try {
    return await untilAborted(readFile(file), signal);
  } catch (cause) {
    signal.throwIfAborted();
    const what = `${file} cannot be read`;
    const systemError = systemErrorIn(cause);
    const message =
      systemError === undefined ? what : explainSystemError(systemError, { what }).message;
    throw new PublicationError("input-unreadable", message, { hint, cause });
  }
}
