/** Tables whose rows stand in a file: their HTML, and what is wrong in how a text names them. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../../src/markdown/create-markdown.ts";
import { ReadTableFiles, type TableRows } from "../../../../src/markdown/tables/table-files.ts";
import { readText, tableFilesNamedIn } from "../../../../src/publication/texts/read-text.ts";
import { fieldTextFaults } from "../../../../src/publication/faults/field-text-faults.ts";

const ROWS: TableRows = [
  ["Port", "Ships"],
  ["*Quay* | [a](b) <b>&amp; `x` $y$ -- ^", "12"],
  ["two\nlines", ""],
  ["<", "1 200.5"],
];

const FILES = new ReadTableFiles([[{ path: "tables/a.csv", separator: undefined }, ROWS]]);

function render(source: string): string {
  return createMarkdown({ tableFiles: FILES }).render(source).replaceAll("\n", "");
}

async function faultsOf(source: string): Promise<readonly (readonly [number, string])[]> {
  const { faults } = await readText(source, { file: "a.md", line: 10 }, "/nowhere", {
    tableFiles: FILES,
  });
  return faults.map(({ line, message }) => [line ?? 0, message]);
}

describe("tables of files", () => {
  test("have a caption of Markdown, and cells of text", () => {
    const source = 'Before\n::: {.table csv="tables/a.csv" #tbl-a}\nBy *port*\n:::\nAfter';
    expect(render(source)).toBe(
      [
        '<p>Before</p><table id="tbl-a" data-numbered="table"><caption>By <em>port</em></caption>',
        '<thead><tr><th scope="col">Port</th><th style="text-align:right" scope="col">Ships</th></tr></thead><tbody>',
        "<tr><td>*Quay* | [a](b) &lt;b&gt;&amp;amp; `x` $y$ -- ^</td>",
        '<td style="text-align:right">12</td></tr>',
        '<tr><td>two<br>lines</td><td style="text-align:right"></td></tr>',
        '<tr><td>&lt;</td><td style="text-align:right">1 200.5</td></tr>',
        "</tbody></table><p>After</p>",
      ].join(""),
    );
  });

  test("have what is said of tables in Markdown", () => {
    const html = render('::: {.table csv="tables/a.csv" .row-headers #t head-rows=2}\n:::');
    expect(html).toContain('<th scope="row" id="t-head-5">two<br>lines</th>');
    expect(html.split("<tbody>")[0]?.match(/<tr>/gu)).toHaveLength(2);
    expect(html).not.toContain("<caption>");
  });

  test("stand in other blocks", () => {
    expect(render('> ::: {.table csv="tables/a.csv"}\n> By port\n> :::\n')).toContain(
      "<blockquote><table><caption>By port</caption>",
    );
  });

  test("are known to who reads the files", () => {
    const source = 'One\n\n::: {.table csv="b.csv" separator=tab}\n:::\n';
    const named = tableFilesNamedIn(source, { file: "a.md", line: 10 });
    expect(named).toEqual([{ path: "b.csv", separator: "tab", line: 12 }]);
  });

  test.each([
    ["no file", "\n::: {.table}\nBy port\n:::", [[11, "this table names no file"]]],
    ["not ended", '::: {.table csv="tables/a.csv"}\nBy port', [[10, "this table is not ended"]]],
    [
      "a separator of its own",
      '::: {.table csv="tables/a.csv" separator="|"}\n:::',
      [[10, "“|” is not a separator"]],
    ],
    [
      "twice the same",
      '::: {.table csv="tables/a.csv" csv="b.csv"}\n:::',
      [[10, "“csv” is given twice for one table"]],
    ],
    [
      "paragraphs",
      '::: {.table csv="tables/a.csv"}\nBy\n\nport\n:::',
      [[10, "the caption of this table is more than one paragraph"]],
    ],
    [
      "an unknown class",
      '::: {.table csv="tables/a.csv" .large}\nBy port\n:::',
      [[11, "“.large” says nothing of a table"]],
    ],
    [
      "more head rows than rows",
      '::: {.table csv="tables/a.csv" #t head-rows=4}\nBy port\n:::',
      [[11, "“4” is not a number of head rows that this table can have"]],
    ],
  ])("%s is a fault", async (_, source, faults) => {
    expect(await faultsOf(source)).toEqual(faults);
  });

  test("stand in no field", async () => {
    const source = '::: {.table csv="tables/a.csv"}\n:::';
    const faults = await fieldTextFaults(
      source,
      "blocks",
      { file: "a.yaml", line: 1, field: "f" },
      "/nowhere",
    );
    expect(faults.map(({ message }) => message)).toEqual(["there is a table from a file here"]);
  });
});
