/**
 * The entries of an index in their order. Input: entries as texts have them, and the language of the
 * index; output: one entry of each name, with its places and those below it, sorted as the language
 * sorts and grouped by first letters. Pure.
 */
import { formatPath, type IndexPath } from "../../../markdown/index/index-mark.ts";
import type { GatheredEntry, GatheredPlace } from "./gather-index.ts";

export interface ArrangedEntry {
  readonly path: IndexPath;
  readonly text: string;
  readonly lang: string | undefined;
  readonly places: readonly GatheredPlace[];
  /** Entries that have places, each once. */
  readonly see: readonly IndexPath[];
  readonly seeAlso: readonly IndexPath[];
  readonly below: readonly ArrangedEntry[];
}

export interface IndexGroup {
  /** Undefined where entries begin with no letter. */
  readonly letter: string | undefined;
  readonly entries: readonly ArrangedEntry[];
}

export function arrangeIndex(
  gathered: readonly GatheredEntry[],
  lang: string,
): readonly IndexGroup[] {
  const arranging: Arranging = {
    collator: collatorOf(lang, "variant"),
    letters: collatorOf(lang, "base"),
    lang,
    found: new Set(
      gathered.flatMap(({ path, place }) =>
        place === undefined ? [] : path.map((_, index) => formatPath(path.slice(0, index + 1))),
      ),
    ),
  };
  return byLetter(entriesAmong(gathered, 0, arranging), arranging);
}

interface Arranging {
  readonly collator: Intl.Collator;
  /** Letters that are the same to it are one group. */
  readonly letters: Intl.Collator;
  readonly lang: string;
  /** Entries that have a place, or one below them. */
  readonly found: ReadonlySet<string>;
}

type SortedEntry = ArrangedEntry & { readonly sort: string };

/** A tag that no collation is known of is sorted as all languages share. */
function collatorOf(lang: string, sensitivity: "variant" | "base"): Intl.Collator {
  return new Intl.Collator([lang, "en"], { sensitivity, numeric: true });
}

/** @param depth of the level at which they differ. */
function entriesAmong(
  gathered: readonly GatheredEntry[],
  depth: number,
  arranging: Arranging,
): readonly SortedEntry[] {
  const byText = Map.groupBy(
    gathered.filter(({ path }) => path.length > depth),
    ({ path }) => path[depth]?.text ?? "",
  );
  return [...byText]
    .map(([text, same]) => entryOf(text, same, depth, arranging))
    .filter(({ places, see, below }) => places.length + see.length + below.length > 0)
    .toSorted(
      (one, other) =>
        arranging.collator.compare(one.sort, other.sort) ||
        arranging.collator.compare(one.text, other.text),
    );
}

function entryOf(
  text: string,
  same: readonly GatheredEntry[],
  depth: number,
  arranging: Arranging,
): SortedEntry {
  const own = same.filter(({ path }) => path.length === depth + 1);
  const found = ({ path }: { readonly path: IndexPath }): boolean =>
    arranging.found.has(formatPath(path));
  const targets = (name: "see" | "seeAlso"): readonly IndexPath[] => {
    const paths = own.flatMap((entry) =>
      entry[name] === undefined ? [] : [{ path: entry[name] }],
    );
    return [...new Map(paths.filter(found).map(({ path }) => [formatPath(path), path])).values()];
  };
  return {
    ...{ text, path: same[0]?.path.slice(0, depth + 1) ?? [] },
    sort: same.flatMap(({ path }) => path[depth]?.sort ?? []).at(0) ?? text,
    lang: own.find((entry) => entry.lang !== undefined)?.lang,
    places: own.flatMap(({ place }) => place ?? []),
    ...{ see: targets("see"), seeAlso: targets("seeAlso") },
    below: entriesAmong(same, depth + 1, arranging),
  };
}

function byLetter(entries: readonly SortedEntry[], arranging: Arranging): readonly IndexGroup[] {
  const groups: { readonly letter: string | undefined; readonly entries: ArrangedEntry[] }[] = [];
  for (const entry of entries) {
    const letter = letterOf(entry.sort, arranging);
    const last = groups.at(-1);
    if (last !== undefined && isSameLetter(last.letter, letter, arranging))
      last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups;
}

function isSameLetter(
  one: string | undefined,
  other: string | undefined,
  { letters }: Arranging,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return letters.compare(one, other) === 0;
}

/** Without its accent where the language has no letter of its own for it: É, but Å in Swedish. */
function letterOf(sort: string, { letters, lang }: Arranging): string | undefined {
  const first = /^[\p{P}\s]*(?<letter>\p{L}\p{M}*)/u.exec(sort.normalize("NFC"))?.groups?.letter;
  if (first === undefined) return undefined;
  const upper = [...first.toLocaleUpperCase(lang)][0] ?? first;
  const bare = upper.normalize("NFD").replace(/\p{M}/gu, "");
  return letters.compare(bare, upper) === 0 ? bare : upper;
}
