/**
 * Puts the names of web fonts where pages and stylesheets name the fonts of styles/. Input: CSS or
 * HTML, and the new href of each font. Output: the same text with the new names. A preload of a font
 * that the stylesheet does not name is removed: nothing would use it.
 */
import { defaultTreeAdapter, parse, serialize, type DefaultTreeAdapterTypes } from "parse5";
import { elementsIn } from "../../design/fonts/painted-text.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** New hrefs by those that styles/ has. */
type FontHrefs = ReadonlyMap<string, string>;

const FONT_URL = /url\((?<quote>["']?)(?<href>[^"')]*)\k<quote>\)(?:\s*format\([^)]*\))?/gu;

const FONT_FACE = /@font-face\s*\{[^}]*\}/gu;

export const withFontHrefs = {
  inCss: (css: string, hrefs: FontHrefs): string =>
    css.replace(FONT_URL, (whole, _quote: string, href: string) => {
      const newHref = hrefs.get(href);
      return newHref === undefined ? whole : `url("${newHref}") format("woff2")`;
    }),

  /** Without the faces of fonts that are not shipped. */
  without: (css: string, unused: readonly string[]): string =>
    css.replace(FONT_FACE, (face) =>
      [...face.matchAll(FONT_URL)].some(({ groups }) => unused.includes(groups?.href ?? ""))
        ? ""
        : face,
    ),

  /** The page as parse5 writes it, which is how it was written first, and a line end. */
  inPage: (page: string, hrefs: FontHrefs): string => {
    const document = parse(page.trimEnd());
    for (const link of elementsIn(document)) {
      const href = preloadedFont(link);
      if (href === undefined) continue;
      // A page in a folder reaches the fonts through `../`.
      const [, toRoot = "", sourceHref = ""] = /^((?:\.\.\/|\/)*)(.*)$/u.exec(href.value) ?? [];
      const newHref = hrefs.get(sourceHref);
      if (newHref === undefined) defaultTreeAdapter.detachNode(link);
      else href.value = `${toRoot}${newHref}`;
    }
    return `${serialize(document)}\n`;
  },
};

/** The attribute that names the font of `<link rel="preload" as="font" …>`. */
function preloadedFont({ tagName, attrs }: Element): Element["attrs"][number] | undefined {
  const has = (name: string, value: string): boolean =>
    attrs.some((attribute) => attribute.name === name && attribute.value === value);
  if (tagName !== "link" || !has("rel", "preload") || !has("as", "font")) return undefined;
  return attrs.find(({ name }) => name === "href");
}
