/**
 * content/publication.yaml, read and judged by itself. Input: the project's folders, its styles and
 * the names of themes. Output: its fields, typed where they are right and raw where they are not, and
 * its faults.
 */
import { findStyle, sheetName, type StyleFolder } from "../design/styles/style-folder.ts";
import type { ProjectFolders } from "../project/folders.ts";
import { conflictFault } from "./conflict-markers.ts";
import { findContainedFile } from "./contained-file.ts";
import { nameInProject, PUBLICATION_FILE, readContentText } from "./content-folder.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { parseYaml, type YamlFields } from "./front-matter.ts";
import { markedFaults } from "./marked-faults.ts";
import { nearestName } from "./nearest-name.ts";
import { rawValue, type ReadFile } from "./read-content.ts";
import { checkFields } from "./schema-faults.ts";
import { publicationSchema, type PublicationFields } from "./schema.ts";

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
  const conflict = conflictFault(read.text, file);
  if (conflict !== undefined) return { file, faults: [conflict] };
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
      ...(await markedFaults(publicationSchema, parsed.fields, file, folder.contentDir)),
      ...(await styleFaults(parsed.fields, file, { folder, styles })),
      ...themeFaults(parsed.fields, file, themeNames),
    ],
  };
}
