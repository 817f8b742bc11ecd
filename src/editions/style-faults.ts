/**
 * The files of styles/ that editions name: whether they are there, and of the right kind. Input:
 * publication.yaml as it was read, and the styles; output: faults. It opens no file.
 */
import { findStyle, sheetName, type StyleFolder } from "../design/styles/style-folder.ts";
import type { ProjectFolders } from "../project/folders.ts";
import { findContainedFile } from "../publication/files/contained-file.ts";
import { quoteValue, type Fault } from "../publication/faults/fault.ts";
import { fieldFault, rawValue, type Wording } from "../publication/faults/field-faults.ts";
import type { FieldPath, YamlFields } from "../publication/files/front-matter.ts";
import { combinedName } from "./edition-sheet.ts";
import type { StyleFile } from "./kind.ts";
import { factsOf, isKind } from "./kinds.ts";

interface StylePlaces {
  readonly folder: ProjectFolders;
  readonly styles: StyleFolder;
}

const STYLESHEET: StyleFile = {
  field: "stylesheet",
  what: "a stylesheet",
  extensions: [".css"],
  hint: "put the stylesheet in styles/ and name it, such as styles/report.css",
  isShared: true,
};

/** Styles are the project's own: a file elsewhere would be read and published with the rest. */
export async function styleFaults(
  raw: YamlFields,
  file: string,
  places: StylePlaces,
): Promise<readonly Fault[]> {
  const editions = rawValue(raw, "editions");
  if (!Array.isArray(editions)) return [];
  const made = namesOfMadeSheets(raw, editions.length);
  const named = editions.flatMap((_, index) =>
    [STYLESHEET, ...styleFilesOf(rawValue(raw, "editions", String(index), "kind"))].flatMap(
      (kind) => filesNamed(raw, ["editions", index, kind.field]).map((each) => ({ ...each, kind })),
    ),
  );
  const faults = await Promise.all(
    named.map(async ({ path, value, kind }): Promise<readonly Fault[]> => {
      const wording = made.has(sheetName(value))
        ? nameOfMadeSheet(value)
        : await styleFileFault(value, kind, places);
      return wording === undefined ? [] : [fieldFault(file, raw, path, wording)];
    }),
  );
  return faults.flat();
}

/** The files that an option names: one, or those of a list. What is no text is the schema's concern. */
function filesNamed(
  raw: YamlFields,
  path: FieldPath,
): readonly { readonly path: FieldPath; readonly value: string }[] {
  const value = rawValue(raw, ...path.map(String));
  const named: readonly { readonly path: FieldPath; readonly value: unknown }[] = Array.isArray(
    value,
  )
    ? value.map((each: unknown, at) => ({ path: [...path, at], value: each }))
    : [{ path, value }];
  return named.flatMap(({ path: at, value: each }) =>
    typeof each === "string" && each.trim() !== "" ? [{ path: at, value: each }] : [],
  );
}

/** Names of the sheets that are made of lists: they would hide files. */
function namesOfMadeSheets(raw: YamlFields, count: number): ReadonlySet<string> {
  const indexes = Array.from({ length: count }, (_, index) => String(index));
  return new Set(
    indexes.flatMap((index) => {
      const id = rawValue(raw, "editions", index, "id");
      const isList = Array.isArray(rawValue(raw, "editions", index, "stylesheet"));
      return isList && typeof id === "string" ? [combinedName(id.trim())] : [];
    }),
  );
}

function nameOfMadeSheet(value: string): Wording {
  return {
    message: `${quoteValue(value)} is the name of the sheet that is made of an edition's list`,
    expected: "a stylesheet of another name",
    hint: "rename the file, or move it out of styles/editions/",
  };
}

function styleFilesOf(kind: unknown): readonly StyleFile[] {
  return isKind(kind) ? factsOf(kind).styleFiles : [];
}

async function styleFileFault(
  value: string,
  { what, extensions, hint, isShared }: StyleFile,
  { folder, styles }: StylePlaces,
): Promise<Wording | undefined> {
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
