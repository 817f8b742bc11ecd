/** Fonts for scripts that the house's families do not have, where a publication is written in one. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import subsetFont from "subset-font";
import { expect, test } from "vitest";
import { withScriptFonts } from "../../../src/design/fonts/script-fonts.ts";
import { openShownTexts } from "../../../src/design/fonts/shown-texts.ts";
import { readStylesheetFonts } from "../../../src/design/fonts/stylesheet-fonts.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { openStyles } from "../../../src/design/design.ts";
import { packageFolder } from "../../../src/fonts/shipped-families.ts";
import { keptFeatures } from "../../../src/web/fonts/kept-features.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import type { Publication } from "../../../src/publication/publication.ts";

async function familiesOf(
  theme: string,
  title: string,
  changes: Partial<Publication> = {},
): Promise<ReadonlySet<string>> {
  const publication: Publication = {
    ...{ title, lead: "A lead.", lang: "en", publisher: "Nobody", slug: "year" },
    ...{ editions: [], chapters: [], themeFields: {} },
    ...changes,
  };
  const folders = projectFolders("tests/fixtures/no-project");
  const styles = await openStyles(folders, await loadTheme(theme));
  const { faces } = await readStylesheetFonts(withScriptFonts(styles, publication), "print.css");
  // A face whose file is not found has none.
  return new Set(faces.filter(({ files }) => files.length > 0).map(({ family }) => family));
}

test.each(await themeNames())(
  "the theme %s has a font for Arabic where there is some",
  async (theme) => {
    expect(await familiesOf(theme, "On the quay, على الرصيف")).toContain("Noto Naskh Arabic");
    expect(await familiesOf(theme, "On the quay")).not.toContain("Noto Naskh Arabic");
  },
);

test("a link to a translation needs the font of the language's name", async () => {
  const translations = [{ language: "ar", url: "../ar/" }];
  expect(await familiesOf("report", "On the quay", { translations })).toContain(
    "Noto Naskh Arabic",
  );
});

test("what fonts lack is told from what they have", async () => {
  const folders = projectFolders("tests/fixtures/no-project");
  const canShow = await openShownTexts(
    await openStyles(folders, await loadTheme("report")),
    "web.css",
  );
  expect(["français", "polski", "日本語"].map(canShow)).toEqual([true, true, false]);
});

test("the web edition's subset has the forms of letters that are joined", async () => {
  const folder = packageFolder("@expo-google-fonts/noto-naskh-arabic") ?? "";
  const font = await readFile(path.join(folder, "400Regular/NotoNaskhArabic_400Regular.ttf"));
  const keepFeatures = [...keptFeatures("")];
  const subset = await subsetFont(font, "سلام", { targetFormat: "truetype", keepFeatures });
  for (const tag of ["init", "medi", "fina"]) expect(subset.includes(tag)).toBe(true);
});
