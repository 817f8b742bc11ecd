/** The entry of a web edition in publication.yaml. */
import { z } from "zod";
import { editionOptions } from "../options.ts";

export const webOptions = z.strictObject({
  ...editionOptions,
  kind: z.literal("web"),
});

export type WebEdition = Readonly<z.infer<typeof webOptions>>;
