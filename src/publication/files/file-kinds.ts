/**
 * What content files may be: chapters of text, parts, and those blocks of the theme that may be files.
 * Input: the theme; output: the kinds by name, with what a file of each must be.
 */
import type { z } from "zod";
import type { Theme } from "../../theme/theme.ts";
import type { BlockFile } from "../../theme/block.ts";
import {
  CHAPTER_KIND,
  chapterSchema,
  fileFields,
  PART_KIND,
  partSchema,
} from "../schemas/chapter-schema.ts";

export interface FileKind {
  readonly name: string;
  /** Of the fields at the head of the file. */
  readonly schema: z.ZodObject;
  /** Any text, one paragraph, or a text that may be left out. */
  readonly text: "any" | "paragraph" | "optional";
  readonly place: BlockFile<string>["place"] | { readonly kind: "part" };
  /** What ids of elements in it end in. */
  readonly idEndings: readonly string[];
}

export interface FileKinds {
  /** What a file may say that it is. */
  readonly byName: ReadonlyMap<string, FileKind>;
  /** Names of kinds by the folder of content/ whose files are so without saying it. */
  readonly byFolder: ReadonlyMap<string, string>;
}

const CHAPTER: FileKind = {
  name: CHAPTER_KIND,
  schema: chapterSchema,
  text: "any",
  place: { kind: "chapter", title: "title", titleIdEnding: "title" },
  idEndings: ["title"],
};

/** Not among the kinds by name: a file is a part by its own name, and is not called one. */
export const PART: FileKind = {
  name: PART_KIND,
  schema: partSchema,
  text: "optional",
  place: { kind: "part" },
  idEndings: ["title"],
};

export function fileKinds({ blocks }: Pick<Theme, "blocks">): FileKinds {
  const kinds: FileKind[] = [CHAPTER];
  const folders: [folder: string, kind: string][] = [];
  for (const [name, { schema, body, file, idEndings }] of blocks) {
    if (file === undefined) continue;
    const { folder, place } = file;
    const fields = schema.extend(fileFields);
    kinds.push({
      name,
      // In a file of its own, it says where it belongs.
      schema: place.kind === "chapter" ? fields : fields.required({ [place.owner]: true }),
      text: body === "paragraph" ? "paragraph" : "any",
      place,
      idEndings,
    });
    folders.push([folder, name]);
  }
  return {
    byName: new Map(kinds.map((kind) => [kind.name, kind])),
    byFolder: new Map(folders),
  };
}
