/**
 * Makes one edition and writes its files, as its kind does. Input: what publication.yaml says of it,
 * and what was rendered of the publication; output: where its files lie, and what making it told.
 */
import type { EditionKind, EditionOf } from "./kinds.ts";
import type { MadeEdition } from "./made-edition.ts";
import type { EditionMaking } from "./room.ts";
import { loadRoom } from "./rooms.ts";

/** @throws PublicationError where the edition cannot be made. */
export async function makeEdition<K extends EditionKind>(
  edition: EditionOf<K>,
  making: EditionMaking,
): Promise<MadeEdition<K>> {
  const { make } = await loadRoom<K>(edition.kind);
  return make(edition, making);
}
