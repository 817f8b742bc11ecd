/**
 * Where a new file stands: after the last of its neighbours. Input: what it is, its title, the part that
 * it is to be in, and the files that there are; output: its path, and the fields that place it there.
 */
import path from "node:path";
import { PublicationError } from "../errors.ts";
import { quoteValue } from "../publication/faults/fault.ts";
import { nearestName } from "../publication/faults/nearest-name.ts";
import { PART_FILE } from "../publication/files/content-folder.ts";
import { PART, type FileKind, type FileKinds } from "../publication/files/file-kinds.ts";
import { slugFrom } from "../publication/files/file-names.ts";
import { CHAPTER_KIND } from "../publication/schemas/chapter-schema.ts";
import type { FileHead } from "./file-heads.ts";

export interface NewPlace {
  /** Path in content/, with `/`. */
  readonly path: string;
  /** `order` and `kind`, where names of files and folders do not say them. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** How the list of chapters names it; undefined where the list need not. */
  readonly listed: { readonly name: string; readonly part: string | undefined } | undefined;
}

export interface PlaceOptions {
  readonly title: string;
  /** Folder or slug of the part. */
  readonly part: string | undefined;
  readonly kinds: FileKinds;
  readonly heads: readonly FileHead[];
  /** Whether a list says the order of the chapters of a part, or of those in none: numbers say nothing. */
  readonly isListed: (part: string | undefined) => boolean;
}

/** Room between two files, as large as authors leave it. */
const STEP = 10;
const NUMBER_WIDTH = 3;

/** @throws PublicationError `part-unknown`. */
export function newPlace(kind: FileKind, options: PlaceOptions): NewPlace {
  const { title, kinds, heads } = options;
  const isPart = kind === PART;
  const part = options.part === undefined ? undefined : partNamed(options.part, kind, heads);
  const kindFolder = [...kinds.byFolder].find(([, name]) => name === kind.name)?.[0];
  const folder = isPart ? undefined : (part ?? kindFolder);
  const isInOrder = kind.place.kind !== "end-of-chapter";
  const isListed = isInOrder && options.isListed(part);
  const neighbours = heads.filter((head) =>
    isInOrder ? head.part === part && isInSequence(head, kinds) : head.kind === kind.name,
  );
  const number = isListed ? undefined : numberAfter(neighbours);
  const inName = number !== undefined && neighbours.every(({ order }) => order === undefined);
  const slug = freeSlug(slugFrom(title) ?? kind.name, heads);
  const name = inName ? numbered(number, slug) : slug;
  const order = number === undefined || inName ? {} : { order: number };
  if (isPart) {
    const listed = isListed ? { name, part: undefined } : undefined;
    return { path: `${name}/${PART_FILE}`, fields: order, listed };
  }
  const file = `${name}.md`;
  const place = path.posix.join(folder ?? "", file);
  const kindOfFolder =
    (folder === undefined ? undefined : kinds.byFolder.get(folder)) ?? CHAPTER_KIND;
  return {
    path: place,
    fields: { ...order, ...(kind.name !== kindOfFolder && { kind: kind.name }) },
    listed: isListed ? { name: part === undefined ? place : file, part } : undefined,
  };
}

/** Name of the file of a first chapter, in a publication or in a part. */
export function firstChapterName(heads: readonly FileHead[]): string {
  return `${numbered(STEP, freeSlug("first-chapter", heads))}.md`;
}

function numbered(number: number, slug: string): string {
  return `${String(number).padStart(NUMBER_WIDTH, "0")}-${slug}`;
}

/** Whether it is a chapter or a part; what stands at the end of a chapter has an order of its own. */
function isInSequence({ kind }: FileHead, { byName }: FileKinds): boolean {
  return byName.get(kind)?.place.kind !== "end-of-chapter";
}

/** The folder of a part. */
function partNamed(part: string, kind: FileKind, heads: readonly FileHead[]): string {
  if (kind === PART) {
    throw new PublicationError("part-unknown", "no part is inside of another", {
      hint: "leave out --part",
    });
  }
  const wanted = part.replace(/^content\/|\/$/gu, "");
  const parts = heads.filter(({ isPart }) => isPart);
  const found = parts.find(({ folder, slug }) => folder === wanted || slug === wanted)?.folder;
  if (found !== undefined) return found;
  const names = parts.flatMap(({ folder }) => folder ?? []);
  const nearest = nearestName(wanted, names);
  const ways = names.length > 0 ? `take one of ${names.join(", ")}` : "make one first";
  throw new PublicationError("part-unknown", `there is no part ${quoteValue(part)}`, {
    hint: nearest === undefined ? ways : `did you mean ${nearest}?`,
  });
}

/** A slug that no file and no part has. */
function freeSlug(slug: string, heads: readonly FileHead[]): string {
  const taken = new Set(heads.map((head) => head.slug));
  let free = slug;
  for (let nth = 2; taken.has(free); nth += 1) free = `${slug}-${nth}`;
  return free;
}

/** After the last of the neighbours. */
function numberAfter(neighbours: readonly FileHead[]): number {
  const numbers = neighbours.flatMap(({ order, number }) => order ?? number ?? []);
  if (numbers.length === 0) return STEP;
  return (Math.floor(Math.max(...numbers) / STEP) + 1) * STEP;
}
