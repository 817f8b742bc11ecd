/**
 * What is said of a target that cannot be judged, where others are. Input: what was thrown; output: a
 * report in place of its judges'. A file that is encrypted, damaged or over a limit has a finding; of
 * anything else it is said that it was not judged. It judges nothing.
 */
import { PublicationError } from "../../errors.ts";
import type { Finding, JudgeReport } from "../verdict/finding.ts";
import { reportJudgement, reportSkipped } from "../verdict/judge.ts";

const NAME = "imprimatur-file";
const VERSION = "1";

/** @throws whatever is no fault of the target. */
export function reportFault(error: unknown): JudgeReport {
  if (!(error instanceof PublicationError)) throw error;
  return error.code.startsWith("pdf-")
    ? reportJudgement(NAME, VERSION, { findings: [findingOf(error)] })
    : reportSkipped(NAME, VERSION, error.message);
}

function findingOf({ code, message, hint, place }: PublicationError): Finding {
  const where = place?.file ?? "the file";
  return { rule: code, impact: "critical", wcag: [], where, message, help: hint ?? "" };
}
