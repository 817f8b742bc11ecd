/** Programs of other people's: where one is missing a test is skipped, and fails in CI. */
import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { TestContext } from "vitest";

export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program and returns what it printed.
 * @throws Error with its output where it fails, and in CI where it is not installed.
 */
export async function runProgram(
  context: TestContext,
  program: string,
  args: readonly string[],
): Promise<ProgramResult> {
  try {
    return await promisify(execFile)(program, args, { maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (process.env.CI || !isMissing) throw error;
    return context.skip(`${program} is not installed`);
  }
}

/**
 * Goes on only where nothing is missing.
 * @throws Error in CI that names what is missing.
 */
export function requireNothing(context: TestContext, missing: readonly string[]): void {
  if (missing.length === 0) return;
  const reason = `not installed: ${missing.join(", ")}`;
  if (process.env.CI) throw new Error(reason);
  context.skip(reason);
}

/** Those of the programs (names, or absolute paths) that are not on this machine. */
export async function findMissing(programs: readonly string[]): Promise<readonly string[]> {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const isThere = async (program: string): Promise<boolean> => {
    // An absolute path stays as it is.
    const places = folders.map((folder) => path.resolve(folder, program));
    const found = places.map((place) => access(place, constants.X_OK));
    return (await Promise.allSettled(found)).some(({ status }) => status === "fulfilled");
  };
  const there = await Promise.all(programs.map(isThere));
  return programs.filter((_, index) => !there[index]);
}
