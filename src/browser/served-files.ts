/**
 * The files that a gated page may read: maps the path of an address onto folders that were named,
 * and onto nothing else. Input: a path as it stands in a URL, percent-encoded. Knows no browser.
 */
import { readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { stylesheetEncoding } from "../document/stylesheet-encoding.ts";
import { contentTypeOf } from "./content-types.ts";
import type { RefusalReason } from "./refusal.ts";

/**
 * A folder, and the path below which its files are found, as in a URL: `/`, `/fonts`, `/%C3%A9/`. Of
 * folders with the same path, the first that has the file counts.
 */
export interface ServedRoot {
  readonly urlPath: string;
  /** Undefined for a place whose files nobody may read. */
  readonly dir: string | undefined;
}

/** A file that exists in memory only. */
export interface ServedDocument {
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

export type ServedAnswer = ServedDocument | { readonly refused: RefusalReason };

export interface ServedFiles {
  readonly roots: readonly ServedRoot[];
  /** By URL path, e.g. `/print.html`; they come before the folders' files. */
  readonly documents?: ReadonlyMap<string, ServedDocument> | undefined;
  /** Our files by URL path, each in the place of one in the folders. */
  readonly standIns?: ReadonlyMap<string, string> | undefined;
}

/**
 * The file at a URL path (a folder's `index.html` where the path ends in `/`), or why there is none.
 * Hidden files, packages, and whatever a symbolic link fetches from outside the folder are refused.
 */
export async function lookUpFile(files: ServedFiles, urlPath: string): Promise<ServedAnswer> {
  const document = files.documents?.get(urlPath);
  if (document !== undefined) return document;
  const standIn = files.standIns?.get(urlPath);
  if (standIn !== undefined) {
    return { body: await readFile(standIn), contentType: contentTypeOf(standIn) };
  }
  const segments = decodeSegments(urlPath);
  if (segments === undefined) return { refused: "outside-project" };
  let answer: ServedAnswer = { refused: "outside-project" };
  for (const { root, rest } of longestMatches(files.roots, segments)) {
    if (root.dir === undefined || !rest.every(isVisible)) return { refused: "outside-project" };
    answer = await readWithin(root.dir, urlPath.endsWith("/") ? [...rest, "index.html"] : rest);
    if (!("refused" in answer) || answer.refused !== "no-such-file") return answer;
  }
  return answer;
}

/** A style sheet is served as UTF-8, which goes before the encoding that it names itself. */
function inUtf8(stylesheet: Uint8Array): string | Uint8Array {
  const encoding = stylesheetEncoding(stylesheet);
  return encoding === "utf-8" ? stylesheet : new TextDecoder(encoding).decode(stylesheet);
}

/** The names that a path is made of, decoded; undefined where one of them cannot be a plain name. */
function decodeSegments(urlPath: string): readonly string[] | undefined {
  try {
    const segments = urlPath
      .split("/")
      .filter((segment) => segment !== "")
      .map((segment) => decodeURIComponent(segment));
    return segments.every(isPlainName) ? segments : undefined;
  } catch {
    return undefined;
  }
}

/** No separator or drive of any platform, so that joining names never leaves the folder. */
function isPlainName(name: string): boolean {
  return !/[/\\:\0]/.test(name) && name !== "." && name !== "..";
}

function isVisible(name: string): boolean {
  return !name.startsWith(".") && name.toLowerCase() !== "node_modules";
}

/** Of the folders whose path fits, those of the longest, in their order. */
function longestMatches(
  roots: readonly ServedRoot[],
  segments: readonly string[],
): readonly { readonly root: ServedRoot; readonly rest: readonly string[] }[] {
  const matches = roots
    .flatMap((root) => {
      const prefix = decodeSegments(root.urlPath);
      return prefix === undefined ? [] : [{ root, prefix }];
    })
    .filter(({ prefix }) => prefix.every((name, index) => segments[index] === name))
    .map(({ root, prefix }) => ({ root, rest: segments.slice(prefix.length) }));
  const shortestRest = Math.min(...matches.map(({ rest }) => rest.length));
  return matches.filter(({ rest }) => rest.length === shortestRest);
}

async function readWithin(dir: string, names: readonly string[]): Promise<ServedAnswer> {
  try {
    const [realDir, realFile] = await Promise.all([realpath(dir), realpath(join(dir, ...names))]);
    const inside = relative(realDir, realFile);
    const leaves = isAbsolute(inside) || inside.split(sep).some((name) => !isVisible(name));
    if (leaves) return { refused: "outside-project" };
    // A pipe or a device would never end.
    if (!(await stat(realFile)).isFile()) return { refused: "no-such-file" };
    const contentType = contentTypeOf(realFile);
    const body = await readFile(realFile);
    return { body: contentType.startsWith("text/css") ? inUtf8(body) : body, contentType };
  } catch {
    return { refused: "no-such-file" };
  }
}
