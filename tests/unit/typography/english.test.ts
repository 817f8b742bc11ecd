import { describe, expect, test } from "vitest";
import { typeset } from "../../../src/web/typography/typeset.ts";
import { show, withSpaces } from "./show.ts";

function set(text: string, lang = "en"): string {
  const input = withSpaces(text);
  return show(typeset([{ text: input, lang, literal: false }], lang)[0]?.text ?? "");
}

/** As typed, as set. `~` is U+00A0, `^` is U+202F. Equal columns: nothing may change. */
const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "double quotes": [
    ['He said "yes".', "He said “yes”."],
    ['("yes")', "(“yes”)"],
    ['"One," he said, "two."', "“One,” he said, “two.”"],
    ['a 15" screen', 'a 15" screen'],
    ['"open', '"open'],
  ],
  "single quotes": [
    ["He said 'yes'.", "He said ‘yes’."],
    ["\"She said 'no'\"", "“She said ‘no’”"],
  ],
  apostrophe: [
    ["don't, it's O'Neil's", "don’t, it’s O’Neil’s"],
    ["the teams' work", "the teams’ work"],
    ["the '90s and '68", "the ’90s and ’68"],
    ["'tis rock 'n' roll", "’tis rock ’n’ roll"],
    ["6'2 tall", "6'2 tall"],
  ],
  ellipsis: [
    ["and so on...", "and so on…"],
    ["contents .... 5", "contents .... 5"],
  ],
  punctuation: [
    ["Really ? Yes !", "Really? Yes!"],
    ["one , two", "one, two"],
    ["Really^? Note~: it", "Really? Note: it"],
    ["the .NET and :) marks", "the .NET and :) marks"],
  ],
  ranges: [
    ["in 2019-2020", "in 2019–2020"],
    ["in 2019-20.", "in 2019–20."],
    ["pp. 12-15", "pp.~12–15"],
    ["on 2019-12-01", "on 2019-12-01"],
    ["in 2019-12", "in 2019-12"],
    ["call 2019-2010", "call 2019-2010"],
    ["call 555-2019", "call 555-2019"],
    ["Covid-19", "Covid-19"],
    ["ISO 3166-1", "ISO 3166-1"],
    ["10-15", "10-15"],
  ],
  units: [
    ["100 Gbps", "100~Gbps"],
    ["10 km", "10~km"],
    ["8 million people", "8~million people"],
    ["5 GB at 9 a.m.", "5~GB at 9~a.m."],
    ["No. 4", "No.~4"],
    ["160 countries", "160 countries"],
    ["No. It", "No. It"],
    ["5 in 10", "5 in 10"],
  ],
  titles: [
    ["Mr Smith, Dr. Jones", "Mr~Smith, Dr.~Jones"],
    ["drive. Smith", "drive. Smith"],
  ],
  spaces: [["two  spaces", "two spaces"]],
  addresses: [
    ["https://example.org/it's?a=2019-2020", "https://example.org/it's?a=2019-2020"],
    ["it's https://example.org .", "it’s https://example.org."],
  ],
};

describe.each(Object.entries(cases))("English: %s", (_, pairs) => {
  test.each(pairs)("%s", (typed, expected) => {
    expect(set(typed)).toBe(expected);
  });

  test.each(pairs)("%s, set twice", (typed) => {
    expect(set(set(typed))).toBe(set(typed));
  });
});

test("en-GB follows en", () => {
  expect(set('"It\'s"', "en-GB")).toBe("“It’s”");
});
