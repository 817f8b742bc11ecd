/**
 * Rendered Markdown as elements, so that components put it into pages without strings of HTML.
 * Input: what markdown-it wrote; output: elements and text, in which pictures are what the edition
 * shows, headings have the level of their place, tasks have a box, the parts of code have different styles, and
 * marks say which lines all came from, where these are known. A list of abbreviations may follow. It adds
 * and removes nothing else.
 */
import { h, type ComponentChild, type JSX } from "preact";
import type { DefaultTreeAdapterTypes } from "parse5";
import type { SourcePosition } from "../../document/source-position.ts";
import { FILE_NAME } from "../../markdown/code/code-blocks.ts";
import { CITE_ELEMENT, CITE_NUMBER } from "../../markdown/citations/citations.ts";
import {
  BLOCK_ELEMENT,
  blockOfElement,
  isSourceList,
  type FencedBlock,
} from "../../markdown/blocks/fenced-block.ts";
import type { Format } from "../../markdown/blocks/passages.ts";
import { GLOSSARY_ELEMENT } from "../../markdown/glossary/glossary.ts";
import { INDEX_LIST_ELEMENT, INDEX_PLACE, readPlace } from "../../markdown/index/index-places.ts";
import { SOURCE_LINE } from "../../markdown/source-lines.ts";
import {
  NOTE_AGAIN,
  NOTE_CALL_ELEMENT,
  NOTE_LIST_ELEMENT,
  NOTE_NUMBER,
  NOTE_TEXT_ELEMENT,
} from "../../markdown/notes.ts";
import {
  REFERENCE_ELEMENT,
  referenceOfElement,
} from "../../markdown/references/cross-references.ts";
import { NUMBERED, type NumberedKind } from "../../markdown/references/numbered.ts";
import {
  LISTED_KINDS,
  NUMBERED_LISTS,
  type ListedKind,
} from "../../markdown/references/numbered-lists.ts";
import { TASK_ELEMENT, TASK_STATE } from "../../markdown/blocks/tasks.ts";
import { NUMBER_ELEMENT } from "../../markdown/tables/financial-table.ts";
import { pathOfAddress } from "../../publication/fields/picture-path.ts";
import type { FileLinks } from "../../publication/publication.ts";
import {
  listOfAbbreviations,
  type Abbreviation,
  type AbbreviationsPlace,
} from "./abbreviations.tsx";
import { showCode, type ShownCode } from "./code/show-code.tsx";
import type { ShownCitations } from "./citations/show-citations.tsx";
import type { ShownGlossary } from "./glossary/show-glossary.tsx";
import type { ShownIndex } from "./index/show-index.tsx";
import type { NoteParagraphs, ShownNotes } from "./notes/show-notes.tsx";
import type { ShownNumberedLists } from "./references/show-numbered-lists.tsx";
import type { ShownReferences } from "./references/show-references.tsx";
import type { ShownTable } from "./scrolling-table.tsx";
import { shownFragment } from "./shown-fragment.ts";
import { attributeOf } from "../typography/paragraphs.ts";
import { markAttributes, markElement, markText } from "../source-marks.ts";
import { taskBox } from "./task-box.tsx";

/**
 * How an edition shows a picture.
 * @param file path in the content folder.
 * @param alt the alternative, in plain text.
 */
export type PictureElement = (file: string, alt: string) => JSX.Element;

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What stands in a block, rendered when one of the two is called. */
export interface BlockBody {
  readonly all: () => readonly ComponentChild[];
  /** What is in its one paragraph, if that is all there is. */
  readonly ofParagraph: () => readonly ComponentChild[];
}

