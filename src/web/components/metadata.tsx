/**
 * What the page's head says of the publication: to search engines, to sites that show links to it,
 * and to browsers. All addresses of other sites' concern are absolute, so they need the
 * publication's `url`; without it they are left out.
 */
import type { JSX } from "preact";
import { RawText } from "../../document/raw-text.tsx";
import type { Publication } from "../../publication/publication.ts";
import type { Download } from "../downloads.ts";
import type { Renderable } from "../render-publication.ts";
import { describeReport, toScriptText } from "../site/json-ld.ts";
import { plainText, plainTextOfMarkdown } from "../typography/plain-text.ts";
import { SHARE_IMAGE } from "../site/share-image.ts";
import { ICON_PNG_SIZE, SITE_FILES, TOUCH_ICON_SIZE } from "../site/site-files.ts";
import type { Site } from "../site/site.ts";
import { wordsFor, type Words } from "../../theme/words.ts";

export function Metadata({
  publication,
  theme,
  site,
  downloads,
}: Renderable & {
  readonly site: Site;
  readonly downloads: readonly Download[];
}): JSX.Element {
  const { lang } = publication;
  const { accent, darkPaper } = site.style;
  const words = wordsFor(lang);
  return (
    <>
      <meta name="description" content={plainTextOfMarkdown(publication.lead, lang)} />
      <meta name="author" content={plainText(publication.publisher, lang)} />
      {darkPaper === undefined ? (
        <meta name="theme-color" content={accent} />
      ) : (
        <>
          <meta name="theme-color" content={accent} media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content={darkPaper} media="(prefers-color-scheme: dark)" />
        </>
      )}
      <link
        rel="icon"
        href={SITE_FILES.iconPng}
        type="image/png"
        sizes={`${ICON_PNG_SIZE}x${ICON_PNG_SIZE}`}
      />
      <link rel="icon" href={SITE_FILES.icon} type="image/svg+xml" sizes="any" />
      <link
        rel="apple-touch-icon"
        href={SITE_FILES.touchIcon}
        sizes={`${TOUCH_ICON_SIZE}x${TOUCH_ICON_SIZE}`}
      />
      {downloads.map((download) => (
        <link
          key={download.href}
          rel="alternate"
          type="application/pdf"
          href={download.href}
          title={describePdf(download, words)}
        />
      ))}
      {site.url === undefined ? null : <link rel="canonical" href={site.url} />}
      <OpenGraph publication={publication} site={site} />
      <RawText
        element="script"
        type="application/ld+json"
        text={toScriptText(describeReport({ publication, theme }, downloads))}
      />
    </>
  );
}

function describePdf({ format, pageCount, sizeBytes }: Download, words: Words): string {
  return ["PDF", format, words.pages(pageCount), words.size(sizeBytes)].join(", ");
}

/** @see https://ogp.me/ */
function OpenGraph({
  publication,
  site,
}: {
  readonly publication: Publication;
  readonly site: Site;
}): JSX.Element {
  const { lang } = publication;
  const title = plainText(publication.title, lang);
  const publisher = plainText(publication.publisher, lang);
  const hasImage = site.url !== undefined && site.shareImageSvg !== undefined;
  const properties: readonly (readonly [property: string, content: string])[] = [
    ["og:type", "article"],
    ["og:title", title],
    ["og:description", plainTextOfMarkdown(publication.lead, lang)],
    ["og:site_name", publisher],
    ["og:locale", openGraphLocale(lang)],
    ...(site.url === undefined ? [] : [["og:url", site.url] as const]),
    ...(site.url === undefined || !hasImage
      ? []
      : ([
          ["og:image", `${site.url}${SITE_FILES.shareImage}`],
          ["og:image:type", "image/png"],
          ["og:image:width", String(SHARE_IMAGE.width)],
          ["og:image:height", String(SHARE_IMAGE.height)],
          // What the picture shows is these words.
          ["og:image:alt", `${title} – ${publisher}`],
        ] as const)),
  ];
  return (
    <>
      {properties.map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <meta name="twitter:card" content={hasImage ? "summary_large_image" : "summary"} />
    </>
  );
}

/** Open Graph names a territory with each language: the likeliest, where the content names none. */
export function openGraphLocale(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
