/**
 * What a grant is for: the bytes that were judged. Input: the report of an earlier run, what stands in
 * output/ now, and what this run judged; output: the report over all editions that stand there. A file
 * that was made anew or changed takes its edition's verdict away. Pure.
 */
import type { EditionReport, FileRecord, Report } from "../judges/verdict/finding.ts";
import { combineReports } from "../judges/verdict/judge.ts";
import { signReport, stampEdition, type Run } from "../judges/verdict/sign-report.ts";
import { areSameFiles } from "../judges/targets/file-records.ts";

/** An edition that stands in output/. */
export interface StandingEdition {
  readonly edition: string;
  /** Path that the report names it by, e.g. `output/pdf/report.pdf`. */
  readonly file: string;
  readonly files: readonly FileRecord[];
}

/** What this run says of the editions that it judged, with the bytes that it judged them by. */
export function reportOfRun(
  judged: readonly EditionReport[],
  standing: readonly StandingEdition[],
  run: Run,
): Report {
  const stamped = judged.map((report) => ({
    ...stampEdition(report, run),
    files: standing.find(({ edition }) => edition === report.edition)?.files ?? [],
  }));
  return signReport(stamped, run);
}

/** What is known of the editions in output/. */
export interface KnownEditions {
  readonly standing: readonly StandingEdition[];
  /** Those of which something that they say is no longer so: no earlier verdict is for them. */
  readonly staleEditions?: readonly StandingEdition[];
  /** The report of this run; undefined where it judged nothing. */
  readonly judged: Report | undefined;
  /** The report of the run before. */
  readonly former: Report | undefined;
}

/**
 * The report over all that stands in output/: what this run judged, what an earlier run judged and is
 * still the same bytes, and, with no judge, what nobody has judged.
 */
export function reportOfOutput(known: KnownEditions, run: Run): Report {
  return signReport(editionsOfOutput(known), run);
}

/**
 * What is left of a report when files were made anew or changed by nobody who judges: it is still the
 * report of the run that wrote it.
 */
export function narrowedReport(former: Report, standing: readonly StandingEdition[]): Report {
  const editions = editionsOfOutput({ standing, judged: undefined, former });
  return { ...former, ...combineReports(editions) };
}

function editionsOfOutput(known: KnownEditions): readonly EditionReport[] {
  const { standing, staleEditions = [], judged, former } = known;
  return standing.map((present): EditionReport => {
    const isThis = ({ edition }: EditionReport): boolean => edition === present.edition;
    const now = judged?.editions.find(isThis);
    if (now !== undefined) return now;
    const before = staleEditions.includes(present) ? undefined : former?.editions.find(isThis);
    const { edition, file, files } = present;
    return before?.files !== undefined && areSameFiles(before.files, files)
      ? before
      : { edition, file, judges: [], files };
  });
}
