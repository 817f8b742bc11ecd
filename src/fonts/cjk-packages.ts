/**
 * The optional packages with the letters of Chinese, Japanese and Korean: too large to come with the
 * program (50 to 90 MB each). Input: letters that no font has, and the language they are of; output:
 * the package that has them. Whether one is there `shipped-families.ts` knows.
 */

interface CjkPackage {
  readonly name: string;
  readonly family: string;
  /** ISO 15924. */
  readonly script: string;
}

const SIMPLIFIED = {
  name: "@expo-google-fonts/noto-sans-sc",
  family: "Noto Sans SC",
  script: "Hans",
};
const TRADITIONAL = {
  name: "@expo-google-fonts/noto-sans-tc",
  family: "Noto Sans TC",
  script: "Hant",
};
const JAPANESE = {
  name: "@expo-google-fonts/noto-sans-jp",
  family: "Noto Sans JP",
  script: "Jpan",
};
const KOREAN = { name: "@expo-google-fonts/noto-sans-kr", family: "Noto Sans KR", script: "Kore" };

export const cjkPackages: readonly CjkPackage[] = [SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN];

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\u30FC]/u;
const HANGUL = /\p{Script=Hangul}/u;
/** Bopomofo as well, and what is common to these scripts alone: their punctuation and wide forms. */
const HAN = /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/**
 * The package that has these letters; undefined where none of them is Chinese, Japanese or Korean.
 * @param language of the text or the document, as BCP 47 has it: Chinese characters are drawn
 * differently in each.
 */
export function cjkPackageFor(
  letters: readonly string[],
  language: string | undefined,
): string | undefined {
  const text = letters.join("");
  if (KANA.test(text)) return JAPANESE.name;
  if (HANGUL.test(text)) return KOREAN.name;
  return HAN.test(text) ? ofLanguage(language ?? "").name : undefined;
}

function ofLanguage(language: string): CjkPackage {
  if (/^ja\b/iu.test(language)) return JAPANESE;
  if (/^ko\b/iu.test(language)) return KOREAN;
  return /^zh\b.*-(?:hant|tw|hk|mo)\b/iu.test(language) ? TRADITIONAL : SIMPLIFIED;
}
