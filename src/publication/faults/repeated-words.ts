/**
 * Blocks that repeat words of the text for the eye alone: who hears a page meets them in the text, and
 * only there. Input: a text's tokens, and which blocks are such; output: faults of words that do not
 * stand in the text, and of what nobody could reach in a place that is not heard.
 */
import type { Token } from "markdown-it";
import { BLOCK_CLOSE, blockOf } from "../../markdown/blocks/fenced-block.ts";
import { NOTE_CALL } from "../../markdown/notes.ts";
import type { Block } from "../../theme/block.ts";
import { quoteValue } from "./fault.ts";
import type { PlacedWording } from "../texts/text-tokens.ts";

interface Repetition {
  readonly name: string;
  readonly lineOffset: number;
  readonly tokens: readonly Token[];
}

export function repetitionFaults(
  tokens: readonly Token[],
  blocks: ReadonlyMap<string, Pick<Block, "isRepetition">>,
): readonly PlacedWording[] {
  const repetitions: Repetition[] = [];
  const around: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const name = blockOf(token)?.name ?? "";
    if (blocks.get(name)?.isRepetition !== true) {
      around.push(token);
      continue;
    }
    const end = tokens.findIndex(
      ({ type, level }, at) => at > index && type === BLOCK_CLOSE && level === token.level,
    );
    const last = end === -1 ? tokens.length : end;
    const lineOffset = token.map?.[0] ?? 0;
    repetitions.push({ name, lineOffset, tokens: tokens.slice(index + 1, last) });
    index = last;
  }
  const said = compared(wordsOf(around));
  return repetitions.flatMap((repetition) => [
    ...lostWords(repetition, said),
    ...unreachable(repetition),
  ]);
}

/** Where an author has left words out. */
const ELLIPSIS = /\[(?:…|\.\.\.)\]|…|\.\.\./u;

function lostWords({ name, tokens, lineOffset }: Repetition, said: string): PlacedWording[] {
  const pieces = wordsOf(tokens).split(ELLIPSIS);
  const lost = pieces.find((piece) => !said.includes(compared(piece)));
  if (lost === undefined) return [];
  return [
    {
      lineOffset,
      message: `the words ${quoteValue(lost.trim())} of a ${name} do not stand in the text`,
      expected:
        "words of the same text, with … where some are left out: who hears the page hears them there, and not here",
      hint: "copy the words from the text, or write a quotation",
    },
  ];
}

function unreachable({ name, tokens, lineOffset }: Repetition): PlacedWording[] {
  const types = tokens.flatMap(({ children }) => (children ?? []).map(({ type }) => type));
  if (!types.some((type) => ["link_open", "image", NOTE_CALL].includes(type))) return [];
  return [
    {
      lineOffset,
      message: `a link, a note or a picture stands in a ${name}`,
      expected: "words alone: what who hears the page cannot meet must not be reached by keys",
      hint: "leave it where the words stand in the text",
    },
  ];
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .flatMap(({ type, children }) => (type === "inline" ? [textOf(children ?? [])] : []))
    .join(" ");
}

function textOf(children: readonly Token[]): string {
  return children.map(({ type, content }) => (type.endsWith("break") ? " " : content)).join("");
}

/** Without what differs where words stand by themselves: capitals, and signs at their ends. */
function compared(words: string): string {
  const plain = words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[“”«»„]/gu, '"')
    .replace(/\s+/gu, " ");
  return plain.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
}
