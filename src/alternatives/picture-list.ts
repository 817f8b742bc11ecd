/**
 * The list of pictures and their alternatives as text: read, written out, and added to. Input: its text
 * and pictures; output: entries, or text. What a person has written stays as it is, byte for byte: new
 * entries come after it. Pure.
 */
import { stringify } from "yaml";
import { z } from "zod";
import type { UnnamedPicture } from "../accessible/amend/amendments.ts";
import { ContentError, type Fault } from "../publication/faults/fault.ts";
import { parseYaml } from "../publication/files/front-matter.ts";
import { checkFields } from "../publication/faults/schema-faults.ts";
import { plainLine } from "../report/plain-line.ts";
import { pictureListSchema, type ListEntry } from "./list-schema.ts";

/** A list of which nothing is left but comments, or the first line. */
const blank = z.strictObject({ pictures: z.null().optional() });

/** @throws ContentError with file and line of each fault. */
export function parsePictureList(text: string, file: string): readonly ListEntry[] {
  const entries = parse(text, file);
  // Found before the work, and not when it is done and the list cannot take what was found.
  if (!takesMore(text, file, entries)) throw new ContentError([brokenUp(file)]);
  return entries;
}

function parse(text: string, file: string): readonly ListEntry[] {
  const { fields, faults } = parseYaml(text, file, 1);
  if (fields === undefined || faults.length > 0) throw new ContentError(faults);
  if (blank.safeParse(fields.data).success) return [];
  const checked = checkFields(pictureListSchema, fields, file);
  if (checked.value === undefined) throw new ContentError(checked.faults);
  return checked.value.pictures;
}

function brokenUp(file: string): Fault {
  return {
    file,
    line: 1,
    message: "further pictures cannot be added to a list that is written like this",
    expected: "`pictures:`, and below it an entry for each picture that begins with `- picture:`",
    hint: "write it without brackets and without lines of `---` or `...`",
  };
}

function takesMore(text: string, file: string, entries: readonly ListEntry[]): boolean {
  const trial = { picture: `trial ${entries.length} ${text.length}`, where: "" };
  try {
    const extended = parse(text + addition(text, [trial]), file);
    const kept = extended.slice(0, -1);
    return extended.at(-1)?.picture === trial.picture && isSame(kept, entries);
  } catch (error) {
    if (error instanceof ContentError) return false;
    throw error;
  }
}

function isSame(a: readonly ListEntry[], b: readonly ListEntry[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** @param source the document as a person knows it, e.g. `report.html`. */
export function newPictureList(source: string, pictures: readonly UnnamedPicture[]): string {
  return [
    `# Pictures of ${plainLine(source)} that have no alternative, for \`imprimatur pdf --alts\`.`,
    "#",
    "# Write in `alt`, between the quotes, what each picture tells the reader: a sentence or two.",
    '# A double quote within them is written \\". Where a picture tells the reader nothing, as an',
    "# ornament, write `decorative: true` and leave `alt` empty. Leave `picture` as it is: the picture is",
    "# found by it. `where` is for you, and is not read.",
    "#",
    "# Then convert the document again with the same --alts. Entries that are not filled in are reported.",
    "",
    "pictures:",
    entriesText(pictures, "  "),
  ].join("\n");
}

/** What is put behind the text of a list, so that it has these pictures too. */
export function addition(text: string, pictures: readonly UnnamedPicture[]): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(/\r?\n/);
  const key = lines.findIndex((line) => /^pictures\s*:/.test(line));
  const first = lines.slice(key + 1).find((line) => /^ *-(?:\s|$)/.test(line));
  const indent = key === -1 || first === undefined ? "  " : (/^ */.exec(first)?.[0] ?? "");
  const added = `${key === -1 ? "pictures:\n" : ""}${entriesText(pictures, indent)}`;
  const isOpen = text !== "" && !text.endsWith("\n");
  return `${isOpen ? "\n" : ""}${added}`.replaceAll("\n", lineEnd);
}

function entriesText(pictures: readonly UnnamedPicture[], indent: string): string {
  const entries = pictures.map(({ picture, where }) => ({
    picture,
    where: plainLine(where),
    alt: "",
    decorative: false,
  }));
  const text = stringify(entries, {
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
  });
  // Other characters end lines too, for regular expressions alone.
  const lines = text.split("\n");
  return lines.map((line) => (line === "" ? "" : `${indent}${line}`)).join("\n");
}
