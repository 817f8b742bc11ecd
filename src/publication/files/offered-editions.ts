/**
 * Editions that the theme offers, in the places where publication.yaml asks for them: all of them where
 * it has no `editions`, and one where an entry has its `id` and no `kind`. Input: the fields of the
 * file, and what the theme offers; output: the fields as if all had been written, and faults. It looks
 * at no field but `id` and `kind`: what editions must be is for their schema.
 */
import type { OfferedEdition, Theme } from "../../theme/theme.ts";
import { quoteValue, type Fault } from "../faults/fault.ts";
import { fieldFault, rawValue } from "../faults/field-faults.ts";
import type { YamlFields } from "./front-matter.ts";
import { isKnownLanguage } from "../fields/language-tag.ts";
import { ownValue } from "../fields/marked-fields.ts";
import { nearestName } from "../faults/nearest-name.ts";

/** What the theme offers for the language of the publication; for English where that is not right. */
export function editionsOffered(
  raw: YamlFields,
  { editions }: Pick<Theme, "editions">,
): readonly OfferedEdition[] {
  const lang = rawValue(raw, "language");
  return editions(typeof lang === "string" && isKnownLanguage(lang.trim()) ? lang.trim() : "en");
}

/** The fields with the theme's entries in their places. A field keeps its line; others have their entry's. */
export function withOfferedEditions(
  raw: YamlFields,
  offered: readonly OfferedEdition[],
): YamlFields {
  const { data } = raw;
  if (typeof data !== "object" || data === null || offered.length === 0) return raw;
  const editions = ownValue(data, "editions");
  if (editions === undefined) return { ...raw, data: { ...data, editions: offered } };
  if (!Array.isArray(editions)) return raw;
  const whole = editions.map((entry: unknown) => {
    const id = idWithoutKind(entry);
    const meant = offered.find((each) => each.id === id);
    return meant === undefined || typeof entry !== "object" ? entry : { ...meant, ...entry };
  });
  return { ...raw, data: { ...data, editions: whole } };
}

/** The id of an entry that says nothing of its kind, so that it can only be one of the theme's. */
function idWithoutKind(entry: unknown): string | undefined {
  const id = ownValue(entry, "id");
  if (ownValue(entry, "kind") !== undefined || typeof id !== "string") return undefined;
  return id.trim() === "" ? undefined : id.trim();
}

/**
 * Faults of fields, of which a `kind` that is missing beside an unknown `id` becomes a fault of the id.
 * @param raw with the theme's entries in their places.
 */
export function withIdsNamed(
  faults: readonly Fault[],
  { raw, file, theme }: { readonly raw: YamlFields; readonly file: string; readonly theme: string },
  offered: readonly OfferedEdition[],
): readonly Fault[] {
  if (offered.length === 0) return faults;
  const ids = offered.map(({ id }) => id);
  return faults.map((fault) => {
    const index = /^editions\.(?<index>\d+)\.kind$/u.exec(fault.field ?? "")?.groups?.index;
    const entry = index === undefined ? undefined : rawValue(raw, "editions", index);
    const id = idWithoutKind(entry);
    if (id === undefined) return fault;
    const nearest = nearestName(id, ids);
    return fieldFault(file, raw, ["editions", Number(index), "id"], {
      message: `the theme ${theme} offers no edition ${quoteValue(id)}`,
      expected: `one of ${ids.join(", ")}, or an edition of your own, with a \`kind\``,
      hint:
        nearest === undefined
          ? "take one of these, or add the `kind` and the other fields of the edition"
          : `did you mean \`${nearest}\`?`,
    });
  });
}
