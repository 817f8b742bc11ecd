/**
 * Takes away the verdicts on what something else than a build has changed in output/, such as Eleventy
 * by itself. Input: the project's folder; output: the report in output/reports/. It judges nothing.
 */
import path from "node:path";
import { openProject } from "../project/project.ts";
import { writeReport } from "../report/write-report.ts";
import { narrowedReport } from "./grant.ts";
import { openOutputFolder, OUTPUT_DIR } from "./output-folder.ts";
import { readFormerReport, REPORTS_DIR } from "./read-former-report.ts";
import { standingEditions } from "./standing-editions.ts";

export interface NarrowGrantOptions {
  readonly projectDir: string;
  readonly onNotice: (notice: string) => void;
}

/** Does nothing where there is no report, or where every file is as it was judged. */
export async function narrowGrant({ projectDir, onNotice }: NarrowGrantOptions): Promise<void> {
  const dir = path.join(projectDir, OUTPUT_DIR);
  const { publication } = await openProject(projectDir);
  const { signal } = new AbortController();
  const output = await openOutputFolder({ dir, command: "eleventy", onNotice, signal });
  try {
    const former = await readFormerReport(dir);
    if (former === undefined) return;
    const narrowed = narrowedReport(former, await standingEditions(publication, dir));
    if (JSON.stringify(narrowed) === JSON.stringify(former)) return;
    const staging = await output.openStaging();
    await writeReport(narrowed, path.join(staging.dir, REPORTS_DIR));
    await output.publish(staging, [{ kind: "put", name: REPORTS_DIR }]);
    onNotice("what was made has not been judged: `npm run check` judges it");
  } finally {
    await output.release();
  }
}
