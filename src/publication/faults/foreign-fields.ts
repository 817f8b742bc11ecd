/**
 * Fields of publication.yaml that another theme has. Input: the file's fields and their faults, its
 * theme, and the themes that there are; output: faults that say whose a field is. Other themes are
 * loaded only where there is a field that nobody else knows.
 */
import type { ThemeCatalogue } from "../../theme/load-theme.ts";
import type { Theme } from "../../theme/theme.ts";
import type { Fault } from "./fault.ts";
import { rawValue } from "./field-faults.ts";
import type { YamlFields } from "../files/front-matter.ts";
import { publicationSchema } from "../schemas/publication-schema.ts";

/** The name that the file gives, where it is a text. */
function namedTheme(raw: YamlFields): string | undefined {
  const theme = rawValue(raw, "theme");
  return typeof theme === "string" && theme.trim() !== "" ? theme.trim() : undefined;
}

/** The themes that have each of the fields which neither the engine nor the publication's theme has. */
async function ownersOfFields(
  raw: YamlFields,
  theme: Pick<Theme, "name" | "fields">,
  themes: ThemeCatalogue,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = { ...publicationSchema.shape, ...theme.fields.shape };
  const unknown = Object.keys(raw.data ?? {}).filter((name) => !Object.hasOwn(known, name));
  if (unknown.length === 0) return new Map();
  const others = await Promise.all(
    [...themes.blocks.keys()]
      .filter((name) => name !== theme.name)
      .map(async (name) => ({ name, fields: (await themes.load(name)).fields.shape })),
  );
  const owners = unknown.map((field) => {
    const having = others.filter(({ fields }) => Object.hasOwn(fields, field));
    return [field, having.map(({ name }) => name)] as const;
  });
  return new Map(owners.filter(([, having]) => having.length > 0));
}

/**
 * Faults of fields, of which those that another theme has say so. Where the publication names a theme
 * that there is not, its fields may be right: that the theme is wrong is the fault.
 */
export async function withThemesNamed(
  faults: readonly Fault[],
  raw: YamlFields,
  theme: Pick<Theme, "name" | "fields">,
  themes: ThemeCatalogue,
): Promise<readonly Fault[]> {
  const owners = await ownersOfFields(raw, theme, themes);
  const named = namedTheme(raw);
  const isThemeWrong = named !== undefined && !themes.blocks.has(named);
  return faults.flatMap((fault): readonly Fault[] => {
    const having = owners.get(fault.field ?? "");
    if (having === undefined) return [fault];
    return isThemeWrong ? [] : [{ ...fault, ...wordingOf(fault.field ?? "", having, theme) }];
  });
}

function wordingOf(
  field: string,
  having: readonly string[],
  { name, fields }: Pick<Theme, "name" | "fields">,
): Pick<Fault, "message" | "expected" | "hint"> {
  const own = Object.keys(fields.shape);
  const [first = ""] = having;
  const owners =
    having.length === 1
      ? `the theme ${first}`
      : `the themes ${new Intl.ListFormat("en-GB", { type: "conjunction" }).format(having)}`;
  return {
    message: `\`${field}\` is a field of ${owners}; this publication has the theme ${name}`,
    expected: `a field that every publication may have${own.length === 0 ? "" : `, or one of the theme ${name}: ${own.join(", ")}`}`,
    hint: `remove the line, or write \`theme: ${first}\``,
  };
}
