/**
 * The theme and the blocks that publication.yaml names, against those that there are: themes and
 * blocks are folders, which no schema knows. Input: the fields as they were read, and the themes.
 * Output: faults, and what to do about a block that only other themes have.
 */
import type { ThemeCatalogue } from "../../theme/load-theme.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { rawValue } from "./field-faults.ts";
import type { FieldPath, YamlFields } from "../files/front-matter.ts";
import { nearestName } from "./nearest-name.ts";

/** A name that a field gives, and those that it may be. */
interface Named {
  readonly path: FieldPath;
  readonly what: "theme" | "block";
  readonly value: unknown;
  readonly names: readonly string[];
}

export function themeFaults(
  raw: YamlFields,
  file: string,
  themes: ThemeCatalogue,
): readonly Fault[] {
  const value = rawValue(raw, "theme");
  const theme: Named = { path: ["theme"], what: "theme", value, names: [...themes.blocks.keys()] };
  const listed = rawValue(raw, "blocks");
  const names = [...themes.blocks].flatMap(([name, own]) => own.map((block) => `${name}/${block}`));
  const blocks = (Array.isArray(listed) ? listed : []).map((block: unknown, index): Named => {
    return { path: ["blocks", index], what: "block", value: block, names };
  });
  return [theme, ...blocks].flatMap((named) => nameFaults(named, raw, file));
}

/** How to take a block from a theme that has it; undefined where none has. */
export function hintOfLenders(block: string, themes: ThemeCatalogue): string | undefined {
  const lenders = [...themes.blocks].filter(([, own]) => own.includes(block)).map(([name]) => name);
  const [first] = lenders;
  if (first === undefined) return undefined;
  const those = lenders.length === 1 ? `the theme ${first} has` : `${lenders.join(" and ")} have`;
  return `${those} a block of this name: write \`blocks: [${first}/${block}]\` in publication.yaml`;
}

function nameFaults(
  { path, what, value, names }: Named,
  raw: YamlFields,
  file: string,
): readonly Fault[] {
  // What is no text is for the schema.
  const name = typeof value === "string" ? value.trim() : "";
  if (name === "" || names.includes(name)) return [];
  const nearest = nearestName(name, names);
  return [
    {
      file,
      line: raw.lineOf(path),
      field: path.map(String).join("."),
      message: `there is no ${what} ${quoteValue(name)}`,
      expected: `one of ${names.join(", ")}`,
      hint: nearest === undefined ? "take one of these" : `did you mean \`${nearest}\`?`,
    },
  ];
}
