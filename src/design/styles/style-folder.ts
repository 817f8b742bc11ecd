/**
 * The styles of a project as one folder: layers, of which a file of the first hides the file of that
 * name in the others, and sheets that are made in memory. So a project overrides its theme file by
 * file: a sheet that imports `tokens.css` has the project's own where there is one. Input: the layers;
 * output: files by their names. Names are paths with `/`, such as `blocks/box/print.css`.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { findContainedFile, type ContainedFile } from "../../publication/files/contained-file.ts";

export interface StyleLayer {
  /** Folder of the layer's files; it need not exist. */
  readonly dir: string;
  /** Where in the whole it lies: empty, or a path such as `blocks/box`. */
  readonly at: string;
  /** How messages name the folder, e.g. `styles` or `theme report`. */
  readonly shownAs: string;
}

export interface StyleFolder {
  /** Those that come first hide files of the others. */
  readonly layers: readonly StyleLayer[];
  /** Sheets made in memory, by their names; they hide files. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** The file of a name, in the first layer that has it. A link that leaves its layer is `outside`. */
export async function findStyle(folder: StyleFolder, name: string): Promise<ContainedFile> {
  let found: ContainedFile = { state: isBelow(name) ? "missing" : "outside" };
  for (const layer of folder.layers) {
    const inLayer = pathInLayer(layer, name);
    if (inLayer === undefined) continue;
    found = await findContainedFile(layer.dir, inLayer);
    if (found.state !== "missing") return found;
  }
  return found;
}

/** How messages name a file that was found: its path from the project, or from its theme. */
export function shownName(folder: StyleFolder, file: string): string {
  for (const { dir, shownAs } of folder.layers) {
    const inside = path.relative(dir, file).split(path.sep).join("/");
    if (isBelow(inside)) return `${shownAs}/${inside}`;
  }
  return file;
}

/** Files of all layers whose names end so, hidden ones too, in the order of their paths. */
export async function listStyles(folder: StyleFolder, ending: RegExp): Promise<readonly string[]> {
  const lists = await Promise.all(
    folder.layers.map(async ({ dir }) => {
      const names = await readdir(dir, { recursive: true }).catch(() => []);
      return names.filter((name) => ending.test(name)).map((name) => path.join(dir, name));
    }),
  );
  return [...new Set(lists.flat())].sort();
}

/** The name of a sheet that a publication calls `styles/report.css`. */
export function sheetName(stylesheet: string): string {
  return stylesheet.replace(/^styles\//u, "");
}

/** The name that a sheet means by an address in it; undefined for what is no file of the folder. */
export function resolveStyle(address: string, from: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#)/iu.test(address)) return undefined;
  const [bare = ""] = address.split(/[?#]/u);
  return path.posix.normalize(path.posix.join(path.posix.dirname(from), decoded(bare)));
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function pathInLayer({ at }: StyleLayer, name: string): string | undefined {
  if (at === "") return name;
  return name.startsWith(`${at}/`) ? name.slice(at.length + 1) : undefined;
}

function isBelow(name: string): boolean {
  return name !== "" && name !== ".." && !name.startsWith("../") && !path.isAbsolute(name);
}
