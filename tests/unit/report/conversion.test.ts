import { describe, expect, test } from "vitest";
import type { Finding, JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { formatConversion, formatNotices, formatProblems } from "../../../src/report/conversion.ts";
import type { UsedFont } from "../../../src/fonts/font-origins.ts";

const finding: Finding = {
  rule: "image-alt",
  impact: "serious",
  wcag: ["1.1.1"],
  where: "note.html: img",
  message: "image has no alternative text",
  help: "hint: give it one",
};
const passed: JudgeReport = { name: "a", version: "1", status: "passed", findings: [] };
const failed: JudgeReport = { name: "b", version: "1", status: "failed", findings: [finding] };
const skipped: JudgeReport = { ...passed, name: "c", status: "skipped", reason: "no browser" };
const both = ["PDF/UA-1", "PDF/A-2a"];

function say(
  standards: readonly string[],
  judges: readonly JudgeReport[],
  fonts: readonly UsedFont[] = [],
): string {
  const report = { edition: "pdf", file: "note.pdf", judges };
  return formatConversion({
    file: "note.pdf",
    pageCount: 2,
    standards,
    repairs: [],
    report,
    fonts,
  });
}

describe("the last line", () => {
  test.each([
    [both, [passed], "PDF/UA-1 and PDF/A-2a"],
    [both, [passed, failed], "PDF/UA-1 and PDF/A-2a; 1 finding"],
    [[], [failed, failed], "no standard is claimed: 2 findings"],
    [[], [skipped], "no standard is claimed: 1 judge did not run"],
    [[], [failed, skipped, skipped], "no standard is claimed: 1 finding, 2 judges did not run"],
  ])("%j of %o", (standards, judges, words) => {
    expect(say(standards, judges)).toBe(`note.pdf: 2 pages, ${words}\n`);
  });
});

test("fonts are named by family, those of the packages first, and whose they are", () => {
  const fonts: readonly UsedFont[] = [
    { name: "DejaVuSansMono-Bold", from: "shipped" },
    { name: "Lato-Bold", from: "document" },
    { name: "P052-Roman", from: "installed" },
    { name: "Tinos-Bold", from: "shipped" },
    { name: "Tinos-Regular", from: "shipped" },
    { name: "e\u001Bvil", from: "document" },
  ];
  expect(say(both, [passed], fonts).split("\n")[0]).toBe(
    "fonts: DejaVuSansMono, Tinos; of the document: Lato, e vil; installed: P052",
  );
});

test("problems are findings and judges that did not run", () => {
  expect(formatProblems({ judges: [passed, failed, skipped] })).toBe(
    "image has no alternative text\n  at note.html: img\n  hint: give it one\nc did not run: no browser\n",
  );
  expect(formatProblems({ judges: [passed] })).toBe("");
});

test("notes are lines of their own, with some of their places", () => {
  const places = Array.from({ length: 22 }, (_, index) => `h${index}\u001B[2J`);
  const said = formatNotices([
    { about: "title", message: "no\ntitle", places: [] },
    { about: "headings", message: "changed", places },
  ]);
  const lines = said.split("\n");
  expect(lines.slice(0, 3)).toEqual(["note: no title", "note: changed", "  h0 [2J"]);
  expect(lines.slice(-3)).toEqual(["  h19 [2J", "  and 2 more", ""]);
  expect(formatNotices([])).toBe("");
});

test("what a document says cannot steer the terminal", () => {
  const message = "lost “\u001B[2Jwords\nof\u202E it”";
  const said = formatProblems({ judges: [{ ...failed, findings: [{ ...finding, message }] }] });
  expect(said.split("\n")[0]).toBe("lost “ [2Jwords of it”");
});