/** How a text shows what is in it. */
export interface TextShowing {
  /** The language of the text, by which words are chosen that editions add. */
  readonly lang?: string;
  readonly picture: PictureElement;
  /** Where links of the text lead, and what of it they lead to. */
  readonly links?: FileLinks | undefined;
  /** Links are shown as their text, where the text is itself in a link. */
  readonly withoutLinks?: boolean;
  /** By how many levels headings are lower than Markdown wrote them. */
  readonly headingsLowered?: number;
  /**
   * Fenced blocks; there are none where it is undefined.
   * @param position where the block begins, where that is known.
   */
  readonly block?: (
    block: FencedBlock,
    body: BlockBody,
    position: SourcePosition | undefined,
  ) => JSX.Element;
  /** Notes; there are none where it is undefined. */
  readonly notes?: ShownNotes;
  /** References and labels; there are none where it is undefined. */
  readonly references?: ShownReferences;
  /** Where a list of the text's abbreviations stands; there is none where it is undefined. */
  readonly abbreviations?: AbbreviationsPlace;
  /** Numbers of accounts, by the attributes that Markdown gave them; shown as typed where it is undefined. */
  readonly number?: (attributes: Readonly<Record<string, string>>) => JSX.Element;
  /** Citations; there are none where it is undefined. */
  readonly citations?: ShownCitations | undefined;
  /** A glossary; its list is shown alone where it is undefined. */
  readonly glossary?: ShownGlossary;
  /** The index, and the places that it names; there is none where it is undefined. */
  readonly index?: ShownIndex;
  /** The lists of figures and of tables; there are none where it is undefined. */
  readonly numberedLists?: ShownNumberedLists;
  /** Tables; they are shown as they are where it is undefined. */
  readonly table?: (table: Omit<ShownTable, "lang">) => JSX.Element;
  /** The box that code stands in; there is none where it is undefined. */
  readonly codeBox?: (code: ShownCode) => JSX.Element;
  /** Of the edition; in fields, which have no passages for some editions, there are none. */
  readonly formats?: readonly Format[];
  /** Where the text begins. Without it, nothing is marked. */
  readonly source?: SourcePosition;
}

/** The showing of one text, with what stands elsewhere in it. */
interface Showing extends TextShowing {
  /** Texts of notes, by their numbers. */
  readonly noteTexts: ReadonlyMap<number, Element>;
  /** Of the figure or table whose caption comes next. */
  readonly label?: ComponentChild;
}

export function textElements(html: string, showing: TextShowing): readonly ComponentChild[] {
  const fragment = shownFragment(html, showing);
  const children = childrenOf(fragment, withNotesOf(fragment, showing));
  const { abbreviations: place } = showing;
  const list = place && listOfAbbreviations(abbreviationsIn(fragment), place);
  return list === undefined ? children : [...children, list, "\n"];
}

/** @param lang of what is around, where that differs from the text's. */
function abbreviationsIn(
  { childNodes }: DefaultTreeAdapterTypes.ParentNode,
  lang?: string,
): readonly Abbreviation[] {
  return childNodes.filter(isElement).flatMap((node) => {
    const { lang: own = lang, title } = attributesOf(node);
    if (node.tagName !== "abbr" || title === undefined) return abbreviationsIn(node, own);
    return [{ short: textOf(node), meaning: title, lang: own }];
  });
}

/** What is in the one paragraph of a text. */
export function paragraphElements(html: string, showing: TextShowing): readonly ComponentChild[] {
  const fragment = shownFragment(html, showing);
  return inParagraph(fragment, withNotesOf(fragment, showing));
}

function withNotesOf(
  { childNodes }: DefaultTreeAdapterTypes.ParentNode,
  showing: TextShowing,
): Showing {
  const texts = childNodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === NOTE_LIST_ELEMENT)
    .flatMap((list) => list.childNodes.filter(isElement))
    .filter(({ tagName }) => tagName === NOTE_TEXT_ELEMENT);
  return {
    ...showing,
    noteTexts: new Map(texts.map((text) => [numberOf(text, NOTE_NUMBER), text])),
  };
}

function inParagraph(
  parent: DefaultTreeAdapterTypes.ParentNode,
  showing: Showing,
): readonly ComponentChild[] {
  const blocks = parent.childNodes.filter(isElement);
  const [first] = blocks;
  const isParagraph = blocks.length === 1 && first?.tagName === "p";
  if (!isParagraph) return childrenOf(parent, showing);
  return [markText(positionOf(first, showing), childrenOf(first, showing))];
}

function childrenOf(
  { childNodes }: DefaultTreeAdapterTypes.ParentNode,
  showing: Showing,
): readonly ComponentChild[] {
  return childNodes.flatMap((node) => childOf(node, showing) ?? []);
}

/** Comments and doctypes, which Markdown has none of, are left out. */
function childOf(node: Node, showing: Showing): Shown {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!isElement(node)) return undefined;
  const show = SHOWN.get(node.tagName) ?? elementOf;
  return show(node, showing);
}

type Shown = ComponentChild | readonly ComponentChild[];

