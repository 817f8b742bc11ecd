/**
 * Puts PDFs that our browser has printed into one, page after page. Input: parts of one document, opened;
 * output: the first, with the pages, the named destinations and the structure of the others behind its own.
 * Their fonts stay apart. ISO 32000-1 §7.7.3.2, §12.3.2.3, §14.7.2.
 */
import {
  PDFDict,
  PDFObjectCopier,
  PDFPageLeaf,
  PDFPageTree,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { ownPage, type OwnPage, type OwnPdf } from "./own-pdf.ts";

/** @throws RangeError where there is none. */
export function joinPdfs([first, ...others]: readonly OwnPdf[]): OwnPdf {
  if (first === undefined) throw new RangeError("there is no PDF to join others to");
  if (others.length === 0) return first;
  const added: AddedPage[] = [];
  const structure = [...structureKids(first)];
  for (const other of others) {
    const copier = PDFObjectCopier.for(other.objects.context, first.objects.context);
    const copyOf = <Kind extends PDFObject>(object: Kind): Kind => copier.copy(object);
    added.push(...other.pages.map(({ ref }) => pageAt(copyOf(ref), first.objects.context)));
    structure.push(...structureKids(other).map(copyOf));
    addDestinations(first, other, copyOf);
  }
  const { objects, catalog } = first;
  addPages(first, added);
  const root = objects.dict(objects.get(catalog, "StructTreeRoot"));
  if (root !== undefined) objects.set(root, "K", structure);
  return { ...first, pages: [...first.pages, ...added] };
}

interface AddedPage extends OwnPage {
  readonly dict: PDFPageLeaf;
}

function pageAt(ref: PDFRef, context: PDFContext): AddedPage {
  const dict = context.lookup(ref);
  if (!(dict instanceof PDFPageLeaf)) throw new Error("a page was copied as something else");
  return { ...ownPage(ref, dict), dict };
}

/** As they stand, perhaps references. */
function structureKids({ objects, catalog }: OwnPdf): readonly PDFObject[] {
  const root = objects.dict(objects.get(catalog, "StructTreeRoot"));
  const kids = root && objects.getRaw(root, "K");
  if (kids === undefined) return [];
  return objects.isArray(objects.resolve(kids)) ? objects.items(kids) : [kids];
}

/** Chromium names each destination once, by the id of its element. */
function addDestinations(
  { objects, catalog }: OwnPdf,
  other: OwnPdf,
  copyOf: (object: PDFObject) => PDFObject,
): void {
  const added = other.objects.dict(other.objects.get(other.catalog, "Dests"));
  if (added === undefined) return;
  let own = objects.dict(objects.get(catalog, "Dests"));
  if (own === undefined) {
    own = PDFDict.withContext(objects.context);
    objects.set(catalog, "Dests", objects.add(own));
  }
  for (const [name, place] of added.entries()) {
    if (!own.has(name)) own.set(name, copyOf(place));
  }
}

/** So many pages a node: a viewer finds one without reading all of them. */
const PAGES_A_NODE = 64;

/** The first keeps its tree, below a new root. */
function addPages({ objects, catalog }: OwnPdf, added: readonly AddedPage[]): void {
  const { context } = objects;
  const own = objects.getRaw(catalog, "Pages");
  const tree = context.lookup(own);
  if (!objects.isRef(own) || !(tree instanceof PDFPageTree)) {
    throw new Error("the browser's PDF has no page tree");
  }
  const root = PDFPageTree.withContext(context);
  const rootRef = objects.add(root);
  root.pushTreeNode(own);
  objects.set(tree, "Parent", rootRef);
  let count = tree.Count().asNumber();
  for (let at = 0; at < added.length; at += PAGES_A_NODE) {
    const node = PDFPageTree.withContext(context, rootRef);
    const nodeRef = objects.add(node);
    root.pushTreeNode(nodeRef);
    for (const { ref, dict } of added.slice(at, at + PAGES_A_NODE)) {
      node.pushLeafNode(ref);
      dict.setParent(nodeRef);
      count += 1;
    }
  }
  objects.set(root, "Count", count);
  objects.set(catalog, "Pages", rootRef);
}
