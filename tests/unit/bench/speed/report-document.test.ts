import { parse } from "parse5";
import { expect, test } from "vitest";
import { reportDocument } from "../../../../bench/speed/report-document.tsx";

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

test("has as many sections as asked for, each with a table, a list and an entry in the contents", () => {
  const html = reportDocument(7);
  expect(count(html, /<h2 id="section-\d+">/gu)).toBe(7);
  expect(count(html, /href="#section-\d+"/gu)).toBe(7);
  expect(count(html, /<table>/gu)).toBe(7);
  expect(count(html, /<ul>/gu)).toBe(7);
  expect(() =>
    parse(html, {
      onParseError: ({ code }) => {
        throw new Error(code);
      },
    }),
  ).not.toThrow();
  expect(reportDocument(7)).toBe(html);
});
