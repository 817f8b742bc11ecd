/**
 * Where a document of a person's is served while it is laid out, and how its addresses are said again as
 * the document wrote them. Input: its file and the folders that it may read; output: its URL path and
 * what is served. The names of the folders around it are not in its address: the same document is the
 * same on every path, and may not read what lies beside its folder unless a person names that.
 */
import path from "node:path";
import type { ServedRoot } from "../browser/served-files.ts";

export interface ServedPlace {
  /** Of the document. */
  readonly urlPath: string;
  /** Of its folder, ending in `/`. */
  readonly folder: string;
  readonly roots: readonly ServedRoot[];
}

/** So many folders above its own a document may name without reaching the top. */
const leastDepth = 8;

/** The name of every folder above the document's own: no file has it. */
const above = "...";

/** @param allowed folders besides the document's own that it may read. */
export function servedPlace(file: string, allowed: readonly string[] = []): ServedPlace {
  const dir = path.resolve(path.dirname(file));
  const ways = allowed.map((folder) => ({
    dir: path.resolve(folder),
    names: path.relative(dir, path.resolve(folder)).split(path.sep),
  }));
  const ups = ways.map(({ names }) => names.filter((name) => name === "..").length);
  const depth = Math.max(leastDepth, ...ups);
  const folder = `/${`${above}/`.repeat(depth)}`;
  return {
    urlPath: `${folder}${encodeURIComponent(path.basename(file))}`,
    folder,
    roots: [
      // An address that begins at the top of a site, in a page that was saved from it.
      { urlPath: "/", dir },
      { urlPath: `/${above}/`, dir: undefined },
      { urlPath: folder, dir },
      ...ways.map(({ dir: allowedDir, names }, index) => ({
        urlPath: wayPath(names, depth - (ups[index] ?? 0)),
        dir: allowedDir,
      })),
    ],
  };
}

function wayPath(names: readonly string[], depth: number): string {
  const down = names.filter((name) => name !== ".." && name !== "");
  return `/${[...Array<string>(depth).fill(above), ...down.map(encodeURIComponent)].join("/")}/`;
}

/**
 * An address as the document wrote it: relative to the document, or from the top. The browser has
 * resolved it, so that `a/../b` comes back as `b`.
 */
export function writtenAddress(url: string, document: string): string {
  if (!URL.canParse(url) || !URL.canParse(document)) return url;
  const target = new URL(url);
  const base = new URL(document);
  if (target.origin !== base.origin) return url;
  if (!target.pathname.startsWith(`/${above}/`)) return `${target.pathname}${target.search}`;
  const from = path.posix.dirname(base.pathname);
  const way = path.posix.relative(from, target.pathname);
  return `${decoded(way)}${target.search}`;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
