/**
 * The files of a content folder. Input: the folder. Output: the content files, in the order of their
 * paths, and a fault for each file that nobody would read, or that stands where it cannot;
 * `readContentText` gives the text of one. It does not look at what is written in them.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { nameIn, type ProjectFolders } from "../../project/folders.ts";
import { findContainedFile } from "./contained-file.ts";
import { quoteValue, type Fault } from "../faults/fault.ts";
import {
  hiddenFault,
  PUBLICATION_FILE,
  partNameFault,
  slugFault,
  splitName,
  unreadFault,
  type NameParts,
} from "./file-names.ts";
import { nearestName } from "../faults/nearest-name.ts";
import { PICTURE_NAME } from "../faults/picture-fault.ts";
import { TABLE_FILE_NAME } from "./table-file-name.ts";

/** What makes a part of the folder that it is in. */
export const PART_FILE = "part.md";

/** A Markdown file of the content folder. The name of a part is that of its folder. */
export interface ContentEntry extends NameParts {
  /** The folder it is in; undefined where it is in the content folder itself. */
  readonly folder: string | undefined;
  /** Whether it is the file of a part. */
  readonly isPart: boolean;
  /** The folder of the part that it stands in; undefined where it is in none, or is the part's own file. */
  readonly part: string | undefined;
  /** Path in the content folder, with `/` between folders. */
  readonly path: string;
}

export interface ContentListing {
  readonly entries: readonly ContentEntry[];
  readonly faults: readonly Fault[];
}

/** The name of a content file in messages: its path from the project, with `/`. */
export function nameInProject(folders: ProjectFolders, contentPath: string): string {
  return nameIn(folders, path.join(folders.contentDir, contentPath));
}

/** Hidden files are an editor's or a system's, but for hidden chapters; a README is for authors. */
function isAside(name: string): boolean {
  return name.startsWith(".") || /^readme\.md$/iu.test(name);
}

function partInNoFolder(file: string): Fault {
  return {
    file,
    message: "this file stands in no part",
    expected: `a ${PART_FILE} in a folder, which holds the chapters of the part`,
    hint: `move it to a folder with its chapters, such as our-year/${PART_FILE}, or rename it if it is a chapter`,
  };
}

function partTooDeep(file: string, folders: readonly string[]): Fault {
  const [outer = "", ...inner] = folders;
  return {
    file,
    message: `this part is inside of the folder ${quoteValue(outer)}`,
    expected: "the folder of a part in the content folder itself: no part is inside of another",
    hint: `move the folder \`${inner.at(-1) ?? ""}\` out of \`${outer}\`, to stand beside it`,
  };
}

/** A folder whose name is nearly that of one whose files are something of their own. */
function folderFault(file: string, folder: string, known: readonly string[]): Fault | undefined {
  if (known.includes(folder)) return undefined;
  const nearest = nearestName(folder, known);
  if (nearest === undefined) return undefined;
  return {
    file,
    message: `the folder ${quoteValue(folder)} has nearly the name of \`${nearest}\``,
    expected: `a folder of this name, or one with a name of its own, for chapters`,
    hint: `did you mean the folder \`${nearest}\`?`,
  };
}

/** The slug in a name of a file or a folder, whatever folders come before it. */
export function slugOfName(name: string): string {
  return splitName(path.posix.basename(name, ".md")).slug;
}

interface Surroundings {
  /** Folders that have the file of a part. */
  readonly partFolders: ReadonlySet<string>;
  /** Folders whose files are something of their own. */
  readonly kindFolders: readonly string[];
  /** Whether there is a file of a name beside it. */
  readonly isTaken: (name: string) => boolean;
}

