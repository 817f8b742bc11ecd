/**
 * One content file, read and judged by itself. Input: where it is and what kind it is. Output: its
 * fields, typed where they are right and raw where they are not, its text, and its faults. What
 * files say of each other is for `cross-faults.ts`.
 */
import {
  nameInProject,
  PUBLICATION_FILE,
  readContentText,
  type ContentEntry,
} from "./content-folder.ts";
import type { ProjectFolders } from "../project/folders.ts";
import { findStyle, sheetName, type StyleFolder } from "../design/styles/style-folder.ts";
import { findContainedFile } from "./contained-file.ts";
import { nearestName } from "./nearest-name.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { parseYaml, splitFrontMatter, type YamlFields } from "./front-matter.ts";
import { bodyFaults, inlineFieldFaults, isOneParagraph } from "./markdown-faults.ts";
import { pictureFault } from "./picture-fault.ts";
import { checkFields } from "./schema-faults.ts";
import {
  contentSchemaFor,
  publicationSchema,
  type ContentKind,
  type FieldsByKind,
  type PublicationFields,
} from "./schema.ts";

/** A file as read. `raw` is there for as long as its YAML can be parsed, `fields` if all is right. */
export interface ReadFile<T> {
  readonly file: string;
  readonly raw?: YamlFields;
  readonly fields?: T;
  readonly faults: readonly Fault[];
}

export interface ReadContent<K extends ContentKind = ContentKind> extends ReadFile<
  FieldsByKind[K]
> {
  readonly kind: K;
  readonly slug: string;
  readonly body: string;
  readonly bodyLine: number;
}

/** Fields that are inline Markdown, as the schemas document them. */
const inlineFields: Readonly<Record<ContentKind | "publication", readonly string[]>> = {
  publication: ["lead", "summary"],
  testimonial: ["role", "entity", "quote"],
  callout: ["title"],
  section: ["title"],
  figure: [],
};

/** Fields that are groups with a picture in `file`. */
const pictureGroups: Readonly<Record<ContentKind | "publication", readonly string[]>> = {
  publication: ["cover", "logo"],
  testimonial: ["photo"],
  callout: [],
  section: [],
  figure: [],
};

/** The value of a field in data that may be anything. */
export function rawValue(raw: YamlFields | undefined, ...steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (Reflect.get(value, step) as unknown)
        : undefined,
    raw?.data,
  );
}

async function fieldFaults(
  kind: ContentKind | "publication",
  raw: YamlFields,
  file: string,
  { contentDir }: ProjectFolders,
): Promise<readonly Fault[]> {
  const faults = await Promise.all(
    inlineFields[kind].map(async (field): Promise<readonly Fault[]> => {
      const value = rawValue(raw, field);
      if (typeof value !== "string") return [];
      return inlineFieldFaults(value, { file, line: raw.lineOf([field]), field }, contentDir);
    }),
  );
  const colophon = kind === "publication" ? rawValue(raw, "colophon") : undefined;
  if (typeof colophon === "string") {
    const at = { file, line: raw.lineOf(["colophon"]), field: "colophon" };
    faults.push(await bodyFaults(colophon, at, contentDir));
  }
  return [...faults.flat(), ...(await groupPictureFaults(kind, raw, file, contentDir))];
}

async function groupPictureFaults(
  kind: ContentKind | "publication",
  raw: YamlFields,
  file: string,
  contentDir: string,
): Promise<readonly Fault[]> {
  const faults = await Promise.all(
    pictureGroups[kind].map(async (group): Promise<readonly Fault[]> => {
      const picture = rawValue(raw, group, "file");
      if (typeof picture !== "string" || picture.trim() === "") return [];
      const wording = await pictureFault(contentDir, picture.trim());
      if (wording === undefined) return [];
      return [{ file, line: raw.lineOf([group, "file"]), field: `${group}.file`, ...wording }];
    }),
  );
  return faults.flat();
}

/** A file of styles/ that an edition names. */
interface StyleFile {
  readonly field: string;
  /** With its article. */
  readonly what: string;
  readonly extensions: readonly string[];
  readonly hint: string;
  /** It may be the theme's as well as the project's own. */
  readonly isShared: boolean;
}

interface StylePlaces {
  readonly folder: ProjectFolders;
  readonly styles: StyleFolder;
}

const STYLE_FILES: readonly StyleFile[] = [
  {
    field: "stylesheet",
    what: "a stylesheet",
    extensions: [".css"],
    hint: "put the stylesheet in styles/ and name it, such as styles/report.css",
    isShared: true,
  },
  {
    field: "profile",
    what: "an output profile",
    extensions: [".icc", ".icm"],
    hint: "put the print shop's profile in styles/ and name it, such as styles/profiles/uncoated.icc",
    isShared: false,
  },
];

/** Styles are the project's own: a file elsewhere would be read and published with the rest. */
async function styleFaults(
  raw: YamlFields,
  file: string,
  places: StylePlaces,
): Promise<readonly Fault[]> {
  const editions = rawValue(raw, "editions");
  if (!Array.isArray(editions)) return [];
  const faults = await Promise.all(
    editions.flatMap((_, index) =>
      STYLE_FILES.map(async (kind): Promise<readonly Fault[]> => {
        const path = ["editions", index, kind.field];
        const value = rawValue(raw, ...path.map(String));
        if (typeof value !== "string" || value.trim() === "") return [];
        const wording = await styleFileFault(value, kind, places);
        if (wording === undefined) return [];
        return [{ file, line: raw.lineOf(path), field: path.join("."), ...wording }];
      }),
    ),
  );
  return faults.flat();
}

