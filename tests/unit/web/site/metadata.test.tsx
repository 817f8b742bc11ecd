/** What the head of the web edition says, read back from the HTML as a browser reads it. */
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import type { Publication } from "../../../../src/publication/publication.ts";
import { Metadata, openGraphLocale } from "../../../../src/web/components/metadata.tsx";
import { renderDocument } from "../../../../src/web/html-document.ts";
import type { Site } from "../../../../src/web/site/site.ts";
import { downloads, makePublication, theme } from "./publication.ts";

type Element = DefaultTreeAdapterTypes.Element;

const url = "https://www.example.org/annee/";

function siteAt(address: string | undefined): Site {
  const style = {
    accent: "#ff7900",
    onAccent: "#000000",
    darkPaper: "#141414",
    headingFont: undefined,
  };
  return { url: address, style, iconSvg: "<svg/>", shareImageSvg: "<svg/>" };
}

function headOf(publication: Publication): readonly Element[] {
  const document = parse(
    renderDocument(
      <html lang={publication.lang}>
        <head>
          <title>A</title>
          <Metadata
            publication={publication}
            theme={theme}
            site={siteAt(publication.url)}
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

function told(publication: Publication): Readonly<Record<string, string>> {
  return Object.fromEntries(
    headOf(publication)
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

function jsonLdOf(publication: Publication): JsonLdReport {
  const script = headOf(publication).find(({ tagName }) => tagName === "script");
  const [text] = script?.childNodes ?? [];
  if (text === undefined || !("value" in text)) throw new Error("there is no JSON-LD");
  return JSON.parse(text.value) as JsonLdReport;
}

describe("Metadata", () => {
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

  it("claims pictures only where there are some", () => {
    const [part] = makePublication().chapters;
    const withPicture = { ...part, body: "![Une carte](images/carte.png)" } as typeof part;
    expect(jsonLdOf(makePublication()).accessMode).toEqual(["textual"]);
    expect(
      jsonLdOf(makePublication({ chapters: withPicture ? [withPicture] : [] })).accessMode,
    ).toEqual(["textual", "visual"]);
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
