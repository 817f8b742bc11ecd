/** Captions, ids, headers and joined cells of tables, and what is wrong in them. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../../src/markdown/create-markdown.ts";
import { readText } from "../../../../src/publication/texts/read-text.ts";

const PLAIN = "| a | b |\n| - | - |\n| 1 | 2 |\n";

/** Without the ends of lines, which no test here is about. */
function render(source: string): string {
  return createMarkdown().render(source).replaceAll("\n", "");
}

function startOf(source: string): string {
  return render(source).split("<thead>")[0] ?? "";
}

async function faultsOf(source: string): Promise<readonly (readonly [number, string])[]> {
  const { faults } = await readText(source, { file: "a.md", line: 1 }, "/nowhere");
  return faults.map(({ line, message }) => [line ?? 0, message]);
}

describe("captions", () => {
  test.each([
    ["after an empty line", `${PLAIN}\n: By *year*`, "<table><caption>By <em>year</em></caption>"],
    ["right below", `${PLAIN}: By year`, "<table><caption>By year</caption>"],
    ["before", `: By year\n\n${PLAIN}`, "<table><caption>By year</caption>"],
    ["right above", `: By year\n${PLAIN}`, "<table><caption>By year</caption>"],
    ["of two lines", `${PLAIN}\n: By\nyear {#t}`, '<table id="t"><caption>Byyear</caption>'],
    ["named", `${PLAIN}\nTable: By year`, "<table><caption>By year</caption>"],
    ["named, right below", `${PLAIN}table: By year`, "<table><caption>By year</caption>"],
    [
      "named, before",
      `Table: By year {#t}\n\n${PLAIN}`,
      '<table id="t"><caption>By year</caption>',
    ],
    ["after a text", `Words.\n\n: By year\n\n${PLAIN}`, "<p>Words.</p><table><caption>By year"],
    [
      "numbered",
      `${PLAIN}\n: By year {#tbl-m}`,
      '<table id="tbl-m" data-numbered="table"><caption>By year</caption>',
    ],
    [
      "with a language at its end",
      `${PLAIN}\n: By [Jahr]{lang=de}`,
      '<table><caption>By <span lang="de">Jahr</span></caption>',
    ],
    [
      "in a quotation",
      "> | a |\n> | - |\n> | 1 |\n>\n> : By year",
      "<blockquote><table><caption>By year</caption>",
    ],
    ["with a brace that is meant", `${PLAIN}\n: A \\{set`, "<table><caption>A {set</caption>"],
  ])("%s", async (_, source, expected) => {
    expect(startOf(source)).toContain(expected);
    expect(await faultsOf(source)).toEqual([]);
  });

  test("between two tables it is that of the first, and the next is that of the second", () => {
    const html = render(`${PLAIN}\n: One\n\n${PLAIN}\n: Two`);
    expect(html.match(/<table><caption>(?:One|Two)/g)).toEqual([
      "<table><caption>One",
      "<table><caption>Two",
    ]);
  });

  test("before two tables each has its own", () => {
    const html = render(`: One\n\n${PLAIN}\n: Two\n\n${PLAIN}`);
    expect(html.match(/<table><caption>(?:One|Two)/g)).toHaveLength(2);
  });

  test("definitions stay definitions, beside tables and with tables in them", async () => {
    const source = `Term\n: What it is.\n\n${PLAIN}\nOther\n\n: What it is.\n\n  | a |\n  | - |\n  | 1 |\n: More.`;
    expect(render(source).match(/<dd>/g)).toHaveLength(3);
    expect(render(source)).not.toContain("<caption>");
    expect(await faultsOf(source)).toEqual([]);
  });

  test("a second one, and one without a table, are faults and are not lost", async () => {
    const source = `${PLAIN}\n: One\n\n: Two *words* {#x}`;
    expect(await faultsOf(source)).toEqual([
      [7, "a paragraph that begins with a colon belongs to no table, and to no term"],
    ]);
    expect(render(source)).toContain("<p>: Two *words* {#x}</p>");
  });
});

