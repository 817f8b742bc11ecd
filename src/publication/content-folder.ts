/**
 * The files of a content folder. Input: the folder. Output: the content files by kind, in the order
 * of their paths, and a fault for each file that nobody would read; `readContentText` gives the text
 * of one. It does not look at what is written in them.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { nameIn, type ProjectFolders } from "../project/folders.ts";
import { findContainedFile } from "./contained-file.ts";
import type { Fault } from "./fault.ts";
import { nearestName } from "./nearest-name.ts";
import { PICTURE_NAME } from "./picture-fault.ts";
import { contentFolders, SLUG_MAX_LENGTH, SLUG_PATTERN, type ContentKind } from "./schema.ts";

export const PUBLICATION_FILE = "publication.yaml";

/** A Markdown file in one of the folders for content. */
export interface ContentEntry {
  readonly kind: ContentKind;
  readonly slug: string;
  /** Path in the content folder, with `/` between folders. */
  readonly path: string;
}

export interface ContentListing {
  readonly entries: readonly ContentEntry[];
  readonly faults: readonly Fault[];
}

const folderKinds: ReadonlyMap<string, ContentKind> = new Map(
  Object.entries(contentFolders).map(([kind, folder]) => [folder, kind as ContentKind]),
);
const folderNames = [...folderKinds.keys()];

/** The name of a content file in messages: its path from the project, with `/`. */
export function nameInProject(folders: ProjectFolders, contentPath: string): string {
  return nameIn(folders, path.join(folders.contentDir, contentPath));
}

/** Hidden files are an editor's or a system's; a README is for authors. */
function isAside(name: string): boolean {
  return name.startsWith(".") || /^readme\.md$/iu.test(name);
}

function slugFaults(slug: string, file: string): readonly Fault[] {
  if (SLUG_PATTERN.test(slug) && slug.length <= SLUG_MAX_LENGTH) return [];
  return [
    {
      file,
      message: `the name of this file cannot be a slug`,
      expected: `small letters without accents, digits and hyphens, at most ${SLUG_MAX_LENGTH}, then .md`,
      hint: "rename the file, such as nicola-jakeman.md",
    },
  ];
}

function unreadFault(contentPath: string, file: string): Fault {
  const [folder = ""] = contentPath.split("/");
  const nearest = contentPath.includes("/") ? nearestName(folder, folderNames) : undefined;
  return {
    file,
    message: "nothing reads this file",
    expected: `${PUBLICATION_FILE}, .md files directly in ${folderNames.join("/, ")}/, and pictures`,
    hint:
      nearest === undefined || nearest === folder
        ? "move or rename the file, or take it out of the content folder"
        : `did you mean the folder \`${nearest}\`?`,
  };
}

/** Lists what is in the folder; a folder that is not there has no entries. */
export async function listContent(folder: ProjectFolders): Promise<ContentListing> {
  const found = await readdir(folder.contentDir, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const entries: ContentEntry[] = [];
  const faults: Fault[] = [];
  const paths = found
    .filter((item) => !item.isDirectory())
    .map(({ parentPath, name }) =>
      path.relative(folder.contentDir, path.join(parentPath, name)).split(path.sep),
    )
    .filter((steps) => !steps.some(isAside))
    .map((steps) => steps.join("/"))
    .sort();
  for (const contentPath of paths) {
    if (contentPath === PUBLICATION_FILE || PICTURE_NAME.test(contentPath)) continue;
    const file = nameInProject(folder, contentPath);
    const [folderName = "", fileName = "", ...below] = contentPath.split("/");
    const kind = folderKinds.get(folderName);
    if (kind === undefined || below.length > 0 || !fileName.endsWith(".md")) {
      faults.push(unreadFault(contentPath, file));
      continue;
    }
    const slug = path.basename(fileName, ".md");
    entries.push({ kind, slug, path: contentPath });
    faults.push(...slugFaults(slug, file));
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
