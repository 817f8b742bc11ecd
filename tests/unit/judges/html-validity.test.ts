import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { htmlValidityJudge } from "../../../src/judges/html/html-validity.ts";

const { signal } = new AbortController();

async function judgeFixture(name: string) {
  const html = await readFile(`tests/fixtures/html/${name}.html`, "utf8");
  return (
    await htmlValidityJudge.judge(
      [{ file: `${name}.html`, read: () => Promise.resolve(html) }],
      signal,
    )
  ).findings;
}

test("a valid page has no finding", async () => {
  expect(await judgeFixture("clean")).toEqual([]);
});

test("double ids and misplaced elements are named with their line", async () => {
  const findings = await judgeFixture("invalid");
  expect(findings.map(({ rule, where }) => `${rule} ${where.split(" ")[0] ?? ""}`)).toEqual([
    "no-dup-id invalid.html:10:12",
    "element-permitted-content invalid.html:11:24",
  ]);
});

test("the element that is meant is counted as browsers count", async () => {
  const html =
    '<!doctype html><html lang="en"><title>A</title><h1>A</h1><table><tr><td id="a">b</table><p id="a">c</html>';
  const text = { file: "a.html", read: () => Promise.resolve(html) };
  const { findings } = await htmlValidityJudge.judge([text], signal);
  const repeated = findings.find(({ rule }) => rule === "no-dup-id");
  // html, head, title, body, h1, table, tbody (which nobody wrote), tr, td, p
  expect(repeated?.element).toEqual({ kind: "page-element", file: "a.html", nth: 9, name: "p" });
});

test("of many pages one is held at a time", async () => {
  let held = 0;
  const texts = Array.from({ length: 3 }, (_, n) => ({
    file: `${n}.html`,
    read: () => {
      held += 1;
      return Promise.resolve(`<!doctype html><html lang="en"><title>${n}</title></html>`);
    },
  }));
  const judging = htmlValidityJudge.judge(texts, signal);
  await Promise.resolve();
  expect(held).toBe(1);
  await judging;
  expect(held).toBe(3);
});

test("a page without a document type is not valid", async () => {
  const html = "<html lang=en><title>A</title><h1>A</h1></html>";
  const text = { file: "a.html", read: () => Promise.resolve(html) };
  const { findings } = await htmlValidityJudge.judge([text], signal);
  expect(findings.map(({ rule }) => rule)).toContain("missing-doctype");
});
