/**
 * The kinds of editions: each is a folder beside this file and one line here. Input: nothing; output:
 * the schema of an entry in publication.yaml, the types of editions, and what their kinds declare.
 * How a kind is made and judged is loaded when it is needed: see `rooms.ts`.
 */
import { z } from "zod";
import type { EditionFacts } from "./kind.ts";
import { pdf } from "./pdf/kind.ts";
import { press } from "./press/kind.ts";
import { web } from "./web/kind.ts";

export const KINDS = {
  web,
  pdf,
  press,
};

export type EditionKind = keyof typeof KINDS;

type EditionsByKind = {
  readonly [K in EditionKind]: Readonly<z.infer<(typeof KINDS)[K]["options"]>>;
};

/** What publication.yaml says of an edition of a kind. */
export type EditionOf<K extends EditionKind> = EditionsByKind[K] & { readonly kind: K };
export type Edition = EditionsByKind[EditionKind];

type PagedKind = {
  [K in EditionKind]: (typeof KINDS)[K]["pages"] extends undefined ? never : K;
}[EditionKind];

/** An edition that is laid out in pages. */
export type PagedEdition = EditionsByKind[PagedKind];

export function isPaged(edition: Edition): edition is PagedEdition {
  return KINDS[edition.kind].pages !== undefined;
}

const FACTS: { readonly [K in EditionKind]: EditionFacts<EditionOf<K>> } = KINDS;

/** What the kind of an edition declares. */
export function factsOf<K extends EditionKind>(kind: K): EditionFacts<EditionOf<K>> {
  return FACTS[kind];
}

/** Whether a text, which an author wrote, names a kind. */
export function isKind(name: unknown): name is EditionKind {
  return typeof name === "string" && Object.hasOwn(KINDS, name);
}

/** The folders of output/ that builds make: nothing else is ever moved or removed there. */
export const MADE_FOLDERS: readonly string[] = [
  ...new Set(Object.values(KINDS).flatMap(({ folders }) => folders)),
];

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
