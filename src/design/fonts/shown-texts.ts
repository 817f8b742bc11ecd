/**
 * Whether an edition has glyphs for a text that nobody has to show: a name, say, that can be said in
 * other words. Input: the styles, and the edition's sheet. Output: what tells it of any text. For texts
 * that must be shown, `font-faults.ts` has a fault.
 */
import type { StyleFolder } from "../styles/style-folder.ts";
import { readShippedFont } from "./shipped-fonts.ts";
import { readStylesheetFonts } from "./stylesheet-fonts.ts";
import { uncoveredCharacters } from "./uncovered-characters.ts";

/** @throws PublicationError `stylesheet` where it is no CSS, `font` where a font cannot be read. */
export async function openShownTexts(
  styles: StyleFolder,
  stylesheet: string,
): Promise<(text: string) => boolean> {
  const { faces } = await readStylesheetFonts(styles, stylesheet);
  const files = [...new Set(faces.flatMap((face) => face.files))];
  const fonts = await Promise.all(files.map(readShippedFont));
  const ofText = fonts.filter(({ isForFormulas }) => !isForFormulas);
  return (text) =>
    uncoveredCharacters(
      [text],
      ofText.map(({ characters }) => characters),
    ).length === 0;
}
