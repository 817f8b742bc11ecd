/**
 * Writes a report's files: `report.json` and `report.html`. Input: a report and a folder; output: the
 * paths. Each file is written aside and renamed, so a reader meets the former one or the new one whole.
 */
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Report } from "../judges/verdict/finding.ts";
import { makeFolderBelow } from "../files/make-folder.ts";
import { formatHtml } from "./html.tsx";
import { formatJson } from "./json.ts";

export interface WrittenReport {
  readonly json: string;
  readonly html: string;
}

export async function writeReport(report: Report, folder: string): Promise<WrittenReport> {
  const written = { json: join(folder, "report.json"), html: join(folder, "report.html") };
  await makeFolderBelow(dirname(folder), basename(folder));
  await replaceFile(written.json, formatJson(report));
  await replaceFile(written.html, formatHtml(report));
  return written;
}

async function replaceFile(file: string, text: string): Promise<void> {
  const aside = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(aside, text);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
}
