/** What the head of the web edition says, read back from the HTML as a browser reads it. */
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import type { Part, Publication } from "../../../../src/publication/publication.ts";
import { Metadata, openGraphLocale } from "../../../../src/web/components/metadata.tsx";
import { renderDocument } from "../../../../src/web/html-document.ts";
import type { SitePictures } from "../../../../src/web/site/site-pictures.ts";
import type { Site } from "../../../../src/web/site/site.ts";
import { downloads, makePublication, theme } from "./publication.ts";

type Element = DefaultTreeAdapterTypes.Element;

const url = "https://www.example.org/annee/";

function siteAt(address: string | undefined, pictures: SitePictures = {}): Site {
  const style = {
    accent: "#ff7900",
    onAccent: "#000000",
    darkPaper: "#141414",
    headingFont: undefined,
  };
  return { url: address, style, iconSvg: "<svg/>", shareImageSvg: "<svg/>", ...pictures };
}

function headOf(publication: Publication, pictures: SitePictures = {}): readonly Element[] {
  const document = parse(
    renderDocument(
      <html lang={publication.lang}>
        <head>
          <title>A</title>
          <Metadata
            publication={publication}
            theme={theme}
            site={siteAt(publication.url, pictures)}
            downloads={downloads}
          />
        </head>
        <body />
      </html>,
      publication.lang,
    ),
  );
  const html = document.childNodes.find((node) => node.nodeName === "html") as Element;
  const [head, body] = html.childNodes.filter((node) => "tagName" in node);
  if (head === undefined || body === undefined) throw new Error("the document is not whole");
  // A script that ends early spills into the body.
  expect(body.childNodes.map(({ nodeName }) => nodeName)).toEqual(["#text"]);
  return head.childNodes.filter((node) => "tagName" in node);
}

function told(
  publication: Publication,
  pictures: SitePictures = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    headOf(publication, pictures)
      .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])))
      .map((a) => [a.property ?? a.name ?? a.rel ?? "", a.content ?? a.href ?? ""]),
  );
}

interface JsonLdReport {
  readonly name: string;
  readonly url?: string;
  readonly accessMode: readonly string[];
  readonly hasPart: readonly { readonly text: string; readonly creator: unknown }[];
  readonly encoding: readonly { readonly contentUrl: string }[];
}

function jsonLdOf(publication: Publication, pictures: SitePictures = {}): JsonLdReport {
  const script = headOf(publication, pictures).find(({ tagName }) => tagName === "script");
  const [text] = script?.childNodes ?? [];
  if (text === undefined || !("value" in text)) throw new Error("there is no JSON-LD");
  return JSON.parse(text.value) as JsonLdReport;
}

/** Languages and addresses of `<link rel="alternate" hreflang>`. */
function alternatesOf(publication: Publication): readonly (readonly (string | undefined)[])[] {
  return headOf(publication)
    .map(({ attrs }) => new Map(attrs.map(({ name, value }) => [name, value])))
    .filter((link) => link.get("rel") === "alternate" && link.has("hreflang"))
    .map((link) => [link.get("hreflang"), link.get("href")]);
}

