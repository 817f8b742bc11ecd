import { describe, expect, test } from "vitest";
import { cjkPackageFor } from "../../../src/fonts/cjk-packages.ts";

describe("the package that has a letter", () => {
  test.each([
    ["漢", "", "noto-sans-sc"],
    ["漢", "en", "noto-sans-sc"],
    ["漢", "zh-CN", "noto-sans-sc"],
    ["漢", "zh-Hant-HK", "noto-sans-tc"],
    ["漢", "zh-TW", "noto-sans-tc"],
    ["漢", "ja", "noto-sans-jp"],
    ["漢", "ko-KR", "noto-sans-kr"],
    ["か", "zh", "noto-sans-jp"],
    ["ー", "", "noto-sans-jp"],
    ["한", "zh", "noto-sans-kr"],
    ["。", "ja", "noto-sans-jp"],
    ["ㄅ", "zh-TW", "noto-sans-tc"],
    ["𠮷", "ja", "noto-sans-jp"],
  ])("%s in “%s” is %s", (letter, language, name) => {
    expect(cjkPackageFor(["a", letter], language)).toBe(`@expo-google-fonts/${name}`);
  });

  test.each(["a", "ж", "ع", "𐵀", "😀", "\u0378"])("is none for %s", (letter) => {
    expect(cjkPackageFor([letter], "ja")).toBeUndefined();
  });
});
