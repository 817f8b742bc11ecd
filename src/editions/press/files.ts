/** Where the files of a press edition lie in the output folder. */
import type { EditionFiles, NamedFile, NamedPublication, ReadOption } from "../kind.ts";
import { pagesFile } from "../paged/files.ts";
import { DEFAULT_SUFFIXES, type PressEdition } from "./options.ts";

export const PRINT_FOLDER = "print";

export function pressFiles(publication: NamedPublication, edition: PressEdition): EditionFiles {
  const booklet = bookletFile(publication, edition);
  return [
    printFile(publication, edition.suffix),
    ...(booklet === undefined ? [] : [booklet]),
    pagesFile(edition),
  ];
}

/** What an office prints; undefined where the edition has none. */
export function bookletFile(
  publication: NamedPublication,
  { booklet }: PressEdition,
): string | undefined {
  return booklet && printFile(publication, booklet.suffix);
}

function printFile({ slug }: NamedPublication, suffix: string): string {
  return `${PRINT_FOLDER}/${slug}-${suffix}.pdf`;
}

/** A brochure and its booklet each have a suffix, given or by default, and lie in one folder. */
export function namedPressFiles(option: ReadOption): readonly NamedFile[] {
  const booklet = option("booklet");
  const suffixes: readonly (readonly [path: readonly string[], suffix: unknown])[] = [
    [["suffix"], option("suffix") ?? DEFAULT_SUFFIXES.press],
    ...(typeof booklet === "object" && booklet !== null
      ? [[["booklet", "suffix"], option("booklet", "suffix") ?? DEFAULT_SUFFIXES.booklet] as const]
      : []),
  ];
  return suffixes.flatMap(([path, suffix]) =>
    typeof suffix !== "string"
      ? []
      : [
          {
            place: `${PRINT_FOLDER}/${suffix.trim()}`,
            option: path,
            expected: "a suffix that no other file for the press has, such as brochure-large",
          },
        ],
  );
}
