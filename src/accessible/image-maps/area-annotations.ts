/**
 * Link annotations over the areas of image maps, of which the browser prints none. Input: a page, the
 * pictures printed on it and the source's image maps; output: annotations, with the links that they belong
 * to. ISO 32000-1 §12.5.6.5.
 */
import {
  PDFArray,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFString,
  type PDFContext,
  type PDFDict,
  type PDFPage,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { placeOfArea, type AreaBox } from "./area-shapes.ts";
import { areaLinkRef } from "./area-links.ts";
import { relativeAddress } from "../links/link-address.ts";
import type { PrintedGraphic, PrintedPage } from "../printed/printed-pages.ts";
import type { SourceArea } from "./source-areas.ts";
import type { SourceElement } from "../source/source-tree.ts";
import { textString, type LinkedAnnotation } from "../write/structure-tree.ts";

export interface AreaContext {
  /** The source's elements by number. */
  readonly elements: ReadonlyMap<string, SourceElement>;
  /** What each link is called; an area that is not here has no link. */
  readonly links: ReadonlyMap<string, { readonly contents: string }>;
  /** Numbers of links that have an annotation on a page before. */
  readonly linked: ReadonlySet<string>;
  /** Named destinations. */
  readonly destinations: PDFDict | undefined;
  /** Where the document was served from while it was laid out. */
  readonly documentAddress: string;
  readonly firstPage: PDFRef;
  /** Gives each annotation its key in the ParentTree. */
  readonly nextKey: () => number;
}

const pointsPerPixel = 0.75;

export function areaAnnotations(
  context: PDFContext,
  page: PDFPage,
  { graphics }: PrintedPage,
  areas: AreaContext,
): LinkedAnnotation[] {
  const linked: LinkedAnnotation[] = [];
  for (const graphic of graphics) {
    const picture = areas.elements.get(graphic.ref);
    // Of areas that lie over one another the first is met: it comes last, on top.
    for (const area of picture?.imageMap?.areas.toReversed() ?? []) {
      if (picture === undefined) continue;
      const linkRef = areaLinkRef(picture, area);
      const link = areas.links.get(linkRef);
      if (link === undefined || areas.linked.has(linkRef)) continue;
      const target = targetOf(context, area, areas);
      const place = target && boxesOf(picture, area, graphic, page.getHeight());
      if (place === undefined) continue;
      const parentKey = areas.nextKey();
      const annotation = context.obj({
        Type: "Annot",
        Subtype: "Link",
        Rect: [...place.box],
        Border: [0, 0, 0],
        // Printed, as PDF/A wants it.
        F: 4,
        ...(place.corners.length > 0 && { QuadPoints: [...place.corners] }),
        ...target,
        StructParent: PDFNumber.of(parentKey),
      });
      annotation.set(PDFName.of("Contents"), textString(link.contents));
      const ref = context.register(annotation);
      page.node.addAnnot(ref);
      linked.push({ ref, page: page.ref, linkRef, parentKey });
    }
  }
  return linked;
}

type Target = Record<"Dest", PDFArray> | Record<"A", PDFDict>;

/** Undefined where it leads to what is not in the document. */
function targetOf(
  context: PDFContext,
  { address }: SourceArea,
  { destinations, documentAddress, firstPage }: AreaContext,
): Target | undefined {
  const relative = relativeAddress(address, documentAddress);
  if (relative === "" || relative === "#") {
    return { Dest: context.obj([firstPage, "XYZ", PDFNull, PDFNull, PDFNull]) };
  }
  if (relative?.startsWith("#") === true) {
    const name = PDFName.of(decodeURIComponent(relative.slice(1)));
    const found = destinations?.lookup(name);
    return found instanceof PDFArray ? { Dest: found } : undefined;
  }
  const uri = PDFString.of((relative ?? address).replace(/[\\()]/g, "\\$&"));
  return { A: context.obj({ Type: "Action", S: "URI", URI: uri }) };
}

interface PlaceOnPage {
  /** In points from the lower left corner of the page. */
  readonly box: readonly number[];
  readonly corners: readonly number[];
}

/**
 * Areas keep their place in the picture, as the browser has it in the source: where layout made the
 * picture smaller, they are smaller.
 */
function boxesOf(
  { imageMap }: SourceElement,
  area: SourceArea,
  { bounds }: PrintedGraphic,
  heightPt: number,
): PlaceOnPage | undefined {
  if (imageMap === undefined) return undefined;
  const { width, height, left, top, right, bottom } = imageMap.box;
  const [x = 0, y = 0, printedWidth = 0, printedHeight = 0] = bounds;
  const across = (printedWidth - left - right) / width;
  const down = (printedHeight - top - bottom) / height;
  const place = placeOfArea(area, width, height);
  if (place === undefined) return undefined;
  const onPage = ([fromX, fromY, toX, toY]: AreaBox): readonly [number, number, number, number] => [
    rounded((x + left + fromX * across) * pointsPerPixel),
    rounded(heightPt - (y + top + toY * down) * pointsPerPixel),
    rounded((x + left + toX * across) * pointsPerPixel),
    rounded(heightPt - (y + top + fromY * down) * pointsPerPixel),
  ];
  return {
    box: onPage(place.box),
    // From the upper left corner in rows, as viewers read them.
    corners: place.stripes.map(onPage).flatMap(([l, b, r, t]) => [l, t, r, t, l, b, r, b]),
  };
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