/** What a file is by its path; undefined where that is said of another file, or nobody need know. */
function readPath(
  contentPath: string,
  file: string,
  { partFolders, kindFolders, isTaken }: Surroundings,
): { readonly entry: ContentEntry } | { readonly fault: Fault } | undefined {
  const folders = contentPath.split("/");
  const fileName = folders.pop() ?? "";
  if (isAside(fileName)) {
    const hidden = hiddenFault(fileName);
    return hidden === undefined ? undefined : { fault: { file, ...hidden } };
  }
  const isPart = fileName === PART_FILE;
  if (folders.length > 1 && partFolders.has(folders.join("/"))) {
    // The chapters of a part that is too deep go where it goes.
    return isPart ? { fault: partTooDeep(file, folders) } : undefined;
  }
  if (folders.length > 1 || !fileName.endsWith(".md")) {
    return { fault: { file, ...unreadFault(fileName, isTaken) } };
  }
  const [folder] = folders;
  const name = fileName.slice(0, -".md".length);
  const place = { folder, path: contentPath };
  if (isPart) {
    return folder === undefined
      ? { fault: partInNoFolder(file) }
      : { entry: { ...place, ...splitName(folder), isPart, part: undefined } };
  }
  const isInPart = folder !== undefined && partFolders.has(folder);
  const wrongFolder =
    folder === undefined || isInPart ? undefined : folderFault(file, folder, kindFolders);
  return wrongFolder === undefined
    ? { entry: { ...place, ...splitName(name), isPart, part: isInPart ? folder : undefined } }
    : { fault: wrongFolder };
}

/**
 * Lists what is in the folder; a folder that is not there has no entries.
 * @param kindFolders folders whose files are something of their own, for "did you mean".
 */
export async function listContent(
  folder: ProjectFolders,
  kindFolders: readonly string[],
): Promise<ContentListing> {
  const found = await readdir(folder.contentDir, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const entries: ContentEntry[] = [];
  const faults: Fault[] = [];
  const all = found
    .filter((item) => !item.isDirectory())
    .map(({ parentPath, name }) =>
      path.relative(folder.contentDir, path.join(parentPath, name)).split(path.sep),
    );
  const names = new Set(all.map((steps) => steps.join("/")));
  const paths = all
    .filter((steps) => !steps.slice(0, -1).some(isAside))
    .map((steps) => steps.join("/"))
    .sort();
  const parts = paths.filter((each) => path.posix.basename(each) === PART_FILE);
  const partFolders = new Set(parts.map((each) => path.posix.dirname(each)));
  for (const contentPath of paths) {
    if (contentPath === PUBLICATION_FILE) continue;
    if (PICTURE_NAME.test(contentPath) || TABLE_FILE_NAME.test(contentPath)) continue;
    const file = nameInProject(folder, contentPath);
    const { dir: folderOf, base } = path.posix.parse(contentPath);
    const isTaken = (name: string): boolean => names.has(path.posix.join(folderOf, name));
    const read = readPath(contentPath, file, { partFolders, kindFolders, isTaken });
    if (read === undefined) continue;
    if ("fault" in read) {
      faults.push(read.fault);
      continue;
    }
    entries.push(read.entry);
    const wrongName = read.entry.isPart ? partNameFault(folderOf) : slugFault(base, isTaken);
    if (wrongName !== undefined) faults.push({ file, ...wrongName });
  }
  return { entries, faults };
}

export type ContentText =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly text?: undefined; readonly fault: Fault };

const hintsByState = {
  missing: "create the file, or see who may read it",
  outside: "put the file itself in the place of the link",
  "not-a-file": "put a text file in its place",
} as const;

const messagesByState = {
  missing: "this file is missing or cannot be read",
  outside: "this file is a link out of the content folder",
  "not-a-file": "this is not a file",
} as const;

/** Reads a file of the content folder as UTF-8, without its byte-order mark. */
export async function readContentText(
  folder: ProjectFolders,
  contentPath: string,
): Promise<ContentText> {
  const file = nameInProject(folder, contentPath);
  const expected = "a text file in UTF-8, in the content folder";
  const found = await findContainedFile(folder.contentDir, contentPath);
  if (found.state !== "found") {
    const message = messagesByState[found.state];
    return { fault: { file, message, expected, hint: hintsByState[found.state] } };
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(found.realPath);
  } catch {
    const message = messagesByState.missing;
    return { fault: { file, message, expected, hint: hintsByState.missing } };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const message = "this file is not in UTF-8";
    return { fault: { file, message, expected, hint: "save it again with the encoding UTF-8" } };
  }
}
