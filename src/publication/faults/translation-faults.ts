/**
 * What the translations that publication.yaml names say of each other and of the publication. Input:
 * its fields, right or wrong by themselves. Output: faults of a language that is named twice or is the
 * publication's own, and of addresses that lead back to the publication itself.
 */
import { siteAddressFault } from "../fields/site-address.ts";
import { isPathBeside, siblingAddressFault } from "../fields/sibling-address.ts";
import type { FieldPath, YamlFields } from "../files/front-matter.ts";
import type { ReadFile } from "../files/read-content.ts";
import { quoteValue, type Fault } from "./fault.ts";
import { fieldFault, rawValue, repetitions } from "./field-faults.ts";

interface Written {
  readonly path: FieldPath;
  /** As it is to be compared; undefined where it is no tag, which is a fault of the field already. */
  readonly language: string | undefined;
  readonly url: string | undefined;
}

export function translationFaults({ file, raw }: ReadFile<unknown>): readonly Fault[] {
  if (raw === undefined) return [];
  const translations = translationsIn(raw);
  const own = canonical(rawValue(raw, "language"));
  const inOwn = translations.filter(({ language }) => language !== undefined && language === own);
  const others = translations.filter((translation) => !inOwn.includes(translation));
  return [
    ...inOwn.map(({ path, language = "" }) =>
      fieldFault(file, raw, [...path, "language"], {
        message: `${quoteValue(language)} is the language of the publication itself`,
        expected: "the language of another edition as a BCP 47 tag, such as fr",
        hint: "name the language of the other edition, or remove the entry: a publication does not name itself",
      }),
    ),
    ...repetitions(others, ({ language }) => language).map(({ item, first, key }) =>
      fieldFault(file, raw, [...item.path, "language"], {
        message: `${quoteValue(String(key))} is also the language of the entry in line ${raw.lineOf([...first.path, "language"])}`,
        expected: "one edition for each language",
        hint: "correct one of the two, or remove it",
      }),
    ),
    ...addressFaults(file, raw, translations),
  ];
}

function addressFaults(
  file: string,
  raw: YamlFields,
  translations: readonly Written[],
): readonly Fault[] {
  const site = text(rawValue(raw, "url"));
  if (site === undefined || siteAddressFault(site) !== undefined) return [];
  return translations
    .filter(({ url }) => url !== undefined && leadsBack(url, site))
    .map(({ path, url = "" }) =>
      fieldFault(file, raw, [...path, "url"], {
        message: `${quoteValue(url)} leads back into this web edition, which stands at ${site}`,
        expected: "where the edition in the other language stands, such as ../fr/rapport/",
        hint: "write the whole address of the other edition",
      }),
    );
}

/** A path from the top of a host leads nowhere else than into it; a whole address may name any folder. */
function leadsBack(address: string, site: string): boolean {
  if (siblingAddressFault(address) !== undefined) return false;
  const { href } = new URL(address, site);
  return isPathBeside(address) ? href.startsWith(site) : href === site;
}

function translationsIn(raw: YamlFields): readonly Written[] {
  const list = rawValue(raw, "translations");
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown, index) => {
    const fieldOf = (name: string): unknown =>
      typeof entry === "object" && entry !== null ? Reflect.get(entry, name) : undefined;
    return {
      path: ["translations", index],
      language: canonical(fieldOf("language")),
      url: text(fieldOf("url")),
    };
  });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim() : undefined;
}

/** `EN-gb` and `en-GB` are one language. */
function canonical(tag: unknown): string | undefined {
  try {
    return Intl.getCanonicalLocales(text(tag))[0];
  } catch {
    return undefined;
  }
}
