import { expect, test } from "vitest";
import { htmlValidityJudge } from "../../../src/judges/html/html-validity.ts";
import { formatHtml } from "../../../src/report/html.tsx";
import { grantedReport, refusedReport } from "./planted-report.ts";

const { signal } = new AbortController();

test.each([
  ["granted", grantedReport],
  ["refused", refusedReport],
])("the page of a %s report is valid", async (file, report) => {
  const { findings } = await htmlValidityJudge.judge(
    [{ file, read: () => Promise.resolve(formatHtml(report)) }],
    signal,
  );
  expect(findings).toEqual([]);
});

test("it tells findings, reasons and the verdict, and escapes what it quotes", () => {
  const html = formatHtml(refusedReport);
  expect(html).toContain("Imprimatur refused: 1 finding in 1 edition, 1 judge did not run");
  expect(html).toContain("Did not run: no browser was found.");
  expect(html).toContain("Images must have &lt;alternative> text &amp; more.");
  expect(html).toContain("<dt>Source</dt><dd><code>content/010-boat.md:34</code></dd>");
  expect(html).toContain("<dt>Affects</dt><dd>people who are blind</dd>");
  expect(html).toContain(`<a href="https://example.org/image-alt">`);
  expect(html).not.toContain("<script");
});
