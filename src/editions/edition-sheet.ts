/**
 * The style sheet of an edition by one name, whatever publication.yaml says: a list of sheets becomes
 * one that is made in memory and imports them in their order. Input: editions; output: names and texts
 * of sheets. Names are those of the styles, such as `report.css`. Pure.
 */
import { sheetName, type StyleFolder } from "../design/styles/style-folder.ts";
import { addressOfPath } from "../publication/fields/picture-path.ts";

interface Styled {
  readonly id: string;
  readonly stylesheet: string | readonly string[];
}

/** The name of the sheet that an edition is styled by. */
export function sheetOf({ id, stylesheet }: Styled): string {
  return typeof stylesheet === "string" ? sheetName(stylesheet) : combinedName(id);
}

/** The name of the sheet that is made for an edition with a list. */
export function combinedName(id: string): string {
  return `editions/${id}.css`;
}

/** The styles with the sheets that are made for editions with lists. */
export function withEditionSheets(styles: StyleFolder, editions: readonly Styled[]): StyleFolder {
  const combined = editions.flatMap(({ id, stylesheet }): readonly [string, string][] =>
    typeof stylesheet === "string" ? [] : [[combinedName(id), importing(stylesheet)]],
  );
  return { ...styles, sheets: new Map([...styles.sheets, ...combined]) };
}

/** Addresses start from the folder of the combined sheet. */
function importing(stylesheets: readonly string[]): string {
  return stylesheets
    .map((each) => `@import url("../${addressOfPath(sheetName(each))}");\n`)
    .join("");
}
