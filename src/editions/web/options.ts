/** The entry of a web edition in publication.yaml. */
import { z } from "zod";
import { editionId, stylesheet } from "../options.ts";

export const webOptions = z.strictObject({
  id: editionId,
  kind: z.literal("web"),
  stylesheet,
});

export type WebEdition = Readonly<z.infer<typeof webOptions>>;
