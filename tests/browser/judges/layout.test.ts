/** The judge of layout on real pages: defects planted in the report's stylesheet, each told. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Finding } from "../../../src/judges/verdict/finding.ts";
import { parseJson } from "../../../src/report/json.ts";
import { openProject, type Project } from "../../support/project.ts";

const DEFECTS = `
.entity { font-size: 7pt; }
.speaker .role { margin-top: -24pt; }
.speaker h2 { width: 20mm; white-space: nowrap; }
.chart { padding-top: 240pt; }
`;

let project: Project;
let findings: readonly Finding[];

beforeAll(async () => {
  project = await openProject();
  const styles = await readFile("src/themes/voices/styles/report.css", "utf8");
  await project.write("styles/report.css", styles + DEFECTS);
  const { stdout } = await project.run(["build", "--edition", "report", "--json"]);
  findings = parseJson(stdout)
    .editions.flatMap(({ judges }) => judges)
    .filter(({ name }) => name === "imprimatur-layout")
    .flatMap((judge) => judge.findings);
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

it.for([
  ["small-text", "Orange Maroc"],
  ["overlap", "Nicola Jakeman"],
  ["line-overflow", "Nicola Jakeman"],
  ["empty-foot", "page 11"],
] as const)("tells %s", ([rule, place]) => {
  const told = findings.filter((finding) => finding.rule === rule);
  expect(told.map(({ where }) => where).join("\n")).toContain(place);
});

it("tells nothing else", () => {
  const rules = new Set(findings.map(({ rule }) => rule));
  expect([...rules].sort()).toEqual(["empty-foot", "line-overflow", "overlap", "small-text"]);
});
