/**
 * One sheet with all that it imports, read by Lightning CSS from a folder of layers. Input: a
 * `StyleFolder` and the name of a sheet; output: what the library makes of it, in which files are
 * names of the folder. It writes nothing.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  bundleAsync,
  type BundleAsyncOptions,
  type CustomAtRules,
  type TransformResult,
} from "lightningcss";
import { PublicationError } from "../../errors.ts";
import { findStyle, resolveStyle, shownName, type StyleFolder } from "./style-folder.ts";

type Options = Pick<
  BundleAsyncOptions<CustomAtRules>,
  "minify" | "analyzeDependencies" | "errorRecovery" | "visitor"
>;

/** @throws PublicationError `stylesheet` with the place, where it is no CSS or imports what is not there. */
export async function bundleStyles(
  folder: StyleFolder,
  name: string,
  options: Options,
): Promise<TransformResult> {
  try {
    return await bundleAsync({
      ...options,
      filename: name,
      resolver: {
        read: (file) => readSheet(folder, file),
        resolve: (address, from) => resolveStyle(address, from) ?? address,
      },
    });
  } catch (cause) {
    throw new PublicationError("stylesheet", `${path.posix.basename(name)} cannot be read as CSS`, {
      place: { file: await placeName(folder, name) },
      hint: cause instanceof Error ? cause.message : "look for an unclosed rule or string",
      cause,
    });
  }
}

async function readSheet(folder: StyleFolder, name: string): Promise<string> {
  const made = folder.sheets.get(name);
  if (made !== undefined) return made;
  const found = await findStyle(folder, name);
  if (found.state === "found") return readFile(found.realPath, "utf8");
  throw new Error(
    found.state === "outside"
      ? `${name} is outside of the styles`
      : `${name} is neither in styles/ nor in the theme`,
  );
}

/** How messages name a sheet. */
export async function placeName(folder: StyleFolder, name: string): Promise<string> {
  const found = await findStyle(folder, name);
  return found.state === "found" ? shownName(folder, found.realPath) : `styles/${name}`;
}
