import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { readFontFile } from "../../../../src/design/fonts/font-file.ts";
import {
  nameCharacter,
  uncoveredCharacters,
  type Coverage,
} from "../../../../src/design/fonts/uncovered-characters.ts";

let fonts: Coverage;
beforeAll(async () => {
  const font = readFontFile(await readFile("src/design/house/fonts/stix-two-text-regular.ttf"));
  fonts = [font.characters];
});

describe("uncoveredCharacters", () => {
  it.each([
    ["letters, spaces and line breaks", "Été\n\t«\u00A0œuvre\u202F!»"],
    ["an accent that composes", "e\u0301"],
    ["what is never painted", "co\u00ADopé\u200B\u2060ration\uFEFF\u200D"],
    ["a no-break hyphen", "peut\u2011être"],
  ])("needs no more for %s", (_name, text) => {
    expect(uncoveredCharacters([text], fonts)).toEqual([]);
  });

  it.each([
    ["a symbol", "Il neige ☃ ici", "☃", "“☃” (U+2603)"],
    ["an emoji of several", "👩‍💻", "👩‍💻", "“👩‍💻” (U+1F469 U+200D U+1F4BB)"],
    ["a coloured form of a letter", "©\uFE0F", "©\uFE0F", "“©\uFE0F” (U+00A9 U+FE0F)"],
    ["a private character", "\uE999", "\uE999", "U+E999"],
    ["a control character", "\u0007", "\u0007", "U+0007"],
    ["an unassigned one", "\u0378", "\u0378", "U+0378"],
    ["an accent that nothing composes", "x\u0F39", "x\u0F39", "“x\u0F39” (U+0078 U+0F39)"],
  ])("finds %s", (_name, text, segment, name) => {
    expect(uncoveredCharacters([text, text], fonts)).toEqual([segment]);
    expect(nameCharacter(segment)).toBe(name);
  });

  it("asks one font for the whole of a letter and its accents", () => {
    const [letter, accent] = [new Set([0x78]), new Set([0x0f39])];
    expect(uncoveredCharacters(["x\u0F39"], [letter, accent])).toEqual(["x\u0F39"]);
  });
});

describe("readFontFile", () => {
  it("reads names, measures and characters beyond the first plane", async () => {
    const font = readFontFile(await readFile("src/design/house/fonts/inter-extrabold.ttf"));
    expect(font.postScriptName).toBe("Inter-ExtraBold");
    expect(font).toMatchObject({ unitsPerEm: 2048, ascender: 1984, descender: -494, lineGap: 0 });
    expect(font.advanceOf(0x61)).toBe(1205);
    expect(font.advanceOf(0x2603)).toBeUndefined();
    expect([...font.characters].some((code) => code > 0xffff)).toBe(true);
  });

  it("refuses what is no font, and one that is cut short", async () => {
    const bytes = await readFile("src/design/house/fonts/inter-regular.ttf");
    expect(() => readFontFile(bytes.subarray(0, 200))).toThrow(RangeError);
    expect(() => readFontFile(Buffer.from("body { color: red }"))).toThrow(RangeError);
  });
});
