/**
 * One content file, read and judged by itself. Input: where it is and what kinds there are. Output:
 * its fields, typed where they are right and raw where they are not, its text, and its faults. What
 * files say of each other is for `cross-faults.ts`.
 */
import { INDEX_ID } from "../../markdown/index/index-places.ts";
import { NUMBERED_LISTS } from "../../markdown/references/numbered-lists.ts";
import type { ProjectFolders } from "../../project/folders.ts";
import { blockFaults, blockLinks, type BlockSettings } from "./block-content.ts";
import { CHAPTER_KIND } from "../schemas/chapter-schema.ts";
import { conflictFault } from "../faults/conflict-markers.ts";
import { nameInProject, readContentText, type ContentEntry } from "./content-folder.ts";
import { quoteValue, type Fault } from "../faults/fault.ts";
import { rawValue } from "../faults/field-faults.ts";
import { PART, type FileKind, type FileKinds } from "./file-kinds.ts";
import { parseYaml, splitFrontMatter, type YamlFields } from "./front-matter.ts";
import { isOneParagraph, readText, tableFilesNamedIn } from "../texts/read-text.ts";
import {
  NO_THINGS,
  type PlacedAnchor,
  type PlacedLink,
  type ThingsOfText,
} from "../texts/things-of-text.ts";
import { markedFaults, markedLinks } from "../faults/marked-faults.ts";
import { nearestName } from "../faults/nearest-name.ts";
import { checkFields } from "../faults/schema-faults.ts";
import { readTableFile } from "./table-file.ts";
import {
  keyOfTableFile,
  ReadTableFiles,
  type NamedTableFile,
  type TableRows,
} from "../../markdown/tables/table-files.ts";
import { hintOfLenders } from "../faults/theme-faults.ts";

/** A file as read. `raw` is there for as long as its YAML can be parsed, `fields` if all is right. */
export interface ReadFile<T> {
  readonly file: string;
  readonly raw?: YamlFields;
  readonly fields?: T;
  readonly faults: readonly Fault[];
  /** Links into the publication: whether they lead to something is known when all files are read. */
  readonly links: readonly PlacedLink[];
}

/** Fields of any kind of file, as its schema has passed them. */
export type AnyFields = Readonly<Record<string, unknown>>;

/** What its text has is that of the file, but for links, which its fields have as well. */
export interface ReadContent extends ReadFile<AnyFields>, ThingsOfText {
  readonly entry: ContentEntry;
  /** Undefined where the file says that it is something that there is not. */
  readonly kind: FileKind | undefined;
  readonly body: string;
  readonly bodyLine: number;
  readonly links: readonly PlacedLink[];
  /** Files that the text shows as tables, and are right. */
  readonly tables: readonly (readonly [NamedTableFile, TableRows])[];
}

/** What there may be in a file, and it may be. */
export interface ContentSettings extends BlockSettings {
  readonly kinds: FileKinds;
  /** Whether texts may have HTML. */
  readonly allowsHtml: boolean;
}

function textFaults(
  kind: FileKind,
  body: string,
  { file, line }: { readonly file: string; readonly line: number },
  allowsHtml: boolean,
): readonly Fault[] {
  if (body === "" && kind.text === "optional") return [];
  if (body === "") {
    const hint = "write the text below the second line of ---";
    return [{ file, line, message: "there is no text", expected: "text below the fields", hint }];
  }
  if (kind.text !== "paragraph" || isOneParagraph(body, allowsHtml)) return [];
  return [
    {
      file,
      line,
      message: `the text of a ${kind.name} is more than one paragraph`,
      expected: "one paragraph",
      hint: "join the paragraphs, leave notes out, or move the rest to a file that takes any text",
    },
  ];
}

/** A part is one by its name. Without a word of its own, any other file is what its folder holds. */
function kindOf(
  raw: YamlFields | undefined,
  { folder, isPart }: ContentEntry,
  { byName, byFolder }: FileKinds,
): FileKind | undefined {
  if (isPart) return PART;
  const ofFolder = (folder === undefined ? undefined : byFolder.get(folder)) ?? CHAPTER_KIND;
  const named = rawValue(raw, "kind");
  return byName.get(typeof named === "string" ? named.trim() : ofFolder);
}

function kindFault(
  raw: YamlFields,
  file: string,
  { kinds: { byName }, themes }: ContentSettings,
): Fault {
  const named = String(rawValue(raw, "kind"));
  const names = [...byName.keys()];
  const nearest = nearestName(named, names);
  return {
    file,
    line: raw.lineOf(["kind"]),
    field: "kind",
    message: `the theme has no block ${quoteValue(named)} that may be a file`,
    expected: `one of ${names.join(", ")}`,
    hint:
      hintOfLenders(named.trim(), themes) ??
      (nearest === undefined ? "take one of these" : `did you mean \`${nearest}\`?`),
  };
}

