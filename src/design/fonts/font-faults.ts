/**
 * Refuses characters that no shipped font has a glyph for, before anything is laid out: a reader
 * would meet a font of the system or an empty box. Input: the pages of every edition as rendered,
 * their stylesheets and the content folder. Output: a fault for each place in the content where such
 * a character was typed, or for the stylesheet that writes it. It opens no browser.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { nameIn, type ProjectFolders } from "../../project/folders.ts";
import { compareFaults, type Fault } from "../../publication/faults/fault.ts";
import { placeName } from "../styles/bundle-styles.ts";
import type { StyleFolder } from "../styles/style-folder.ts";
import { linesWith } from "./character-places.ts";
import { formulaTexts, paintedTexts } from "./painted-text.ts";
import { readShippedFont } from "./shipped-fonts.ts";
import { readStylesheetFonts, type StylesheetFonts } from "./stylesheet-fonts.ts";
import { nameCharacter, uncoveredCharacters, type Coverage } from "./uncovered-characters.ts";

export interface SetEdition {
  /** Name of its sheet in the styles. */
  readonly stylesheet: string;
  /** The edition's pages after typography. */
  readonly pages: readonly string[];
}

/** A missing character and where it comes from. */
interface Missing {
  readonly character: string;
  /** The edition's stylesheet, as messages name it. */
  readonly file: string;
  readonly families: string;
  /** The rule that writes it; absent for text of pages. */
  readonly rule?: { readonly file: string; readonly line?: number };
}

/**
 * Faults of all editions at once; a fault that editions share is reported once.
 * @throws PublicationError where a font or a stylesheet cannot be read.
 */
export async function fontFaults(
  { folders, styles }: { readonly folders: ProjectFolders; readonly styles: StyleFolder },
  editions: readonly SetEdition[],
): Promise<readonly Fault[]> {
  const opened = await Promise.all(
    editions.map(async (edition) => ({
      edition,
      fonts: await readStylesheetFonts(styles, edition.stylesheet),
      file: await placeName(styles, edition.stylesheet),
    })),
  );
  const withFonts = opened.filter(({ fonts: { faces } }) => faces.length > 0);
  const missing = (await Promise.all(withFonts.map(missingCharacters))).flat();
  const ofStylesheets = opened.filter((each) => !withFonts.includes(each)).map(noFontFault);
  const content = await readContent(folders.contentDir);
  const nameOf = (file: string): string => nameIn(folders, file);
  const ofCharacters = missing.flatMap(
    ({ character, file: sheet, families, rule }): readonly Fault[] => {
      const wording = {
        message: `no shipped font has a glyph for ${nameCharacter(character)}`,
        expected: `a character that a font of the styles has: ${families}`,
      };
      const byAuthors = { ...wording, hint: hintFor(character) };
      if (rule !== undefined) return [{ ...byAuthors, ...rule }];
      const typed = content.flatMap(({ file, text }) =>
        linesWith(text, character).map((line) => ({ ...byAuthors, file: nameOf(file), line })),
      );
      if (typed.length > 0) return typed;
      return [
        {
          ...wording,
          file: sheet,
          hint: "nobody typed it: typography or an interface word needs it; add a font that has it to styles/fonts.css",
        },
      ];
    },
  );
  const once = new Map(
    [...ofStylesheets, ...ofCharacters].map((fault) => [
      `${fault.file}:${fault.line} ${fault.message}`,
      fault,
    ]),
  );
  return [...once.values()].sort(compareFaults);
}

function hintFor(character: string): string {
  return character.includes("\uFE0F")
    ? "it asks for a coloured emoji: write a word or another character, or remove the U+FE0F after it"
    : "write another character, or add a font that has it to styles/fonts.css and to the families of styles/tokens.css";
}

interface OpenedEdition {
  readonly edition: SetEdition;
  readonly fonts: StylesheetFonts;
  /** The stylesheet as messages name it. */
  readonly file: string;
}

function noFontFault({ file }: OpenedEdition): Fault {
  return {
    file,
    message: "the stylesheet ships no font: readers would see one of their systems",
    expected: "an @font-face rule for each family, or an import of fonts.css",
    hint: 'begin the stylesheet with `@import url("fonts.css");`',
  };
}

async function missingCharacters({
  edition,
  fonts,
  file,
}: OpenedEdition): Promise<readonly Missing[]> {
  const coverage = await readCoverage(fonts);
  const families =
    [...new Set(fonts.faces.map(({ family }) => family))].join(", ") || "there is none";
  const ofText = uncoveredCharacters(edition.pages.flatMap(paintedTexts), coverage.ofText);
  const ofFormulas = uncoveredCharacters(edition.pages.flatMap(formulaTexts), coverage.ofFormulas);
  return [
    ...[...ofText, ...ofFormulas].map((character) => ({ character, file, families })),
    ...fonts.strings.flatMap(({ text, place: rule }) =>
      uncoveredCharacters([text], coverage.ofText).map((character) => ({
        character,
        file,
        families,
        rule,
      })),
    ),
  ];
}

/** A font for formulas sets no text; where there is none, formulas have the fonts of the text. */
async function readCoverage({
  faces,
}: StylesheetFonts): Promise<{ readonly ofText: Coverage; readonly ofFormulas: Coverage }> {
  const files = [...new Set(faces.flatMap((face) => face.files))];
  const fonts = await Promise.all(files.map(readShippedFont));
  const [forFormulas, forText] = [true, false].map((isForFormulas) =>
    fonts.filter((font) => font.isForFormulas === isForFormulas).map((font) => font.characters),
  );
  const ofText = forText ?? [];
  return { ofText, ofFormulas: forFormulas?.[0] === undefined ? ofText : forFormulas };
}

interface ContentText {
  readonly file: string;
  readonly text: string;
}

async function readContent(contentDir: string): Promise<readonly ContentText[]> {
  const names = (await readdir(contentDir, { recursive: true })).sort();
  return Promise.all(
    names
      .filter((name) => /\.(?:md|ya?ml)$/u.test(name))
      .map(async (name) => {
        const file = path.join(contentDir, name);
        return { file, text: await readFile(file, "utf8") };
      }),
  );
}
