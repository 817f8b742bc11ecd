/** Tables of accounts: which cells are numbers, how languages write them, and which rows are totals. */
import { describe, expect, test } from "vitest";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { createMarkdown } from "../../../../src/markdown/create-markdown.ts";
import { readText } from "../../../../src/publication/texts/read-text.ts";
import { showNumbers } from "../../../../src/web/text/show-numbers.tsx";
import { originalPicture } from "../../../../src/web/pictures/original-picture.tsx";
import { textElements } from "../../../../src/web/text/text-elements.ts";

type Edition = "screen" | "paper";

function show(source: string, lang = "en", seenOn: Edition = "paper"): string {
  const elements = textElements(createMarkdown().render(source), {
    picture: originalPicture,
    number: showNumbers(seenOn, lang),
  });
  return renderToString(h("div", {}, elements)).replaceAll("\n", "");
}

/** What stands in the second column of a table with these cells. */
function shown(cells: readonly string[], lang = "en", braces = ""): readonly string[] {
  const rows = cells.map((cell) => `| a | ${cell} |`).join("\n");
  const html = show(`| a | 2024 |\n| - | - |\n${rows}\n\n: {.financial ${braces}}`, lang);
  const body = html.slice(html.indexOf("<tbody>"));
  return [...body.matchAll(/<td style[^>]*>(.*?)<\/td>/gu)].map(([, inner]) =>
    (inner ?? "")
      .replace(/<data class="number negative"[^>]*>(.*?)<\/data>/gu, "($1)")
      .replace(/<\/?data[^>]*>/gu, ""),
  );
}

async function faultsOf(source: string): Promise<readonly string[]> {
  const { faults } = await readText(source, { file: "a.md", line: 1 }, "/nowhere");
  return faults.map(({ message }) => message);
}

const TABLE = "| a | b |\n| - | - |\n| Sum | -1234 |\n";

describe("numbers", () => {
  test.each([
    ["en", ["1,234.50", "(1,234,567.00)", "0.10"]],
    ["fr", ["1\u202F234,50", "(1\u202F234\u202F567,00)", "0,10"]],
    ["de", ["1.234,50", "−1.234.567,00", "0,10"]],
    ["de-CH", ["1’234.50", "−1’234’567.00", "0.10"]],
  ])("in %s", (lang, expected) => {
    expect(shown(["1234.5", "-1234567.00", "0.1"], lang)).toEqual(expected);
  });

  test("percent and money have a column's decimals by themselves", () => {
    expect(shown(["12.5 %", "8%", "EUR -1200"], "fr")).toEqual([
      "12,5\u202F%",
      "8,0\u202F%",
      "(EUR\u00A01\u202F200)",
    ]);
  });

  test("are never rounded, and zero has no sign", () => {
    expect(shown(["123456789012345678", "007", "-0"])).toEqual([
      "123,456,789,012,345,678",
      "7",
      "0",
    ]);
  });

  test("what is written otherwise stays", () => {
    const others = ["1 234", "1,234", "*5*", "(5)", "2024-05-01", "n/a", "1.2.3", "EUR 5 %"];
    expect(shown([...others, "1234"]).slice(0, 5)).toEqual([
      "1 234",
      "1,234",
      "<em>5</em>",
      "(5)",
      "2024-05-01",
    ]);
  });

  test("the head and the first column are never touched", () => {
    const html = show("| 1000 | 2024 |\n| - | - |\n| 2025 | 5 |\n\n: {.financial}");
    expect(html).toContain('<th scope="col" style="text-align:right">2024</th>');
    expect(html).toContain("<td>2025</td>");
  });

  test("an author says how negative ones are written", () => {
    expect(shown(["-5"], "fr", "negatives=minus")).toEqual(["−5"]);
    expect(shown(["-5"], "de", "negatives=brackets")).toEqual(["(5)"]);
  });

  test("a minus stands in the text of the web, beside the brackets of styles", () => {
    expect(show(`${TABLE}\n: {.financial}`, "en", "screen")).toContain(
      '<data class="number negative" value="-1234"><span class="minus">−</span>1,234</data>',
    );
  });

  test("other tables are as they were typed", () => {
    expect(show(`${TABLE}\n: By year`)).toContain("<td>-1234</td>");
  });
});

describe("rows", () => {
  test("are totals by their names, or where the name is bold", () => {
    expect(show(`${TABLE}\n: {.financial totals="Sum"}`)).toContain('<tr class="total"><td>Sum');
    expect(show(`${TABLE.replace("Sum", "**Sum**")}\n: {.financial}`)).toContain(
      '<tr class="total">',
    );
    expect(show(`${TABLE.replace("Sum", "**S**um")}\n: {.financial}`)).not.toContain("total");
  });

  test("are indented by spaces that do not break, which nobody hears", () => {
    const html = show(`${TABLE.replace("Sum", "\\ \\ \\ \\ Sum")}\n: {.financial}`);
    expect(html).toContain('<td class="indent-2">Sum</td>');
  });
});

test.each([
  [
    "a total that is none",
    '.financial totals="Sum; Other"',
    "no row is called “Other”, which is to be a total",
  ],
  ["another way", ".financial negatives=red", "“red” is no way to write negative numbers"],
  ["of another table", "negatives=minus", "“negatives” is said of a table that is not financial"],
])("%s is a fault", async (_, braces, message) => {
  expect(await faultsOf(`${TABLE}\n: {${braces}}`)).toEqual([message]);
});
