/** The outline: one bookmark for each heading, with its whole title. ISO 32000-1 §12.3.3. */
import {
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFContext,
  type PDFDict,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { leafText } from "../tree/tidy-tree.ts";
import { headingLevel } from "../tree/element-types.ts";
import { descendants, type LogicalElement, type LogicalNode } from "../tree/logical-tree.ts";
import { textString } from "./structure-tree.ts";

/** Where something begins: the page and its upper edge, in points from the page's bottom. */
export interface Destination {
  readonly page: PDFRef;
  readonly topPt: number;
}

interface Bookmark {
  readonly level: number;
  readonly title: string;
  readonly destination: Destination;
  readonly children: Bookmark[];
}

/** The outline's reference, or undefined where there are no headings. */
export function writeBookmarks(
  context: PDFContext,
  root: LogicalElement,
  destinationOf: (key: string) => Destination | undefined,
): PDFRef | undefined {
  const top: Bookmark[] = [];
  const path: Bookmark[] = [];
  for (const element of descendants(root)) {
    const level = headingLevel(element.type);
    const title = level === undefined ? "" : leafText(element);
    const destination = level === undefined ? undefined : firstDestination(element, destinationOf);
    if (level === undefined || title === "" || destination === undefined) continue;
    const bookmark: Bookmark = { level, title, destination, children: [] };
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    (path.at(-1)?.children ?? top).push(bookmark);
    path.push(bookmark);
  }
  if (top.length === 0) return undefined;
  const outline = context.obj({ Type: "Outlines" });
  const ref = context.register(outline);
  writeLevel(context, top, outline, ref);
  return ref;
}

function writeLevel(
  context: PDFContext,
  bookmarks: readonly Bookmark[],
  parent: PDFDict,
  parentRef: PDFRef,
): void {
  const refs = bookmarks.map(() => context.nextRef());
  for (const [index, bookmark] of bookmarks.entries()) {
    const { page, topPt } = bookmark.destination;
    const ref = refs[index];
    if (ref === undefined) continue;
    const dict = context.obj({
      Title: textString(bookmark.title),
      Parent: parentRef,
      Dest: [page, "XYZ", PDFNull, PDFNumber.of(Math.round(topPt * 100) / 100), PDFNull],
    });
    const previous = refs[index - 1];
    const next = refs[index + 1];
    if (previous) dict.set(PDFName.of("Prev"), previous);
    if (next) dict.set(PDFName.of("Next"), next);
    if (bookmark.children.length > 0) writeLevel(context, bookmark.children, dict, ref);
    context.assign(ref, dict);
  }
  const [first] = refs;
  const last = refs.at(-1);
  if (first) parent.set(PDFName.of("First"), first);
  if (last) parent.set(PDFName.of("Last"), last);
  parent.set(PDFName.of("Count"), PDFNumber.of(countAll(bookmarks)));
}

function countAll(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, each) => sum + 1 + countAll(each.children), 0);
}

function firstDestination(
  node: LogicalNode,
  destinationOf: (key: string) => Destination | undefined,
): Destination | undefined {
  if (node.kind === "content") {
    for (const key of node.keys) {
      const found = destinationOf(key);
      if (found) return found;
    }
    return undefined;
  }
  for (const child of node.children) {
    const found = firstDestination(child, destinationOf);
    if (found) return found;
  }
  return undefined;
}
