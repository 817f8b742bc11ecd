/**
 * Puts the names of web fonts where pages and stylesheets name the fonts of styles/. Input: CSS or
 * HTML, and the new href of each font. Output: the same text with the new names. A preload of a font
 * that the stylesheet does not name is removed: nothing would use it.
 */

/** New hrefs by those that styles/ has. */
type FontHrefs = ReadonlyMap<string, string>;

/** `<link rel="preload" as="font" …>` as the page's template writes it. */
const PRELOAD = /<link rel="preload" as="font"[^>]*? href="(?<href>[^"]*)"[^>]*>/gu;
const FONT_URL = /url\((?<quote>["']?)(?<href>[^"')]*)\k<quote>\)(?:\s*format\([^)]*\))?/gu;

export const withFontHrefs = {
  inCss: (css: string, hrefs: FontHrefs): string =>
    css.replace(FONT_URL, (whole, _quote: string, href: string) => {
      const newHref = hrefs.get(href);
      return newHref === undefined ? whole : `url("${newHref}") format("woff2")`;
    }),

  inPage: (html: string, hrefs: FontHrefs): string =>
    html.replace(PRELOAD, (link, href: string) => {
      // A page in a folder reaches the fonts through `../`.
      const [, toRoot = "", sourceHref = ""] = /^((?:\.\.\/|\/)*)(.*)$/u.exec(href) ?? [];
      const newHref = hrefs.get(sourceHref);
      return newHref === undefined ? "" : link.replace(`"${href}"`, `"${toRoot}${newHref}"`);
    }),
};
