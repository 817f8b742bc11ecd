/** The command `check` on PDFs of other people's. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseJson } from "../../../src/report/json.ts";
import { openProject, type Project } from "../../support/project.ts";

let project: Project;
beforeAll(async () => {
  project = await openProject();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

describe("imprimatur check", () => {
  it("never passes a PDF whose contrast nobody could judge", async () => {
    const pdf = path.resolve("tests/fixtures/pdf/article.pdf");
    const { code, stdout } = await project.run(["check", pdf, "--json"]);
    const report = parseJson(stdout);
    expect(code).not.toBe(0);
    expect(report.granted).toBe(false);
    expect(report.editions[0]?.judges.map(({ name, status }) => [name, status])).toContainEqual([
      "imprimatur-page-contrast",
      "skipped",
    ]);
  });
});
