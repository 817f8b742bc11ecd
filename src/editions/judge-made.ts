/**
 * Judges the editions that the project has made, side by side in one browser. Input: where they are;
 * output: the `Report`. Which judges an edition meets is said by its kind, in `judge.ts` of its room.
 */
import path from "node:path";
import type { Refusal } from "../browser/refusal.ts";
import { openVeraPdfJudge, type VeraPdfJudge } from "../judges/pdf/verapdf.ts";
import { resourcesJudge } from "../judges/site/resources.ts";
import type { EditionReport, JudgeReport, Report } from "../judges/verdict/finding.ts";
import { combineReports, runJudge } from "../judges/verdict/judge.ts";
import type { Log } from "../log.ts";
import type { MadeEdition } from "./made-edition.ts";
import type { MadeJudging } from "./room.ts";
import { loadRoom } from "./rooms.ts";

export interface JudgingOptions extends Omit<MadeJudging, "veraPdf" | "onRefused"> {
  /** Name of the output folder as the report shows it. */
  readonly outputDir: string;
  readonly log: Log;
  /** Runs as much at once as there is room for. */
  readonly together: <T>(tasks: readonly (() => Promise<T>)[]) => Promise<readonly T[]>;
}

export async function judgeMade(
  editions: readonly MadeEdition[],
  judging: JudgingOptions,
): Promise<Report> {
  const { dir: projectDir } = judging.project.folders;
  const upcoming = editions
    .filter(({ kind }) => kind === "pdf")
    .map(({ file }) => path.join(judging.makingDir, file));
  const veraPdf = await openVeraPdfJudge({ ...judging, projectDir, upcoming });
  return combineReports(
    await judging.together(
      editions.map(
        (edition) => () =>
          judging.log.stage(`judges ${edition.edition}`, async (update): Promise<EditionReport> => {
            const judges = await judgeEdition(edition, { ...judging, veraPdf });
            const ran = judges.filter(({ status }) => status !== "skipped").length;
            const findingCount = judges.flatMap((judge) => judge.findings).length;
            update(
              `${ran} of ${judges.length} judges, ${findingCount} finding${findingCount === 1 ? "" : "s"}`,
            );
            return {
              edition: edition.edition,
              file: path.posix.join(judging.outputDir, edition.file),
              judges,
            };
          }),
      ),
    ),
  );
}

async function judgeEdition(
  made: MadeEdition,
  judging: JudgingOptions & { readonly veraPdf: VeraPdfJudge },
): Promise<readonly JudgeReport[]> {
  const refusals: Refusal[] = [];
  const { judge } = await loadRoom(made.kind);
  const judges = await judge(made, {
    ...judging,
    onRefused: (refusal) => {
      refusals.push(refusal);
    },
  });
  const asked = [...(made.refusals ?? []), ...refusals];
  return [...judges, await runJudge(resourcesJudge, asked, judging)];
}
