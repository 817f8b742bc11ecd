/**
 * What the page's head says of the publication: to search engines, to sites that show links to it,
 * and to browsers. All addresses of other sites' concern are absolute, so they need the
 * publication's `url`; without it they are left out.
 */
import type { JSX } from "preact";
import { RawText } from "../../document/raw-text.tsx";
import { isDay } from "../../document/calendar-date.ts";
import { orcidAddress } from "../../publication/fields/identifiers.ts";
import type { Author, Publication } from "../../publication/publication.ts";
import { describeDocument } from "../document-description.ts";
import type { Download } from "../downloads.ts";
import type { Renderable } from "../render-publication.ts";
import { describeReport, toScriptText } from "../site/json-ld.ts";
import { plainText, plainTextOfMarkdown } from "../typography/plain-text.ts";
import { SHARE_IMAGE } from "../site/share-image.ts";
import type { SitePicture } from "../site/site-pictures.ts";
import { ICON_PNG_SIZE, SITE_FILES, TOUCH_ICON_SIZE } from "../site/site-files.ts";
import type { Site } from "../site/site.ts";
import { langOf, wordsFor, type Words } from "../../theme/words.ts";
import { DescriptionMetadata } from "./description-metadata.tsx";

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
  const described = describeDocument(publication, (text) => plainText(text, lang));
  return (
    <>
      <DescriptionMetadata
        description={{ ...described, description: descriptionOf(publication) }}
      />
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
          lang={langOf(words, lang)}
        />
      ))}
      {site.url === undefined ? null : <link rel="canonical" href={site.url} />}
      <Alternates publication={publication} url={site.url} />
      <OpenGraph publication={publication} site={site} />
      <RawText
        element="script"
        type="application/ld+json"
        text={toScriptText(describeReport({ publication, theme }, downloads, site))}
      />
    </>
  );
}

/**
 * The publication in each of its languages, for search engines: with its own among them, as each names
 * all, where it has an address of its own.
 */
function Alternates({
  publication: { lang, translations = [] },
  url,
}: {
  readonly publication: Publication;
  readonly url: string | undefined;
}): JSX.Element {
  const own = url === undefined || translations.length === 0 ? [] : [{ language: lang, url }];
  return (
    <>
      {[...own, ...translations].map(({ language, url: address }) => (
        <link
          key={language}
          rel="alternate"
          hreflang={language}
          href={url === undefined ? address : new URL(address, url).href}
        />
      ))}
    </>
  );
}

/** What it says in a sentence or a paragraph. */
function descriptionOf({ summary, lead, lang }: Publication): string {
  return plainTextOfMarkdown(summary ?? lead, lang);
}

function describePdf({ format, pageCount, sizeBytes }: Download, words: Words): string {
  return ["PDF", format, words.pages(pageCount), words.size(sizeBytes)].join(words.separator);
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
  // What the share image shows is these words.
  const image = site.url === undefined ? undefined : imageOf(site, `${title} – ${publisher}`);
  const properties: readonly (readonly [property: string, content: string])[] = [
    ["og:type", "article"],
    ["og:title", title],
    ["og:description", descriptionOf(publication)],
    ["og:site_name", publisher],
    ["og:locale", openGraphLocale(lang)],
    ...(site.url === undefined ? [] : [["og:url", site.url] as const]),
    ...(site.url === undefined || image === undefined
      ? []
      : ([
          ["og:image", `${site.url}${image.name}`],
          ["og:image:type", image.type],
          ["og:image:width", String(image.width)],
          ["og:image:height", String(image.height)],
          ["og:image:alt", plainText(image.alt, lang)],
        ] as const)),
    ...articleProperties(publication),
  ];
  return (
    <>
      {properties.map(([property, content]) => (
        <meta key={`${property} ${content}`} property={property} content={content} />
      ))}
      <meta name="twitter:card" content={isBroad(image) ? "summary_large_image" : "summary"} />
    </>
  );
}

type SharedImage = Omit<SitePicture, "source">;

function imageOf({ cover, shareImageSvg }: Site, alt: string): SharedImage | undefined {
  if (cover !== undefined) return cover;
  if (shareImageSvg === undefined) return undefined;
  return { name: SITE_FILES.shareImage, type: "image/png", ...SHARE_IMAGE, alt };
}

/** Large pictures of links are cut to twice their height: an upright cover is shown small and whole. */
function isBroad(image: SharedImage | undefined): boolean {
  return image !== undefined && image.width >= image.height * 1.5;
}

/**
 * Who wrote it, when and of what. An author is a page about them where there is one, as Open Graph
 * asks for; the time is a day, or is left out.
 */
function articleProperties({
  authors = [],
  date,
  subjects = [],
  lang,
}: Publication): readonly (readonly [property: string, content: string])[] {
  return [
    ...authors.map(
      (author) => ["article:author", pageOf(author) ?? plainText(author.name, lang)] as const,
    ),
    ...(date !== undefined && isDay(date) ? [["article:published_time", date] as const] : []),
    ...subjects.map((subject) => ["article:tag", plainText(subject, lang)] as const),
  ];
}

function pageOf({ url, orcid }: Author): string | undefined {
  if (url !== undefined) return new URL(url).href;
  return orcid === undefined ? undefined : orcidAddress(orcid);
}

/** Open Graph names a territory with each language: the likeliest, where the content names none. */
export function openGraphLocale(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
