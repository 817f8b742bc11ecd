/**
 * The document as a reader of the PDF meets it: structure elements in reading order, with the names
 * of the printed texts that each holds (`ref:slot`, see `printed-pages.ts`). It is made from the
 * unsplit source, so nothing of the pages is in it. No code.
 */
import type { DocumentDescription } from "../../pdf/document/description.ts";

/** PDF 1.7 standard structure types, and ours that are role-mapped to them. */
export type StructureType =
  | "Document"
  | "Part"
  | "Art"
  | "Sect"
  | "Div"
  | "BlockQuote"
  | "Caption"
  | "TOC"
  | "TOCI"
  | "Index"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "THead"
  | "TBody"
  | "TFoot"
  | "Span"
  | "Quote"
  | "Note"
  | "Reference"
  | "Code"
  | "Link"
  | "Ruby"
  | "RB"
  | "RT"
  | "RP"
  | "Figure"
  | "Formula"
  | "Aside"
  | "Em"
  | "Strong";

export interface ContentLeaf {
  readonly kind: "content";
  /** Names of the printed texts and graphics, in reading order. */
  readonly keys: readonly string[];
  /** What they read as, from the source; white space is not significant. */
  readonly text: string;
}

/** What an element says of itself, whatever its type. */
export type OwnProperties = Pick<LogicalElement, "language" | "title">;

export interface TableCell {
  readonly scope?: "Row" | "Column" | "Both";
  readonly headers?: readonly string[];
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export interface LogicalElement {
  readonly kind: "element";
  readonly type: StructureType;
  /** The number of the source element. */
  readonly ref: string;
  readonly language?: string;
  /** `/T`: what a group is called, as an addition to what it holds. */
  readonly title?: string;
  readonly alt?: string;
  /** `/E`: what an abbreviation stands for. */
  readonly expansion?: string;
  /** `/ID`, unique in the document. */
  readonly id?: string;
  readonly cell?: TableCell;
  readonly summary?: string;
  /** `/ListNumbering` of an `L`. */
  readonly numbering?: string;
  /** For a `Link`: the number by which its annotations are known, and what they are called. */
  readonly link?: { readonly ref: string; readonly contents: string };
  /** An inline type that stands as a block of its own, e.g. `Code` for `pre`. */
  readonly isBlock?: boolean;
  readonly children: readonly LogicalNode[];
}

export type LogicalNode = ContentLeaf | LogicalElement;

export interface LogicalTree {
  readonly title: string;
  readonly language: string;
  /** What the source says of itself beside these. */
  readonly description: DocumentDescription;
  readonly root: LogicalElement;
}

const inlineTypes: ReadonlySet<StructureType> = new Set([
  "Span",
  "Quote",
  "Reference",
  "Code",
  "Link",
  "Ruby",
  "RB",
  "RT",
  "RP",
  "Em",
  "Strong",
]);

/** Whether the element flows within a line of text. A graphic or formula does: it may. */
export function isInline(node: LogicalNode): boolean {
  if (node.kind === "content") return true;
  if (node.isBlock === true) return false;
  return inlineTypes.has(node.type);
}

export function* descendants(root: LogicalElement): Generator<LogicalElement> {
  yield root;
  for (const child of root.children) if (child.kind === "element") yield* descendants(child);
}
