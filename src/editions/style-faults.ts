/**
 * The files of styles/ that editions name: whether they are there, and of the right kind. Input:
 * publication.yaml as it was read, and the styles; output: faults. It opens no file.
 */
import { findStyle, sheetName, type StyleFolder } from "../design/styles/style-folder.ts";
import type { ProjectFolders } from "../project/folders.ts";
import { findContainedFile } from "../publication/contained-file.ts";
import { quoteValue, type Fault } from "../publication/fault.ts";
import { rawValue, type Wording } from "../publication/field-faults.ts";
import type { YamlFields } from "../publication/front-matter.ts";
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
  const faults = await Promise.all(
    editions.flatMap((_, index) =>
      [STYLESHEET, ...styleFilesOf(rawValue(raw, "editions", String(index), "kind"))].map(
        async (kind): Promise<readonly Fault[]> => {
          const path = ["editions", index, kind.field];
          const value = rawValue(raw, ...path.map(String));
          if (typeof value !== "string" || value.trim() === "") return [];
          const wording = await styleFileFault(value, kind, places);
          if (wording === undefined) return [];
          return [{ file, line: raw.lineOf(path), field: path.join("."), ...wording }];
        },
      ),
    ),
  );
  return faults.flat();
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
