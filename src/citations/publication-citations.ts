/** What a publication cites, as all its editions print it. Types only. */
import type { Phrase } from "./phrases.ts";

export interface ListedSource {
  readonly key: string;
  readonly phrases: readonly Phrase[];
}

export interface PublicationCitations {
  /** What is printed for each, by the file and the number of the citation in its text. */
  readonly byFile: ReadonlyMap<string, readonly (readonly Phrase[])[]>;
  /** As the list has them. */
  readonly sources: readonly ListedSource[];
}
