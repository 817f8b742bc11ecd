/**
 * Fonts of the house for scripts that its two families do not have, in publications whose texts are
 * written in one. Input: styles and a publication; output: the same styles, in which `scripts.css` has
 * the faces of those fonts. They come from packages, as whole files; which, is the choice of
 * `src/fonts/shipped-families.ts`. It opens no font.
 */
import { packageFolder } from "../../fonts/shipped-families.ts";
import { ownNameOf } from "../../languages/own-name.ts";
import type { Publication } from "../../publication/publication.ts";
import type { StyleFolder } from "../styles/style-folder.ts";

/** Imported by `fonts.css`; the house's own is empty. */
const SHEET = "scripts.css";

interface ScriptFont {
  readonly script: RegExp;
  readonly family: string;
  readonly package: string;
  /** Files of the package, by the weights that styles of the house ask for. */
  readonly files: Readonly<Record<string, string>>;
}

const SCRIPT_FONTS: readonly ScriptFont[] = [
  {
    script: /\p{Script=Arabic}/u,
    family: "Noto Naskh Arabic",
    package: "@expo-google-fonts/noto-naskh-arabic",
    files: {
      400: "400Regular/NotoNaskhArabic_400Regular.ttf",
      600: "600SemiBold/NotoNaskhArabic_600SemiBold.ttf",
      700: "700Bold/NotoNaskhArabic_700Bold.ttf",
    },
  },
];

export function withScriptFonts(styles: StyleFolder, publication: Publication): StyleFolder {
  // What is written anywhere in it: a word in a caption needs its font as much as a whole text. Links to
  // translations name their languages.
  const names = publication.translations?.map(({ language }) => ownNameOf(language));
  const written = JSON.stringify([publication, names]);
  const fonts = SCRIPT_FONTS.filter(({ script }) => script.test(written));
  if (fonts.length === 0) return styles;
  const layers = fonts.flatMap((font) => {
    const dir = packageFolder(font.package);
    return dir === undefined
      ? []
      : [{ dir, at: folderOf(font), shownAs: `the package ${font.package}` }];
  });
  const faces = fonts.flatMap((font) =>
    Object.entries(font.files).map(([weight, file]) => faceOf(font, weight, file)),
  );
  return {
    layers: [...styles.layers, ...layers],
    sheets: new Map([...styles.sheets, [SHEET, faces.join("")]]),
  };
}

function folderOf({ package: name }: ScriptFont): string {
  return `fonts/${name.split("/").at(-1) ?? name}`;
}

function faceOf(font: ScriptFont, weight: string, file: string): string {
  return `@font-face {
  font-family: "${font.family}";
  font-weight: ${weight};
  font-style: normal;
  src: url("${folderOf(font)}/${file}") format("truetype");
  font-display: swap;
}
`;
}
