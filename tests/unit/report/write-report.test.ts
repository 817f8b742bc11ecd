import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseJson } from "../../../src/report/json.ts";
import { writeReport } from "../../../src/report/write-report.ts";
import { grantedReport, refusedReport } from "./planted-report.ts";

test("a report replaces the former one and leaves nothing else", async () => {
  const folder = await mkdtemp(join(tmpdir(), "imprimatur-report-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeReport(refusedReport, join(folder, "reports"));
  const written = await writeReport(grantedReport, join(folder, "reports"));
  expect(parseJson(await readFile(written.json, "utf8"))).toEqual(grantedReport);
  expect(await readFile(written.html, "utf8")).toContain("Imprimatur granted");
  expect(await readdir(join(folder, "reports"))).toEqual(["report.html", "report.json"]);
});
