/**
 * The command `init`: a publication to go on with. Input: a folder, and what its author has decided;
 * output: publication.yaml, a first chapter, the schemas that editors check them by, and what git is not
 * to keep. The publication builds as it is. Nothing that stands in the folder is replaced.
 */
import path from "node:path";
import { stringify } from "yaml";
import { PublicationError } from "../errors.ts";
import { exists } from "../files/missing.ts";
import { nameIn, projectFolders } from "../project/folders.ts";
import { quoteValue } from "../publication/faults/fault.ts";
import { nearestName } from "../publication/faults/nearest-name.ts";
import { SCHEMAS_DIR, schemaComment, schemaTextsOf } from "../publication/schemas/schema-files.ts";
import { CHAPTER_KIND } from "../publication/schemas/chapter-schema.ts";
import { PUBLICATION_FILE, slugFrom } from "../publication/files/file-names.ts";
import { isKnownLanguage } from "../publication/fields/language-tag.ts";
import { themeNames } from "../theme/load-theme.ts";
import { contentFile } from "./content-file.ts";
import { firstChapterName } from "./new-place.ts";
import { starterWords } from "./starter-words.ts";
import { explainFolder, takeBack, writeNewFile } from "./written-files.ts";

export interface StartOptions {
  /** A theme that there is; see `themeNames`. */
  readonly theme: string;
  /** BCP 47 tag of the publication. */
  readonly language: string;
  /** Plain text; words that ask to be replaced where they are undefined, as below. */
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface StartedProject {
  /** Absolute. */
  readonly folder: string;
  /** Paths in the folder that were made, with `/`. */
  readonly files: readonly string[];
  /** Those that were there, and are as they were. */
  readonly kept: readonly string[];
}

/** What is made, and what is fetched. */
const IGNORED = ["node_modules/", "output/", ".cache/"];

/**
 * @param dir the folder, absolute; it is made where it is not there.
 * @throws PublicationError `already-started` where there is a publication, `theme-unknown`,
 *   `language-unknown`, `title-empty`, and what the system says; then nothing is left behind.
 */
export async function startProject(dir: string, options: StartOptions): Promise<StartedProject> {
  const folders = projectFolders(dir);
  await requireRight(options);
  const publicationFile = path.join(folders.contentDir, PUBLICATION_FILE);
  if (await exists(publicationFile)) throw alreadyStarted(publicationFile);
  const texts = new Map([
    [`content/${PUBLICATION_FILE}`, publicationText(options)],
    [`content/${firstChapterName([])}`, chapterText(options.language)],
    [".gitignore", `${IGNORED.join("\n")}\n`],
    ...[...(await schemaTextsOf({ theme: options.theme, blocks: [] }))].map(
      ([name, text]) => [`${SCHEMAS_DIR}/${name}.json`, text] as const,
    ),
  ]);
  const made: string[] = [];
  const kept: string[] = [];
  try {
    for (const [name, text] of texts) {
      options.signal?.throwIfAborted();
      const file = path.join(folders.dir, name);
      const isMade = await writeNewFile(file, text);
      // Another program has started one meanwhile.
      if (!isMade && file === publicationFile) throw alreadyStarted(publicationFile);
      (isMade ? made : kept).push(file);
    }
  } catch (error) {
    await takeBack(folders.dir, made);
    throw explainFolder(folders.dir, error);
  }
  const named = (files: readonly string[]): string[] => files.map((file) => nameIn(folders, file));
  return { folder: folders.dir, files: named(made), kept: named(kept) };
}

async function requireRight({ theme, language, title, publisher }: StartOptions): Promise<void> {
  const names = await themeNames();
  if (!names.includes(theme)) {
    const nearest = nearestName(theme, names);
    throw new PublicationError("theme-unknown", `there is no theme ${quoteValue(theme)}`, {
      hint: nearest === undefined ? `take one of ${names.join(", ")}` : `did you mean ${nearest}?`,
    });
  }
  if (!isKnownLanguage(language)) {
    throw new PublicationError("language-unknown", `${quoteValue(language)} is no known language`, {
      hint: "use a BCP 47 tag, such as fr, en or es-MX",
    });
  }
  for (const [name, text] of Object.entries({ title, publisher })) {
    if (text?.trim() !== "") continue;
    throw new PublicationError(`${name}-empty`, `the ${name} has no text`, {
      hint: "give it some, or leave it out to write it later",
    });
  }
}

function alreadyStarted(file: string): PublicationError {
  return new PublicationError("already-started", "there is a publication in this folder", {
    place: { file },
    hint: "name another folder, or add to this one with `imprimatur new`",
  });
}

function publicationText({ theme, language, title, publisher }: StartOptions): string {
  const words = starterWords(language);
  const inLanguage = words.otherLang === undefined;
  const fields = {
    theme,
    title: (title ?? words.title).trim(),
    // Where nobody knows the language, English words say that they are English.
    lead: inLanguage ? words.lead : `[${words.lead}]{lang=${words.otherLang}}`,
    language,
    publisher: (publisher ?? words.publisher).trim(),
    slug: slugFrom(title ?? words.title) ?? "publication",
  };
  return [
    schemaComment("publication", "content"),
    "# What each field is for is shown by editors that read the schema above.",
    ...Object.entries(fields).map(([name, value]) => stringify({ [name]: value }, YAML).trimEnd()),
    "",
    "# Without a list of `editions`, there are all that the theme offers.",
    "",
  ].join("\n");
}

/** A line a field: what is folded is harder to change. */
const YAML = { lineWidth: 0 };

function chapterText(language: string): string {
  const words = starterWords(language);
  return contentFile({
    schema: `front-matter/${CHAPTER_KIND}`,
    folder: "content",
    fields: {
      title: words.chapter,
      ...(words.otherLang !== undefined && { lang: words.otherLang }),
    },
    body: words.text,
  });
}
