/** What an earlier run wrote of output/. Input: the output folder; output: its report, where there is one. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Report } from "../judges/verdict/finding.ts";
import { parseJson } from "../report/json.ts";

export const REPORTS_DIR = "reports";

/** Undefined also where it cannot be read: nothing is known then, and nothing is granted. */
export async function readFormerReport(outputDir: string): Promise<Report | undefined> {
  try {
    return parseJson(await readFile(path.join(outputDir, REPORTS_DIR, "report.json"), "utf8"));
  } catch {
    return undefined;
  }
}
