/**
 * A text of an author, read. Input: its Markdown, where it begins, the content folder, and what it may show
 * beside what is in it; output: what of it is judged with other files, and what is wrong with the rest.
 */
import type { NamedTableFile, TableFiles } from "../../markdown/tables/table-files.ts";
import type { Theme } from "../../theme/theme.ts";
import type { Fault } from "../faults/fault.ts";
import { textFaults } from "../faults/markdown-faults.ts";
import { parseText, placed, type MarkdownPlace } from "./text-tokens.ts";
import { thingsAmong, type ThingsOfText } from "./things-of-text.ts";

export interface ReadText extends ThingsOfText {
  readonly faults: readonly Fault[];
}

/** What a text may show beside what is in it. */
export interface TextAround {
  /** By their names; what is said of those that repeat words is looked for in the text. */
  readonly blocks?: Theme["blocks"];
  /** What it may show as tables. */
  readonly tableFiles?: TableFiles;
  /** Whether the publication allows HTML in its texts. */
  readonly allowsHtml?: boolean | undefined;
}

/** A table of a file that a text shows, and the line of the text on which it begins. */
export type PlacedTableFile = NamedTableFile & { readonly line: number };

/** The files whose rows a text shows as tables. */
export function tableFilesNamedIn(body: string, at: MarkdownPlace): readonly PlacedTableFile[] {
  const named: PlacedTableFile[] = [];
  const rowsOf = (file: NamedTableFile, line: number): undefined => {
    named.push({ ...file, line: at.line + line });
  };
  parseText(body, { tableFiles: { rowsOf } });
  return named;
}

/** Faults are those of the text, but for those of its blocks, which need the theme. */
export async function readText(
  body: string,
  at: MarkdownPlace,
  contentDir: string,
  { blocks = new Map(), ...around }: TextAround = {},
): Promise<ReadText> {
  const tokens = parseText(body, around);
  const faults = await textFaults(tokens, contentDir, blocks);
  return { ...thingsAmong(tokens, at), faults: placed(faults, at) };
}

/** True where the Markdown is one paragraph and nothing else. */
export function isOneParagraph(body: string, allowsHtml: boolean): boolean {
  const types = parseText(body, { allowsHtml }).map(({ type }) => type);
  return types.join(" ") === "paragraph_open inline paragraph_close";
}