/** What an edition shows in other ways than as Markdown wrote it. */
const SHOWN: ReadonlyMap<string, (node: Element, showing: Showing) => Shown> = new Map([
  ["a", linkOf],
  ["code", codeOf],
  ["img", pictureOf],
  ["pre", codeBlockOf],
  ["table", tableOf],
  [BLOCK_ELEMENT, blockShown],
  [CITE_ELEMENT, (node, { citations }) => citations?.call(numberOf(node, CITE_NUMBER))],
  [GLOSSARY_ELEMENT, glossaryOf],
  [INDEX_LIST_ELEMENT, indexOf],
  [NOTE_CALL_ELEMENT, noteCall],
  [NOTE_LIST_ELEMENT, noteList],
  [NUMBER_ELEMENT, numberShown],
  [REFERENCE_ELEMENT, referenceShown],
  ...LISTED_KINDS.map((kind) => [NUMBERED_LISTS[kind].element, listOfNumbered(kind)] as const),
  [TASK_ELEMENT, taskOf],
]);

/** The element as it is, with headings of the level of their place. */
function elementOf(node: Element, showing: Showing): JSX.Element {
  const tagName = loweredHeading(node.tagName, showing.headingsLowered ?? 0);
  return h(tagName, {
    ...{ ...pageAttributes(node, showing), ...markAttributes(positionOf(node, showing)) },
    children: childrenWithLabel(node, showing),
  });
}

function linkOf(node: Element, showing: Showing): Shown {
  return showing.withoutLinks === true ? childrenOf(node, showing) : elementOf(node, showing);
}

function codeOf(node: Element, showing: Showing): JSX.Element {
  const attributes = { ...pageAttributes(node, showing), translate: "no" };
  return h("code", attributes, childrenOf(node, showing));
}

function pictureOf(node: Element, showing: Showing): ComponentChild {
  const { src = "", alt = "" } = attributesOf(node);
  return markElement(positionOf(node, showing), showing.picture(pathOfAddress(src), alt));
}

function blockShown(node: Element, showing: Showing): Shown {
  const position = positionOf(node, showing);
  const block = blockOfElement(attributesOf(node));
  if (isSourceList(block)) {
    return markText(position, showing.citations?.list(isBelowHeading(node)));
  }
  if (showing.block === undefined) return elementOf(node, showing);
  const body: BlockBody = {
    all: () => childrenOf(node, showing),
    ofParagraph: () => inParagraph(node, showing),
  };
  return markElement(position, showing.block(block, body, position));
}

function glossaryOf(node: Element, showing: Showing): Shown {
  const list = childrenOf(node, showing);
  const shown = showing.glossary?.(list, attributesOf(node).id);
  return shown === undefined ? list : markElement(positionOf(node, showing), shown);
}

function indexOf(node: Element, showing: Showing): Shown {
  const list = showing.index?.list();
  return list && markElement(positionOf(node, showing), list);
}

function listOfNumbered(kind: ListedKind) {
  return (node: Element, showing: Showing): Shown => {
    const list = showing.numberedLists?.(kind, isBelowHeading(node));
    return list && markElement(positionOf(node, showing), list);
  };
}

function numberShown(node: Element, showing: Showing): Shown {
  return showing.number?.(pageAttributes(node, showing)) ?? elementOf(node, showing);
}

function referenceShown(node: Element, { references }: Showing): Shown {
  // One reference is one child, whatever stands in it.
  return [references?.reference(referenceOfElement(attributesOf(node)))];
}

function taskOf(node: Element, showing: Showing): Shown {
  const isDone = attributesOf(node)[TASK_STATE] === "done";
  return markElement(positionOf(node, showing), taskBox(isDone, showing.lang ?? ""));
}

/** What this module takes out of what it shows. */
const PASSED_OVER: readonly string[] = [SOURCE_LINE, NUMBERED, INDEX_PLACE];

/** A label stands before a caption, and after a formula. */
function childrenWithLabel(node: Element, showing: Showing): readonly ComponentChild[] {
  const { label, ...plain } = showing;
  if (CAPTIONS.includes(node.tagName) && label !== undefined) {
    return [label, " ", ...childrenOf(node, plain)];
  }
  const kind = attributeOf(node, NUMBERED) as NumberedKind | undefined;
  const own = kind && showing.references?.label(kind, attributeOf(node, "id") ?? "");
  if (own === undefined) return childrenOf(node, showing);
  return kind === "equation"
    ? [...childrenOf(node, plain), own]
    : childrenOf(node, { ...plain, label: own });
}

const CAPTIONS: readonly string[] = ["caption", "figcaption"];

/** What begins a text is below the title of its file. */
function isBelowHeading(node: Element): boolean {
  const around = node.parentNode?.childNodes.filter(isElement) ?? [];
  const before = around[around.indexOf(node) - 1];
  const isFirst = before === undefined && node.parentNode?.nodeName === "#document-fragment";
  return isFirst || /^h[1-6]$/u.test(before?.tagName ?? "");
}

