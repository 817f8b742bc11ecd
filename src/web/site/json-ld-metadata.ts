/**
 * Who made a publication, when, under which numbers it is known and what others may do with it, as
 * properties of its schema.org node. Input: the publication's fields, and the pictures beside its web
 * edition. Output: a value. What is not written in the content is left out.
 */
import {
  doiAddress,
  doiName,
  isbnDigits,
  issnNumber,
  orcidAddress,
} from "../../publication/fields/identifiers.ts";
import { licenceAddress } from "../../publication/fields/licence.ts";
import type {
  Author,
  Contributor,
  Identifiers,
  Publication,
} from "../../publication/publication.ts";
import type { JsonLd } from "../../theme/json-ld.ts";
import { plainText, plainTextOfMarkdown } from "../typography/plain-text.ts";
import type { SitePicture, SitePictures } from "./site-pictures.ts";

type SetText = (text: string) => string;

/** What has an ISBN is a book too: that and its edition are properties of books alone. */
export function typeOf({ identifiers }: Publication): string | readonly string[] {
  return identifiers?.isbn === undefined ? "Report" : ["Report", "Book"];
}

export function describeMaking(publication: Publication, { cover, logo }: SitePictures): JsonLd {
  const { lang, publisher, subtitle, summary, authors, date, edition } = publication;
  const { identifiers = {}, licence, rights, subjects, url = "" } = publication;
  const set: SetText = (text) => plainText(text, lang);
  const numbers = describeNumbers(identifiers);
  return {
    ...(subtitle !== undefined && { alternativeHeadline: set(subtitle) }),
    ...(summary !== undefined && { abstract: plainTextOfMarkdown(summary, lang) }),
    ...(authors !== undefined && {
      author: authors.map((author) => describeAuthor(author, publisher, set)),
    }),
    ...describeContributors(publication, set),
    publisher: {
      "@type": "Organization",
      name: set(publisher),
      ...(logo !== undefined && { logo: describePicture(logo, url, set) }),
    },
    ...describeSeries(publication, set),
    ...(date !== undefined && { datePublished: date }),
    ...(edition !== undefined && {
      [identifiers.isbn === undefined ? "version" : "bookEdition"]: set(edition),
    }),
    ...(identifiers.isbn !== undefined && { isbn: isbnDigits(identifiers.isbn) }),
    ...(numbers.length > 0 && { identifier: numbers }),
    ...(identifiers.doi !== undefined && { sameAs: doiAddress(identifiers.doi) }),
    ...(licence !== undefined && { license: licenceAddress(licence) }),
    ...(rights !== undefined && { copyrightNotice: set(rights) }),
    ...(subjects !== undefined && { keywords: subjects.map(set) }),
    ...(cover !== undefined && {
      image: describePicture(cover, url, set, publication.cover?.credit),
    }),
  };
}

type Person = Omit<Author, "role">;

function describePerson({ name, affiliation, orcid, url }: Person, set: SetText): JsonLd {
  return {
    "@type": "Person",
    name: set(name),
    ...(affiliation !== undefined && {
      affiliation: { "@type": "Organization", name: set(affiliation) },
    }),
    ...(orcid !== undefined && { sameAs: orcidAddress(orcid) }),
    ...(url !== undefined && { url: new URL(url).href }),
  };
}

/** The publisher may be named as author too, and is no person. */
function describeAuthor(author: Author, publisher: string, set: SetText): JsonLd {
  if (author.name === publisher) return { "@type": "Organization", name: set(publisher) };
  return {
    ...describePerson(author, set),
    ...(author.role !== undefined && { jobTitle: set(author.role) }),
  };
}

/** Roles for which every creative work has a property of its own; others are named. */
const OWN_PROPERTIES: readonly Contributor["role"][] = ["editor", "translator", "funder"];

function describeContributors({ contributors = [] }: Publication, set: SetText): JsonLd {
  const own = OWN_PROPERTIES.flatMap((role) => {
    const people = contributors.filter((contributor) => contributor.role === role);
    return people.length === 0
      ? []
      : [[role, people.map((contributor) => describePerson(contributor, set))] as const];
  });
  const others = contributors.filter(({ role }) => !OWN_PROPERTIES.includes(role));
  return {
    ...Object.fromEntries(own),
    ...(others.length > 0 && {
      contributor: others.map((contributor) => ({
        "@type": "Role",
        roleName: contributor.role,
        contributor: describePerson(contributor, set),
      })),
    }),
  };
}

/** An ISSN is that of the series, not of one publication in it. */
function describeSeries({ series, identifiers }: Publication, set: SetText): JsonLd {
  const issn = identifiers?.issn;
  if (series === undefined && issn === undefined) return {};
  return {
    isPartOf: {
      "@type": "CreativeWorkSeries",
      ...(series !== undefined && { name: set(series) }),
      ...(issn !== undefined && { issn: issnNumber(issn) }),
    },
  };
}

function describeNumbers({ isbn, doi }: Identifiers): readonly JsonLd[] {
  return [
    ...(isbn === undefined ? [] : [describeNumber("ISBN", isbnDigits(isbn))]),
    ...(doi === undefined ? [] : [describeNumber("DOI", doiName(doi), doiAddress(doi))]),
  ];
}

function describeNumber(propertyID: string, value: string, url?: string): JsonLd {
  return { "@type": "PropertyValue", propertyID, value, ...(url !== undefined && { url }) };
}

function describePicture(
  { name, type, alt }: SitePicture,
  base: string,
  set: SetText,
  credit?: string,
): JsonLd {
  return {
    "@type": "ImageObject",
    contentUrl: `${base}${name}`,
    encodingFormat: type,
    description: set(alt),
    ...(credit !== undefined && { creditText: set(credit) }),
  };
}
