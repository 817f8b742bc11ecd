/**
 * Where a command's result goes. Input: the name that a person has given, and the files that the
 * result is made of; output: something to write the result to, once. What is there is looked at
 * before the work begins, and again when it is written:
 *
 * - A file is replaced as a whole, and keeps its rights; a link stays, and what it leads to is replaced.
 * - A device, a pipe, a socket or standard output is written to, and never replaced.
 * - What the result is made of, a folder, a disk or a terminal is refused.
 */
import { access, constants, open, stat } from "node:fs/promises";
import path from "node:path";
import { isatty } from "node:tty";
import { PublicationError } from "../errors.ts";
import { findOutputPlace, STANDARD_OUTPUT, type OutputPlace } from "./output-place.ts";
import { sendTo } from "./send-to.ts";
import { explainSystemError, systemErrorIn } from "./system-error.ts";
import { writeAside } from "./write-aside.ts";

export interface OutputFile {
  /** As the person has named it, or `standard output`. */
  readonly name: string;
  /** Nothing else may be said there. */
  readonly isStandardOutput: boolean;
  /** It is whole or untouched, whatever happens while it is written. */
  readonly isReplaced: boolean;
  /** @throws PublicationError what `openOutput` throws; the reason of the signal. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

export interface OutputOptions {
  /** What the result is made of; those that are missing are somebody else's fault. */
  readonly inputs: readonly string[];
  readonly signal: AbortSignal;
  /** The option that names the file, for hints; `--output` where it is undefined. */
  readonly option?: string;
  /** Hands bytes to standard output. */
  readonly toStandardOutput: (bytes: Uint8Array) => Promise<void>;
}

type WritablePlace = Exclude<OutputPlace, { readonly kind: "folder" | "disk" }>;

/**
 * @param name a path, or `-` for standard output.
 * @throws PublicationError `output-is-input`, `output-is-folder`, `output-is-disk`,
 * `output-is-terminal`, or why the system does not let it be written.
 */
export async function openOutput(name: string, options: OutputOptions): Promise<OutputFile> {
  const { inputs, signal, toStandardOutput, option = "--output" } = options;
  const another = `give another file with ${option}`;
  const look = (): Promise<WritablePlace> =>
    explaining(name, () => findAllowed(name, inputs, another));
  const place = await look();
  return {
    name: isStandardOutput(place) ? "standard output" : name,
    isStandardOutput: isStandardOutput(place),
    isReplaced: place.kind === "file",
    write: async (bytes) => {
      signal.throwIfAborted();
      const now = await look();
      if (isStandardOutput(now)) await toStandardOutput(bytes);
      else {
        await explaining(name, () =>
          now.kind === "file" ? writeAside(now.file, bytes, signal) : sendTo(now, bytes, signal),
        );
      }
    },
  };
}

function isStandardOutput(place: OutputPlace): boolean {
  return place.kind === "descriptor" && place.fd === STANDARD_OUTPUT;
}

async function findAllowed(
  name: string,
  inputs: readonly string[],
  another: string,
): Promise<WritablePlace> {
  const place = await findOutputPlace(name);
  switch (place.kind) {
    case "folder":
      throw refused("folder", `${name} is a folder`, "name the file that is to be written in it");
    case "disk":
      throw refused("disk", `${name} is a disk, and would be lost`, another);
    default:
      await refuseInput(name, place, inputs, another);
      if (await isTerminal(place)) {
        const hint = "send it on: `… --output - > FILE`, or give a file with --output";
        throw refused("terminal", "a terminal cannot show a PDF", hint);
      }
      if (place.kind === "file") await requireRights(place);
      return place;
  }
}

/** By whichever name: a link, another name of the same file, or one that the disk takes for the same. */
async function refuseInput(
  name: string,
  { stats }: WritablePlace,
  inputs: readonly string[],
  another: string,
): Promise<void> {
  if (stats?.isFile() !== true) return;
  for (const input of inputs) {
    const of = await stat(input, { bigint: true }).catch(() => undefined);
    if (of?.dev !== stats.dev || of.ino !== stats.ino) continue;
    const message = `${name} would be written over ${input}, which it is made of`;
    throw refused("input", message, another);
  }
}

async function isTerminal(place: WritablePlace): Promise<boolean> {
  if (place.kind === "descriptor") return isatty(place.fd);
  if (place.kind !== "device") return false;
  const handle = await open(
    place.file,
    constants.O_WRONLY | constants.O_NOCTTY | constants.O_NONBLOCK,
  );
  try {
    return isatty(handle.fd);
  } finally {
    await handle.close();
  }
}

/** Before the work: nobody waits for a result that cannot be kept. */
async function requireRights({
  file,
  stats,
}: Extract<OutputPlace, { readonly kind: "file" }>): Promise<void> {
  if (stats !== undefined) await access(file, constants.W_OK);
  await access(await nearestFolder(path.dirname(file)), constants.W_OK | constants.X_OK);
}

/** The folder, or where it will be made. */
async function nearestFolder(folder: string): Promise<string> {
  try {
    // A file in its place is reported by the system as soon as something is looked for in it.
    await stat(`${folder}/.`);
    return folder;
  } catch (error) {
    const parent = path.dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || parent === folder) throw error;
    return nearestFolder(parent);
  }
}

async function explaining<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const systemError = error instanceof PublicationError ? undefined : systemErrorIn(error);
    if (systemError === undefined) throw error;
    throw explainSystemError(systemError, { what: `${name} cannot be written`, file: name });
  }
}

function refused(what: string, message: string, hint: string): PublicationError {
  return new PublicationError(`output-is-${what}`, message, { hint });
}