async function styleFileFault(
  value: string,
  { what, extensions, hint, isShared }: StyleFile,
  { folder, styles }: StylePlaces,
): Promise<Pick<Fault, "message" | "expected" | "hint"> | undefined> {
  const isInStyles =
    value.startsWith("styles/") && extensions.some((extension) => value.endsWith(extension));
  const { state } = isInStyles
    ? await (isShared
        ? findStyle(styles, sheetName(value))
        : findContainedFile(folder.stylesDir, sheetName(value)))
    : { state: "outside" };
  if (state === "found") return undefined;
  return {
    message:
      state === "outside"
        ? `${quoteValue(value)} is not ${what} in styles/`
        : `there is no ${what.replace(/^an? /u, "")} ${quoteValue(value)}`,
    expected: `the path of a ${extensions.join(" or ")} file in the project's styles/ folder`,
    hint,
  };
}

/** What the file is read with. */
export interface PublicationSettings {
  readonly styles: StyleFolder;
  readonly themeNames: readonly string[];
}

/** Whether there is a theme of the name is known to no schema: a theme is a folder. */
function themeFaults(raw: YamlFields, file: string, names: readonly string[]): readonly Fault[] {
  const theme = rawValue(raw, "theme");
  if (typeof theme !== "string" || theme.trim() === "" || names.includes(theme.trim())) return [];
  const nearest = nearestName(theme.trim(), names);
  return [
    {
      file,
      line: raw.lineOf(["theme"]),
      field: "theme",
      message: `there is no theme ${quoteValue(theme.trim())}`,
      expected: `one of ${names.join(", ")}`,
      hint: nearest === undefined ? `take one of these` : `did you mean \`${nearest}\`?`,
    },
  ];
}

/** Reads content/publication.yaml. */
export async function readPublicationFile(
  folder: ProjectFolders,
  { styles, themeNames }: PublicationSettings,
): Promise<ReadFile<PublicationFields>> {
  const file = nameInProject(folder, PUBLICATION_FILE);
  const read = await readContentText(folder, PUBLICATION_FILE);
  if (read.fault !== undefined) return { file, faults: [read.fault] };
  const parsed = parseYaml(read.text, file, 1);
  if (parsed.fields === undefined) return { file, faults: parsed.faults };
  const { value, faults } = checkFields(publicationSchema, parsed.fields, file);
  return {
    file,
    raw: parsed.fields,
    ...(value === undefined ? {} : { fields: value }),
    faults: [
      ...parsed.faults,
      ...faults,
      ...(await fieldFaults("publication", parsed.fields, file, folder)),
      ...(await styleFaults(parsed.fields, file, { folder, styles })),
      ...themeFaults(parsed.fields, file, themeNames),
    ],
  };
}

function textFaults(kind: ContentKind, body: string, file: string, line: number): readonly Fault[] {
  if (body === "") {
    const hint = "write the text below the second line of ---";
    return [{ file, line, message: "there is no text", expected: "text below the fields", hint }];
  }
  if (kind !== "figure" || isOneParagraph(body)) return [];
  return [
    {
      file,
      line,
      message: "the text of a key figure is more than one paragraph",
      expected: "one paragraph, which goes on from the figure",
      hint: "join the paragraphs, or move the rest to the testimonial",
    },
  ];
}

/** Reads one Markdown file. */
async function readContent<K extends ContentKind>(
  folder: ProjectFolders,
  kind: K,
  entry: ContentEntry,
): Promise<ReadContent<K>> {
  const file = nameInProject(folder, entry.path);
  const nothing = { kind, slug: entry.slug, file, body: "", bodyLine: 1 };
  const read = await readContentText(folder, entry.path);
  if (read.fault !== undefined) return { ...nothing, faults: [read.fault] };
  const split = splitFrontMatter(read.text);
  if (split === undefined) {
    const message = "the fields are missing, or not between two lines of ---";
    const expected = "a first line of ---, the fields in YAML, another line of ---, the text";
    const hint = `begin the file with ---, the line \`order: 10\` and the other fields, and ---`;
    return { ...nothing, faults: [{ file, line: 1, message, expected, hint }] };
  }
  const { body, bodyLine } = split;
  const parsed = parseYaml(split.yaml, file, split.yamlLine);
  const ofText = [
    ...textFaults(kind, body, file, bodyLine),
    ...(await bodyFaults(body, { file, line: bodyLine }, folder.contentDir)),
  ];
  const text = { ...nothing, body, bodyLine };
  if (parsed.fields === undefined) return { ...text, faults: [...parsed.faults, ...ofText] };
  const { value, faults } = checkFields(contentSchemaFor(kind), parsed.fields, file);
  const ofFields = await fieldFaults(kind, parsed.fields, file, folder);
  return {
    ...text,
    raw: parsed.fields,
    ...(value === undefined ? {} : { fields: value }),
    faults: [...parsed.faults, ...faults, ...ofFields, ...ofText],
  };
}

/** Reads, side by side, the files of one kind. */
export async function readContentOf<K extends ContentKind>(
  folder: ProjectFolders,
  kind: K,
  entries: readonly ContentEntry[],
): Promise<readonly ReadContent<K>[]> {
  return Promise.all(
    entries.filter((entry) => entry.kind === kind).map((entry) => readContent(folder, kind, entry)),
  );
}