describe("Metadata", () => {
  it("names the publication in all its languages, by whole addresses where it has one", () => {
    const translations = [
      { language: "de", url: "../jahr/" },
      { language: "en-GB", url: "https://example.com/year/" },
    ];
    expect(alternatesOf(makePublication({ url, translations }))).toEqual([
      ["fr", url],
      ["de", "https://www.example.org/jahr/"],
      ["en-GB", "https://example.com/year/"],
    ]);
    expect(alternatesOf(makePublication({ translations }))).toEqual([
      ["de", "../jahr/"],
      ["en-GB", "https://example.com/year/"],
    ]);
    expect(alternatesOf(makePublication({ url }))).toEqual([]);
  });

  it("describes the publication in its language, without marks", () => {
    expect(told(makePublication({ url }))).toMatchObject({
      description: "Ce que we did entre deux hivers.",
      author: "Bibliothèque",
      canonical: url,
      "og:type": "article",
      "og:title": "L’année du quai",
      "og:site_name": "Bibliothèque",
      "og:locale": "fr_FR",
      "og:url": url,
      "og:image": `${url}share-image.png`,
      "og:image:alt": "L’année du quai – Bibliothèque",
      "twitter:card": "summary_large_image",
    });
  });

  it("leaves out what needs an address where it has none", () => {
    const names = Object.keys(told(makePublication()));
    expect(names).not.toContain("canonical");
    expect(names).not.toContain("og:url");
    expect(names.filter((name) => name.startsWith("og:image"))).toEqual([]);
    expect(jsonLdOf(makePublication()).url).toBeUndefined();
  });

  it("offers each PDF with its format, pages and size", () => {
    const alternates = headOf(makePublication())
      .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])))
      .filter(({ rel }) => rel === "alternate");
    expect(alternates).toMatchObject([
      { href: "annee-report.pdf", type: "application/pdf" },
      { href: "annee-large.pdf", type: "application/pdf" },
    ]);
    expect(alternates[0]?.title?.replaceAll("\u00A0", " ")).toBe("PDF, A4, 4 pages, 123 ko");
  });

  it("tells machines of the report, its quotations and its PDFs, whatever an author writes", () => {
    expect(jsonLdOf(makePublication({ url }))).toMatchObject({
      "@type": "Report",
      name: "L’année du quai",
      url,
      hasPart: [
        {
          "@type": "Quotation",
          text: "L’année </script><!-- & \u2028 la suite.",
          url: `${url}#prenom-nom`,
          creator: {
            name: "Prénom Nom",
            jobTitle: "Directrice du Smart Store",
            affiliation: { name: "Équipe du quai" },
          },
        },
      ],
      encoding: [
        {
          contentUrl: `${url}annee-report.pdf`,
          contentSize: "123 kB",
          accessibilityFeature: ["taggedPDF"],
        },
        { accessibilityFeature: ["taggedPDF", "largePrint"] },
      ],
    });
  });

  it("claims pictures only where there are some, in a chapter or at the head of a part", () => {
    const [chapter] = makePublication().chapters;
    if (chapter === undefined) throw new Error("there is no chapter");
    const body = "![Une carte](images/carte.png)";
    const part: Part = {
      ...{ slug: "partie", file: "content/partie/part.md", body, bodyLine: 4, number: 1 },
      fields: { title: "Une partie" as never },
    };
    expect(jsonLdOf(makePublication()).accessMode).toEqual(["textual"]);
    for (const withPicture of [
      { ...chapter, body },
      { ...chapter, part },
    ]) {
      expect(jsonLdOf(makePublication({ chapters: [withPicture] })).accessMode).toEqual([
        "textual",
        "visual",
      ]);
    }
  });
});

const fields: Partial<Publication> = {
  url,
  subtitle: "Deux hivers d'une bibliothèque",
  summary: "Un *an* de [boats]{lang=en}.",
  authors: [
    {
      name: "Ada Exemple",
      role: "Directrice",
      affiliation: "Université du quai",
      orcid: "0000-0002-1825-0097",
    },
    { name: "Bibliothèque" },
    { name: "Zoé d'Orange", url: "https://www.example.org" },
  ],
  contributors: [
    { name: "João Silva", role: "editor" },
    { name: "Ana Reis", role: "editor" },
    { name: "Bob", role: "photographer" },
  ],
  date: "2021-03-15",
  edition: "2e édition",
  identifiers: {
    isbn: "2-1234-5680-2",
    issn: "2434561x",
    doi: "https://doi.org/10.5555/12345678",
  },
  licence: "CC-BY-4.0",
  rights: "© 2021 Bibliothèque",
  subjects: ["Bateaux", "Livres, lecture"],
};
const picture = { type: "image/jpeg", width: 800, height: 1200, source: "" } as const;
const pictures: SitePictures = {
  cover: { ...picture, name: "cover.jpg", alt: "L'eau" },
  logo: { ...picture, name: "logo.png", type: "image/png", alt: "Une ancre" },
};

/** All values of a name or a property, in order. */
function eachTold(publication: Publication, wanted: string): readonly (string | undefined)[] {
  return headOf(publication)
    .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])))
    .filter(({ name, property, rel }) => [name, property, rel].includes(wanted))
    .map(({ content, href }) => content ?? href);
}

