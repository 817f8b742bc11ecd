/**
 * What is wrong with the list `chapters` of publication.yaml. Input: the file and all contents as read,
 * right or wrong. Output: faults of names that lead nowhere or stand twice, of files that are not in the
 * list, and of files that say another order themselves. One slip is one fault: a file that a wrong name
 * was meant for is not reported as missing.
 */
import { listedAs, namesIn, type ListedName } from "../schemas/chapter-list.ts";
import { slugOfName } from "../files/content-folder.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { fieldFault, rawValue, repetitions, type Wording } from "./field-faults.ts";
import { nearestName } from "./nearest-name.ts";
import type { ReadContent, ReadFile } from "../files/read-content.ts";
import { isChapter } from "../sequence.ts";

/** What a list places, and what is wrong with it. */
export interface ReadChapterList {
  /** Whether the list, and not the file itself, says where a chapter or part stands. */
  readonly places: (content: ReadContent) => boolean;
  readonly faults: readonly Fault[];
}

/** A name in the list, and the content that it names, or was meant to. */
interface Resolved {
  readonly name: ListedName;
  readonly content?: ReadContent | undefined;
  readonly wording?: Wording;
}

export function readChapterList(
  { file, raw }: ReadFile<unknown>,
  contents: readonly ReadContent[],
): ReadChapterList {
  const list = rawValue(raw, "chapters");
  if (raw === undefined || list === undefined) return { places: () => false, faults: [] };
  const names = namesIn(list);
  // Of a list that is none, the schema says so: what it would hold is unknown.
  if (names.length === 0) return { places: () => true, faults: [] };
  const resolved = resolveNames(names, contents);
  const ordered = new Set(
    resolved
      .filter(({ name }) => name.hasChapters)
      .flatMap(({ content }) => content?.entry.folder ?? []),
  );
  const places = ({ entry: { part } }: ReadContent): boolean =>
    part === undefined || ordered.has(part);
  const named = new Set(resolved.map(({ content }) => content));
  const placed = contents.filter(
    (content) => (content.entry.isPart || isChapter(content)) && places(content),
  );
  return {
    places,
    faults: [
      ...resolved.flatMap(({ name, wording }) =>
        wording === undefined ? [] : [fieldFault(file, raw, name.field, wording)],
      ),
      ...repeatedNames(resolved).map((name) =>
        fieldFault(file, raw, name.field, {
          message: `${quoteValue(name.written)} is in the list already`,
          expected: "each chapter and each part once",
          hint: "remove one of the two",
        }),
      ),
      ...placed.filter((content) => !named.has(content)).map(unlistedFault),
      ...placed.filter((content) => named.has(content)).flatMap(orderFaults),
    ],
  };
}

function resolveNames(
  names: readonly ListedName[],
  contents: readonly ReadContent[],
): readonly Resolved[] {
  /** Folders of parts, by what the author called them. */
  const folders = new Map<string, string>();
  return names.flatMap((name): readonly Resolved[] => {
    if (name.part === undefined) {
      const resolved = resolveInContent(name, contents);
      const folder = resolved.content?.entry.folder;
      if (name.hasChapters && folder !== undefined) folders.set(name.key, folder);
      return [resolved];
    }
    // What may stand below a part that there is not is unknown.
    const folder = folders.get(name.part);
    return folder === undefined ? [] : [resolveInPart(name, folder, contents)];
  });
}

function resolveInContent(name: ListedName, contents: readonly ReadContent[]): Resolved {
  const candidates = contents.filter(
    (content) =>
      content.entry.isPart ||
      (!name.hasChapters && isChapter(content) && content.entry.part === undefined),
  );
  const content = candidates.find(({ entry }) => listedAs(entry) === name.key);
  if (content !== undefined) return { name, content };
  return misnamed(name, contents) ?? unknownName(name, candidates);
}

const ENTRIES = "the path of a chapter that is in no part, or the folder of a part";

