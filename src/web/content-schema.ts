/**
 * The content's schemas as Eleventy's data schema, which checks the data of each file in Eleventy's
 * own cascade. Input: the data of one template. It finds the same faults as the `publication` stage,
 * which has run before and says them better; this is the net below it.
 */
import path from "node:path";
import { prettifyError } from "zod";
import { PublicationError } from "../errors.ts";
import { contentFolders, contentSchemaFor, type ContentKind } from "../publication/schema.ts";

const kindByFolder = new Map(
  Object.entries(contentFolders).map(([kind, folder]) => [folder, kind as ContentKind]),
);

/** @throws PublicationError `content` when the file's fields are not those of its kind. */
export function checkContentData(data: { readonly page: { readonly inputPath: string } }): void {
  const file = path.normalize(data.page.inputPath);
  const kind = kindByFolder.get(path.basename(path.dirname(file)));
  if (kind === undefined) return;
  const result = contentSchemaFor(kind).loose().safeParse(data);
  if (result.success) return;
  throw new PublicationError("content", prettifyError(result.error), { place: { file } });
}
