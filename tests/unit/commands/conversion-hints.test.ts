import { expect, test } from "vitest";
import type { JudgeReport } from "../../../src/judges/verdict/finding.ts";
import { withOptionHints } from "../../../src/commands/conversion-hints.ts";

function helpOf(
  rule: string,
  {
    list,
    judge = "imprimatur-source",
    where = "a.html: body",
  }: Partial<Record<string, string>> = {},
): string | undefined {
  const finding = {
    rule,
    impact: "serious" as const,
    wcag: [],
    where,
    message: "x",
    help: "hint: do",
  };
  const report: JudgeReport = { name: judge, version: "1", status: "failed", findings: [finding] };
  return withOptionHints([report], list)[0]?.findings[0]?.help;
}

test.each([
  ["document-title", {}, "hint: do, or give it one with --title TEXT"],
  ["document-language", {}, "hint: do, or name it with --lang TAG"],
  [
    "language-unknown",
    { where: 'a.html: html[lang="en_GB"]' },
    "hint: do, or name it with --lang TAG",
  ],
  ["language-unknown", { where: 'a.html: p[lang="en_GB"]' }, "hint: do"],
  ["heading-order", {}, "hint: do, or have the levels closed in the tags with --fix headings"],
  [
    "image-alt",
    {},
    "hint: do, or list it with --alts FILE, or choose it with --decorative SELECTOR if it is decoration",
  ],
  ["image-alt", { list: "a.yaml" }, "hint: do, or describe it in a.yaml"],
  ["link-name", {}, "hint: do"],
  ["image-alt", { judge: "axe-core" }, "hint: do"],
])("%s %j", (rule, more, help) => {
  expect(helpOf(rule, more)).toBe(help);
});
