/**
 * The font families that come with the npm packages: which there are, what they stand for, and in
 * which folders they lie. Input: the packages as they are installed; output: readonly values. It opens
 * no font. Why these: docs/decisions/fonts-from-npm.md.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { PublicationError } from "../errors.ts";
import { cjkPackages } from "./cjk-packages.ts";

const SERIF = "Tinos";
export const SANS = "Arimo";
const MONO = "DejaVu Sans Mono";
const MATHS = "STIX Two Math";
const EMOJI = "Noto Emoji";

/** What the browser takes for a generic family of CSS, by the browser's names for them. */
export interface FamilyNames {
  /** Text whose styles name no family, or none that is there. */
  readonly standard: string;
  readonly serif: string;
  readonly sansSerif: string;
  readonly fixed: string;
  readonly cursive: string;
  readonly fantasy: string;
  readonly math: string;
}

export interface GenericFamilies {
  readonly fontFamilies: FamilyNames;
  /**
   * For text whose language is written in a script (ISO 15924). Otherwise the browser finds the letters
   * in the last resorts, of which it takes the regular font, and blackens it where bold is wanted.
   */
  readonly forScripts: readonly {
    readonly script: string;
    readonly fontFamilies: Partial<FamilyNames>;
  }[];
}

/** CSS lets `cursive` and `fantasy` be any font where there is none of the kind (CSS Fonts 4, 2.1.3). */
const latinFamilies: FamilyNames = {
  standard: SERIF,
  serif: SERIF,
  sansSerif: SANS,
  fixed: MONO,
  cursive: SERIF,
  fantasy: SANS,
  math: MATHS,
};

/**
 * Names in style sheets, and the shipped family that stands for them where nothing of that name is
 * installed: the generic families, and fonts that are as wide as ours, letter for letter. No others: a
 * name that is not there has to lead to the next one in the list, as its author expects.
 */
export const standIns: ReadonlyMap<string, string> = new Map([
  ["serif", SERIF],
  ["ui-serif", SERIF],
  ["sans-serif", SANS],
  ["sans", SANS],
  ["system-ui", SANS],
  ["ui-sans-serif", SANS],
  ["monospace", MONO],
  ["ui-monospace", MONO],
  ["math", MATHS],
  ["emoji", EMOJI],
  ["Arial", SANS],
  ["Helvetica", SANS],
  ["Liberation Sans", SANS],
  ["Times New Roman", SERIF],
  ["Times", SERIF],
  ["Liberation Serif", SERIF],
  ["Courier New", "Cousine"],
  ["Courier", "Cousine"],
  ["Liberation Mono", "Cousine"],
  ["Menlo", MONO],
  ["Bitstream Vera Sans Mono", MONO],
  ["Bitstream Vera Sans", "DejaVu Sans"],
  ["Bitstream Vera Serif", "DejaVu Serif"],
]);

interface FontPackage {
  readonly name: string;
  /** Of the package's folder, where its fonts are; the whole of it where undefined. */
  readonly folder?: string;
  readonly families: readonly string[];
}

/** Those that hold the letters of a script come first: a letter that several have is theirs. */
const packages: readonly FontPackage[] = [
  { name: "@expo-google-fonts/arimo", families: [SANS] },
  { name: "@expo-google-fonts/tinos", families: [SERIF] },
  { name: "@expo-google-fonts/cousine", families: ["Cousine"] },
  { name: "@expo-google-fonts/noto-naskh-arabic", families: ["Noto Naskh Arabic"] },
  { name: "@expo-google-fonts/noto-sans-devanagari", families: ["Noto Sans Devanagari"] },
  { name: "@expo-google-fonts/noto-sans-thai", families: ["Noto Sans Thai"] },
  { name: "dejavu-fonts-ttf", folder: "ttf", families: ["DejaVu Sans"] },
  { name: "@expo-google-fonts/noto-sans-symbols", families: ["Noto Sans Symbols"] },
  { name: "@expo-google-fonts/noto-sans-symbols-2", families: ["Noto Sans Symbols 2"] },
  { name: "@expo-google-fonts/stix-two-math", families: [MATHS] },
  { name: "@expo-google-fonts/noto-emoji", families: [EMOJI] },
];

/** A script whose letters none of the families above has. `serif` stays one where there is no other. */
interface ScriptFamily {
  readonly script: string;
  readonly family: string;
  readonly isSerif?: true;
}

const scriptFamilies: readonly ScriptFamily[] = [
  { script: "Arab", family: "Noto Naskh Arabic", isSerif: true },
  { script: "Deva", family: "Noto Sans Devanagari" },
  { script: "Thai", family: "Noto Sans Thai" },
  ...cjkPackages,
];

/** What each generic family is, by script. */
export function genericFamilies({ families }: ShippedFamilies): GenericFamilies {
  const there = scriptFamilies.filter(({ family }) => families.includes(family));
  return {
    fontFamilies: latinFamilies,
    forScripts: there.map(({ script, family, isSerif }) => ({
      script,
      fontFamilies: {
        standard: family,
        sansSerif: family,
        ...(isSerif === true && { serif: family }),
      },
    })),
  };
}

/** Of the packages as well, but no last resort before all others: they have few letters of their own. */
const furtherFamilies = [MONO, "DejaVu Serif"];

export interface ShippedFamilies {
  readonly folders: readonly string[];
  /** In the order in which the browser asks them for a letter that the named families lack. */
  readonly families: readonly string[];
}

/**
 * Those that come with the program, and those that are optional and were installed beside it.
 * @param folderOf where a package is; undefined where it is not there.
 * @throws PublicationError `fonts-missing` where a package that belongs to it is not there.
 */
export function shippedFamilies(
  folderOf: (packageName: string) => string | undefined = packageFolder,
): ShippedFamilies {
  const own = packages.map(({ name, folder = "", families }) => {
    const dir = folderOf(name);
    if (dir === undefined) {
      throw new PublicationError("fonts-missing", `the fonts of the package ${name} are missing`, {
        hint: "install the packages again: npm ci",
      });
    }
    return { folder: path.join(dir, folder), families };
  });
  const optional = cjkPackages.flatMap(({ name, family }) => {
    const dir = folderOf(name);
    return dir === undefined ? [] : [{ folder: dir, families: [family] }];
  });
  const all = [...own, ...optional];
  return {
    folders: all.map(({ folder }) => folder),
    families: [...all.flatMap(({ families }) => families), ...furtherFamilies],
  };
}

/** Undefined where it is not installed. */
export function packageFolder(name: string): string | undefined {
  try {
    return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
