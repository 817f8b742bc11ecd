/**
 * The web edition as a place on the web. Input: the publication and its web edition. Output: a
 * `Site`: its address, colours and pictures, ready for the page's metadata, the page for addresses
 * that lead nowhere, and the files beside them. It writes nothing.
 */
import { isPlaceholder } from "../../publication/fields/site-address.ts";
import type { Design } from "../../design/design.ts";
import type { Publication } from "../../publication/publication.ts";
import { wordsFor } from "../../theme/words.ts";
import { composeIcon } from "./icon.ts";
import { openTextOutliner } from "./outline-text.ts";
import { plainText } from "../typography/plain-text.ts";
import { composeShareImage } from "./share-image.ts";
import type { SitePictures } from "./site-pictures.ts";
import { readSiteStyle, type SiteStyle } from "./site-style.ts";

export interface Site extends SitePictures {
  /** Address of the web edition's folder, with / at its end; undefined where nobody named it. */
  readonly url: string | undefined;
  readonly style: SiteStyle;
  readonly iconSvg: string;
  /** Undefined where a cover stands for it, or the style sheet's font cannot show the title. */
  readonly shareImageSvg: string | undefined;
}

/**
 * All but the publication's own pictures, which `site-pictures.ts` plans.
 * @param stylesheet name of the web edition's sheet in the styles.
 */
export async function openSite(
  publication: Publication,
  design: Design,
  stylesheet: string,
): Promise<Site> {
  const { lang, url, cover } = publication;
  const style = await readSiteStyle(design, stylesheet);
  const title = plainText(publication.title, lang);
  const publisher = plainText(publication.publisher, lang);
  const mark = wordsFor(lang).openQuote.trim();
  const outliner =
    style.headingFont === undefined
      ? undefined
      : await openTextOutliner(style.headingFont, [title, publisher, mark]);
  return {
    url,
    style,
    iconSvg: composeIcon(mark, style, outliner),
    // A cover stands for it.
    shareImageSvg:
      cover === undefined
        ? outliner && composeShareImage({ title, publisher, lang }, style, outliner)
        : undefined,
  };
}

/** What a publisher should know of the web edition's address before it goes online. */
export function noticeOfAddress({ url }: Pick<Publication, "url">): string | undefined {
  if (url === undefined) {
    return "publication.yaml has no `url`: the web edition has no canonical address, no picture for shared links and no sitemap, and its page for broken links works in its own folder only";
  }
  if (isPlaceholder(url)) {
    return `\`url\` in publication.yaml is a placeholder: canonical addresses point to ${url}, where nobody is; put the real address before you publish`;
  }
  return undefined;
}
