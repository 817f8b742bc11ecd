/**
 * The command `new`: a content file in its place, such as a chapter or a part. Input: what it is to be,
 * its title, and fields; output: the file, which is right as it is, and its place in the list of chapters
 * where the publication has one. A part gets a first chapter, without which it would be none. What stands
 * there is never replaced.
 */
import path from "node:path";
import { PublicationError } from "../errors.ts";
import { exists } from "../files/missing.ts";
import { writeAside } from "../files/write-aside.ts";
import { projectFolders, type ProjectFolders } from "../project/folders.ts";
import { quoteValue } from "../publication/faults/fault.ts";
import { nearestName } from "../publication/faults/nearest-name.ts";
import { readContentText } from "../publication/files/content-folder.ts";
import { fileKinds, PART, type FileKind, type FileKinds } from "../publication/files/file-kinds.ts";
import { PUBLICATION_FILE } from "../publication/files/file-names.ts";
import { parseYaml } from "../publication/files/front-matter.ts";
import { readThemeChoice } from "../publication/files/theme-choice.ts";
import { CHAPTER_KIND } from "../publication/schemas/chapter-schema.ts";
import { SCHEMAS_DIR } from "../publication/schemas/schema-files.ts";
import { listThemes, loadChosenTheme } from "../theme/load-theme.ts";
import { contentFile } from "./content-file.ts";
import { fieldOf, readHeads } from "./file-heads.ts";
import { addToChapters, listsChaptersOf } from "./listed-chapters.ts";
import { newFields } from "./new-fields.ts";
import { firstChapterName, newPlace } from "./new-place.ts";
import { starterWords } from "./starter-words.ts";
import { explainFolder, takeBack, writeNewFile } from "./written-files.ts";

export interface NewFileOptions {
  /** `chapter`, `part`, or a block of the theme that may be a file. */
  readonly kind: string;
  readonly title: string;
  /** Other fields, as YAML has their values. */
  readonly fields: ReadonlyMap<string, string>;
  /** Folder or slug of the part that it belongs to. */
  readonly part?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface NewFiles {
  /** Paths from the project, with `/`: the file, and the first chapter of a part. */
  readonly files: readonly string[];
  /** Fields that the author has to fill in: they have three dots for a value. */
  readonly toFillIn: readonly string[];
  /** Whether it was added to `chapters` in publication.yaml. */
  readonly isListed: boolean;
}

/**
 * @param dir the project, absolute.
 * @throws PublicationError `not-started`, `kind-unknown`, `already-there`, those of `newFields`,
 *   `newPlace` and `addToChapters`, and what the system says; then everything is as it was.
 */
export async function newFile(dir: string, options: NewFileOptions): Promise<NewFiles> {
  const folders = projectFolders(dir);
  const publication = await readPublication(folders);
  const choice = await readThemeChoice(folders);
  const kinds = fileKinds(await loadChosenTheme(choice, await listThemes()));
  const kind = kindNamed(options.kind, kinds);
  const heads = await readHeads(folders, kinds);
  const { title, part } = options;
  const { fields, toFillIn } = newFields(kind, title, options.fields, heads);
  const isListed = (ofPart: string | undefined): boolean =>
    listsChaptersOf(publication.text, ofPart);
  const place = newPlace(kind, { title, part, kinds, heads, isListed });
  const words = starterWords(publication.language);
  const lang = words.otherLang === undefined || "lang" in fields ? {} : { lang: words.otherLang };
  const texts = new Map([
    [
      place.path,
      contentFile({
        schema: await schemaOf(kind.name, folders),
        folder: path.posix.dirname(`content/${place.path}`),
        // What its author says comes before what the place gives.
        fields: { ...place.fields, ...fields, ...lang },
        comments: toFillIn,
        body: words.text,
      }),
    ],
  ]);
  if (kind === PART) {
    const folder = path.posix.dirname(place.path);
    texts.set(
      `${folder}/${firstChapterName(heads)}`,
      contentFile({
        schema: await schemaOf(CHAPTER_KIND, folders),
        folder: `content/${folder}`,
        fields: { title: words.chapter, ...lang },
        body: words.text,
      }),
    );
  }
  const list =
    place.listed && addToChapters(publication.text, place.listed.name, place.listed.part);
  await writeAll(folders, texts, list, options.signal);
  return {
    files: [...texts.keys()].map((each) => `content/${each}`),
    toFillIn: Object.keys(toFillIn),
    isListed: list !== undefined,
  };
}

/** @param list what publication.yaml is to be; undefined where it stays as it is. */
async function writeAll(
  { contentDir }: ProjectFolders,
  texts: ReadonlyMap<string, string>,
  list: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const made: string[] = [];
  let at = "";
  try {
    for (const [name, text] of texts) {
      at = `content/${name}`;
      const file = path.join(contentDir, name);
      if (!(await writeNewFile(file, text))) throw alreadyThere(at);
      made.push(file);
    }
    at = `content/${PUBLICATION_FILE}`;
    const listed = path.join(contentDir, PUBLICATION_FILE);
    if (list !== undefined) await writeAside(listed, Buffer.from(list), signal);
  } catch (error) {
    await takeBack(contentDir, made);
    throw explainFolder(at, error);
  }
}

interface ReadPublication {
  readonly text: string;
  readonly language: string;
}

async function readPublication(folders: ProjectFolders): Promise<ReadPublication> {
  const { text } = await readContentText(folders, PUBLICATION_FILE);
  if (text === undefined) {
    throw new PublicationError("not-started", "there is no publication in this folder", {
      place: { file: `content/${PUBLICATION_FILE}` },
      hint: "start one with `imprimatur init`, or go to the folder that holds content/",
    });
  }
  const data: unknown = parseYaml(text, PUBLICATION_FILE, 1).fields?.data;
  const language = fieldOf(data, "language");
  return {
    text,
    language: typeof language === "string" ? language.trim() : "en",
  };
}

function kindNamed(name: string, { byName }: FileKinds): FileKind {
  const kind = name === PART.name ? PART : byName.get(name);
  if (kind !== undefined) return kind;
  const names = [...byName.keys(), PART.name];
  const nearest = nearestName(name, names);
  throw new PublicationError("kind-unknown", `no file is a ${quoteValue(name)}`, {
    hint: nearest === undefined ? `take one of ${names.join(", ")}` : `did you mean ${nearest}?`,
  });
}

/** The schema that editors check it by, where the project has it. */
async function schemaOf(name: string, { dir }: ProjectFolders): Promise<string | undefined> {
  const schema = `front-matter/${name}`;
  return (await exists(path.join(dir, SCHEMAS_DIR, `${schema}.json`))) ? schema : undefined;
}

function alreadyThere(file: string): PublicationError {
  return new PublicationError("already-there", "there is a file of this name", {
    place: { file },
    hint: "give it another title, or change that file",
  });
}
