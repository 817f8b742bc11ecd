import { describe, expect, test } from "vitest";
import { decodeStylesheet, stylesheetEncoding } from "../../../src/document/stylesheet-encoding.ts";
import { decodeText } from "../../../src/document/text-encoding.ts";
import { PublicationError } from "../../../src/errors.ts";

function decode(bytes: Uint8Array, encoding: string): string {
  return decodeText({ bytes, encoding, file: "note.html", hint: "save it as UTF-8" });
}

function errorOf(bytes: Uint8Array, encoding: string): PublicationError {
  try {
    decode(bytes, encoding);
  } catch (error) {
    if (error instanceof PublicationError) return error;
  }
  throw new Error("it was decoded");
}

test.each([
  ["windows-1252", Buffer.from([0x80, 0x92, 0xe9]), "€’é"],
  ["utf-8", Buffer.from("\uFEFFété", "utf8"), "été"],
  ["utf-16le", Buffer.from("\uFEFFété", "utf16le"), "été"],
  ["utf-16be", Buffer.from("\uFEFFété", "utf16le").swap16(), "été"],
  ["shift_jis", Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]), "テスト"],
])("%s", (encoding, bytes, text) => {
  expect(decode(bytes, encoding)).toBe(text);
});

describe("what cannot be decoded has a place", () => {
  test.each([
    ["Latin-1 as UTF-8", Buffer.from("<p>\r\nun été\r\n", "latin1"), "utf-8", 2, 4, 9, "E9"],
    [
      "behind letters of several bytes",
      Buffer.from("é€𝄞\u00E9x", "utf8").fill(0xe9, 9, 10),
      "utf-8",
      1,
      4,
      10,
      "E9",
    ],
    ["at the end", Buffer.from([0x61, 0xe2, 0x82]), "utf-8", 1, 2, 2, "E2"],
    ["at the start", Buffer.from([0xff, 0x61]), "utf-8", 1, 1, 1, "FF"],
    ["half a pair of UTF-16", Buffer.from("a\uD834b", "utf16le"), "utf-16le", 1, 2, 3, "34"],
    ["half a letter of UTF-16", Buffer.from([0x61, 0, 0x62]), "utf-16le", 1, 2, 3, "62"],
    ["what Windows-1253 lacks", Buffer.from([0x61, 0x0a, 0xd2]), "windows-1253", 2, 1, 3, "D2"],
  ])("%s", (_, bytes, encoding, line, column, byte, hexadecimal) => {
    const error = errorOf(bytes, encoding);
    expect(error.message).toBe(
      `note.html is not text in ${encoding}: line ${line}, column ${column} (byte ${byte}, ${hexadecimal} in hexadecimal)`,
    );
    expect(error).toMatchObject({
      code: "text-undecodable",
      place: { file: "note.html", line },
      hint: "save it as UTF-8",
    });
  });
});

describe("style sheets", () => {
  test.each([
    ['@charset "iso-8859-1"; p {}', "windows-1252"],
    ['@charset "utf-16"; p {}', "utf-8"],
    ['@charset  "koi8-r"; p {}', "utf-8"],
    ["@charset 'koi8-r'; p {}", "utf-8"],
    ['@charset "nothing"; p {}', "utf-8"],
    ['\u00EF\u00BB\u00BF@charset "koi8-r"; p {}', "utf-8"],
    ["p {}", "utf-8"],
  ])("%s", (text, encoding) => {
    expect(stylesheetEncoding(Buffer.from(text, "latin1"))).toBe(encoding);
  });

  test("an error says what a style sheet can do", () => {
    const bytes = Buffer.from('p::before { content: "é" }', "latin1");
    expect(() => decodeStylesheet(bytes, "a.css")).toThrow("a.css is not text in utf-8: line 1");
  });
});
