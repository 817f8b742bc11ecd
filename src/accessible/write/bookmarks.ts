/** The outline: one bookmark for each heading, with its whole title. ISO 32000-1 §12.3.3. */
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { pdfText } from "../../pdf/objects/text-string.ts";
import type { PdfDict, PdfRef } from "../../pdf/objects/types.ts";
import { leafText } from "../tree/tidy-tree.ts";
import { headingLevel } from "../tree/element-types.ts";
import { descendants, type LogicalElement, type LogicalNode } from "../tree/logical-tree.ts";

/** Where something begins: the page and its upper edge, in points from the page's bottom. */
export interface Destination {
  readonly page: PdfRef;
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
  objects: PdfObjects,
  root: LogicalElement,
  destinationOf: (key: string) => Destination | undefined,
): PdfRef | undefined {
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
  const outline = objects.make({ Type: "Outlines" });
  const ref = objects.add(outline);
  writeLevel(objects, top, outline, ref);
  return ref;
}

function writeLevel(
  objects: PdfObjects,
  bookmarks: readonly Bookmark[],
  parent: PdfDict,
  parentRef: PdfRef,
): void {
  const refs = bookmarks.map(() => objects.reserve());
  for (const [index, bookmark] of bookmarks.entries()) {
    const { page, topPt } = bookmark.destination;
    const ref = refs[index];
    if (ref === undefined) continue;
    const dict = objects.make({
      Title: pdfText(bookmark.title),
      Parent: parentRef,
      Dest: [page, "XYZ", null, Math.round(topPt * 100) / 100, null],
      Prev: refs[index - 1],
      Next: refs[index + 1],
    });
    if (bookmark.children.length > 0) writeLevel(objects, bookmark.children, dict, ref);
    objects.put(ref, dict);
  }
  const [first] = refs;
  const last = refs.at(-1);
  if (first) objects.set(parent, "First", first);
  if (last) objects.set(parent, "Last", last);
  objects.set(parent, "Count", countAll(bookmarks));
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
