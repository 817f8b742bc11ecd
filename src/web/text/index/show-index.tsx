/**
 * The index of a publication as an edition shows it: entries by their letters, each with links to its
 * places. Where there are pages, a link shows the number of its page: layout knows it, and joins equal
 * pages and ranges (`data-page-list`). Elsewhere links are numbered, and called by the chapter that they
 * lead to. Input: entries of all texts; output: elements.
 */
import { Fragment, type ComponentChildren, type JSX } from "preact";
import { FALLBACK, findLanguage } from "../../../languages/languages.ts";
import { isSameLanguage } from "../../../languages/find-by-language.ts";
import { formatPath, type IndexPath } from "../../../markdown/index/index-mark.ts";
import { INDEX_ID, type IndexPlace } from "../../../markdown/index/index-places.ts";
import { wordsFor } from "../../../theme/words.ts";
import { arrangeIndex, type ArrangedEntry, type IndexGroup } from "./arrange-index.ts";
import { idOfPlace, type GatheredEntry, type GatheredPlace } from "./gather-index.ts";

export interface ShownIndex {
  /** The id of a place. @param own the id that an author gave it. */
  readonly idOf: (place: IndexPlace, own: string | undefined) => string;
  /** Undefined where no text has an entry. */
  readonly list: () => JSX.Element | undefined;
}

export interface IndexOf {
  /** Of the file: its places have ids that begin with it. */
  readonly slug: string;
  /** Of the text in which the index stands. */
  readonly lang: string;
  readonly headingLevel: 3 | 4;
  /** The edition is laid out in pages. */
  readonly isPaged: boolean;
}

export function showIndex(gathered: readonly GatheredEntry[], of: IndexOf): ShownIndex {
  return {
    idOf: (place, own) => idOfPlace(place, of.slug, own),
    list: () => {
      const groups = arrangeIndex(gathered, of.lang);
      return groups.length === 0 ? undefined : listOf(groups, of);
    },
  };
}

/** What entries are shown with. */
interface Listing extends IndexOf {
  /** Of entries that others lead to, by their paths. */
  readonly targets: ReadonlyMap<string, string>;
}

function listOf(groups: readonly IndexGroup[], of: IndexOf): JSX.Element {
  const { headingLevel, slug } = of;
  const Heading = `h${headingLevel}` as const;
  const entries = groups.flatMap((group) => group.entries);
  const listing = { ...of, targets: targetsAmong(entries) };
  return (
    <section
      class="index"
      // In a file of this name, links lead to the file.
      id={slug === INDEX_ID ? undefined : INDEX_ID}
      // Without a name: the chapter that it stands in is mostly called so, and landmarks are known by names.
      role="doc-index"
    >
      {groups.map(({ letter, entries: ofLetter }) => (
        <div key={letter} class="index-group">
          {letter === undefined ? null : <Heading class="index-letter">{letter}</Heading>}
          <Entries entries={ofLetter} listing={listing} />
        </div>
      ))}
    </section>
  );
}

function targetsAmong(entries: readonly ArrangedEntry[]): ReadonlyMap<string, string> {
  const all = entries.flatMap(withBelow);
  const named = new Set(all.flatMap(({ see, seeAlso }) => [...see, ...seeAlso].map(formatPath)));
  const targets = all.map(({ path }) => formatPath(path)).filter((path) => named.has(path));
  return new Map(targets.map((path, index) => [path, `${INDEX_ID}-entry-${index + 1}`]));
}

function withBelow(entry: ArrangedEntry): readonly ArrangedEntry[] {
  return [entry, ...entry.below.flatMap(withBelow)];
}

function Entries({
  entries,
  listing,
}: {
  readonly entries: readonly ArrangedEntry[];
  readonly listing: Listing;
}): JSX.Element {
  return (
    <ul>
      {entries.map((entry) => (
        <li
          key={entry.text}
          id={listing.targets.get(formatPath(entry.path))}
          class={entry.below.length === 0 ? "index-entry" : undefined}
        >
          <span class="index-term" lang={entry.lang}>
            {entry.text}
          </span>
          {entry.places.length === 0 ? null : (
            <>
              {" "}
              {listing.isPaged ? (
                <PageList places={entry.places} listing={listing} />
              ) : (
                <LinkList places={entry.places} />
              )}
            </>
          )}
          <Elsewhere entry={entry} listing={listing} />
          {entry.below.length === 0 ? null : <Entries entries={entry.below} listing={listing} />}
        </li>
      ))}
    </ul>
  );
}

function LinkList({ places }: { readonly places: readonly GatheredPlace[] }): JSX.Element {
  return (
    <span class="index-places">
      {places.map(({ id, title }, index) => (
        <Fragment key={id}>
          {index === 0 ? "" : " "}
          <a href={`#${id}`} aria-label={`${index + 1}, ${title}`}>
            {index + 1}
          </a>
        </Fragment>
      ))}
    </span>
  );
}

/** A link says in words where it leads, since it has no number before layout. */
function PageList({
  places,
  listing: { lang },
}: {
  readonly places: readonly GatheredPlace[];
  readonly listing: Listing;
}): JSX.Element {
  const { typography } = findLanguage(lang) ?? FALLBACK;
  const dash = typography.dashes.range ?? "-";
  const between = wordsFor(lang).separator;
  return (
    <span class="index-places" data-page-list={dash}>
      {places.map(({ id, endId, title }, index) => (
        <Fragment key={id}>
          <span data-before={index === 0 ? undefined : between}>
            <a href={`#${id}`} aria-label={title} />
          </span>
          {endId === undefined ? null : (
            <span data-before={dash} data-page-through>
              <a href={`#${endId}`} aria-label={title} />
            </span>
          )}
        </Fragment>
      ))}
    </span>
  );
}

/** What it says of other entries. */
function Elsewhere({
  entry: { see, seeAlso },
  listing,
}: {
  readonly entry: ArrangedEntry;
  readonly listing: Listing;
}): JSX.Element {
  const words = wordsFor(listing.lang);
  const shown = (
    say: (target: ComponentChildren) => ComponentChildren,
    paths: readonly IndexPath[],
  ): ComponentChildren =>
    paths.length === 0 ? null : (
      <span
        class="index-see"
        lang={isSameLanguage(words.lang, listing.lang) ? undefined : words.lang}
        // The numbers before it are not text: two spaces would be one.
        data-before={listing.isPaged ? " " : undefined}
      >
        {listing.isPaged ? null : " "}
        {say(
          paths.map((path, index) => [index === 0 ? "" : words.separator, linkTo(path, listing)]),
        )}
      </span>
    );
  return (
    <>
      {shown(words.see, see)}
      {shown(words.seeAlso, seeAlso)}
    </>
  );
}

function linkTo(path: IndexPath, { targets, lang }: Listing): JSX.Element {
  const id = targets.get(formatPath(path)) ?? "";
  return (
    <a href={`#${id}`} lang={isSameLanguage(wordsFor(lang).lang, lang) ? undefined : lang}>
      {path.map(({ text }) => text).join(": ")}
    </a>
  );
}