/** A name that leads somewhere, but to nothing that may stand there; undefined for any other. */
function misnamed(name: ListedName, contents: readonly ReadContent[]): Resolved | undefined {
  const written = quoteValue(name.written);
  const named = contents.find(({ entry }) => entry.path === name.written);
  const { folder, part, isPart } = named?.entry ?? {};
  if (isPart === true) {
    return {
      name,
      content: named,
      wording: {
        message: `${written} is the file of a part`,
        expected: ENTRIES,
        hint: `write the folder alone, \`${folder ?? ""}\``,
      },
    };
  }
  if (named !== undefined && part !== undefined && isChapter(named)) {
    return {
      name,
      content: contents.find(({ entry }) => entry.isPart && entry.folder === part),
      wording: {
        message: `${written} is a chapter of the part ${quoteValue(part)}`,
        expected: ENTRIES,
        hint: `name the part, \`${part}\`, or the part with all its chapters, \`{ part: ${part}, chapters: [${nameInPart(named)}, …] }\``,
      },
    };
  }
  if (named !== undefined && !isChapter(named)) {
    return {
      name,
      wording: {
        message: `${written} is no chapter: it belongs at the end of one`,
        expected: ENTRIES,
        hint: "take it out of the list",
      },
    };
  }
  const inFolder = contents.find(({ entry }) => entry.folder === name.written && !entry.part);
  if (inFolder === undefined) return undefined;
  return {
    name,
    wording: {
      message: `the folder ${written} is no part`,
      expected: ENTRIES,
      hint: `name its files, such as \`${inFolder.entry.path}\`, or write ${name.written}/part.md`,
    },
  };
}

function unknownName(name: ListedName, candidates: readonly ReadContent[]): Resolved {
  const what = name.hasChapters ? "part" : "chapter or part";
  return resolvedByNearest(name, candidates, ({ entry }) => listedAs(entry), {
    message: `there is no ${what} ${quoteValue(name.written)}`,
    expected: name.hasChapters ? "the folder of a part" : ENTRIES,
    hint: name.hasChapters
      ? "name one of these, or list the chapters by themselves"
      : "name one of these: paths begin in the content folder",
  });
}

function resolveInPart(
  name: ListedName,
  folder: string,
  contents: readonly ReadContent[],
): Resolved {
  const chapters = contents.filter(
    (content) => content.entry.part === folder && isChapter(content),
  );
  const content = chapters.find((chapter) => nameInPart(chapter) === name.written);
  if (content !== undefined) return { name, content };
  return resolvedByNearest(name, chapters, nameInPart, {
    message: `there is no chapter ${quoteValue(name.written)} in the part ${quoteValue(folder)}`,
    expected: "the name of a file in the part's folder",
    hint: "name one of these, or move the file to the part's folder",
  });
}

/** By what a list names a chapter below its part. */
function nameInPart({ entry }: ReadContent): string {
  return entry.path.slice(entry.path.lastIndexOf("/") + 1);
}

/** @param wording what it is where nothing has nearly this name. */
function resolvedByNearest(
  name: ListedName,
  candidates: readonly ReadContent[],
  nameOf: (content: ReadContent) => string,
  wording: Wording,
): Resolved {
  const slug = slugOfName(name.written);
  const nearest = nearestName(name.written, candidates.map(nameOf));
  const content =
    candidates.find(({ entry }) => entry.slug === slug) ??
    candidates.find((candidate) => nameOf(candidate) === nearest);
  const { message, expected, hint } = wording;
  const names = candidates.map(nameOf).join(", ");
  return {
    name,
    content,
    wording: {
      message,
      expected: `${expected}: ${names === "" ? "there is none yet" : names}`,
      hint: content === undefined ? hint : `did you mean \`${nameOf(content)}\`?`,
    },
  };
}

function repeatedNames(resolved: readonly Resolved[]): readonly ListedName[] {
  const right = resolved.filter(({ wording }) => wording === undefined);
  return repetitions(right, ({ content }) => content?.file).map(({ item }) => item.name);
}

function unlistedFault(content: ReadContent): Fault {
  const { file, entry } = content;
  const what = entry.isPart ? "part" : "chapter";
  const name = entry.part === undefined ? listedAs(entry) : nameInPart(content);
  const where =
    entry.part === undefined ? "the list" : `the chapters of \`${entry.part}\` in the list`;
  return {
    file,
    message: `this ${what} is not in \`chapters\` of publication.yaml`,
    expected: "all chapters and parts in the list, which gives their order",
    hint: `add \`${name}\` to ${where}, or move the ${entry.isPart ? "folder" : "file"} out of the content folder`,
  };
}

/** Two orders would contradict each other sooner or later, and nobody would see which one counts. */
function orderFaults({ file, raw }: ReadContent): readonly Fault[] {
  // An order that is no number is a fault of the field already.
  if (raw === undefined || typeof rawValue(raw, "order") !== "number") return [];
  return [
    fieldFault(file, raw, ["order"], {
      message: "is not used: the list `chapters` of publication.yaml gives the order",
      expected: "no `order` in what the list places",
      hint: "remove the line",
    }),
  ];
}
