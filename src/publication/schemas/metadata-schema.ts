/**
 * What publication.yaml says of the publication as libraries, shops and search engines ask for it:
 * who made it, when, under which numbers, and what others may do with it. Fields of the schema in
 * `publication-schema.ts`, with their documentation; all of them may be left out. Input: nothing.
 */
import { z } from "zod";
import { dateFault } from "../../document/calendar-date.ts";
import { ROLE_NAMES } from "../fields/contributor-roles.ts";
import { checked, orDigits, writtenAlso } from "../fields/field-types.ts";
import { documented, pictureFile, plainText as text, type Markup } from "../fields/fields.ts";
import { doiFault, isbnFault, issnFault, orcidFault } from "../fields/identifiers.ts";
import { licenceFault } from "../fields/licence.ts";
import { httpsAddressFault } from "../fields/site-address.ts";

const person = {
  name: documented(text, "the name as it is printed, in plain text", "Maria Costa"),
  affiliation: documented(
    text,
    "the organisation that the person works for, in plain text",
    "University of Lisbon",
  ).optional(),
  orcid: documented(
    checked(orcidFault),
    "the person's ORCID iD, of four groups of four digits. Its address, https://orcid.org/…, is taken as well.",
    "0000-0002-1825-0097",
  ).optional(),
  url: documented(
    checked(httpsAddressFault),
    "the https address of a page about the person",
    "https://www.example.org/maria-costa",
  ).optional(),
};

const author = z
  .strictObject({
    ...person,
    role: documented(
      text,
      "what the author is or does, in plain text",
      "Head of the library",
    ).optional(),
  })
  .readonly();

/** A name alone is an author of that name. */
const authorOrName = documented(
  writtenAlso(
    z.preprocess(
      (value) => (typeof value === "string" && value.trim() !== "" ? { name: value } : value),
      author,
    ),
    { type: "string", minLength: 1 },
  ),
  "an author. A name, or the fields `name`, `role`, `affiliation`, `orcid` and `url`.",
  "Maria Costa",
);

const contributor = documented(
  z
    .strictObject({
      ...person,
      role: documented(
        z.enum(ROLE_NAMES),
        "what the person did for the publication. One of the names in contributor-roles.ts.",
        "editor",
      ),
    })
    .readonly(),
  "someone who contributed. The fields are `name` and `role`, and as of an author `affiliation`, `orcid` and `url`.",
  "{ name: João Silva, role: editor }",
);

const identifiers = z
  .strictObject({
    isbn: documented(
      orDigits(checked(isbnFault), 10),
      "an ISBN of 13 digits or of 10, with or without hyphens",
      "978-2-1234-5680-3",
    ).optional(),
    issn: documented(
      orDigits(checked(issnFault), 8),
      "an ISSN, of the series or journal that the publication is part of",
      "2049-3630",
    ).optional(),
    doi: documented(
      checked(doiFault),
      "a DOI, with or without https://doi.org/ in front of it",
      "10.5555/12345678",
    ).optional(),
  })
  .readonly();

const pictureAlt = documented(
  text,
  "what the picture shows, in plain text, for those who do not see it",
  "A blue boat full of books",
);

const cover = z
  .strictObject({
    file: pictureFile,
    alt: pictureAlt,
    credit: documented(
      text,
      "who made the picture, in plain text, as it is to be printed",
      "Photo: the photographer",
    ).optional(),
  })
  .readonly();

const logo = z.strictObject({ file: pictureFile, alt: pictureAlt }).readonly();

/** Fields of content/publication.yaml. */
export const metadataFields = {
  subtitle: documented(
    text,
    "what stands below the title, in plain text",
    "A library between two winters",
  ).optional(),
  authors: documented(
    z.array(authorOrName).min(1).readonly(),
    "a list of those who wrote it, in the order in which they are named. Each is a name, or has `name`, `role`, `affiliation`, `orcid` and `url`. Where it is left out, the publisher stands for the author.",
    "[Maria Costa, { name: Ana Reis, orcid: 0000-0002-1825-0097 }]",
  ).optional(),
  contributors: documented(
    z.array(contributor).min(1).readonly(),
    "a list of those who did something else than write it. Each has a `name` and a `role`.",
    "[{ name: João Silva, role: editor }]",
  ).optional(),
  date: documented(
    orDigits(checked(dateFault)),
    "when it is published, as a day, a month or a year in digits. The year comes first.",
    "2021-03-15",
  ).optional(),
  edition: documented(
    text,
    "which edition of the text it is, in plain text, as it is to be printed. The files that are made of it are `editions`.",
    "2nd edition",
  ).optional(),
  identifiers: identifiers
    .meta({
      description:
        "numbers that it is known by. `isbn`, `issn` and `doi`, of which any may be left out.",
      examples: ["{ isbn: 978-2-1234-5680-3, doi: 10.5555/12345678 }"],
    })
    .optional(),
  licence: documented(
    checked(licenceFault),
    "the licence under which everyone may use it, by its SPDX identifier or its https address. CC-BY-4.0, CC-BY-SA-4.0, CC-BY-NC-4.0, CC-BY-ND-4.0, CC-BY-NC-SA-4.0, CC-BY-NC-ND-4.0 and CC0-1.0 are known.",
    "CC-BY-4.0",
  ).optional(),
  rights: documented(
    text,
    "whose rights it is subject to, in plain text",
    "© 2021 Harbour Library",
  ).optional(),
  subjects: documented(
    z
      .array(documented(text, "what it is about, in plain text", "Libraries"))
      .min(1)
      .readonly(),
    "a list of what it is about, each in plain text",
    "[Libraries, Boats]",
  ).optional(),
  summary: text
    .refine((words) => !/\n[^\S\n]*\n/u.test(words), {
      message: "is more than one paragraph",
      params: { hint: "join the paragraphs, or leave all but one out" },
    })
    .meta({
      description:
        "what it says in one paragraph, in inline Markdown. Search engines and libraries show it; where it is left out, they are given the `lead`.",
      examples: ["In the year of the flood the library lent 4,000 books from a boat."],
      markup: "inline" satisfies Markup,
    })
    .optional(),
  cover: cover
    .meta({
      description: "a picture for its cover. `file`, `alt` and, if you like, `credit`.",
      examples: ["{ file: images/cover.jpg, alt: … }"],
      markup: "picture",
    })
    .optional(),
  logo: logo
    .meta({
      description: "the publisher's logo. `file` and `alt`.",
      examples: ["{ file: images/logo.svg, alt: … }"],
      markup: "picture",
    })
    .optional(),
};

/** An author: at least a name. */
export type Author = z.infer<typeof author>;
export type Contributor = z.infer<typeof contributor>;
export type Identifiers = z.infer<typeof identifiers>;
export type Cover = z.infer<typeof cover>;
export type Logo = z.infer<typeof logo>;
