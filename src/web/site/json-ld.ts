/**
 * What search engines and other machines are said of a publication: a schema.org Report, its
 * quotations and its PDFs, as JSON-LD. Input: the publication and the PDFs beside its web edition.
 * Output: a value, and its text for a `<script>`. It says what the content says and what every
 * build makes true, nothing else: no date, no rating, no licence that nobody wrote down. Who made it,
 * and under which numbers it is known, is in `json-ld-metadata.ts`.
 */
import type { Part, Publication, Testimonial } from "../../publication/publication.ts";
import type { Download } from "../downloads.ts";
import { describeMaking, typeOf, type JsonLd } from "./json-ld-metadata.ts";
import { plainText, plainTextOfMarkdown } from "./plain-text.ts";
import type { SitePictures } from "./site-pictures.ts";

/** From this size on, text is large print (18 points, as printers for the blind advise). */
const LARGE_PRINT_PT = 18;

/** The report as a schema.org node. Addresses are relative where the publication has no `url`. */
export function describeReport(
  publication: Publication,
  downloads: readonly Download[],
  pictures: SitePictures = {},
): JsonLd {
  const { title, lead, summary, lang, parts, url } = publication;
  const quotations = parts
    .filter((part) => part.kind === "testimonial")
    .map((testimonial) => describeQuotation(testimonial, publication));
  const pdfs = downloads.map((download) => describePdf(download, publication));
  return {
    "@context": "https://schema.org",
    "@type": typeOf(publication),
    name: plainText(title, lang),
    description: plainTextOfMarkdown(summary ?? lead, lang),
    inLanguage: lang,
    ...(url !== undefined && { url }),
    ...describeMaking(publication, pictures),
    ...accessibilityOf(parts),
    ...(quotations.length > 0 && { hasPart: quotations }),
    ...(pdfs.length > 0 && { encoding: pdfs }),
  };
}

/** Markdown of a picture; the schema lets none be without an alternative text. */
const PICTURE = "![";

/** The vocabulary is https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20241209/. */
function accessibilityOf(parts: readonly Part[]): JsonLd {
  const hasPictures = parts.some(
    (part) =>
      part.body.includes(PICTURE) || (part.kind === "testimonial" && part.photo !== undefined),
  );
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

function describeQuotation(testimonial: Testimonial, { lang, url }: Publication): JsonLd {
  const { slug, name, role, entity, quote } = testimonial;
  const partLang = testimonial.lang ?? lang;
  return {
    "@type": "Quotation",
    text: plainTextOfMarkdown(quote, partLang),
    inLanguage: partLang,
    creator: {
      "@type": "Person",
      name: plainText(name, partLang),
      jobTitle: plainTextOfMarkdown(role, partLang),
      affiliation: { "@type": "Organization", name: plainTextOfMarkdown(entity, partLang) },
    },
    url: `${url ?? ""}#${slug}`,
  };
}

function describePdf(download: Download, { url, editions }: Publication): JsonLd {
  const { href, lang, sizeBytes } = download;
  const edition = editions.find(({ id }) => id === download.edition);
  const isLargePrint = edition?.kind === "pdf" && edition.typeSize >= LARGE_PRINT_PT;
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
