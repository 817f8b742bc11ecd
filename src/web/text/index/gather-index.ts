/**
 * What all texts of an edition say of its index. Input: the HTML of texts in the order of reading, as
 * Markdown became it; output: each entry that a place is in, with the id that leads to the place. Texts
 * that an edition does not have are not among them, so that the index has nothing of them.
 */
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { inDocumentOrder } from "../../../document/document-order.ts";
import type { IndexPath } from "../../../markdown/index/index-mark.ts";
import { INDEX_PLACE, readPlace, type IndexPlace } from "../../../markdown/index/index-places.ts";

/** A text, and how its places are known on pages. */
export interface IndexedText {
  /** Of its file: ids of places begin with it. */
  readonly slug: string;
  /** Of what the text is of, as plain text. */
  readonly title: string;
  readonly html: string;
}

export interface GatheredPlace {
  readonly id: string;
  /** Where the passage ends, if it is one. */
  readonly endId: string | undefined;
  /** Of the chapter that it is in. */
  readonly title: string;
}

/** One entry that a place is in, or that says where to see. */
export interface GatheredEntry {
  readonly path: IndexPath;
  /** Of the words, where they are of another language than their text. */
  readonly lang: string | undefined;
  /** Undefined of one that only says where to see. */
  readonly place: GatheredPlace | undefined;
  readonly see: IndexPath | undefined;
  readonly seeAlso: IndexPath | undefined;
}

export function gatherIndex(texts: readonly IndexedText[]): readonly GatheredEntry[] {
  return texts.flatMap(({ slug, title, html }) =>
    // Most texts have none, and are not read.
    html.includes(INDEX_PLACE)
      ? [...inDocumentOrder(parseFragment(html))].flatMap((element) =>
          entriesAt(element, slug, title),
        )
      : [],
  );
}

/** The id of a place: its own, if an author gave it one. */
export function idOfPlace({ nth }: IndexPlace, slug: string, own: string | undefined): string {
  return own ?? `${slug}-index-${nth}`;
}

function entriesAt(
  { attrs }: DefaultTreeAdapterTypes.Element,
  slug: string,
  title: string,
): readonly GatheredEntry[] {
  const valueOf = (attribute: string): string | undefined =>
    attrs.find(({ name }) => name === attribute)?.value;
  const written = valueOf(INDEX_PLACE);
  if (written === undefined) return [];
  const place = readPlace(written);
  const { paths, lang, to: endId, see, seeAlso } = place;
  const at = { id: idOfPlace(place, slug, valueOf("id")), endId, title };
  return paths.map((path) => ({
    ...{ path, lang, see, seeAlso },
    place: see === undefined ? at : undefined,
  }));
}
