/**
 * What a block is: a thing that authors write and a theme shows, such as a figure with its meaning. A
 * folder of a theme's `blocks/` holds each, with its schema, its component and examples; the engine
 * knows none by name. Those of `src/house-blocks/` are of the same form, and every theme has them.
 */
import type { ComponentChildren, JSX } from "preact";
import type { z } from "zod";
import type { JsonLd } from "./json-ld.ts";
import type { Rendered } from "./rendered.ts";

/** What a component shows. `Fields` as they are rendered. */
export interface BlockProps<Fields> {
  /** Its id on pages; ids of elements inside it begin with it. */
  readonly id: string;
  readonly fields: Fields;
  /** The text, rendered. */
  readonly body: ComponentChildren;
  /** The text as it was written, in Markdown. */
  readonly source: string;
  /** Language where it is not that of what is around it. */
  readonly lang: string | undefined;
  /** The language it is in, whatever is around it. */
  readonly ownLang: string;
  /** The publication's language, in which interface words are. */
  readonly publicationLang: string;
  /** Of a heading in it: 2 where it is a chapter, 3 where it stands in one; in a part one more. */
  readonly headingLevel: 2 | 3 | 4;
  /** How many of its kind come before it in the publication, where it is a chapter. */
  readonly nth: number;
  /** Blocks that are files of their own and belong at its end. */
  readonly after: readonly JSX.Element[];
}

/** Of a block that may be a file by itself. */
export interface BlockFile<Name extends string> {
  /** Folder of content/ whose files are such blocks without saying so. */
  readonly folder: string;
  /**
   * A chapter of the publication, with the field that is its title and what the heading's id ends in;
   * or something at the end of a chapter, with the field that names the chapter by its slug and the
   * kind that it must be.
   */
  readonly place:
    | { readonly kind: "chapter"; readonly title: Name; readonly titleIdEnding: string }
    | { readonly kind: "end-of-chapter"; readonly owner: Name; readonly ownerKind: string };
}

/** What a block says of itself to machines; see `json-ld.ts`. */
export interface BlockDescription<Fields> {
  readonly fields: Fields;
  readonly lang: string;
  /** Address of the block on the web. */
  readonly url: string;
  /** Plain text set by the rules of the language. */
  readonly plain: (text: string) => string;
  /** Inline Markdown as plain text, set so. */
  readonly plainOfMarkdown: (markdown: string) => string;
}

export interface BlockDefinition<Schema extends z.ZodObject> {
  /** The fields that authors give. */
  readonly schema: Schema;
  /** `text` is Markdown of all kinds, `paragraph` what the component puts into a paragraph of its own. */
  readonly body: "text" | "paragraph" | "none";
  /** Its words stand in the text around it, and it is for the eye alone: other words would be lost. */
  readonly isRepetition?: boolean;
  /** What ids of elements inside it end in, after its own id and a hyphen. */
  readonly idEndings: readonly string[];
  readonly file?: BlockFile<Extract<keyof z.output<Schema>, string>>;
  readonly component: (props: BlockProps<Rendered<z.output<Schema>>>) => JSX.Element;
  /** What it says of itself to search engines, as a part of the publication. */
  readonly describe?: (description: BlockDescription<z.output<Schema>>) => JsonLd;
}

/** A block whose fields nobody but itself knows the type of. */
export interface Block {
  readonly schema: z.ZodObject;
  readonly body: "text" | "paragraph" | "none";
  readonly isRepetition: boolean;
  readonly idEndings: readonly string[];
  readonly file: BlockFile<string> | undefined;
  /** @param props with fields that the block's schema has passed, rendered. */
  readonly render: (props: BlockProps<unknown>) => JSX.Element;
  /** @param description with fields that the block's schema has passed. */
  readonly describe: ((description: BlockDescription<unknown>) => JsonLd) | undefined;
}

const blocks = new WeakSet<Block>();

export function defineBlock<Schema extends z.ZodObject>(
  definition: BlockDefinition<Schema>,
): Block {
  type Fields = z.output<Schema>;
  const { schema, body, isRepetition = false, idEndings, file, describe } = definition;
  const { component: Component } = definition;
  const block: Block = {
    schema,
    body,
    isRepetition,
    idEndings,
    file,
    render: (props) => Component(props as BlockProps<Rendered<Fields>>),
    describe: describe && ((description) => describe(description as BlockDescription<Fields>)),
  };
  blocks.add(block);
  return block;
}

/** Whether a value was made by `defineBlock`: modules are not typed when they are found by name. */
export function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && blocks.has(value as Block);
}
