/**
 * What a document says of itself beside its title and its language, and what of that the document
 * information of a PDF holds. The metadata (`xmp.ts`) holds all of it. ISO 32000-1 §14.3.3.
 */

export interface DocumentDescription {
  /** In the order in which they are named. */
  readonly authors?: readonly string[] | undefined;
  readonly contributors?: readonly string[] | undefined;
  readonly publishers?: readonly string[] | undefined;
  readonly description?: string | undefined;
  /** As one text, with commas between them. */
  readonly keywords?: string | undefined;
  readonly subjects?: readonly string[] | undefined;
  /** When it was published, in ISO 8601. */
  readonly dates?: readonly string[] | undefined;
  /** As addresses, such as `urn:isbn:9783161484100`: what tells it from all others comes first. */
  readonly identifiers?: readonly string[] | undefined;
  readonly rights?: string | undefined;
  /** The address of its licence. */
  readonly licence?: string | undefined;
}

/** The texts of the document information, by their keys; none is empty. */
export type DescriptionInfo = Readonly<Partial<Record<"Author" | "Subject" | "Keywords", string>>>;

export function descriptionInfo({
  authors = [],
  description = "",
  keywords = "",
}: DocumentDescription): DescriptionInfo {
  // As Adobe's programs part the authors in it.
  const author = authors.join("; ");
  return {
    ...(author !== "" && { Author: author }),
    ...(description !== "" && { Subject: description }),
    ...(keywords !== "" && { Keywords: keywords }),
  };
}
