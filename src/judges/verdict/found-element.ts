/**
 * The element that a finding is about, as its judge knows it, so that where its text was written can
 * be looked up: `runJudge` does that for all judges, and reports have the result alone. Types only.
 */
import type { SourcePosition } from "../../document/source-position.ts";

export type FoundElement =
  | {
      /** Of a web page. */
      readonly kind: "page-element";
      /** Its place among all elements in the order of the document, from 0. */
      readonly nth: number;
      /** Its local name, e.g. `p`. */
      readonly name: string;
      /** Which page it is, where a judge looks at a folder: a path in it, with `/`. */
      readonly file?: string;
    }
  | {
      /** Of pages that were laid out: the number of the print source's element, Paged.js's `data-ref`. */
      readonly kind: "print-source-element";
      readonly ref: string;
    }
  | {
      /** Of a PDF: the structure element by its place in the tree (see `structure-path.ts`). */
      readonly kind: "tag";
      readonly place: string;
    };

/** What a finding says of where it is, and what that is. */
export interface FoundPlace {
  readonly where: string;
  readonly element?: FoundElement | undefined;
}

/** Undefined where the element came from no text that is known. */
export type SourceOf = (element: FoundElement) => SourcePosition | undefined;
