/**
 * The browser's link annotations, each given to the source's link that it lies on. Input: a page
 * and its printed texts; output: annotations with /Contents, explicit destinations and the link
 * they belong to. ISO 32000-1 §12.5.6.5, ISO 14289-1 §7.18.5.
 */
import type { OwnPage } from "../../pdf/objects/own-pdf.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { pdfLiteral, pdfText } from "../../pdf/objects/text-string.ts";
import type { PdfDict, PdfRef } from "../../pdf/objects/types.ts";
import { relativeAddress } from "./link-address.ts";
import type { PrintedPage } from "../printed/printed-pages.ts";
import type { LinkedAnnotation } from "../write/structure-tree.ts";

export interface PageAnnotations {
  readonly linked: readonly LinkedAnnotation[];
  /** Targets of annotations that lie on no link of the source; they are taken out. */
  readonly unknown: readonly string[];
}

export interface LinkTarget {
  readonly href: string;
  readonly contents: string;
}

/** What links of all pages have in common. */
export interface LinkContext {
  /** By the number of the link's element. */
  readonly links: ReadonlyMap<string, LinkTarget>;
  /** Named destinations. */
  readonly destinations: PdfDict | undefined;
  /** Where the document was served from while it was laid out. */
  readonly documentAddress: string;
  readonly firstPage: PdfRef;
  /** Gives each annotation its key in the ParentTree. */
  readonly nextKey: () => number;
}

export function linkAnnotations(
  objects: PdfObjects,
  page: OwnPage,
  printed: PrintedPage,
  { links, destinations, documentAddress, firstPage, nextKey }: LinkContext,
): PageAnnotations {
  const { heightPt } = page.sizePt();
  const linked: LinkedAnnotation[] = [];
  const unknown: string[] = [];
  const taken = new Set<string>();
  const kept: PdfRef[] = [];
  for (const entry of objects.items(objects.get(page.dict, "Annots"))) {
    const annotation = objects.dict(entry);
    if (annotation === undefined) continue;
    const ref = objects.isRef(entry) ? entry : objects.add(annotation);
    const target = targetOf(objects, annotation);
    const rectPt = objects.numbers(objects.get(annotation, "Rect"));
    const linkRef = linkUnder(rectPt, target, heightPt, printed, links, taken);
    const link = linkRef === undefined ? undefined : links.get(linkRef);
    // A script is nothing that a PDF can lead to: what stands there is plain text.
    if (/^javascript:/i.test(target)) continue;
    if (linkRef === undefined || link === undefined) {
      unknown.push(target);
      continue;
    }
    const address = relativeAddress(target, documentAddress);
    const action = objects.dict(objects.get(annotation, "A"));
    if (address === "") leadToTop(objects, annotation, firstPage);
    else if (address !== undefined && action) objects.set(action, "URI", pdfLiteral(address));
    const parentKey = nextKey();
    objects.set(annotation, "StructParent", parentKey);
    objects.set(annotation, "Contents", pdfText(link.contents));
    const found = objects.getNamed(destinations, objects.get(annotation, "Dest"));
    if (found !== undefined && objects.isArray(found)) objects.set(annotation, "Dest", found);
    kept.push(ref);
    taken.add(linkRef);
    linked.push({ ref, page: page.ref, linkRef, parentKey });
  }
  objects.set(page.dict, "Annots", kept);
  return { linked, unknown };
}

/** A link to the document itself. */
function leadToTop(objects: PdfObjects, annotation: PdfDict, firstPage: PdfRef): void {
  objects.unset(annotation, "A");
  objects.set(annotation, "Dest", [firstPage, "XYZ", null, null, null]);
}

/** Where an annotation goes: `#name` within the document, or an address. */
function targetOf(objects: PdfObjects, annotation: PdfDict): string {
  const name = objects.name(objects.get(annotation, "Dest"));
  if (name !== undefined) return `#${name}`;
  const action = objects.dict(objects.get(annotation, "A"));
  return objects.text(objects.get(action, "URI")) ?? "";
}

function linkUnder(
  rectPt: readonly number[],
  target: string,
  heightPt: number,
  printed: PrintedPage,
  links: ReadonlyMap<string, LinkTarget>,
  taken: ReadonlySet<string>,
): string | undefined {
  if (rectPt.length !== 4) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = rectPt.map((length) => length / 0.75);
  const height = heightPt / 0.75;
  const area = { left, right, top: height - top, bottom: height - bottom };
  let best: { linkRef: string; score: number } | undefined;
  const consider = (linkRef: string | undefined, bounds: readonly number[]): void => {
    const link = linkRef === undefined ? undefined : links.get(linkRef);
    if (linkRef === undefined || link === undefined) return;
    const sameTarget = leadsTo(link.href, target);
    const covered = overlap(area, bounds);
    // Where it leads is sure, where it lies is not: a snapshot gets places in columns wrong.
    const score = sameTarget ? 1e9 + covered + (taken.has(linkRef) ? 0 : 1e-3) : covered;
    if (score > 0 && score > (best?.score ?? 0)) best = { linkRef, score };
  };
  for (const { linkRef, boxes } of printed.texts) {
    for (const { bounds } of boxes) consider(linkRef, bounds);
  }
  for (const { linkRef, bounds } of printed.graphics) consider(linkRef, bounds);
  if (best) return best.linkRef;
  // A link without text: by where it leads.
  for (const [linkRef, { href }] of links) if (leadsTo(href, target)) return linkRef;
  return undefined;
}

function overlap(
  area: { left: number; right: number; top: number; bottom: number },
  [left = 0, top = 0, width = 0, height = 0]: readonly number[],
): number {
  const across = Math.min(area.right, left + width) - Math.max(area.left, left);
  const down = Math.min(area.bottom, top + height) - Math.max(area.top, top);
  return across > 0 && down > 0 ? across * down : 0;
}

function leadsTo(href: string, target: string): boolean {
  if (href === target) return true;
  // Every address ends with it.
  if (href === "") return false;
  try {
    if (href.startsWith("#")) return target === `#${decodeURIComponent(href.slice(1))}`;
    return target.endsWith(href) || new URL(href).href === target;
  } catch {
    return false;
  }
}
