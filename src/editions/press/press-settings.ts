/**
 * What an edition's press options are made of: the inks of the design, the output profile, marks and
 * the font of the slug line. Input: a publication and one of its press editions; output: options for
 * `openPressStage`. It converts nothing.
 */
import { readFile } from "node:fs/promises";
import { PublicationError } from "../../errors.ts";
import type { Project } from "../../project/project.ts";
import { readStylesheetFonts } from "../../design/fonts/stylesheet-fonts.ts";
import type { Design } from "../../design/design.ts";
import type { PressToken } from "../../press/colour/colour-converter.ts";
import { outputProfileOf } from "../../press/colour/project-profile.ts";
import type { PressOptions } from "../../press/make-press-ready.ts";
import type { MarkChoice } from "../../press/marks/marks.ts";
import { describeDocument } from "../../web/document-description.ts";
import { sheetOf } from "../edition-sheet.ts";
import type { PressEdition } from "./options.ts";

/** @throws PublicationError `press-profile`, `press-slug-font` with the place. */
export async function pressSettings(
  { publication, folders, design }: Project,
  edition: PressEdition,
): Promise<Omit<PressOptions, "date" | "producer">> {
  const marks = marksOf(edition);
  return {
    title: publication.title,
    language: publication.lang,
    ...describeDocument(publication),
    profile: await outputProfileOf(edition.profile, folders),
    tokens: pressTokens(design),
    inkLimit: edition.inkLimit / 100,
    marks,
    slugFont: marks.slug ? await slugFont(edition, design) : undefined,
  };
}

function marksOf({ marks }: PressEdition): MarkChoice {
  return {
    crop: marks.includes("crop"),
    registration: marks.includes("registration"),
    colourBar: marks.includes("colour-bar"),
    slug: marks.includes("slug"),
  };
}

function pressTokens({ tokens }: Design): readonly PressToken[] {
  return (tokens?.light ?? []).flatMap(({ name, colour, press, file, line }) =>
    press === undefined ? [] : [{ name, rgb: colour, press, place: { file, line } }],
  );
}

/** The first upright TrueType font of the edition's own stylesheet, the regular one if there is one. */
async function slugFont(edition: PressEdition, { styles }: Design): Promise<Uint8Array> {
  const { faces } = await readStylesheetFonts(styles, sheetOf(edition));
  const usable = faces.flatMap(({ style, weight, files }) => {
    const file = files.find((each) => each.toLowerCase().endsWith(".ttf"));
    return style === "normal" && file !== undefined ? [{ weight, file }] : [];
  });
  const chosen = usable.find(({ weight }) => weight === "400") ?? usable[0];
  if (chosen === undefined) {
    throw new PublicationError("press-slug-font", "no TrueType font is there for the slug line", {
      place: { file: [edition.stylesheet].flat().at(-1) ?? "styles" },
      hint: "name a .ttf font in an @font-face rule, or leave `slug` out of the edition's `marks`",
    });
  }
  return readFile(chosen.file);
}
