/**
 * Findings name the author's file and line: defects are planted in a text, and the judges of the web
 * edition, of the PDF and of the brochure meet them in what was made of it.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../../../src/build/publish.ts";
import { DEFAULT_TIME_LIMITS } from "../../../src/judges/verdict/time-limit.ts";
import type { Finding, Report } from "../../../src/judges/verdict/finding.ts";
import { silentLog } from "../../../src/log.ts";

const BOAT = "content/010-boat.md";
const FILES: Readonly<Record<string, string>> = {
  "styles/planted.css": `.text em, .lead em { color: #bbb } .text strong { font-size: 4pt }`,
  "content/publication.yaml": `theme: report
title: Our year
lead: What *a library* did.
language: en
publisher: Harbour Library
slug: our-year
editions:
  - { id: web, kind: web, stylesheet: [styles/web.css, styles/planted.css] }
  - { id: report, kind: pdf, stylesheet: [styles/report.css, styles/planted.css], format: A5 }
  - { id: brochure, kind: press, stylesheet: [styles/brochure.css, styles/planted.css], format: A5 }
`,
  [BOAT]: `---
title: The boat
---

We lent books from a boat, and from it to
all *who came to see it* on the quay.

Its size was **printed too small**.

It is moored elsewhere.

|       | Books |
| ----- | ----- |
| March | 400   |
| April | 500   |
`,
};
const LEAD = { file: "content/publication.yaml", line: 3 };
const at = (line: number) => ({ file: BOAT, line });

let dir: string;
let report: Report | undefined;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-positions-"));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  await mkdir(".cache", { recursive: true });
  await symlink(path.resolve(".cache"), path.join(dir, ".cache"));
  report = await publish({
    ...{ projectDir: dir, editions: undefined, judged: true, everyJudgeMustRun: false },
    ...{ limits: DEFAULT_TIME_LIMITS, date: new Date(0), version: "test", log: silentLog },
    signal: new AbortController().signal,
  });
}, 300_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

function findings(edition: string, judge: string, rule: RegExp): readonly Finding[] {
  return (report?.editions ?? [])
    .filter((each) => each.edition === edition)
    .flatMap(({ judges }) => judges.filter(({ name }) => name === judge))
    .flatMap((each) => each.findings)
    .filter((finding) => rule.test(finding.rule));
}

describe("a finding names the line that its element was written on", () => {
  it.each([
    ["web", "axe-core", /^color-contrast$/, [LEAD, at(6)]],
    ["web", "axe-core", /^empty-table-header$/, [at(12)]],
    ["web", "pa11y", /G18|^color-contrast$/, [LEAD, at(6)]],
    ["report", "imprimatur-page-contrast", /^color-contrast$/, [LEAD, at(6)]],
    ["report", "imprimatur-layout", /^small-text$/, [at(8)]],
    ["report", "imprimatur-pdf-structure", /^pdf-empty-header$/, [at(12)]],
    ["brochure", "imprimatur-page-contrast", /^color-contrast$/, [LEAD, at(6)]],
  ] as const)("%s, %s, %s", (edition, judge, rule, expected) => {
    // What differs between modes is found in each of them.
    const found = findings(edition, judge, rule).map(({ source }) => JSON.stringify(source));
    expect([...new Set(found)]).toEqual(expected.map((source) => JSON.stringify(source)));
  });
});

it("and none names a line that is not its own", () => {
  for (const { judges } of report?.editions ?? []) {
    for (const { where, source } of judges.flatMap((judge) => judge.findings)) {
      if (/contents|colophon|imprint/u.test(where)) expect(source, where).toBeUndefined();
    }
  }
});

it("is in the report, and nowhere in what is published", async () => {
  const output = path.join(dir, "output");
  const json = await readFile(path.join(output, "reports/report.json"), "utf8");
  expect(json).toContain('"file": "content/010-boat.md"');
  const names = await readdir(output, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && !entry.parentPath.endsWith("reports"));
  expect(files.length).toBeGreaterThan(5);
  for (const { parentPath, name } of files) {
    const bytes = await readFile(path.join(parentPath, name));
    expect(bytes.includes("010-boat"), name).toBe(false);
    expect(bytes.includes("imprimatur-text"), name).toBe(false);
    expect(bytes.includes("data-source"), name).toBe(false);
  }
});
