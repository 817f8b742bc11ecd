/** Tables that are wider than where they stand, on pages that the project lays out. */
import { describe, expect, it } from "vitest";
import { lines, told, withLaidOutPages } from "./laid-out-pages.ts";

const judge = withLaidOutPages();

const months = ["January", "February", "March", "April", "May", "June", "July", "August"];
const cells = (name: "th" | "td"): string =>
  months.map((month) => `<${name}>${month}</${name}>`).join("");
const table = `<table><tr>${cells("th")}</tr>${`<tr>${cells("td")}</tr>`.repeat(3)}</table>`;

describe("a table that is wider than its room", () => {
  it("is told once, with how much", async () => {
    const { findings } = await judge(`${lines(2)}${table}`);
    expect(findings).toEqual([
      {
        rule: "wide-table",
        impact: "serious",
        wcag: [],
        where: "page 1 · table “January February March April May June…”",
        message: expect.stringMatching(/^This table goes \d+ pt beyond the right edge/) as string,
        help: expect.stringContaining("landscape") as string,
      },
    ]);
  });

  it.for<[name: string, body: string]>([
    ["it has no words where it is too wide", "<table class=broad><td>One<td></table>"],
    ["a box cuts that off", "<div class=cut><table class=broad><td>One<td></table></div>"],
    ["it goes over pages", table.replace("</table>", `${`<tr>${cells("td")}</tr>`.repeat(30)}$&`)],
  ])("where %s", async ([, body]) => {
    const found = told(await judge(body, ".cut { overflow: hidden } .broad { width: 120mm }"));
    expect(new Set(found)).toEqual(new Set(["wide-table"]));
  });
});

describe("what is no finding", () => {
  const fits = "table { width: 100%; table-layout: fixed } td, th { font-size: 9pt }";
  it.for<[name: string, body: string, css: string]>([
    ["a table as wide as its page", "<table><tr><td>One<td>Two</table>", fits],
    ["a table in a cell of another", "<table><tr><td><table><tr><td>In</table><td>Out</table>", ""],
    [
      "a table on a page of its own, turned",
      `<div class="turned">${table}</div>`,
      "@page wide { size: A5 landscape; margin: 10mm } .turned { page: wide }",
    ],
    [
      "a table that is turned itself",
      `<div class="turned">${table}</div>`,
      ".turned { height: 110mm } .turned table { transform: rotate(90deg) translate(0, -100%); transform-origin: 0 0; width: 100mm }",
    ],
    [
      "a table that its style puts into the margins",
      "<table class=out><tr><td>One<td>Two</table>",
      ".out { margin: 0 -5mm; width: 95mm }",
    ],
  ])("%s", async ([, body, css]) => {
    const report = await judge(body, css);
    expect(report.status).not.toBe("skipped");
    expect(told(report)).toEqual([]);
  });
});
