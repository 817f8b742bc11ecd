import { describe, expect, test } from "vitest";
import { htmlEncoding, xmlEncoding } from "../../../src/document/html-encoding.ts";

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "latin1");
const htmlOf = (text: string): string => htmlEncoding(bytesOf(text)).encoding;

describe("of HTML", () => {
  test.each([
    ["nothing", "<!doctype html><title>A</title>", "utf-8"],
    ["a meta", '<!doctype html><meta charset="iso-8859-1">', "windows-1252"],
    ["a meta without quotation marks", "<meta charset=windows-1251>", "windows-1251"],
    ["a meta in capitals", "<META CHARSET='Shift_JIS'>", "shift_jis"],
    ["a meta with a slash", "<meta/charset=koi8-r />", "koi8-r"],
    ["spaces", "<meta charset = 'latin2' >", "iso-8859-2"],
    [
      "http-equiv",
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">',
      "iso-8859-15",
    ],
    [
      "http-equiv behind its content",
      `<meta content='text/html;charset="gb2312"' http-equiv=content-type>`,
      "gbk",
    ],
    ["content of another meta", '<meta name="x" content="charset=koi8-r">', "utf-8"],
    ["both, which charset decides", '<meta charset="big5" content="charset=koi8-r">', "big5"],
    ["an unknown name, and then a known one", "<meta charset=x><meta charset=koi8-u>", "koi8-u"],
    ["the first of two", "<meta charset=koi8-u><meta charset=big5>", "koi8-u"],
    ["the first of two attributes", "<meta charset=koi8-u charset=big5>", "koi8-u"],
    ["a comment", "<!-- <meta charset=big5> --><meta charset=koi8-u>", "koi8-u"],
    ["the shortest comment", "<!--><meta charset=koi8-u>-->", "koi8-u"],
    ["a comment without end", "<!-- <meta charset=koi8-u>", "utf-8"],
    [
      "an attribute of another element",
      '<p title="<meta charset=big5>"><meta charset=koi8-u>',
      "koi8-u",
    ],
    ["an end tag", "</p a='<meta charset=big5>'><meta charset=koi8-u>", "koi8-u"],
    ["a name that begins so", "<metal charset=big5>", "utf-8"],
    ["UTF-16, which it is not", '<meta charset="utf-16">', "utf-8"],
    ["x-user-defined", '<meta charset="x-user-defined">', "windows-1252"],
    ["a meta too far down", `<!--${" ".repeat(1024)}--><meta charset=big5>`, "utf-8"],
    ["a value that the searched part cuts", `<meta charset="${"x".repeat(1024)}`, "utf-8"],
    ["an XML declaration", '<?xml version="1.0" encoding="ISO-8859-1"?><html>', "windows-1252"],
    ["one beside a meta", "<?xml version='1.0' encoding='big5'?><meta charset=koi8-u>", "big5"],
    ["a mark", '\u00EF\u00BB\u00BF<meta charset="big5">', "utf-8"],
    ["a mark of UTF-16, little end first", "\u00FF\u00FE<\0m\0", "utf-16le"],
    ["a mark of UTF-16, big end first", "\u00FE\u00FF\0<\0m", "utf-16be"],
    ["a declaration in UTF-16", "<\0?\0x\0m\0l\0", "utf-16le"],
  ])("%s", (_, text, encoding) => {
    expect(htmlOf(text)).toBe(encoding);
  });

  test("says whether the encoding is declared or assumed", () => {
    expect(htmlEncoding(bytesOf("<p>")).isDeclared).toBe(false);
    expect(htmlEncoding(bytesOf("<meta charset=utf-8>")).isDeclared).toBe(true);
  });
});

describe("of XML", () => {
  const xmlOf = (text: string): string => xmlEncoding(bytesOf(text)).encoding;

  test("a declaration", () => {
    expect(xmlOf('<?xml version="1.0" encoding="latin1"?><html>\u00E9</html>')).toBe(
      "windows-1252",
    );
  });

  test("a meta does not count in what is UTF-8, as in browsers", () => {
    expect(xmlOf('<html><meta charset="latin1"/>\u00C3\u00A9</html>')).toBe("utf-8");
  });

  test("a meta counts in what is not", () => {
    expect(xmlOf('<html><meta charset="latin1"/>\u00E9</html>')).toBe("windows-1252");
    expect(xmlOf("<html>\u00E9</html>")).toBe("utf-8");
  });
});
