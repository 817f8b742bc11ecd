/**
 * What attributes say of words that stand in the index: `.index`, `index="Boats!repair"`, `to`, `see` and
 * `see-also`. Levels are parted by `!` as in LaTeX, and `@` stands behind what an entry is sorted by; a
 * backslash before either makes it a sign. Input: attributes; output: what they say, or what is wrong.
 */
import type { Attributes, Field } from "../attributes.ts";
import type { Wording } from "../fault-token.ts";

/** One level of an entry. */
export interface IndexLevel {
  readonly text: string;
  /** What it is sorted by, where that is another text. */
  readonly sort?: string;
}

/** From the main entry to the innermost. */
export type IndexPath = readonly IndexLevel[];

/** What one place of a text says. */
export interface IndexMark {
  /** Entries that name it; an empty path is the words themselves. */
  readonly paths: readonly IndexPath[];
  /** The id of a place in the same text up to which the passage goes. */
  readonly to?: string;
  /** The entry under which all of it is found; such a place has no number. */
  readonly see?: IndexPath;
  /** One that has more. */
  readonly seeAlso?: IndexPath;
}

export const INDEX_CLASS = "index";
const FIELDS: readonly string[] = ["index", "to", "see", "see-also"];

/** Whether an attribute is one of these. */
export function isIndexField([name]: Field): boolean {
  return FIELDS.includes(name);
}

const EXAMPLE = '`[repaired]{index="Boats!repair"}`';
const MOST_LEVELS = 3;

/** Neither is there where the attributes say nothing of the index. */
export interface ReadMark {
  readonly mark?: IndexMark;
  readonly wrong?: Wording;
}

/** @param words between the brackets. */
export function readIndexMark({ classes, fields }: Attributes, words: string): ReadMark {
  const isClass = classes.includes(INDEX_CLASS);
  const own = fields.filter(isIndexField);
  if (!isClass && own.length === 0) return {};
  const entries = own.filter(([name]) => name === "index").map(([, value]) => value);
  const more = Object.fromEntries(own.filter(([name]) => name !== "index"));
  const count = entries.length + (isClass ? 1 : 0);
  const wrong =
    count === 0
      ? `${JSON.stringify(own[0]?.[0])} says nothing without an entry of the index`
      : isClass && words.trim() === ""
        ? "no words stand between the brackets that could be an entry of the index"
        : new Set(own.map(String)).size < own.length || own.length - entries.length > keys(more)
          ? "the same is said of the index twice"
          : more.see !== undefined && (keys(more) > 1 || count > 1)
            ? "an entry that says where to see has nothing else"
            : undefined;
  if (wrong !== undefined) return wrongMark(wrong);
  const paths = entries.map(pathOf);
  const said = { see: more.see, seeAlso: more["see-also"] };
  const others = Object.entries(said).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, pathOf(value)] as const],
  );
  const unsound = [...paths, ...others.map(([, path]) => path)].find((path) => !isSound(path));
  if (unsound !== undefined) {
    return wrongMark(
      unsound.length > MOST_LEVELS
        ? `an entry of the index has ${unsound.length} levels`
        : "an entry of the index is empty",
    );
  }
  return {
    mark: {
      paths: isClass ? [[], ...paths] : paths,
      ...(more.to !== undefined && { to: more.to }),
      ...Object.fromEntries(others),
    },
  };
}

function keys(object: object): number {
  return Object.keys(object).length;
}

function wrongMark(message: string): ReadMark {
  return {
    wrong: {
      message,
      expected: `an entry of at most ${MOST_LEVELS} levels after the words it is for, such as ${EXAMPLE}`,
      hint: "write `.index` for the words themselves, or an entry with `!` between its levels",
    },
  };
}

function pathOf(entry: string): IndexPath {
  return entry.split(/(?<!\\)!/u).map((level) => {
    const [first = "", ...rest] = level.split(/(?<!\\)@/u);
    const sort = plain(first);
    return rest.length === 0 ? { text: sort } : { text: plain(rest.join("@")), sort };
  });
}

function plain(text: string): string {
  return text
    .replace(/\\([!@])/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}

function isSound(path: IndexPath): boolean {
  return path.length <= MOST_LEVELS && path.every(({ text, sort }) => text !== "" && sort !== "");
}

/** As an author would write it: what is at the same path is the same entry. */
export function formatPath(path: IndexPath): string {
  return path.map(({ text }) => text).join("!");
}
