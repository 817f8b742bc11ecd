/**
 * A publication that has every construct of the dialect, most of them twice and some over a break of pages:
 * granted in all its editions, with the structure that PDF/UA asks for.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import {
  walkElements,
  type StructureElement,
  type StructureTree,
} from "../../../src/pdf/structure/structure-tree.ts";
import { parseJson } from "../../../src/report/json.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { openProject, type Project } from "../../support/project.ts";

let project: Project;
let report: Report;
let tree: StructureTree;
let elements: readonly StructureElement[];

beforeAll(async () => {
  project = await openProject("almanac");
  const { stdout, stderr } = await project.run(["build", "--json"]);
  if (stdout === "") throw new Error(stderr);
  report = parseJson(stdout);
  const pdf = await readFile(path.join(project.dir, "output/pdf/almanac.pdf"));
  tree = await readStructureTree(await openPdf(new Uint8Array(pdf)));
  elements = [...walkElements(tree.kids)];
}, 300_000);
afterAll(() => project[Symbol.asyncDispose]());

test("all editions are granted", () => {
  const findings = report.editions.flatMap(({ judges }) =>
    judges.flatMap(({ name, status }) => (status === "passed" ? [] : [`${name}: ${status}`])),
  );
  expect(findings).toEqual([]);
  expect(report.granted).toBe(true);
});

test("the PDF has the elements that PDF/UA has for each", () => {
  const roles = new Set(elements.map(({ role }) => role));
  for (const role of ["Note", "Caption", "Formula", "Reference", "Index", "TOC", "BlockQuote"]) {
    expect(roles, role).toContain(role);
  }
  expect(tree.problems).toEqual([]);
});

test("its structure is what it was", async () => {
  const shown = formatStructureTree(tree).replaceAll(/ bbox=\[[^\]]*\]/g, "");
  await expect(`${shown}\n`).toMatchFileSnapshot("almanac.tags.txt");
});
