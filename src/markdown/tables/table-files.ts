/**
 * Files whose rows a text shows as tables, as who renders or judges the text hands them to markdown-it: read
 * before, since rendering reads no file. Types, and how a rule finds them.
 */
import type { MarkdownIt } from "markdown-it";

/** The signs that may part cells, by the words that authors write. */
export const SEPARATORS = { comma: ",", semicolon: ";", tab: "\t" } as const;

export type Separator = keyof typeof SEPARATORS;

/** What a text names: a file of the content folder, and its separator where the author says it. */
export interface NamedTableFile {
  readonly path: string;
  readonly separator: Separator | undefined;
}

/** Cells as plain text, in rows of one length; the first row is the head. */
export type TableRows = readonly (readonly string[])[];

export interface TableFiles {
  /**
   * @param line of the text on which the table begins, from 0.
   * @returns undefined where the file is wrong, which is said elsewhere.
   */
  readonly rowsOf: (file: NamedTableFile, line: number) => TableRows | undefined;
}

/** Rows by the names of their files. */
export class ReadTableFiles implements TableFiles {
  readonly #rows: ReadonlyMap<string, TableRows>;

  constructor(files: Iterable<readonly [NamedTableFile, TableRows]>) {
    this.#rows = new Map([...files].map(([file, rows]) => [keyOfTableFile(file), rows]));
  }

  rowsOf(file: NamedTableFile): TableRows | undefined {
    return this.#rows.get(keyOfTableFile(file));
  }
}

/** Two names are one where they have one key. */
export function keyOfTableFile({ path, separator }: NamedTableFile): string {
  return `${separator ?? "found"} ${path}`;
}

const FILES = "tableFiles";

/** What to hand to markdown-it with a text, so that its tables are found. */
export function environmentWith(files: TableFiles): Record<string, unknown> {
  return { [FILES]: files };
}

/** Undefined where there are none: in fields, which have no tables. */
export function tableFilesIn(environment: unknown): TableFiles | undefined {
  return (environment as { readonly [FILES]?: TableFiles } | undefined)?.[FILES];
}

/** For renderers that others call, with an environment of their own. */
export function handTableFiles(markdown: MarkdownIt, files: TableFiles): void {
  markdown.core.ruler.before("normalize", "table_files", (state) => {
    state.env = { ...(state.env as object), ...environmentWith(files) };
  });
}