function noteCall(call: Element, showing: Showing): ComponentChild {
  const number = numberOf(call, NOTE_NUMBER);
  const text = showing.noteTexts.get(number);
  if (text === undefined || showing.withoutLinks === true) return undefined;
  return showing.notes?.call(number, numberOf(call, NOTE_AGAIN), noteParagraphs(text, showing));
}

function noteList(_list: Element, showing: Showing): ComponentChild {
  const texts = [...showing.noteTexts].map(
    ([number, text]) => [number, noteParagraphs(text, showing)] as const,
  );
  return showing.notes?.list(new Map(texts));
}

function noteParagraphs({ childNodes }: Element, showing: Showing): NoteParagraphs {
  return childNodes
    .filter(isElement)
    .map((paragraph) => [markText(positionOf(paragraph, showing), childrenOf(paragraph, showing))]);
}

/** Markdown writes what it knows of code on the element within. */
function codeBlockOf(node: Element, showing: Showing): JSX.Element {
  const [inner] = node.childNodes.filter(isElement);
  const { class: classes, id, [FILE_NAME]: file } = inner === undefined ? {} : attributesOf(inner);
  const language = /^language-(?<name>\S+)/u.exec(classes ?? "")?.groups?.name;
  const marks = markAttributes(positionOf(node, showing));
  return showCode({ ...{ code: textOf(node), language, file, id }, marks }, showing.codeBox);
}

/** As pages have them: a place that the index names has an id. */
function pageAttributes(node: Element, { index }: Showing): Readonly<Record<string, string>> {
  const attributes = attributesOf(node);
  const shown = Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !PASSED_OVER.includes(name)),
  );
  const { [INDEX_PLACE]: place } = attributes;
  if (place === undefined || index === undefined) return shown;
  return { ...shown, id: index.idOf(readPlace(place), attributes.id) };
}

function attributesOf({ attrs }: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
}

function numberOf({ attrs }: Element, attribute: string): number {
  return Number(attrs.find(({ name }) => name === attribute)?.value);
}

/** The caption has an id where the table has, so that what is around it can be named by it. */
function tableOf(node: Element, showing: Showing): JSX.Element {
  const { table, ...plain } = showing;
  if (table === undefined) return elementOf(node, showing);
  const attributes = attributesOf(node);
  const caption = node.childNodes.filter(isElement).find(({ tagName }) => tagName === "caption");
  const captionId =
    caption === undefined || attributes.id === undefined ? undefined : `${attributes.id}-caption`;
  if (captionId !== undefined) caption?.attrs.push({ name: "id", value: captionId });
  const text = caption && textOf(caption).trim();
  const isFinancial = /(?:^|\s)financial(?:\s|$)/u.test(attributes.class ?? "");
  const element = elementOf(node, plain);
  return table({ element, columns: columnsOf(node), isFinancial, caption: text, captionId });
}

/** By the first row, in which all cells of the head begin. */
function columnsOf(node: Element): number {
  const row = firstRow(node);
  const spans = (row?.childNodes ?? []).filter(isElement).map(({ attrs }) => {
    return Number(attrs.find(({ name }) => name === "colspan")?.value ?? 1);
  });
  return spans.reduce((sum, span) => sum + span, 0);
}

function firstRow(node: Element): Element | undefined {
  const kids = node.childNodes.filter(isElement);
  const row = kids.find(({ tagName }) => tagName === "tr");
  return row ?? kids.map(firstRow).find((found) => found !== undefined);
}

function textOf(node: Element): string {
  return node.childNodes
    .map((kid) => ("value" in kid ? kid.value : isElement(kid) ? textOf(kid) : ""))
    .join("");
}

function loweredHeading(tagName: string, levels: number): string {
  const level = /^h([1-6])$/u.exec(tagName)?.[1];
  return level === undefined ? tagName : `h${Math.min(6, Number(level) + levels)}`;
}

/** The line that markdown-it noted; of code, on the element within. */
function positionOf(element: Element, showing: TextShowing): SourcePosition | undefined {
  const { source } = showing;
  const line = element.attrs.find(({ name }) => name === SOURCE_LINE)?.value;
  if (source === undefined) return undefined;
  if (line !== undefined) return { file: source.file, line: source.line + Number(line) };
  const [inner] = element.childNodes;
  return element.tagName === "pre" && inner !== undefined && isElement(inner)
    ? positionOf(inner, showing)
    : undefined;
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}
