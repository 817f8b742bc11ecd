/**
 * What the editions of a publication say of themselves to machines: in the head of the web edition and
 * of print sources, from which the PDFs have it, and in files for the press. Input: the publication's
 * fields. Output: a description, as PDF and HTML know one.
 */
import type { DocumentDescription } from "../pdf/document/description.ts";
import { identifierAddresses } from "../publication/fields/identifiers.ts";
import { licenceAddress } from "../publication/fields/licence.ts";
import type { Publication } from "../publication/publication.ts";
import { inlineText } from "./inline-text.ts";

type Described = Pick<
  Publication,
  | "publisher"
  | "authors"
  | "contributors"
  | "summary"
  | "subjects"
  | "date"
  | "identifiers"
  | "rights"
  | "licence"
>;

/** @param set what is done to texts that people read. */
export function describeDocument(
  publication: Described,
  set: (text: string) => string = (text) => text,
): DocumentDescription {
  const { publisher, authors, contributors, summary, subjects, date } = publication;
  const { identifiers, rights, licence } = publication;
  const namesOf = (people: readonly { readonly name: string }[]): readonly string[] =>
    people.map(({ name }) => set(name));
  return {
    // A publication that nobody signs is its publisher's.
    ...(authors === undefined
      ? { authors: [set(publisher)] }
      : { authors: namesOf(authors), publishers: [set(publisher)] }),
    contributors: contributors && namesOf(contributors),
    description: summary && set(inlineText(summary)),
    keywords: subjects?.map(set).join(", "),
    subjects: subjects?.map(set),
    dates: date === undefined ? undefined : [date],
    identifiers: identifiers && identifierAddresses(identifiers),
    rights: rights && set(rights),
    licence: licence && licenceAddress(licence),
  };
}
