/** The entry of a PDF edition, which is to be read, in publication.yaml. */
import { z } from "zod";
import { documented, plainText as text, slug } from "../../publication/fields/fields.ts";
import { editionOptions } from "../options.ts";
import { pagedOptions } from "../paged/options.ts";

export const pdfOptions = z.strictObject({
  ...editionOptions,
  kind: z.literal("pdf"),
  ...pagedOptions,
  title: documented(
    text,
    "what tells the edition from others where it is offered, in plain text. Leave it out for the ordinary one.",
    "gros caractères",
  ).optional(),
  suffix: documented(
    slug,
    "what the name of the PDF has after the publication's slug and a hyphen. Only where there are several PDFs.",
    "large-print",
  ).optional(),
});

export type PdfEdition = Readonly<z.infer<typeof pdfOptions>>;
