/**
 * The fonts of the web edition: subsets in WOFF2 of the fonts that its stylesheet names, with the
 * characters of its pages and no others (a font for formulas those of formulas, with all sizes of its
 * signs, and where there is no formula there is no font for it), and the layout features that the stylesheet can reach. Input: the bundled stylesheet and
 * the pages. Output: the stylesheet and the pages as they are to be written, and the font files.
 * Writes nothing.
 *
 * Names carry a hash of the content: a page must never meet the font of an earlier build, which may
 * lack its characters, so a server may let browsers keep fonts for ever. Pages and stylesheet name
 * the fonts as styles/ has them (`fonts/inter-regular.ttf`); here the names become the subsets'.
 *
 * `font-display: swap` stays: text is never invisible, and the font is always used in the end, which
 * `optional` does not promise on a slow line and `block` pays for with blank text. What would move
 * when the font arrives is held still by fallback faces (see `fallback-faces.ts`).
 */
import { createHash } from "node:crypto";
import subsetFont from "subset-font";
import type { StyleFolder } from "../../design/styles/style-folder.ts";
import type { BundledStylesheet } from "../../design/styles/stylesheet.ts";
import { FALLBACK_SUFFIX, fallbackFace } from "./fallback-faces.ts";
import { formulaCharacters } from "./formula-characters.ts";
import { withFontHrefs } from "./font-hrefs.ts";
import { keptFeatures } from "./kept-features.ts";
import { neededCharacters } from "./needed-characters.ts";
import { paintedTexts } from "../../design/fonts/painted-text.ts";
import { readShippedFont } from "../../design/fonts/shipped-fonts.ts";
import { readStylesheetFonts, type FontFace } from "../../design/fonts/stylesheet-fonts.ts";

/** Smaller letters in scripts, and letters without their dots under accents. */
const FORMULA_FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "ssty", "dtls"];

export interface WebFont {
  /** Relative to the stylesheet, e.g. `fonts/inter-regular.1a2b3c4d5e.woff2`. */
  readonly href: string;
  /** The href that styles/ knows the font by. */
  readonly sourceHref: string;
  readonly bytes: Uint8Array;
}

export interface WebFonts {
  readonly css: string;
  /** The pages, in the order they were given. */
  readonly pages: readonly string[];
  readonly fonts: readonly WebFont[];
  /** What is still to be copied: assets of the stylesheet that are no fonts of its faces. */
  readonly otherAssets: BundledStylesheet["assets"];
}

/**
 * @param stylesheet name of the sheet in the styles that `bundled` was made of.
 * @throws PublicationError `font` where a font cannot be read.
 */
export async function makeWebFonts(
  styles: StyleFolder,
  stylesheet: string,
  bundled: BundledStylesheet,
  pages: readonly string[],
): Promise<WebFonts> {
  const { faces, strings } = await readStylesheetFonts(styles, stylesheet);
  const characters = neededCharacters(pages, bundled.css, strings);
  const features = keptFeatures(bundled.css);
  const facesByFile = new Map(faces.flatMap((face) => face.files.map((file) => [file, face])));
  const ofFormulas = formulaCharacters(pages);
  const fonts: WebFont[] = [];
  const unused: string[] = [];
  const fallbacks: string[] = [];
  for (const { href, file } of bundled.assets) {
    const face = facesByFile.get(file);
    if (face === undefined) continue;
    const font = await readShippedFont(file);
    if (font.isForFormulas && ofFormulas === "") {
      unused.push(href);
      continue;
    }
    const bytes = await subsetFont(font.bytes, font.isForFormulas ? ofFormulas : characters, {
      targetFormat: "woff2",
      keepFeatures: font.isForFormulas ? FORMULA_FEATURES : features,
    });
    fonts.push({ href: hashedName(href, bytes), sourceHref: href, bytes });
    if (namesFallback(bundled.css, face)) {
      fallbacks.push(
        fallbackFace(face, font, {
          characters: [...characters]
            .map((character) => character.codePointAt(0) ?? 0)
            .filter((code) => font.characters.has(code)),
          sample: pages.flatMap(paintedTexts).join(" "),
          isSerif: isSerif(bundled.css, face),
        }),
      );
    }
  }
  const hrefs = new Map(fonts.map(({ href, sourceHref }) => [sourceHref, href]));
  return {
    css:
      fallbacks.join("") + withFontHrefs.inCss(withFontHrefs.without(bundled.css, unused), hrefs),
    pages: pages.map((html) => withFontHrefs.inPage(html, hrefs)),
    fonts,
    otherAssets: bundled.assets.filter(({ href }) => !hrefs.has(href) && !unused.includes(href)),
  };
}

/** `fonts/inter-regular.ttf` → `fonts/inter-regular.1a2b3c4d5e.woff2`. */
function hashedName(href: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return `${href.replace(/\.[^./]+$/u, "")}.${hash}.woff2`;
}

function namesFallback(css: string, { family }: FontFace): boolean {
  return css.includes(`${family}${FALLBACK_SUFFIX}`);
}

/** Whether the family's stack in the style sheet ends in `serif`. */
function isSerif(css: string, { family }: FontFace): boolean {
  const start = css.indexOf(`${family}${FALLBACK_SUFFIX}`);
  return /^[^;}]*,\s*serif\b/u.test(css.slice(start));
}
