/**
 * What holds for each file in output/. Input: the output folder and the report in it; output: a status
 * for each file. It judges nothing, and changes nothing but what an interrupted run has left.
 */
import path from "node:path";
import { lstat } from "node:fs/promises";
import { z } from "zod";
import type { EditionReport, FileRecord } from "../judges/verdict/finding.ts";
import { combineReports } from "../judges/verdict/judge.ts";
import { listFiles, recordFiles } from "../judges/targets/file-records.ts";
import {
  OUTPUT_DIR,
  SESSION_NAMES,
  settleOutputFolder,
  type OutputFolderOptions,
} from "./output-folder.ts";
import { readFormerReport, REPORTS_DIR } from "./read-former-report.ts";

/**
 * - `granted`: judged with these bytes, and every judge passed
 * - `refused`: judged with these bytes, and a judge found something or did not run
 * - `changed since`: judged with other bytes
 * - `never judged`: made without being judged, or not made by a build
 * - `missing`: judged, and not there any more
 */
const fileStatusSchema = z.enum(["granted", "refused", "changed since", "never judged", "missing"]);
export type FileStatus = z.infer<typeof fileStatusSchema>;

/** What `status --json` prints. */
export const outputStatusSchema = z.readonly(
  z.object({
    /** Whether there is a file, and every file is granted. */
    granted: z.boolean(),
    files: z
      .array(
        z.readonly(
          z.object({
            /** Relative to the project, with `/` between folders. */
            path: z.string(),
            status: fileStatusSchema,
            /** The edition that it is a file of; absent where no report names it. */
            edition: z.string().optional(),
            /** When its edition was judged, as ISO 8601 has it. */
            date: z.string().optional(),
          }),
        ),
      )
      .readonly(),
  }),
);
export type OutputStatus = z.infer<typeof outputStatusSchema>;

/** Files that stand in output/ and are not made: the folder's own README, and the reports. */
function isOfTheFolder(name: string): boolean {
  const [first = ""] = name.split("/");
  return name === "README.md" || first === REPORTS_DIR || first.startsWith(".making-");
}

/** @param options `command` is what others are shown while they wait. */
export async function readStatus(options: OutputFolderOptions): Promise<OutputStatus> {
  const { dir } = options;
  const isThere = await lstat(dir).then(
    () => true,
    () => false,
  );
  if (!isThere) return { granted: false, files: [] };
  await settleOutputFolder(options);
  const names = (await listFiles(dir)).filter(
    (name) => !SESSION_NAMES.has(name) && !isOfTheFolder(name),
  );
  const records = await recordFiles(names, [dir], OUTPUT_DIR);
  const report = await readFormerReport(dir);
  const files = [
    ...(report?.editions ?? []).flatMap((edition) => statusesOf(edition, records)),
    ...notInReport(report?.editions ?? [], records),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const granted = files.length > 0 && files.every(({ status }) => status === "granted");
  return { granted, files };
}

function statusesOf(report: EditionReport, records: readonly FileRecord[]): OutputStatus["files"] {
  const { edition, date, judges, files = [] } = report;
  const verdict: FileStatus =
    judges.length === 0 ? "never judged" : combineReports([report]).granted ? "granted" : "refused";
  return files.map((judged) => {
    const now = records.find((record) => record.path === judged.path);
    const status =
      now === undefined
        ? "missing"
        : now.sha256 === judged.sha256 || judges.length === 0
          ? verdict
          : "changed since";
    return { path: judged.path, status, edition, ...(date !== undefined && { date }) };
  });
}

function notInReport(
  editions: readonly EditionReport[],
  records: readonly FileRecord[],
): OutputStatus["files"] {
  const known = new Set(editions.flatMap(({ files = [] }) => files.map((file) => file.path)));
  return records
    .filter((record) => !known.has(record.path))
    .map((record) => ({ path: record.path, status: "never judged" }));
}

/** @param projectDir the folder of the project. */
export function outputDirOf(projectDir: string): string {
  return path.join(projectDir, OUTPUT_DIR);
}
