/**
 * Names of files in the content folder. Input: a name; output: the number and the slug that it has, a
 * name that would be right, or what is wrong. It looks at no file.
 */
import type { Fault } from "../faults/fault.ts";
import { SLUG_MAX_LENGTH, SLUG_PATTERN } from "../fields/fields.ts";

type Wording = Pick<Fault, "message" | "expected" | "hint">;

export const PUBLICATION_FILE = "publication.yaml";

/** The name of a Markdown file without `.md`, in its two parts. */
export interface NameParts {
  readonly slug: string;
  /** The number before the slug, which places the file among its neighbours. */
  readonly number: number | undefined;
}

/** `010-the-boat` → 10 and `the-boat`. */
export function splitName(name: string): NameParts {
  const [, digits, rest] = /^(\d{1,6})-(.+)$/u.exec(name) ?? [];
  return digits === undefined || rest === undefined
    ? { slug: name, number: undefined }
    : { slug: rest, number: Number(digits) };
}

/** Letters that are two, or not made of a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ æ: "ae", œ: "oe", ß: "ss", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" },
};

const MARKDOWN_ENDING = /\.(?:md|markdown|mdown|mkdn?)$/iu;

/** A name that would be right for a file, e.g. `Été 2020.MD` → `ete-2020.md`; undefined without letters. */
export function rightName(fileName: string): string | undefined {
  const bare = fileName.replace(MARKDOWN_ENDING, "");
  const [, digits = "", rest = bare] = /^(\d{1,6})[-_.\s]+(.*)$/u.exec(bare) ?? [];
  const slug = slugOf(rest);
  if (!isSlug(slug) || !/[a-z]/u.test(slug)) return undefined;
  return `${digits === "" ? "" : `${digits}-`}${slug}.md`;
}

/** A slug made of a title; undefined where it has no letters that one may have. */
export function slugFrom(title: string): string | undefined {
  const slug = slugOf(title);
  return isSlug(slug) && /[a-z]/u.test(slug) ? slug : undefined;
}

function slugOf(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => LETTERS[letter] ?? letter)
    .join("")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, SLUG_MAX_LENGTH)
    .replace(/^-+|-+$/gu, "");
}

function isSlug(text: string): boolean {
  return SLUG_PATTERN.test(text) && text.length <= SLUG_MAX_LENGTH;
}

/** What is wrong with the name of a Markdown file; undefined where nothing is. */
export function slugFault(
  fileName: string,
  isTaken: (name: string) => boolean,
): Wording | undefined {
  const name = fileName.replace(/\.md$/u, "");
  if (isSlug(splitName(name).slug)) return undefined;
  const digits = /^(\d{1,6})\D*$/u.exec(name)?.[1];
  return {
    message: "the name of this file cannot be a slug",
    expected: `small letters without accents, digits and hyphens, at most ${SLUG_MAX_LENGTH}, then .md`,
    hint: renameHint(fileName, isTaken, `${digits === undefined ? "" : `${digits}-`}our-year.md`),
  };
}

/** What is wrong with the name of a part's folder; undefined where nothing is. */
export function partNameFault(folder: string): Wording | undefined {
  if (isSlug(splitName(folder).slug)) return undefined;
  const right = rightName(folder)?.replace(/\.md$/u, "");
  return {
    message: "the name of this part's folder cannot be a slug",
    expected: `small letters without accents, digits and hyphens, at most ${SLUG_MAX_LENGTH}`,
    hint: `rename the folder${right === undefined ? ", such as 010-our-year" : ` to ${right}`}`,
  };
}

function renameHint(fileName: string, isTaken: (name: string) => boolean, example: string): string {
  const right = rightName(fileName);
  if (right === undefined) return `rename the file, such as ${example}`;
  return isTaken(right)
    ? `rename the file: ${right} is there already, so that this one needs another name`
    : `rename the file to ${right}`;
}

/** What editors, word processors and merges leave beside a file. */
const COPY = /~$|^~\$|^#.*#$|\.(?:bak|backup|orig|rej|old|tmp|sw[op])$/iu;

/** What a file that nothing reads may be, by its name. */
export function unreadFault(fileName: string, isTaken: (name: string) => boolean): Wording {
  const expected = `${PUBLICATION_FILE}, .md files in the content folder or in a folder of it, and pictures`;
  const message = "nothing reads this file";
  if (COPY.test(fileName)) {
    return {
      message: `${message}: it has the name of a copy that a program has left`,
      expected,
      hint: "remove it, or move it out of the content folder",
    };
  }
  if (/^publication\.ya?ml$/iu.test(fileName)) {
    return {
      message: `${message}: its name is nearly ${PUBLICATION_FILE}`,
      expected,
      hint: `rename the file to ${PUBLICATION_FILE}`,
    };
  }
  if (MARKDOWN_ENDING.test(fileName) && !fileName.endsWith(".md")) {
    return {
      message: `${message}: its name does not end in .md`,
      expected,
      hint: renameHint(fileName, isTaken, "our-year.md"),
    };
  }
  return {
    message,
    expected,
    hint: "move or rename the file, or take it out of the content folder",
  };
}

/**
 * What is wrong with a hidden file. Those of systems and editors are let be (`.DS_Store`, `._boat.md`,
 * `.#boat.md`, `.boat.md.swp`): nobody has written them. A chapter that somebody hid is not left out in
 * silence.
 */
export function hiddenFault(fileName: string): Wording | undefined {
  if (!/^\.[^_#]/u.test(fileName) || !MARKDOWN_ENDING.test(fileName)) return undefined;
  const right = rightName(fileName.slice(1));
  return {
    message: "nothing reads this file: a name that begins with a dot hides it",
    expected: "a chapter that is read, or none: drafts belong outside of the content folder",
    hint: `rename the file${right === undefined ? "" : ` to ${right}`}, or move it out of the content folder`,
  };
}
