/**
 * What a person means by the name of an output. Input: a path; output: what is there, links followed:
 * a file, or nothing yet, that is replaced; something that is written to as it is. It opens nothing.
 */
import type { BigIntStats } from "node:fs";
import { lstat, readlink, realpath } from "node:fs/promises";
import path from "node:path";
import { statDescriptor } from "./descriptor.ts";

export type OutputPlace =
  /** `stats` is undefined where there is nothing yet. */
  | { readonly kind: "file"; readonly file: string; readonly stats: BigIntStats | undefined }
  | { readonly kind: "folder" | "disk" }
  /** A character device, a named pipe or a socket. */
  | {
      readonly kind: "device" | "pipe" | "socket";
      readonly file: string;
      readonly stats: BigIntStats;
    }
  /** A file that this process has open, whatever it is. */
  | { readonly kind: "descriptor"; readonly fd: number; readonly stats: BigIntStats };

export const STANDARD_OUTPUT = 1;
const MOST_LINKS = 40;

/** @throws what the system says of the path. */
export async function findOutputPlace(named: string): Promise<OutputPlace> {
  if (named === "-") return openDescriptor(STANDARD_OUTPUT);
  if (/[/\\]$/.test(named)) return { kind: "folder" };
  let place = path.resolve(named);
  for (let links = 0; links < MOST_LINKS; links++) {
    const parent = await realFolder(path.dirname(place));
    // Folders that are missing are made.
    if (parent === undefined) return { kind: "file", file: place, stats: undefined };
    const fd = descriptorAt(parent, path.basename(place));
    if (fd !== undefined) return openDescriptor(fd);
    const file = path.join(parent, path.basename(place));
    const stats = await lstat(file, { bigint: true }).catch(orMissing);
    if (stats?.isSymbolicLink() !== true) return placeOf(file, stats);
    place = path.resolve(parent, await readlink(file));
  }
  throw Object.assign(new Error(`ELOOP: too many links, open '${named}'`), {
    code: "ELOOP",
    syscall: "open",
    path: named,
  });
}

function placeOf(file: string, stats: BigIntStats | undefined): OutputPlace {
  if (stats === undefined || stats.isFile()) return { kind: "file", file, stats };
  if (stats.isDirectory()) return { kind: "folder" };
  if (stats.isBlockDevice()) return { kind: "disk" };
  if (stats.isFIFO()) return { kind: "pipe", file, stats };
  return { kind: stats.isSocket() ? "socket" : "device", file, stats };
}

/** `/dev/stdout`, `/dev/fd/3`, `/proc/self/fd/3` and what leads there: a number, not a file. */
function descriptorAt(folder: string, name: string): number | undefined {
  const isOfThisProcess = folder === `/proc/${process.pid}/fd` || folder === "/dev/fd";
  return isOfThisProcess && /^\d+$/.test(name) ? Number(name) : undefined;
}

function openDescriptor(fd: number): OutputPlace {
  return { kind: "descriptor", fd, stats: statDescriptor(fd) };
}

async function realFolder(folder: string): Promise<string | undefined> {
  return realpath(folder).catch(orMissing);
}

function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
