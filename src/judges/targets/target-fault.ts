/**
 * What is said of a target that cannot be judged, where others are. Input: what was thrown; output: a
 * report in place of its judges'. A file that is encrypted, damaged or over a limit has a finding; of
 * anything else it is said that it was not judged. It judges nothing.
 */
import { PublicationError } from "../../errors.ts";
import type { JudgeReport } from "../verdict/finding.ts";
import { findingOf } from "../verdict/judge-info.ts";
import { reportJudgement, reportSkipped } from "../verdict/judge.ts";
import { FILE, FILE_RULES } from "./file-info.ts";

/** @throws whatever is no fault of the target. */
export function reportFault(error: unknown): JudgeReport {
  if (!(error instanceof PublicationError)) throw error;
  const { code, message, hint, place } = error;
  if (!isFileRule(code)) return reportSkipped(FILE.name, FILE.version, message);
  const finding = findingOf(FILE_RULES[code], {
    where: place?.file ?? "the file",
    message,
    ...(hint !== undefined && { help: hint }),
  });
  return reportJudgement(FILE.name, FILE.version, { findings: [finding] });
}

function isFileRule(code: string): code is keyof typeof FILE_RULES {
  return Object.hasOwn(FILE_RULES, code);
}
