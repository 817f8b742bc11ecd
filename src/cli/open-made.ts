/**
 * What `--open` shows of a run. Input: the project's folder, and the report where the run was judged;
 * output: the file to open. It opens nothing.
 */
import path from "node:path";
import { exists } from "../files/missing.ts";
import type { Report } from "../judges/verdict/finding.ts";
import { REPORT_FILE } from "./report-file.ts";

const WEB_PAGE = "output/web/index.html";

/**
 * The report where the imprimatur is refused; otherwise the web edition, or the first PDF that the report
 * is on.
 * @returns an absolute path; undefined where there is nothing to show.
 */
export async function fileToOpen(
  projectDir: string,
  report: Report | undefined,
): Promise<string | undefined> {
  const files = (report?.editions ?? []).flatMap((edition) => edition.files ?? []);
  const paths = files.map((file) => file.path);
  const pdf = paths.find((each) => each.endsWith(".pdf"));
  const wanted =
    report === undefined
      ? [WEB_PAGE]
      : report.granted
        ? [...(paths.includes(WEB_PAGE) ? [WEB_PAGE] : []), ...(pdf === undefined ? [] : [pdf])]
        : [REPORT_FILE];
  for (const name of wanted) {
    const file = path.join(projectDir, name);
    if (await exists(file)) return file;
  }
  return undefined;
}
