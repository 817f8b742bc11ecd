/**
 * Which line an element came from, through rendering. Where text of an author becomes elements it is
 * marked with its file and line: elements by an attribute, and what a theme shows of its own accord
 * (a field's text, a picture, a block) by an element around it. `takeMarks` takes all of them out of
 * the finished HTML, which then is byte for byte what it would have been without, and says of each
 * element of the document where it came from.
 *
 * Nobody else can write a mark: HTML in authors' Markdown is text, and so is what is in their fields.
 */
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { h, isValidElement, toChildArray, type ComponentChildren, type JSX } from "preact";
import {
  sourcePositionSchema,
  type SourcedElement,
  type SourcePosition,
} from "../document/source-position.ts";
import { formatPlace } from "../errors.ts";

const ATTRIBUTE = "data-imprimatur-source";
/** Around text, which belongs to the element that it stands in, or around elements of their own. */
const AROUND_TEXT = "imprimatur-text";
const AROUND_ELEMENT = "imprimatur-element";

type Element = DefaultTreeAdapterTypes.Element;

/** For an element that is made of text. */
export function markAttributes(
  position: SourcePosition | undefined,
): Readonly<Record<string, string>> {
  return position === undefined ? {} : { [ATTRIBUTE]: formatPlace(position) };
}

/** For text that a theme puts into an element of its own. */
export function markText(
  position: SourcePosition | undefined,
  children: ComponentChildren,
): ComponentChildren {
  return position === undefined ? children : h(AROUND_TEXT, markAttributes(position), children);
}

/** For what is an element, or several, whatever a theme makes it of. */
export function markElement(
  position: SourcePosition | undefined,
  element: JSX.Element,
): JSX.Element {
  return position === undefined ? element : h(AROUND_ELEMENT, markAttributes(position), element);
}

/** Whether it is characters alone, marks aside. */
export function isPlainText(children: ComponentChildren): boolean {
  return toChildArray(children).every(
    (child) =>
      !isValidElement(child) || (child.type === AROUND_TEXT && isPlainText(child.props.children)),
  );
}

export interface TakenMarks {
  /** The HTML without marks. */
  readonly html: string;
  /** All elements of it, in the order of the document. */
  readonly elements: readonly SourcedElement[];
}

/** Learns where the elements of an edition's page came from, when it is rendered. */
export type ElementsListener = (edition: string, elements: readonly SourcedElement[]) => void;

/** @param html a whole document. @throws Error where a mark stands where HTML has no elements. */
export function takeMarks(html: string): TakenMarks {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const reader = new MarkReader();
  reader.read(document, undefined);
  const bare = withoutRanges(html, reader.ranges);
  // In what authors write, quotation marks are escaped: such a mark is where a parser sees no element.
  if (bare.includes(`${ATTRIBUTE}="`)) {
    throw new Error("text of an author stands where a page can have no elements, as in a title");
  }
  return { html: bare, elements: [...elementsOf(document, reader.positions, undefined)] };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

class MarkReader {
  /** Where marks stand in the HTML. */
  readonly ranges: Range[] = [];
  /** Of elements, and of the marks around them. */
  readonly positions = new Map<Element, SourcePosition>();

  /** @param outer the element that `parent` is, or stands in if it is a mark. */
  read(parent: DefaultTreeAdapterTypes.ParentNode, outer: Element | undefined): void {
    for (const child of parent.childNodes) {
      if (!("tagName" in child)) continue;
      const position = this.#take(child);
      this.#note(child, position);
      if (child.tagName === AROUND_TEXT && outer !== undefined) this.#note(outer, position);
      this.read(child, isMark(child) ? outer : child);
    }
  }

  /** The first that is said of an element is its own, or stands first in it. */
  #note(element: Element, position: SourcePosition | undefined): void {
    if (position === undefined || this.positions.has(element)) return;
    this.positions.set(element, position);
  }

  /** Notes what is to be taken away, and returns what it says. */
  #take(element: Element): SourcePosition | undefined {
    const value = element.attrs.find(({ name }) => name === ATTRIBUTE)?.value;
    if (value === undefined) return undefined;
    const { startTag, endTag, attrs: places } = element.sourceCodeLocation ?? {};
    const place = places?.[ATTRIBUTE];
    if (isMark(element)) {
      for (const tag of [startTag, endTag]) {
        if (tag) this.ranges.push({ start: tag.startOffset, end: tag.endOffset });
      }
    } else if (place) {
      // With the space before it.
      this.ranges.push({ start: place.startOffset - 1, end: place.endOffset });
    }
    return readPosition(value);
  }
}

function isMark({ tagName }: Element): boolean {
  return tagName === AROUND_TEXT || tagName === AROUND_ELEMENT;
}

function readPosition(value: string): SourcePosition | undefined {
  const at = value.lastIndexOf(":");
  return sourcePositionSchema.safeParse({
    file: value.slice(0, at),
    line: Number(value.slice(at + 1)),
  }).data;
}

function withoutRanges(html: string, ranges: readonly Range[]): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    kept += html.slice(from, start);
    from = end;
  }
  return kept + html.slice(from);
}

/** An element without a position of its own has that of the element around it. */
function* elementsOf(
  parent: DefaultTreeAdapterTypes.ParentNode,
  positions: ReadonlyMap<Element, SourcePosition>,
  outer: SourcePosition | undefined,
): Generator<SourcedElement> {
  for (const child of parent.childNodes) {
    if (!("tagName" in child)) continue;
    const source = positions.get(child) ?? outer;
    if (!isMark(child)) yield { name: child.tagName, source };
    yield* elementsOf(child, positions, source);
  }
}
