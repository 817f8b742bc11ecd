/**
 * The browser's own structure tree, as far as it helps to tell what is what: for each piece of
 * marked content the leaf that holds it, whether it is a list label, and the picture it belongs to.
 * Input: the raw PDF; output: a map by mark (`stream:mcid` within its page).
 */
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfDict, PdfObject, PdfRef } from "../../pdf/objects/types.ts";

export interface BrowserLeaf {
  /** The same for all marked content of one leaf. */
  readonly leaf: PdfDict;
  /** The number of the picture's element; see `in-page/anchor-graphics.ts`. */
  readonly graphicRef: string | undefined;
}

export interface BrowserStructure {
  readonly leafAt: (page: PdfRef, mark: string) => BrowserLeaf | undefined;
}

export function browserStructure(objects: PdfObjects, catalog: PdfDict): BrowserStructure {
  const leaves = new Map<string, BrowserLeaf>();
  const visit = (
    object: PdfObject | undefined,
    element: PdfDict,
    page: PdfRef | undefined,
    graphicRef: string | undefined,
  ): void => {
    const value = objects.resolve(object);
    const onPage = objects.number(value);
    if (onPage !== undefined) {
      leaves.set(keyOf(page, `page:${onPage}`), { leaf: element, graphicRef });
      return;
    }
    for (const child of objects.items(value)) visit(child, element, page, graphicRef);
    const dict = objects.dict(value);
    if (dict === undefined) return;
    const own = objects.getRaw(dict, "Pg");
    const at = objects.isRef(own) ? own : page;
    const mcid = objects.number(objects.get(dict, "MCID"));
    if (mcid === undefined) {
      visit(objects.getRaw(dict, "K"), dict, at, anchorOf(objects, dict) ?? graphicRef);
      return;
    }
    const stream = objects.getRaw(dict, "Stm");
    const name = objects.isRef(stream) ? String(stream.objectNumber) : "page";
    leaves.set(keyOf(at, `${name}:${mcid}`), { leaf: element, graphicRef });
  };
  const root = objects.dict(objects.get(catalog, "StructTreeRoot"));
  if (root !== undefined) visit(objects.getRaw(root, "K"), root, undefined, undefined);
  return { leafAt: (page, mark) => leaves.get(keyOf(page, mark)) };
}

function keyOf(page: PdfRef | undefined, mark: string): string {
  return `${page?.objectNumber ?? 0} ${mark}`;
}

function anchorOf(objects: PdfObjects, element: PdfDict): string | undefined {
  const language = objects.text(objects.get(element, "Lang")) ?? "";
  return /(?:^|-)x-n(\d+)$/.exec(language)?.[1];
}
