/**
 * A document's description as HTML's head says it: by HTML's own names, and by those of Dublin Core
 * where HTML has none. The PDF of a print source takes its metadata from them.
 */
import type { JSX } from "preact";
import type { DocumentDescription } from "../../pdf/document/description.ts";

export function DescriptionMetadata({
  description,
}: {
  readonly description: DocumentDescription;
}): JSX.Element {
  const { licence } = description;
  return (
    <>
      {namesOf(description).map(([name, content]) => (
        <meta key={`${name} ${content}`} name={name} content={content} />
      ))}
      {licence === undefined ? null : <link rel="license" href={licence} />}
    </>
  );
}

function namesOf(
  description: DocumentDescription,
): readonly (readonly [name: string, content: string])[] {
  const { keywords, rights } = description;
  const each = (name: string, values: readonly string[] = []) =>
    values.map((value) => [name, value] as const);
  const one = (name: string, value: string | undefined) =>
    value === undefined ? [] : [[name, value] as const];
  return [
    ...one("description", description.description),
    ...each("author", description.authors),
    ...one("keywords", keywords),
    ...each("dcterms.contributor", description.contributors),
    ...each("dcterms.publisher", description.publishers),
    ...each("dcterms.subject", description.subjects),
    ...each("dcterms.issued", description.dates),
    ...each("dcterms.identifier", description.identifiers),
    ...one("dcterms.rights", rights),
  ];
}
