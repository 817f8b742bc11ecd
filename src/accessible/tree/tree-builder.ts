/**
 * What the builders of single kinds of elements (lists, tables, pictures, links) need of the builder
 * of the whole tree, which hands itself down to them. Types only.
 */
import type { SourceRule } from "../source/source-fault.ts";
import type { ElementsById } from "../source/source-names.ts";
import type { GeneratedSlot, SourceElement } from "../source/source-tree.ts";
import type { ContentLeaf, LogicalElement, LogicalNode, StructureType } from "./logical-tree.ts";

/** Where in the document a node stands, as far as its type depends on it. */
export interface Surroundings {
  readonly language: string;
  /** Within a table of contents: lists are TOC, items TOCI. */
  readonly inContents: boolean;
  /** Within an index: links are references. */
  readonly inIndex?: boolean;
  /** Within a list of pages: layout hides those that it names twice. */
  readonly inPageList?: boolean;
  /** Within endnotes: items of a list are notes. */
  readonly inEndnotes?: boolean;
}

export interface TreeBuilder {
  readonly body: SourceElement;
  readonly ids: ElementsById;
  /** Whether the element is the one that its id names: the first in the document. */
  isNamed(source: SourceElement): boolean;
  element(
    type: StructureType,
    source: SourceElement,
    children: readonly LogicalNode[],
    more?: Partial<LogicalElement>,
  ): LogicalElement;
  /** The leaf of one generated text, if it is printed anywhere and says something. */
  generated(source: SourceElement, slot: GeneratedSlot | "call"): ContentLeaf[];
  /** The leaf of a text that stands right in `source`, by its place among the children. */
  looseText(source: SourceElement, place: number): ContentLeaf[];
  /** What an element holds, generated text included, in reading order. */
  content(source: SourceElement, around: Surroundings): LogicalNode[];
  /** One source element as logical nodes: none if it says nothing, several if it is only a box. */
  visit(source: SourceElement, around: Surroundings): LogicalNode[];
  /** Reports that the source breaks a rule of the standards at an element. */
  fault(
    rule: SourceRule,
    message: string,
    at: SourceElement,
    advice: { readonly hint: string; readonly wcag: readonly string[] },
  ): void;
}
