/**
 * The kinds of editions: each is a folder beside this file and one line here. Input: nothing; output:
 * the schema of an entry in publication.yaml, and the types of editions.
 */
import { z } from "zod";
import { pdfOptions } from "./pdf/options.ts";
import { pressOptions } from "./press/options.ts";
import { webOptions } from "./web/options.ts";

export const KINDS = {
  web: { options: webOptions },
  pdf: { options: pdfOptions },
  press: { options: pressOptions },
};

export type EditionKind = keyof typeof KINDS;

type EditionsByKind = {
  readonly [K in EditionKind]: Readonly<z.infer<(typeof KINDS)[K]["options"]>>;
};

/** What publication.yaml says of an edition of a kind. */
export type EditionOf<K extends EditionKind> = EditionsByKind[K] & { readonly kind: K };
export type Edition = EditionsByKind[EditionKind];
/** An edition that is laid out in pages. */
export type PagedEdition = EditionOf<"pdf"> | EditionOf<"press">;

/** Names of all kinds, as a sentence has them. */
export const KIND_NAMES = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(
  Object.keys(KINDS),
);

function atLeastOne<T>([first, ...others]: readonly T[]): readonly [T, ...T[]] {
  if (first === undefined) throw new RangeError("there is no kind of edition");
  return [first, ...others];
}

/** An edition is data: a stylesheet under styles/ and an entry here make a new one. */
export const editionSchema = z
  .discriminatedUnion("kind", atLeastOne(Object.values(KINDS).map(({ options }) => options)))
  .meta({
    description: `an edition. It has an \`id\`, a \`kind\` (${KIND_NAMES}) and a \`stylesheet\`.`,
    examples: ["{ id: web, kind: web, stylesheet: styles/web.css }"],
  });
