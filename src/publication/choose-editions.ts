/** The editions that a person asks for by their ids. */
import { PublicationError } from "../errors.ts";
import type { Edition, Publication } from "./publication.ts";

/**
 * All editions where `ids` is undefined.
 * @throws PublicationError `edition-unknown` naming those there are.
 */
export function chooseEditions(
  publication: Publication,
  ids: readonly string[] | undefined,
): readonly Edition[] {
  if (ids === undefined) return publication.editions;
  return [...new Set(ids)].map((id) => {
    const edition = publication.editions.find((candidate) => candidate.id === id);
    if (edition !== undefined) return edition;
    const known = publication.editions.map((candidate) => candidate.id).join(", ");
    throw new PublicationError("edition-unknown", `there is no edition "${id}"`, {
      place: { file: "content/publication.yaml" },
      hint: `the editions are ${known}`,
    });
  });
}