test.each([
  ["Table: a word like others.", "<p>Table: a word like others.</p>"],
  [`Table: a word.\n\nMore words.\n\n${PLAIN}`, "<p>Table: a word.</p><p>More words.</p><table>"],
  [`${PLAIN}\nWords.\n\nTable: a word.`, "<p>Words.</p><p>Table: a word.</p>"],
])("“Table:” is a word where no table is beside it: %j", (source, html) => {
  expect(render(source)).toContain(html);
});

describe("attributes", () => {
  test.each([
    [": A {.broad}", "“.broad” says nothing of a table"],
    [": A {.wide .wide}", "“wide” is given twice for one table"],
    [": A {wide=1}", "“wide” says nothing of a table"],
    [": A {width=3}", "“width” says nothing of a table"],
    [": A {tbl-x}", "“tbl-x” says nothing of a table"],
    [": A {#x #y}", "an id is given twice for one table"],
    [": A {.row-headers .row-headers}", "“row-headers” is given twice for one table"],
    [": A {#x", "the attributes of this table are not closed"],
    [": {#tbl-x}", "a table with a number has no caption"],
    [": A {head-rows=2}", "“2” is not a number of head rows that this table can have"],
    [": A {head-rows=no}", "“no” is not a number of head rows that this table can have"],
    [": A {row-headers=2}", "“2” is not a number of row headers that this table can have"],
  ])("%s", async (caption, message) => {
    const source = `${PLAIN}\n${caption}`;
    expect(await faultsOf(source)).toEqual([[5, message]]);
    expect(startOf(source)).toContain(caption.slice(2));
  });

  test.each(["head-rows=2", "row-headers=1 head-rows=2"])(
    "headers of several levels, %s, need an id",
    async (fields) => {
      expect(await faultsOf(`${PLAIN}| 3 | 4 |\n\n: A {${fields}}`)).toEqual([
        [6, "a table with headers of several levels has no id"],
      ]);
    },
  );

  test("a table without a caption takes them too, and an id that is not numbered", () => {
    expect(startOf(`${PLAIN}\n: {#members}`)).toBe('<table id="members">');
  });

  test("a wide one says so, beside what else it is", () => {
    expect(startOf(`${PLAIN}\n: {.wide}`)).toBe('<table class="wide">');
    expect(startOf(`${PLAIN}\n: {.financial .wide}`)).toBe('<table class="wide financial">');
  });

  test("the heading right above a wide one goes to its page, and no other", () => {
    const wide = `${PLAIN}\n: {.wide}`;
    expect(startOf(`# One\n\n## Two\n\n${wide}`)).toContain(
      '<h1>One</h1><h2 class="wide">Two</h2>',
    );
    expect(startOf(`# One\n\nWords.\n\n${wide}`)).toContain("<h1>One<");
    expect(startOf(`# One\n\n${PLAIN}`)).toContain("<h1>One<");
  });
});

