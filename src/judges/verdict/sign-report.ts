/**
 * Says of a report by which run it is. Input: what was judged, and the run; output: the report, with the
 * version and the date of the run. Pure.
 */
import type { EditionReport, Report } from "./finding.ts";
import { combineReports } from "./judge.ts";

/** The run that writes a report. */
export interface Run {
  /** Of Imprimatur, e.g. `0.1.0`. */
  readonly version: string;
  /** When it ended. */
  readonly date: Date;
  readonly durationMs: number;
  /** What it has to say of the publication that refuses nothing. */
  readonly notes?: readonly string[];
}

/** What the run itself has judged bears its version and date. */
export function stampEdition(report: EditionReport, { version, date }: Run): EditionReport {
  return { ...report, version, date: date.toISOString() };
}

/** The report of the run over editions that it, or an earlier one, has judged. */
export function signReport(editions: readonly EditionReport[], run: Run): Report {
  return {
    ...combineReports(editions),
    version: run.version,
    date: run.date.toISOString(),
    durationMs: Math.round(run.durationMs),
    ...(run.notes !== undefined && run.notes.length > 0 && { notes: run.notes }),
  };
}
