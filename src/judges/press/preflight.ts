/**
 * Preflight: whether a PDF is fit for the press, by PDF/X-4 (ISO 15930-7) and by what print shops
 * ask for beside it. Input: the bytes of a PDF and what is demanded of it; output: findings, and
 * doubts for a person. It changes nothing; what accessibility asks for is others' job, see
 * docs/judges.md.
 */
import { openPdf } from "../../pdf/objects/open-pdf.ts";
import { judgeBy, type Judge, type Judgement } from "../verdict/judge.ts";
import { judgeColours } from "./preflight/colour-rules.ts";
import { judgeContent } from "./preflight/content-rules.ts";
import { judgeFile } from "./preflight/file-rules.ts";
import { judgeInks } from "./preflight/ink-rules.ts";
import { judgeLayers } from "./preflight/layer-rules.ts";
import { judgeMarks } from "./preflight/mark-rules.ts";
import { judgeMetadata } from "./preflight/metadata-rules.ts";
import { judgeObjects } from "./preflight/object-rules.ts";
import { judgePages } from "./preflight/page-rules.ts";
import { judgeSeparations } from "./preflight/separation-rules.ts";
import { readForPreflight, type PreflightReading, type PressDemands } from "./preflight/reading.ts";
import { findingOfViolation, onAllPages, type Violation } from "./preflight/rule.ts";
import type { PreflightRuleId } from "./preflight/rules/press-rules.ts";
import { PREFLIGHT } from "./preflight-info.ts";

export type { PressDemands } from "./preflight/reading.ts";

export const DEFAULT_PRESS_DEMANDS: PressDemands = {
  bleedMm: 3,
  inkLimit: 3,
  pageMultiple: 4,
  safeMm: 5,
  smallestDpi: 150,
  wantedDpi: 300,
  hairlinePt: 0.25,
};

export interface PreflightSubject {
  readonly bytes: Uint8Array;
  readonly demands: PressDemands;
}

export const preflightJudge: Judge<PreflightSubject> = judgeBy(PREFLIGHT, judgePreflight);

/** @throws PublicationError of `openPdf`, for a file that is encrypted, damaged or has no pages. */
async function judgePreflight(
  { bytes, demands }: PreflightSubject,
  signal: AbortSignal,
): Promise<Judgement<PreflightRuleId>> {
  const pdf = await openPdf(bytes);
  signal.throwIfAborted();
  const reading = readForPreflight(pdf, demands);
  return judgementOf([...judgeReading(reading), ...(await judgeSeparations(reading, signal))]);
}

/** All that is judged without drawing a page. */
export function judgeReading(reading: PreflightReading): readonly Violation[] {
  return [
    judgeFile,
    judgeMetadata,
    judgeObjects,
    judgeLayers,
    judgePages,
    judgeContent,
    judgeColours,
    judgeInks,
    judgeMarks,
  ].flatMap((rulesOf) => rulesOf(reading));
}

/** Faults, and doubts for a person. */
export function judgementOf(
  violations: readonly Violation[],
): Required<Judgement<PreflightRuleId>> {
  const isDoubt = ({ rule }: Violation): boolean => rule.toReview === true;
  const reported = onAllPages(violations);
  return {
    findings: reported.filter((each) => !isDoubt(each)).map(findingOfViolation),
    toReview: reported.filter(isDoubt).map(findingOfViolation),
  };
}
