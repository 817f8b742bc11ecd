/**
 * What content files may be: chapters of text, and those blocks of the theme that may be files. Input:
 * the theme; output: the kinds by name, with what a file of each must be.
 */
import type { z } from "zod";
import type { Theme } from "../theme/theme.ts";
import type { BlockFile } from "../theme/block.ts";
import { CHAPTER_KIND, chapterSchema, fileFields } from "./chapter-schema.ts";

export interface FileKind {
  readonly name: string;
  /** Of the fields at the head of the file. */
  readonly schema: z.ZodObject;
  /** Whether the text must be one paragraph. */
  readonly isParagraph: boolean;
  readonly place: BlockFile<string>["place"];
  /** What ids of elements in it end in. */
  readonly idEndings: readonly string[];
}

export interface FileKinds {
  readonly byName: ReadonlyMap<string, FileKind>;
  /** Names of kinds by the folder of content/ whose files are so without saying it. */
  readonly byFolder: ReadonlyMap<string, string>;
}

const CHAPTER: FileKind = {
  name: CHAPTER_KIND,
  schema: chapterSchema,
  isParagraph: false,
  place: { kind: "chapter", title: "title", titleIdEnding: "title" },
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
      isParagraph: body === "paragraph",
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
