/**
 * Preflight: whether a PDF is fit for the press, by PDF/X-4 (ISO 15930-7) and by what print shops
 * ask for beside it. Input: the bytes of a PDF and what is demanded of it; output: findings, and
 * doubts for a person. It changes nothing; what accessibility asks for is others' job, see
 * docs/judges.md.
 */
import { openPdf } from "../../pdf/objects/open-pdf.ts";
import type { Judge, Judgement } from "../verdict/judge.ts";
import { COLOUR_RULES, judgeColours } from "./preflight/colour-rules.ts";
import { CONTENT_RULES, judgeContent } from "./preflight/content-rules.ts";
import { FILE_RULES, judgeFile } from "./preflight/file-rules.ts";
import { INK_RULES, judgeInks } from "./preflight/ink-rules.ts";
import { judgeLayers, LAYER_RULES } from "./preflight/layer-rules.ts";
import { judgeMarks, MARK_RULES } from "./preflight/mark-rules.ts";
import { judgeMetadata, METADATA_RULES } from "./preflight/metadata-rules.ts";
import { judgeObjects, OBJECT_RULES } from "./preflight/object-rules.ts";
import { judgePages, PAGE_RULES } from "./preflight/page-rules.ts";
import { judgeSeparations, SEPARATION_RULES } from "./preflight/separation-rules.ts";
import { readForPreflight, type PreflightReading, type PressDemands } from "./preflight/reading.ts";
import { findingOf, onAllPages, type Violation, type PreflightRule } from "./preflight/rule.ts";

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

/** Every rule, in the order in which findings are reported. */
export const PREFLIGHT_RULES: readonly PreflightRule[] = [
  FILE_RULES,
  METADATA_RULES,
  OBJECT_RULES,
  LAYER_RULES,
  PAGE_RULES,
  CONTENT_RULES,
  COLOUR_RULES,
  INK_RULES,
  MARK_RULES,
  SEPARATION_RULES,
].flatMap((rules) => Object.values(rules));

export const preflightJudge: Judge<PreflightSubject> = {
  name: "imprimatur-preflight",
  version: "1",
  /** @throws PublicationError of `openPdf`, for a file that is encrypted, damaged or has no pages. */
  async judge({ bytes, demands }, signal) {
    const pdf = await openPdf(bytes);
    signal.throwIfAborted();
    const reading = readForPreflight(pdf, demands);
    return judgementOf([...judgeReading(reading), ...(await judgeSeparations(reading, signal))]);
  },
};

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
export function judgementOf(violations: readonly Violation[]): Required<Judgement> {
  const isDoubt = ({ rule }: Violation): boolean => rule.toReview === true;
  const reported = onAllPages(violations);
  return {
    findings: reported.filter((each) => !isDoubt(each)).map(findingOf),
    toReview: reported.filter(isDoubt).map(findingOf),
  };
}
