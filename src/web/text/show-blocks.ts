/**
 * The fenced blocks of a text as a theme shows them. Input: the file's slug and language, the blocks
 * that there are, and how fields are rendered; output: a function from a block to its element. Blocks
 * without an id of their own are counted, each kind by itself.
 */
import type { SourcePosition } from "../../document/source-position.ts";
import { fieldsOfBlock, type BlockFields } from "../../publication/files/block-content.ts";
import type { Block } from "../../theme/block.ts";
import type { TextShowing } from "./text-elements.ts";

export interface BlocksOf {
  /** Of the file that the text is in: ids of blocks begin with it. */
  readonly slug: string;
  /** The language of the text. */
  readonly lang: string;
  readonly publicationLang: string;
  /** Of a heading in the text. */
  readonly headingLevel: 3 | 4;
  /** Where the text begins. */
  readonly source: SourcePosition;
  /** @throws RangeError where there is none of the name. */
  readonly blockNamed: (name: string) => Block;
  /** @param places where the fields were written, where that is known. */
  readonly renderFields: (
    block: Block,
    fields: BlockFields["fields"],
    places: FieldPlaces | undefined,
  ) => unknown;
}

interface FieldPlaces extends Pick<BlockFields, "fieldLines"> {
  readonly file: string;
}

export function showBlocks(of: BlocksOf): NonNullable<TextShowing["block"]> {
  const { slug, publicationLang, headingLevel, source } = of;
  const counts = new Map<string, number>();
  return (fenced, body, position) => {
    const name = fenced.name ?? "";
    const block = of.blockNamed(name);
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const { fields: all, fieldLines } = fieldsOfBlock(fenced, block, position ?? source);
    const { lang: given, ...fields } = all;
    const places = position && { file: source.file, fieldLines };
    const lang = typeof given === "string" && given !== of.lang ? given : undefined;
    return block.render({
      id: fenced.id ?? `${slug}-${name}-${nth}`,
      ...{ lang, ownLang: lang ?? of.lang, publicationLang },
      ...{ source: fenced.source, headingLevel, nth: 0, after: [] },
      fields: of.renderFields(block, fields, places),
      body: block.body === "paragraph" ? body.ofParagraph() : body.all(),
    });
  };
}
