/**
 * The files of a content folder. Input: the folder. Output: the content files, in the order of their
 * paths, and a fault for each file that nobody would read; `readContentText` gives the text
 * of one. It does not look at what is written in them.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { nameIn, type ProjectFolders } from "../project/folders.ts";
import { findContainedFile } from "./contained-file.ts";
import { quoteValue, type Fault } from "./fault.ts";
import {
  hiddenFault,
  PUBLICATION_FILE,
  slugFault,
  splitName,
  unreadFault,
  type NameParts,
} from "./file-names.ts";
import { nearestName } from "./nearest-name.ts";
import { PICTURE_NAME } from "./picture-fault.ts";

/** A Markdown file of the content folder. */
export interface ContentEntry extends NameParts {
  /** The folder it is in; undefined where it is in the content folder itself. */
  readonly folder: string | undefined;
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
  for (const contentPath of paths) {
    if (contentPath === PUBLICATION_FILE || PICTURE_NAME.test(contentPath)) continue;
    const file = nameInProject(folder, contentPath);
    const steps = contentPath.split("/");
    const fileName = steps.at(-1) ?? "";
    if (isAside(fileName)) {
      const hidden = hiddenFault(fileName);
      if (hidden !== undefined) faults.push({ file, ...hidden });
      continue;
    }
    const isTaken = (name: string): boolean => names.has([...steps.slice(0, -1), name].join("/"));
    if (steps.length > 2 || !fileName.endsWith(".md")) {
      faults.push({ file, ...unreadFault(fileName, isTaken) });
      continue;
    }
    const inFolder = steps.length === 2 ? steps[0] : undefined;
    const wrongFolder =
      inFolder === undefined ? undefined : folderFault(file, inFolder, kindFolders);
    if (wrongFolder !== undefined) {
      faults.push(wrongFolder);
      continue;
    }
    const name = splitName(path.posix.basename(fileName, ".md"));
    entries.push({ ...name, folder: inFolder, path: contentPath });
    const wrongName = slugFault(fileName, isTaken);
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
