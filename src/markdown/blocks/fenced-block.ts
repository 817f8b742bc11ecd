/**
 * Fenced blocks, Pandoc's `::: {.name key="value"}` to `:::`, as a plugin of markdown-it. Blocks may
 * stand in blocks, of as many colons or of others. Fields that are more than a word stand at the head
 * of a block as they do at the head of a file, in YAML between two lines of `---`. Input: Markdown;
 * output: tokens `block_open` and `block_close`, the first with a `FencedBlock` as its meta. What a
 * block is and whether there is one of its name is the theme's affair.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { isIndentedCode, lineAt } from "../block-lines.ts";
import { readBlockAttributes, type BlockAttributes } from "./block-attributes.ts";

export interface FencedBlock extends BlockAttributes {
  /** Fields in YAML; undefined where there are none. */
  readonly yaml: string | undefined;
  /** Lines from the block's first on which `yaml` begins. */
  readonly yamlOffset: number;
  /** The text between the fields and the end, as it was written. */
  readonly source: string;
  /** There is no line of colons that ends it. */
  readonly isOpen: boolean;
}

export const BLOCK_OPEN = "block_open";
export const BLOCK_CLOSE = "block_close";

/** What a block is in HTML, until the theme shows it: an element with the block as JSON. */
export const BLOCK_ELEMENT = "fenced-block";
const BLOCK_ATTRIBUTE = "data-block";

const OPENING = /^:{3,}[ \t]*(?<info>[^\s:].*)$/u;
const CLOSING = /^:{3,}[ \t]*$/u;
const CODE_FENCE = /^(?:`{3,}|~{3,})/u;

export function fencedBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.before("fence", "fenced_block", fencedBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

/** Whether a token opens a block, and which. */
export function blockOf({
  type,
  meta,
}: {
  readonly type: string;
  readonly meta: unknown;
}): FencedBlock | undefined {
  return type === BLOCK_OPEN ? (meta as FencedBlock) : undefined;
}

/** Makes what two tokens stand round a block, or another than it was. */
export function makeBlock(opening: Token, closing: Token, block: FencedBlock): void {
  Object.assign(opening, { type: BLOCK_OPEN, tag: BLOCK_ELEMENT, markup: "" });
  Object.assign(closing, { type: BLOCK_CLOSE, tag: BLOCK_ELEMENT, markup: "" });
  setBlock(opening, block);
}

/** Says which block a token opens. */
export function setBlock(opening: Token, block: FencedBlock): void {
  opening.meta = { ...block };
  // Attributes are escaped as all are, and authors' HTML is none: nobody else writes such an element.
  opening.attrSet(BLOCK_ATTRIBUTE, JSON.stringify(block));
}

/** The block that an element stands for. */
export function blockOfElement(attributes: Readonly<Record<string, string>>): FencedBlock {
  return JSON.parse(attributes[BLOCK_ATTRIBUTE] ?? "{}") as FencedBlock;
}

/** The place of the list of sources, Pandoc's `::: {#refs}`: a block of no theme. */
export function isSourceList({ id, name }: FencedBlock): boolean {
  return id === SOURCES_ID && name === undefined;
}

export const SOURCES_ID = "refs";

function fencedBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  const info = OPENING.exec(lineAt(state, startLine))?.groups?.info;
  if (info === undefined || isIndentedCode(state, startLine)) return false;
  if (isSilent) return true;

  const end = endOf(state, startLine + 1, endLine);
  const last = end ?? endLine;
  const fields = fieldsAt(state, startLine + 1, last);
  const bodyStart = fields?.next ?? startLine + 1;
  const block: FencedBlock = {
    ...readBlockAttributes(info),
    yaml: fields?.yaml,
    yamlOffset: fields === undefined ? 0 : fields.start - startLine,
    source: state.getLines(bodyStart, last, state.blkIndent, false).trim(),
    isOpen: end === undefined,
  };
  const opening = state.push(BLOCK_OPEN, BLOCK_ELEMENT, 1);
  opening.block = true;
  setBlock(opening, block);
  opening.map = [startLine, last];
  const { parentType, lineMax } = state;
  state.parentType = "container";
  state.lineMax = last;
  state.md.block.tokenize(state, bodyStart, last);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.push(BLOCK_CLOSE, BLOCK_ELEMENT, -1).block = true;
  state.line = end === undefined ? last : end + 1;
  return true;
}

/** The line that ends a block; blocks in it, and code, are passed over. */
function endOf(state: StateBlock, from: number, to: number): number | undefined {
  let depth = 1;
  let code: string | undefined;
  for (let line = from; line < to; line += 1) {
    const text = lineAt(state, line);
    const fence = CODE_FENCE.exec(text)?.[0];
    if (code !== undefined) {
      if (fence !== undefined && fence.startsWith(code) && text.trim() === fence) code = undefined;
    } else if (fence !== undefined) code = fence;
    else if (CLOSING.test(text)) {
      depth -= 1;
      if (depth === 0) return line;
    } else if (OPENING.test(text)) depth += 1;
  }
  return undefined;
}

/** YAML between two lines of `---`, of which the first is the first line that is not blank. */
function fieldsAt(
  state: StateBlock,
  from: number,
  to: number,
): { readonly yaml: string; readonly start: number; readonly next: number } | undefined {
  const isFence = (line: number): boolean => lineAt(state, line).trimEnd() === "---";
  let first = from;
  while (first < to && state.isEmpty(first)) first += 1;
  if (first >= to || !isFence(first)) return undefined;
  for (let line = first + 1; line < to; line += 1) {
    if (!isFence(line)) continue;
    const yaml = state.getLines(first + 1, line, state.blkIndent, false);
    return { yaml, start: first + 1, next: line + 1 };
  }
  return undefined;
}
