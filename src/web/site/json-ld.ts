/**
 * What search engines and other machines are said of a publication: a schema.org Report, what
 * its blocks say of themselves, and its PDFs, as JSON-LD. Input: the publication and the PDFs beside its web edition.
 * Output: a value, and its text for a `<script>`. It says what the content says and what every
 * build makes true, nothing else: no date, no rating, no licence that nobody wrote down. Who made it,
 * and under which numbers it is known, is in `json-ld-metadata.ts`.
 */
import { isPaged } from "../../editions/kinds.ts";
import { chapterSchema } from "../../publication/schemas/chapter-schema.ts";
import { markedFields } from "../../publication/fields/marked-fields.ts";
import type { BlockContent, Chapter, Publication } from "../../publication/publication.ts";
import type { JsonLd } from "../../theme/json-ld.ts";
import type { Theme } from "../../theme/theme.ts";
import type { Download } from "../downloads.ts";
import type { Renderable } from "../render-publication.ts";
import { plainText, plainTextOfMarkdown } from "../typography/plain-text.ts";
import { describeMaking, typeOf } from "./json-ld-metadata.ts";
import type { SitePictures } from "./site-pictures.ts";

/** From this size on, text is large print (18 points, as printers for the blind advise). */
const LARGE_PRINT_PT = 18;

/** The report as a schema.org node. Addresses are relative where the publication has no `url`. */
export function describeReport(
  { publication, theme }: Renderable,
  downloads: readonly Download[],
  pictures: SitePictures = {},
): JsonLd {
  const { title, lead, summary, lang, chapters, url } = publication;
  const parts = chapters
    .map((chapter) => describeBlock(chapter, publication, theme))
    .filter((part) => part !== undefined);
  const pdfs = downloads.map((download) => describePdf(download, publication));
  return {
    "@context": "https://schema.org",
    "@type": typeOf(publication),
    name: plainText(title, lang),
    description: plainTextOfMarkdown(summary ?? lead, lang),
    inLanguage: lang,
    ...(url !== undefined && { url }),
    ...describeMaking(publication, pictures),
    ...accessibilityOf(chapters, theme),
    ...(parts.length > 0 && { hasPart: parts }),
    ...(pdfs.length > 0 && { encoding: pdfs }),
  };
}

/** Markdown of a picture; the schema lets none be without an alternative text. */
const PICTURE = "![";

/** The vocabulary is https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20241209/. */
function accessibilityOf(chapters: readonly Chapter[], theme: Theme): JsonLd {
  const hasPictures =
    chapters.some(({ part }) => part?.body.includes(PICTURE)) ||
    chapters
      .flatMap((chapter): readonly ContentOfAnyKind[] => [chapter, ...chapter.after])
      .some((content) => content.body.includes(PICTURE) || namesPicture(content, theme));
  return {
    accessMode: ["textual", ...(hasPictures ? ["visual"] : [])],
    // All there is can be read: each picture has a text that stands for it.
    accessModeSufficient: { "@type": "ItemList", itemListElement: ["textual"] },
    accessibilityFeature: [
      "structuralNavigation",
      "tableOfContents",
      ...(hasPictures ? ["alternativeText"] : []),
    ],
  };
}

type ContentOfAnyKind = Chapter | BlockContent;

function namesPicture({ kind, fields }: ContentOfAnyKind, { blocks }: Theme): boolean {
  const schema = blocks.get(kind)?.schema ?? chapterSchema;
  return markedFields(schema, fields).some(({ mark }) => mark === "picture");
}

/** Undefined for what has nothing to say to machines. */
function describeBlock(
  { kind, fields, slug, ...chapter }: Chapter,
  { lang: publicationLang, url }: Publication,
  { blocks }: Theme,
): JsonLd | undefined {
  const lang = chapter.lang ?? publicationLang;
  return blocks.get(kind)?.describe?.({
    fields,
    lang,
    url: `${url ?? ""}#${slug}`,
    plain: (text) => plainText(text, lang),
    plainOfMarkdown: (markdown) => plainTextOfMarkdown(markdown, lang),
  });
}

function describePdf(download: Download, { url, editions }: Publication): JsonLd {
  const { href, lang, sizeBytes } = download;
  const edition = editions.find(({ id }) => id === download.edition);
  const isLargePrint =
    edition !== undefined && isPaged(edition) && edition.typeSize >= LARGE_PRINT_PT;
  return {
    "@type": "MediaObject",
    contentUrl: `${url ?? ""}${href}`,
    encodingFormat: "application/pdf",
    contentSize: `${Math.round(sizeBytes / 1000)} kB`,
    inLanguage: lang,
    accessibilityFeature: ["taggedPDF", ...(isLargePrint ? ["largePrint"] : [])],
  };
}

const ESCAPED: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/**
 * JSON that is safe in a `<script>`: whatever an author writes, `</script>` and `<!--` do not occur,
 * and line ends that older JavaScript does not allow in strings are escaped.
 */
export function toScriptText(value: JsonLd): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => ESCAPED[character] ?? "",
  );
}