/** Several tables of a text may show one file, which is read, and wrong, once. */
async function readTables(
  body: string,
  at: { readonly file: string; readonly line: number },
  folder: ProjectFolders,
): Promise<Pick<ReadContent, "faults"> & { readonly files: ReadContent["tables"] }> {
  const named = new Map(
    tableFilesNamedIn(body, at)
      .toReversed()
      .map((each) => [keyOfTableFile(each), each]),
  );
  const read = await Promise.all(
    [...named.values()].map(async ({ line, ...file }) => {
      return { file, ...(await readTableFile(folder, file, { ...at, line })) };
    }),
  );
  return {
    files: read.flatMap(({ file, rows }) => (rows === undefined ? [] : [[file, rows] as const])),
    faults: read.flatMap(({ faults = [] }) => faults),
  };
}

/** A list that is made of all texts has its id from the file, where that is called so. */
function anchorsIn(
  { anchors, indexes, numberedLists }: ThingsOfText,
  { slug }: ContentEntry,
): readonly PlacedAnchor[] {
  const lists = [
    ...indexes.map((line) => ({ id: INDEX_ID, line })),
    ...numberedLists.map(({ of, line }) => ({ id: NUMBERED_LISTS[of].id, line })),
  ];
  const first = lists.find(({ id }) => id === slug);
  const withId = lists.filter((list) => list !== first);
  return [...anchors, ...withId.map((list) => ({ ...list, kind: undefined }))];
}

/** Reads one Markdown file. */
export async function readContent(
  folder: ProjectFolders,
  entry: ContentEntry,
  settings: ContentSettings,
): Promise<ReadContent> {
  const { kinds, theme, allowsHtml } = settings;
  const file = nameInProject(folder, entry.path);
  const nothing = {
    ...{ entry, kind: kindOf(undefined, entry, kinds), file, body: "", bodyLine: 1 },
    ...{ ...NO_THINGS, tables: [] },
  };
  const read = await readContentText(folder, entry.path);
  if (read.fault !== undefined) return { ...nothing, faults: [read.fault] };
  const conflict = conflictFault(read.text, file);
  if (conflict !== undefined) return { ...nothing, faults: [conflict] };
  const split = splitFrontMatter(read.text);
  if (split === undefined) {
    const message = "the fields are missing, or not between two lines of ---";
    const expected = "a first line of ---, the fields in YAML, another line of ---, the text";
    const hint = `begin the file with ---, the line \`order: 10\` and the other fields, and ---`;
    return { ...nothing, faults: [{ file, line: 1, message, expected, hint }] };
  }
  const { body, bodyLine } = split;
  const parsed = parseYaml(split.yaml, file, split.yamlLine);
  const { contentDir } = folder;
  const at = { file, line: bodyLine };
  const tables = await readTables(body, at, folder);
  const { faults: inText, ...things } = await readText(body, at, contentDir, {
    blocks: theme.blocks,
    tableFiles: new ReadTableFiles(tables.files),
    allowsHtml,
  });
  const ofBlocks = await Promise.all(
    things.blocks.map(({ block, line }) =>
      blockFaults(block, settings, { file, line, contentDir }),
    ),
  );
  const ofBody = [...tables.faults, ...inText, ...ofBlocks.flat()];
  const linksOfText = [
    ...things.links,
    ...things.blocks.flatMap(({ block, line }) => blockLinks(block, theme, { file, line })),
  ];
  const kind = kindOf(parsed.fields, entry, kinds);
  const text = {
    ...{ ...nothing, kind, body, bodyLine },
    ...{ ...things, anchors: anchorsIn(things, entry), links: linksOfText, tables: tables.files },
  };
  const ofText = [...(kind === undefined ? [] : textFaults(kind, body, at, allowsHtml)), ...ofBody];
  if (parsed.fields === undefined) return { ...text, faults: [...parsed.faults, ...ofText] };
  if (kind === undefined) {
    const wrongKind = kindFault(parsed.fields, file, settings);
    return { ...text, raw: parsed.fields, faults: [...parsed.faults, wrongKind, ...ofText] };
  }
  const { value, faults } = checkFields<AnyFields>(kind.schema, parsed.fields, file);
  const ofFields = await markedFaults(kind.schema, parsed.fields, file, folder.contentDir);
  return {
    ...text,
    raw: parsed.fields,
    ...(value === undefined ? {} : { fields: value }),
    links: [...markedLinks(kind.schema, parsed.fields, file), ...linksOfText],
    faults: [...parsed.faults, ...faults, ...ofFields, ...ofText],
  };
}
