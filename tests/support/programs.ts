/** Programs of other people's: where one is missing a test is skipped, and fails in CI. */
import { execFile } from "node:child_process";
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
