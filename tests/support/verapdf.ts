/** veraPDF for tests: where it is missing a test is skipped with the reason, and fails in CI. */
import type { TestContext } from "vitest";
import { JudgeUnavailable } from "../../src/judges/verdict/judge.ts";
import { findVeraPdf, type VeraPdf } from "../../src/judges/pdf/verapdf/find-verapdf.ts";

export function veraPdfOrSkip(context: TestContext): VeraPdf {
  try {
    return findVeraPdf(".");
  } catch (error) {
    if (process.env.CI || !(error instanceof JudgeUnavailable)) throw error;
    return context.skip(error.message);
  }
}