describe("headers", () => {
  test("of rows, below an empty corner that heads nothing", () => {
    expect(render("| | b |\n| - | - |\n| 1 | 2 |\n\n: {.row-headers}")).toBe(
      '<table><thead><tr><td></td><th scope="col">b</th></tr></thead>' +
        '<tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table>',
    );
  });

  test("of rows, in two columns", () => {
    const html = render(
      "| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |\n| ^ | 4 | 5 |\n| 6 | 7 | 8 |\n\n: {#t row-headers=2}",
    );
    expect(html.split("</thead>")[1]).toBe(
      '<tbody><tr><th scope="rowgroup" rowspan="2" id="t-head-4">1</th><th scope="row" id="t-head-5">2</th><td headers="t-head-3 t-head-4 t-head-5">3</td></tr>' +
        '<tr><th scope="row" id="t-head-6">4</th><td headers="t-head-3 t-head-4 t-head-6">5</td></tr></tbody>' +
        '<tbody><tr><th scope="row" id="t-head-7">6</th><th scope="row" id="t-head-8">7</th><td headers="t-head-3 t-head-7 t-head-8">8</td></tr></tbody></table>',
    );
  });

  test("of rows that a cell of data reaches across are in one body", () => {
    const html = render(
      "| a | b |\n| - | - |\n| 1 | 2 |\n| ^ | 3 |\n| 4 | ^ |\n\n: {.row-headers}",
    );
    expect(html.match(/<tbody>/g)).toHaveLength(1);
    expect(html).toContain('<th scope="row" rowspan="2">1</th>');
  });

  test("in two rows, with a group of columns", () => {
    expect(
      render("| a | b | < |\n| - | - | - |\n| ^ | c | d |\n| 1 | < | 3 |\n\n: {#t head-rows=2}"),
    ).toBe(
      '<table id="t"><colgroup></colgroup><colgroup span="2"></colgroup><thead>' +
        '<tr><th scope="col" rowspan="2" id="t-head-1">a</th><th scope="colgroup" colspan="2" id="t-head-2">b</th></tr>' +
        '<tr><th scope="col" id="t-head-3">c</th><th scope="col" id="t-head-4">d</th></tr></thead>' +
        '<tbody><tr><td colspan="2" headers="t-head-1 t-head-2 t-head-3">1</td><td headers="t-head-2 t-head-4">3</td></tr></tbody></table>',
    );
  });
});

describe("joined cells", () => {
  test("of two rows and two columns", async () => {
    const source = "| a | b | c |\n| - | - | - |\n| 1 | < | 2 |\n| ^ | < | 3 |\n| 4 | 5 | 6 |";
    expect(render(source)).toContain(
      '<tr><td colspan="2" rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr>',
    );
    expect(await faultsOf(source)).toEqual([]);
  });

  test("signs that are meant are no joins", async () => {
    const source = "| a | b |\n| - | - |\n| `<` | \\^ |\n| \\< | a < b |";
    expect(render(source)).toContain("<td><code>&lt;</code></td><td>^</td>");
    expect(render(source)).toContain("<td>&lt;</td><td>a &lt; b</td>");
    expect(await faultsOf(source)).toEqual([]);
  });

  test.each([
    ["| < | 2 |", 3, "there is no cell at the left of `<` to join it to"],
    ["| 1 | ^ |", 3, "there is no cell above `^` to join it to"],
    ["| 1 | 2 |\n| ^ | < |\n| 5 | 6 |", 4, "the cells that are joined here are no rectangle"],
    ["| 1 | < |\n| ^ | 4 |", 4, "the cells that are joined here are no rectangle"],
    ["| 1 | 2 |\n| ^ | ^ |", 4, "all cells of this row are joined to those above"],
    ["| 1 | 2 | 3 |", 3, "this row has 3 cells, and the table has 2 columns"],
  ])("%s", async (rows, line, message) => {
    expect(await faultsOf(`| a | b |\n| - | - |\n${rows}`)).toEqual([[line, message]]);
  });

  test("a column in which no cell begins", async () => {
    expect(await faultsOf("| a | < |\n| - | - |\n| 1 | < |")).toEqual([
      [1, "all cells of a column are joined to those at their left"],
    ]);
  });

  test("`^` in the first row of the head", async () => {
    expect(await faultsOf("| a | ^ |\n| - | - |\n| 1 | 2 |")).toEqual([
      [1, "there is no cell above `^` to join it to"],
    ]);
  });

  test("rows in a quotation and with an escaped sign have the cells that they have", async () => {
    expect(await faultsOf("> | a | b |\n> | - | - |\n> | 1 \\| 2 | 3 |")).toEqual([]);
  });
});

test("a plain table is as it was", () => {
  expect(render(PLAIN)).toBe(
    "<table><thead><tr><th>a</th><th>b</th></tr></thead>" +
      "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
  );
});