describe("what publication.yaml says of the publication", () => {
  const whole = makePublication(fields);

  it.each([
    ["description", ["Un an de boats."]],
    ["og:description", ["Un an de boats."]],
    ["author", ["Ada Exemple", "Bibliothèque", "Zoé d’Orange"]],
    ["keywords", ["Bateaux, Livres, lecture"]],
    ["dcterms.subject", ["Bateaux", "Livres, lecture"]],
    ["dcterms.contributor", ["João Silva", "Ana Reis", "Bob"]],
    ["dcterms.publisher", ["Bibliothèque"]],
    ["dcterms.issued", ["2021-03-15"]],
    [
      "dcterms.identifier",
      ["urn:isbn:9782123456803", "doi:10.5555/12345678", "urn:issn:2434-561X"],
    ],
    ["dcterms.rights", ["© 2021 Bibliothèque"]],
    ["license", ["https://creativecommons.org/licenses/by/4.0/"]],
    [
      "article:author",
      ["https://orcid.org/0000-0002-1825-0097", "Bibliothèque", "https://www.example.org/"],
    ],
    ["article:published_time", ["2021-03-15"]],
    ["article:tag", ["Bateaux", "Livres, lecture"]],
  ])("is in the head: %s", (name, values) => {
    expect(eachTold(whole, name)).toEqual(values);
  });

  it("leaves out the time of a month or a year, for which Open Graph has none", () => {
    for (const date of ["2021", "2021-03"]) {
      const publication = makePublication({ date });
      expect(eachTold(publication, "article:published_time")).toEqual([]);
      expect(eachTold(publication, "dcterms.issued")).toEqual([date]);
    }
  });

  it("shows its cover with links, small where it is upright", () => {
    expect(told(whole, pictures)).toMatchObject({
      "og:image": `${url}cover.jpg`,
      "og:image:type": "image/jpeg",
      "og:image:width": "800",
      "og:image:height": "1200",
      "og:image:alt": "L’eau",
      "twitter:card": "summary",
    });
    const cover = { ...picture, name: "cover.jpg", alt: "L'eau", width: 1200, height: 630 };
    expect(told(whole, { cover })).toMatchObject({ "twitter:card": "summary_large_image" });
  });

  it("is in the JSON-LD, in the properties of schema.org", () => {
    expect(jsonLdOf(whole, pictures)).toMatchObject({
      "@type": ["Report", "Book"],
      alternativeHeadline: "Deux hivers d’une bibliothèque",
      description: "Un an de boats.",
      abstract: "Un an de boats.",
      author: [
        {
          "@type": "Person",
          name: "Ada Exemple",
          jobTitle: "Directrice",
          affiliation: { "@type": "Organization", name: "Université du quai" },
          sameAs: "https://orcid.org/0000-0002-1825-0097",
        },
        { "@type": "Organization", name: "Bibliothèque" },
        { "@type": "Person", name: "Zoé d’Orange", url: "https://www.example.org/" },
      ],
      editor: [{ name: "João Silva" }, { name: "Ana Reis" }],
      contributor: [
        {
          "@type": "Role",
          roleName: "photographer",
          contributor: { "@type": "Person", name: "Bob" },
        },
      ],
      publisher: { logo: { "@type": "ImageObject", contentUrl: `${url}logo.png` } },
      datePublished: "2021-03-15",
      bookEdition: "2e édition",
      isbn: "9782123456803",
      isPartOf: { "@type": "CreativeWorkSeries", issn: "2434-561X" },
      identifier: [
        { "@type": "PropertyValue", propertyID: "ISBN", value: "9782123456803" },
        {
          "@type": "PropertyValue",
          propertyID: "DOI",
          value: "10.5555/12345678",
          url: "https://doi.org/10.5555/12345678",
        },
      ],
      sameAs: "https://doi.org/10.5555/12345678",
      license: "https://creativecommons.org/licenses/by/4.0/",
      copyrightNotice: "© 2021 Bibliothèque",
      keywords: ["Bateaux", "Livres, lecture"],
      image: { "@type": "ImageObject", contentUrl: `${url}cover.jpg`, description: "L’eau" },
    });
  });

  it("is a version of a report where there is no ISBN, which only books have", () => {
    expect(jsonLdOf(makePublication({ edition: "2e édition" }))).toMatchObject({
      "@type": "Report",
      version: "2e édition",
    });
  });
});

it.each([
  ["fr", "fr_FR"],
  ["fr-CA", "fr_CA"],
  ["es-MX", "es_MX"],
  ["zh-Hant", "zh_TW"],
])("names %s as Open Graph does: %s", (lang, locale) => {
  expect(openGraphLocale(lang)).toBe(locale);
});
