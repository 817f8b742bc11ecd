/**
 * Opens the fonts that a project ships. Input: font files, or a project's styles. Output:
 * what they say of themselves (see `font-file.ts`).
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { PublicationError } from "../../errors.ts";
import { listStyles, type StyleFolder } from "../styles/style-folder.ts";
import { readStylesheetFonts } from "./stylesheet-fonts.ts";
import { readFontFile, type FontFile } from "./font-file.ts";

export interface ShippedFont extends FontFile {
  readonly bytes: Buffer;
}

/** @throws PublicationError `font` where the file is not there or is no whole font. */
export async function readShippedFont(file: string): Promise<ShippedFont> {
  try {
    const bytes = await readFile(file);
    return { ...readFontFile(bytes), bytes };
  } catch (cause) {
    throw new PublicationError("font", `${path.basename(file)} cannot be read as a font`, {
      place: { file },
      hint: "put a TrueType or OpenType font (.ttf, .otf) there, or remove its @font-face",
      cause,
    });
  }
}

/**
 * Names of the families that a stylesheet sets text in, each once: none for formulas, and one whose letters
 * are all as wide as each other, which is for code, only where there are no others.
 * @throws PublicationError `stylesheet` where it is no CSS, `font` where a font cannot be read.
 */
export async function textFamilies(styles: StyleFolder, name: string): Promise<readonly string[]> {
  const { faces } = await readStylesheetFonts(styles, name);
  const opened = await Promise.all(
    faces.map(async ({ family, files }) => ({
      family,
      fonts: await Promise.all(files.map(readShippedFont)),
    })),
  );
  const ofText = opened.filter(({ fonts }) => !fonts.some(({ isForFormulas }) => isForFormulas));
  const ofWords = ofText.filter(({ fonts }) => !fonts.some(({ isMonospaced }) => isMonospaced));
  const named = ofWords.length > 0 ? ofWords : ofText;
  return [...new Set(named.map(({ family }) => family))];
}

/** PostScript names of all fonts in the styles, by which PDFs call them. */
export async function shippedFontNames(styles: StyleFolder): Promise<ReadonlySet<string>> {
  const files = await listStyles(styles, /\.(?:ttf|otf)$/iu);
  const fonts = await Promise.all(files.map(readShippedFont));
  return new Set(fonts.flatMap(({ postScriptName }) => postScriptName ?? []));
}
