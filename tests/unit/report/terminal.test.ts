import { expect, test } from "vitest";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { formatReport } from "../../../src/report/terminal.ts";
import { grantedReport, refusedReport } from "./planted-report.ts";

test("a refused report names every finding, every judge that did not run, and the verdict last", () => {
  expect(formatReport(refusedReport, { color: false, reportFile: "reports/report.html" })).toBe(
    `web  output/web/index.html
  axe-core 4.14.1  passed
  pa11y 10.0.0     failed: 1 finding
    critical · image-alt · WCAG 1.1.1
      at content/010-boat.md:34
      in main > img (all modes)
      Images must have <alternative> text & more.
      affects: people who are blind
      help: https://example.org/image-alt
    to review · serious · color-contrast · WCAG 1.4.3
      at main > p “Words…” (print)
      The contrast of this text could not be measured.
      affects: people with low vision, people who are colour-blind

pdf  output/pdf/chapter.pdf
  axe-core 4.14.1  did not run: no browser was found

Imprimatur refused: 1 finding in 1 edition, 1 judge did not run. Read reports/report.html`,
  );
});

test("a granted report ends in the verdict", () => {
  const lines = formatReport(grantedReport, { color: false }).split("\n");
  expect(lines.at(-1)).toBe("Imprimatur granted");
});

test("a report of nothing says so", () => {
  const text = formatReport({ granted: false, editions: [] }, { color: false });
  expect(text).toContain("Imprimatur refused: nothing was judged");
});

test("colours appear only when asked for", () => {
  expect(formatReport(refusedReport, { color: false })).not.toContain("\u001B");
  expect(formatReport(refusedReport, { color: true })).toContain("\u001B[31m");
});

test("lines are wrapped at the width that is given", () => {
  const lines = formatReport(refusedReport, { color: false, width: 40 }).split("\n");
  expect(lines).toContain("      Images must have <alternative>");
  expect(lines).toContain("      text & more.");
});

test("content cannot steer the terminal", () => {
  const hostile: Report = {
    granted: false,
    editions: [{ edition: "web\u001B[2J", file: "a\r\nb\u202Ec", judges: [] }],
  };
  const text = formatReport(hostile, { color: false });
  expect(text.split("\n")[0]).toBe("web [2J  a bc");
});
