/** What the end of a line breaks, by the letters around it: `|` is where the line ends. */
import { describe, expect, test } from "vitest";
import { whatIsBroken, type Division } from "../../../../src/judges/layout/division.ts";

function broken(marked: string, overrides: Partial<Division> = {}): string | undefined {
  const at = marked.indexOf("|");
  const text = marked.replace("|", "");
  const division = {
    run: "1",
    text,
    at,
    isHyphenated: false,
    isCode: false,
    widthPx: 50,
    roomPx: 20,
    ...overrides,
  };
  return whatIsBroken(division, 100);
}

test.each([
  "10,|000",
  "10|,000",
  "1|0,000",
  "10.|5",
  "10\u00A0|000",
  "10|\u202F000",
  "10\u2009|000",
  "1’|000",
  "12:|30",
  "−|5",
  "(−|5)",
  "+|33",
  "±|2",
  "+\u00A0|200",
  "50|%",
  "21|°C",
  "$|500",
  "500|€",
  "٣٬|٠٠٠",
  "१२|३",
  "2020|19",
  "2020年1|2月",
])("a number: %s", (text) => {
  expect(broken(text)).toBe("number");
});

test("a number with a printed hyphen in it is broken all the same", () => {
  expect(broken("10\u00AD|000", { isHyphenated: true })).toBe("number");
  expect(broken("10\u2010|000", { isHyphenated: true })).toBe("number");
});

test.each([
  "extra|ordinary",
  "l’|été",
  "l|’été",
  "Covid|19",
  "B2|B",
  "पृ|थ्वी",
  "שלו|ם",
  "الكت|اب",
  "20h|30",
  "We|b设计",
  "winter/spr|ing/summer",
  "and/o|r",
])("a word: %s", (text) => {
  expect(broken(text)).toBe("word");
});

describe("neither", () => {
  test.each([
    "twenty-|seven",
    "twenty\u2010|seven",
    "twenty\u2011|seven",
    "London–|Paris",
    "either/|or",
    "1998–|2004",
    "1998-|2004",
    "10/|12/2020",
    "12|\u2009kg",
    "word|.",
    "(|word",
    "word…|word",
    "word—|word",
    "salarié·|e·s",
    "中|国",
    "にほ|ん",
    "ト|ー",
    "한|국",
    "ภา|ษา",
    "ភា|សា",
    "Web|设计",
    "2020|年",
  ])("%s", (text) => {
    expect(broken(text)).toBeUndefined();
  });

  test.each([
    "https://example.org/aLo|ngWay",
    "(https://exam|ple.org)",
    "www.exa|mple.org",
    "some|body@example.org",
    "doi:10.1000/1|82",
    "10.1000/1|82",
    "orange.c|om",
    "exam|ple.org/path",
    "src/check/lay|out.ts",
    "C:\\Users\\some|body",
    "/usr/share/so|mewhere",
    "../some|where",
    "9f86d081884c|7d659a2feaa0",
  ])("an address or a key: %s", (text) => {
    expect(broken(text)).toBeUndefined();
  });

  test("a word that layout hyphenates, code, and what no page has room for", () => {
    expect(broken("extra\u00AD|ordinary", { isHyphenated: true })).toBeUndefined();
    expect(broken("getEle|ments", { isCode: true })).toBeUndefined();
    expect(broken("1234|5678", { isCode: true })).toBeUndefined();
    expect(broken("1234|5678", { widthPx: 101 })).toBeUndefined();
  });
});
