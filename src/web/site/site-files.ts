/**
 * The files that stand beside the web edition's page, for browsers, search engines and sites that
 * show links to it. Input: a `Site`. Output: files in the web edition's folder. What the page itself
 * says of them is in `metadata.tsx`.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { XML_DECLARATION, xmlNode, xmlText } from "../../document/xml-text.ts";
import type { Download } from "../downloads.ts";
import { makeSitePicture } from "./site-pictures.ts";
import type { Site } from "./site.ts";

export const SITE_FILES = {
  icon: "favicon.svg",
  /** For browsers that read no SVG there. */
  iconPng: "favicon-32.png",
  touchIcon: "apple-touch-icon.png",
  shareImage: "share-image.png",
} as const;

export const ICON_PNG_SIZE = 32;
export const TOUCH_ICON_SIZE = 180;

export async function writeSiteFiles(
  outputDir: string,
  site: Site,
  downloads: readonly Download[],
): Promise<void> {
  const { iconSvg, shareImageSvg, cover, logo } = site;
  const files: readonly (readonly [name: string, content: string | Uint8Array])[] = [
    [SITE_FILES.icon, iconSvg],
    [SITE_FILES.iconPng, await rasterise(iconSvg, ICON_PNG_SIZE)],
    [SITE_FILES.touchIcon, await rasterise(iconSvg, TOUCH_ICON_SIZE)],
    ...(shareImageSvg === undefined
      ? []
      : [[SITE_FILES.shareImage, await rasterise(shareImageSvg)] as const]),
    ...(cover === undefined ? [] : [[cover.name, await makeSitePicture(cover)] as const]),
    ...(logo === undefined ? [] : [[logo.name, await makeSitePicture(logo)] as const]),
    ["robots.txt", robotsTxt(site.url)],
    ...(site.url === undefined
      ? []
      : [
          [
            "sitemap.xml",
            sitemapXml(site.url, ["", ...downloads.map(({ href }) => href)]),
          ] as const,
        ]),
  ];
  await Promise.all(files.map(([name, content]) => writeFile(path.join(outputDir, name), content)));
}

/** @param size of the side, where it is not the SVG's own. */
async function rasterise(svg: string, size?: number): Promise<Uint8Array> {
  const picture = sharp(Buffer.from(svg));
  if (size !== undefined) picture.resize(size, size);
  // Few colours, and only the edges of letters between them.
  return picture.png({ palette: true, effort: 10 }).toBuffer();
}

/** Everyone may read everything (RFC 9309). */
function robotsTxt(url: string | undefined): string {
  const sitemap = url === undefined ? "" : `\nSitemap: ${url}sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${sitemap}`;
}

/**
 * The page and the PDFs, by their addresses below `url`; no dates, as the content has none.
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapXml(url: string, hrefs: readonly string[]): string {
  const entries = hrefs.flatMap((href) => [
    "\n  ",
    xmlNode("url", {}, [xmlNode("loc", {}, [`${url}${href}`])]),
  ]);
  const namespace = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };
  return `${XML_DECLARATION}${xmlText(xmlNode("urlset", namespace, [...entries, "\n"]))}\n`;
}
