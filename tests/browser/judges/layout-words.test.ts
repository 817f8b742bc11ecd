/**
 * Words and numbers that a line's end divides, on pages that the project lays out: those that nobody
 * may divide, which are found, and those that may be, which are not.
 */
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../../src/judges/verdict/finding.ts";
import { lines, withLaidOutPages } from "./laid-out-pages.ts";

const judge = withLaidOutPages();

const broken = ({ rule }: Finding): boolean => rule.startsWith("broken-");
const box = (width: number, content: string, style = "overflow-wrap: anywhere"): string =>
  `<div style="width: ${width}mm; ${style}">${content}</div>`;

describe("what is broken", () => {
  const cases: readonly (readonly [string, rule: string, parts: string, body: string])[] = [
    [
      "a number in a narrow cell",
      "broken-number",
      "“10,” + “00” + “0”",
      `<table style="table-layout: fixed; width: 12mm"><tr><td style="overflow-wrap: anywhere; padding: 0">10,000</td><td></td></tr></table>`,
    ],
    [
      "a number at its thousands separator, a no-break space",
      "broken-number",
      "“12” + “345”",
      box(6, "12\u00A0345"),
    ],
    ["a number at a narrow no-break space", "broken-number", "“23” + “456”", box(6, "23\u202F456")],
    ["a number before its decimals", "broken-number", "“34” + “,5” + “6”", box(4.5, "34,56")],
    ["a number without a separator", "broken-number", "“4567” + “8901”", box(8, "45678901")],
    ["a number and its sign", "broken-number", "“−” + “8”", box(2, "−8")],
    ["a number and what it is counted in", "broken-number", "“6789” + “%”", box(8, "6789%")],
    [
      "a number with a hyphen in it",
      "broken-number",
      "“7890” + “1234”",
      box(10, "7890\u00AD1234", "hyphens: manual"),
    ],
    [
      "a word, where words may break anywhere",
      "broken-word",
      "“extraord” + “inary”",
      box(15, "extraordinary"),
    ],
    [
      "a word at the end of a line that has no room",
      "broken-word",
      "“chara” + “cters”",
      box(20, "many characters", "word-break: break-all"),
    ],
    [
      "a word in several elements",
      "broken-word",
      "“halfhea” + “rted”",
      box(14, "<b>half</b><i>hearted</i>"),
    ],
  ];
  const overPages = [
    `<div style="height: ${23 * 15}pt"></div>`,
    box(8, "98765432", "overflow-wrap: anywhere; orphans: 1; widows: 1"),
  ].join("");

  let findings: readonly Finding[];
  beforeAll(async () => {
    const body = cases.map(([, , , html]) => html).join("");
    findings = (await judge(`${body}<div style="break-before: page"></div>${overPages}`)).findings;
  });

  it.for(cases)("%s", ([, rule, parts]) => {
    const found = findings.find(({ message }) => message.includes(parts));
    expect(found?.rule).toBe(rule);
  });

  it("a number over two pages", () => {
    const found = findings.find(({ message }) => message.includes("“9876” + “5432”"));
    expect(found).toMatchObject({ rule: "broken-number", impact: "serious", wcag: [] });
    expect(found?.where).toMatch(/^page \d+ · div “9876”$/);
    expect(found?.help).toContain("white-space: nowrap");
  });

  it("is reported once for each number or word, and nothing else is", () => {
    expect(findings.filter(broken)).toHaveLength(cases.length + 1);
  });
});

describe("what may be divided", () => {
  const cases: Readonly<Record<string, string>> = {
    "a word at a soft hyphen": box(15, "extra\u00ADordinary", "hyphens: manual"),
    "a word where its author lets it break": box(
      15,
      "extra<wbr>ordinary, sea\u200Bside\u200Bresort",
    ),
    "a word at its hyphen": box(15, "twenty-seven-eighty"),
    "at a dash": box(15, "London–Paris–Rome"),
    "an address": box(15, "https://example.org/a-long-way/to/aPageThatNobodyReads?id=1234567"),
    "an address of mail": box(15, "somebody.somewhere@example.org"),
    code: box(
      15,
      "<code>getElementsByTagName</code><pre>x = 12345678901</pre>",
      "overflow-wrap: anywhere; white-space: pre-wrap",
    ),
    "a number and its unit": box(9, "1500 kilos, 2500\u00A0km, 10 000"),
    "a range": box(9, "1998–2004, 1998-2004"),
    "a sum, and a dash": box(6.5, "12\u00A0+\u00A013, 14\u00A0-\u00A015, of\u00A0-\u00A016"),
    "what is wider than the page": box(85, "o".repeat(90)),
    "a raised note": box(
      20,
      `worthy<sup style="position: relative; top: -9pt; font-size: 9pt">12</sup>`,
    ),
    "a large first letter": box(30, `<p class="initial">${"Words that go on. ".repeat(4)}</p>`),
    "letters one below the other": box(
      15,
      `<span style="display: inline-block">a</span><span style="display: inline-block; width: 15mm">b</span>a<br>b`,
    ),
    "a word in the columns of a block": box(80, "words ".repeat(40), "columns: 3"),
    "a word in a table that goes over pages": `<table>${`<tr><td>One</td><td>1,234</td></tr>`.repeat(40)}</table>`,
    "a text that goes over pages": `<p>${"Some words of a text. ".repeat(90)}</p>`,
  };

  it("is no finding", async () => {
    const body = Object.values(cases).join("");
    const { findings, status } = await judge(
      `${body}${lines(3)}`,
      ".initial::first-letter { float: left; font-size: 40pt; line-height: 1 }",
    );
    expect(status).not.toBe("skipped");
    expect(findings.filter(broken)).toEqual([]);
  });
});
