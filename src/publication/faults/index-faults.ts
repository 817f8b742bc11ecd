/**
 * The index of a publication. Input: all files as read; output: faults of an index without entries, and of
 * entries that say to see what is no entry. It reads no file.
 */
import { formatPath } from "../../markdown/index/index-mark.ts";
import type { ReadContent } from "../files/read-content.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { nearestName } from "./nearest-name.ts";

export function indexFaults(contents: readonly ReadContent[]): readonly Fault[] {
  const entries = entriesOf(contents);
  const dead = contents.flatMap(({ file, indexPlaces }) =>
    indexPlaces.flatMap(({ place: { see, seeAlso }, line }) =>
      [see, seeAlso].flatMap((path) => {
        const entry = path && formatPath(path);
        return entry === undefined || entries.has(entry)
          ? []
          : [deadEntry(entry, [...entries], { file, line })];
      }),
    ),
  );
  const empty = contents.flatMap(({ file, indexes }) =>
    entries.size > 0 ? [] : indexes.map((line) => ({ file, line, ...NO_ENTRIES })),
  );
  return [...dead, ...empty];
}

/** Those that lead to a text, and those above them. */
function entriesOf(contents: readonly ReadContent[]): ReadonlySet<string> {
  const paths = contents
    .flatMap(({ indexPlaces }) => indexPlaces)
    .flatMap(({ place }) => (place.see === undefined ? place.paths : []));
  return new Set(
    paths.flatMap((path) => path.map((_, index) => formatPath(path.slice(0, index + 1)))),
  );
}

const NO_ENTRIES = {
  message: "the index stands here, and no text has an entry for it",
  expected: "words that are indexed, such as `[boats]{.index}`",
  hint: "index some words, or remove the block",
};

function deadEntry(
  entry: string,
  entries: readonly string[],
  at: Pick<Fault, "file" | "line">,
): Fault {
  const nearest = nearestName(entry, entries);
  return {
    ...at,
    message: `the index has no entry ${quoteValue(entry)} that leads to a text`,
    expected: "an entry as texts write it, with `!` between its levels",
    hint:
      nearest === undefined
        ? "name another entry, or index words by this one"
        : `did you mean \`${nearest}\`?`,
  };
}
