/**
 * Link annotations over the areas of image maps, of which the browser prints none. Input: a page, the
 * pictures printed on it and the source's image maps; output: annotations, with the links that they belong
 * to. ISO 32000-1 §12.5.6.5.
 */
import type { OwnPage } from "../../pdf/objects/own-pdf.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { pdfLiteral, pdfText } from "../../pdf/objects/text-string.ts";
import type { PdfDict, PdfRef, PdfValue } from "../../pdf/objects/types.ts";
import { placeOfArea, type AreaBox } from "./area-shapes.ts";
import { areaLinkRef } from "./area-links.ts";
import { relativeAddress } from "../links/link-address.ts";
import type { PrintedGraphic, PrintedPage } from "../printed/printed-pages.ts";
import type { SourceArea } from "./source-areas.ts";
import type { SourceElement } from "../source/source-tree.ts";
import type { LinkedAnnotation } from "../write/structure-tree.ts";

export interface AreaContext {
  /** The source's elements by number. */
  readonly elements: ReadonlyMap<string, SourceElement>;
  /** What each link is called; an area that is not here has no link. */
  readonly links: ReadonlyMap<string, { readonly contents: string }>;
  /** Numbers of links that have an annotation on a page before. */
  readonly linked: ReadonlySet<string>;
  /** Named destinations. */
  readonly destinations: PdfDict | undefined;
  /** Where the document was served from while it was laid out. */
  readonly documentAddress: string;
  readonly firstPage: PdfRef;
  /** Gives each annotation its key in the ParentTree. */
  readonly nextKey: () => number;
}

const pointsPerPixel = 0.75;

export function areaAnnotations(
  objects: PdfObjects,
  page: OwnPage,
  { graphics }: PrintedPage,
  areas: AreaContext,
): LinkedAnnotation[] {
  const linked: LinkedAnnotation[] = [];
  const { heightPt } = page.sizePt();
  for (const graphic of graphics) {
    const picture = areas.elements.get(graphic.ref);
    // Of areas that lie over one another the first is met: it comes last, on top.
    for (const area of picture?.imageMap?.areas.toReversed() ?? []) {
      if (picture === undefined) continue;
      const linkRef = areaLinkRef(picture, area);
      const link = areas.links.get(linkRef);
      if (link === undefined || areas.linked.has(linkRef)) continue;
      const target = targetOf(objects, area, areas);
      const place = target && boxesOf(picture, area, graphic, heightPt);
      if (place === undefined) continue;
      const parentKey = areas.nextKey();
      const ref = objects.add({
        Type: "Annot",
        Subtype: "Link",
        Rect: place.box,
        Border: [0, 0, 0],
        // Printed, as PDF/A wants it.
        F: 4,
        ...(place.corners.length > 0 && { QuadPoints: place.corners }),
        ...target,
        StructParent: parentKey,
        Contents: pdfText(link.contents),
      });
      const others = objects.items(objects.get(page.dict, "Annots"));
      objects.set(page.dict, "Annots", [...others, ref]);
      linked.push({ ref, page: page.ref, linkRef, parentKey });
    }
  }
  return linked;
}

/** The entries of the annotation that say where it leads. */
type Target = Readonly<Record<string, PdfValue | undefined>>;

/** Undefined where it leads to what is not in the document. */
function targetOf(
  objects: PdfObjects,
  { address }: SourceArea,
  { destinations, documentAddress, firstPage }: AreaContext,
): Target | undefined {
  const relative = relativeAddress(address, documentAddress);
  if (relative === "" || relative === "#") {
    return { Dest: [firstPage, "XYZ", null, null, null] };
  }
  if (relative?.startsWith("#") === true) {
    const found = objects.get(destinations, decodeURIComponent(relative.slice(1)));
    return objects.isArray(found) ? { Dest: found } : undefined;
  }
  return { A: { Type: "Action", S: "URI", URI: pdfLiteral(relative ?? address) } };
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
