/**
 * The browser's own structure tree, as far as it helps to tell what is what: for each piece of
 * marked content the leaf that holds it, whether it is a list label, and the picture it belongs to.
 * Input: the raw PDF; output: a map by mark (`stream:mcid` within its page).
 */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from "@cantoo/pdf-lib";

export interface BrowserLeaf {
  /** The same for all marked content of one leaf. */
  readonly leaf: PDFDict;
  /** The number of the picture's element; see `in-page/anchor-graphics.ts`. */
  readonly graphicRef: string | undefined;
}

export interface BrowserStructure {
  readonly leafAt: (page: PDFRef, mark: string) => BrowserLeaf | undefined;
}

const names = {
  children: PDFName.of("K"),
  page: PDFName.of("Pg"),
  stream: PDFName.of("Stm"),
  mcid: PDFName.of("MCID"),
  language: PDFName.of("Lang"),
  root: PDFName.of("StructTreeRoot"),
};

export function browserStructure(context: PDFContext, catalog: PDFDict): BrowserStructure {
  const leaves = new Map<string, BrowserLeaf>();
  const visit = (
    object: PDFObject | undefined,
    element: PDFDict,
    page: PDFRef | undefined,
    graphicRef: string | undefined,
  ): void => {
    const value = object instanceof PDFRef ? context.lookup(object) : object;
    if (value instanceof PDFNumber) {
      leaves.set(keyOf(page, `page:${value.asNumber()}`), { leaf: element, graphicRef });
    } else if (value instanceof PDFArray) {
      for (const child of value.asArray()) visit(child, element, page, graphicRef);
    } else if (value instanceof PDFDict) {
      const own = value.get(names.page);
      const at = own instanceof PDFRef ? own : page;
      const mcid = value.lookup(names.mcid);
      if (mcid instanceof PDFNumber) {
        const stream = value.get(names.stream);
        const name = stream instanceof PDFRef ? String(stream.objectNumber) : "page";
        leaves.set(keyOf(at, `${name}:${mcid.asNumber()}`), { leaf: element, graphicRef });
      } else {
        visit(value.get(names.children), value, at, anchorOf(value) ?? graphicRef);
      }
    }
  };
  const root = catalog.lookup(names.root);
  if (root instanceof PDFDict) visit(root.get(names.children), root, undefined, undefined);
  return { leafAt: (page, mark) => leaves.get(keyOf(page, mark)) };
}

function keyOf(page: PDFRef | undefined, mark: string): string {
  return `${page?.objectNumber ?? 0} ${mark}`;
}

function anchorOf(element: PDFDict): string | undefined {
  const language = element.lookup(names.language);
  if (!(language instanceof PDFString || language instanceof PDFHexString)) return undefined;
  return /(?:^|-)x-n(\d+)$/.exec(language.decodeText())?.[1];
}
