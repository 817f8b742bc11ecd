/**
 * What is wrong in fields of Markdown and in pictures that fields name, and where links in them lead.
 * Input: a schema, the fields of one file and the content folder; output: faults with file, line and
 * field, and links.
 */
import type { z } from "zod";
import type { Fault } from "./fault.ts";
import type { YamlFields } from "../files/front-matter.ts";
import { parseMarkup } from "../texts/text-tokens.ts";
import { innerLinksAmong, type PlacedLink } from "../texts/things-of-text.ts";
import { fieldTextFaults } from "./field-text-faults.ts";
import { markedFields, ownValue, type MarkedField } from "../fields/marked-fields.ts";
import { pictureFault } from "./picture-fault.ts";

export async function markedFaults(
  schema: z.core.$ZodType,
  raw: YamlFields,
  file: string,
  contentDir: string,
): Promise<readonly Fault[]> {
  const faults = await Promise.all(
    markedFields(schema, raw.data).map((field) => faultsOf(field, raw, file, contentDir)),
  );
  return faults.flat();
}

/** The links in fields of Markdown that lead into the publication. */
export function markedLinks(
  schema: z.core.$ZodType,
  raw: YamlFields,
  file: string,
): readonly PlacedLink[] {
  return markedFields(schema, raw.data).flatMap(({ path, mark, value }) =>
    mark === "picture" || typeof value !== "string"
      ? []
      : innerLinksAmong(parseMarkup(value, mark), {
          ...{ file, line: raw.lineOf(path), field: path.join(".") },
        }),
  );
}

async function faultsOf(
  { path, mark, value }: MarkedField,
  raw: YamlFields,
  file: string,
  contentDir: string,
): Promise<readonly Fault[]> {
  if (mark === "picture") {
    const name = ownValue(value, "file");
    // An empty name is a fault of the field already.
    if (typeof name !== "string" || name.trim() === "") return [];
    const wrong = await pictureFault(contentDir, name.trim());
    const at = [...path, "file"];
    return wrong === undefined
      ? []
      : [{ file, line: raw.lineOf(at), field: at.join("."), ...wrong }];
  }
  if (typeof value !== "string") return [];
  const at = { file, line: raw.lineOf(path), field: path.join(".") };
  return fieldTextFaults(value, mark, at, contentDir);
}
