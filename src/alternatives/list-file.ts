/**
 * The file of a list of pictures, which a person names. Input: its path; output: the alternatives that
 * are filled in, and where pictures without one are added once they are known. Where it can go is looked
 * at before the work begins; it is written whole or not at all.
 */
import path from "node:path";
import type { GivenAlternative, Notice, UnnamedPicture } from "../accessible/amend/amendments.ts";
import { decodeText } from "../document/text-encoding.ts";
import { PublicationError } from "../errors.ts";
import { isMissing } from "../files/missing.ts";
import { openOutput, type OutputFile } from "../files/output-file.ts";
import { findOutputPlace } from "../files/output-place.ts";
import { readLimited } from "../files/read-limited.ts";
import { explainSystemError, systemErrorIn } from "../files/system-error.ts";
import { addition, newPictureList, parsePictureList } from "./picture-list.ts";

/** A line for each of thousands of pictures, and a long text in each. */
const mostBytes = 8 * 1024 * 1024;

export interface PictureList {
  readonly alternatives: readonly GivenAlternative[];
  /**
   * Adds the pictures that the list does not have. Nothing is written where it has all.
   * @throws PublicationError where it cannot be written, ContentError where it is no list any more.
   */
  readonly add: (pictures: readonly UnnamedPicture[]) => Promise<readonly Notice[]>;
}

export interface PictureListOptions {
  /** The document as a person knows it. */
  readonly input: string;
  /** Other files that the result is made of. */
  readonly stylesheets: readonly string[];
  /** Where the PDF goes. */
  readonly output: string;
  readonly signal: AbortSignal;
}

/**
 * @param file there may be none yet.
 * @throws PublicationError where the file cannot be read or written, ContentError where it is no list.
 */
export async function openPictureList(
  file: string,
  options: PictureListOptions,
): Promise<PictureList> {
  const output = await openList(file, options);
  const read = await readList(file);
  return {
    alternatives: read === undefined ? [] : parsePictureList(read.text, file),
    add: (pictures) => addTo(file, pictures, output, options),
  };
}

async function openList(file: string, options: PictureListOptions): Promise<OutputFile> {
  const { input, stylesheets, output, signal } = options;
  const another = { hint: "give another file with --alts" };
  if (file === output || (await isSamePlace(file, output))) {
    throw new PublicationError("alts-place", `${file} is to be the PDF`, another);
  }
  const opened = await openOutput(file, {
    inputs: [input, ...stylesheets, output],
    signal,
    option: "--alts",
    toStandardOutput: () => Promise.reject(new Error("a list goes to no standard output")),
  });
  if (opened.isReplaced) return opened;
  throw new PublicationError("alts-place", `${file} is no file that can be filled in`, another);
}

async function isSamePlace(file: string, output: string): Promise<boolean> {
  const places = await Promise.all([file, output].map(findOutputPlace)).catch(() => []);
  const [list, pdf] = places.map((place) =>
    place.kind === "file" ? path.normalize(place.file) : undefined,
  );
  return list !== undefined && list === pdf;
}

async function readList(
  file: string,
): Promise<{ readonly bytes: Uint8Array; readonly text: string } | undefined> {
  try {
    const bytes = await readLimited(file, mostBytes);
    return {
      bytes,
      text: decodeText({ bytes, encoding: "utf-8", file, hint: "save it as UTF-8" }),
    };
  } catch (error) {
    if (isMissing(error)) return undefined;
    const systemError = error instanceof PublicationError ? undefined : systemErrorIn(error);
    if (systemError === undefined) throw error;
    throw explainSystemError(systemError, { what: `${file} cannot be read`, file });
  }
}

async function addTo(
  file: string,
  pictures: readonly UnnamedPicture[],
  output: OutputFile,
  { input }: PictureListOptions,
): Promise<readonly Notice[]> {
  // Read again: a person may have filled in more meanwhile.
  const read = await readList(file);
  if (read === undefined) {
    if (pictures.length === 0) {
      return [notice(`${file} is not written: no picture lacks an alternative`)];
    }
    await output.write(Buffer.from(newPictureList(path.basename(input), pictures)));
    const are = pictures.length === 1 ? "1 picture is" : `${pictures.length} pictures are`;
    return [notice(`${are} listed in ${file}: fill it in, and convert the document again with it`)];
  }
  const known = new Set(parsePictureList(read.text, file).map(({ picture }) => picture));
  const added = pictures.filter(({ picture }) => !known.has(picture));
  if (added.length === 0) return [];
  await output.write(Buffer.concat([read.bytes, Buffer.from(addition(read.text, added))]));
  const are = added.length === 1 ? "1 picture is" : `${added.length} pictures are`;
  const message = `${are} new in ${file}: fill it in, and convert the document again with it`;
  return [
    notice(
      message,
      added.map(({ picture }) => picture),
    ),
  ];
}

function notice(message: string, places: readonly string[] = []): Notice {
  return { about: "alternatives", message, places };
}
