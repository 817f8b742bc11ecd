/**
 * The browser's link annotations, each given to the source's link that it lies on. Input: a page
 * and its printed texts; output: annotations with /Contents, explicit destinations and the link
 * they belong to. ISO 32000-1 §12.5.6.5, ISO 14289-1 §7.18.5.
 */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFPage,
} from "@cantoo/pdf-lib";
import { relativeAddress } from "./link-address.ts";
import type { PrintedPage } from "../printed/printed-pages.ts";
import { textString, type LinkedAnnotation } from "../write/structure-tree.ts";

export interface PageAnnotations {
  readonly linked: readonly LinkedAnnotation[];
  /** Targets of annotations that lie on no link of the source; they are taken out. */
  readonly unknown: readonly string[];
}

export interface LinkTarget {
  readonly href: string;
  readonly contents: string;
}

const names = {
  rect: PDFName.of("Rect"),
  subtype: PDFName.of("Subtype"),
  destination: PDFName.of("Dest"),
  action: PDFName.of("A"),
  uri: PDFName.of("URI"),
  parent: PDFName.of("StructParent"),
  contents: PDFName.of("Contents"),
};

/** What links of all pages have in common. */
export interface LinkContext {
  /** By the number of the link's element. */
  readonly links: ReadonlyMap<string, LinkTarget>;
  /** Named destinations. */
  readonly destinations: PDFDict | undefined;
  /** Where the document was served from while it was laid out. */
  readonly documentAddress: string;
  readonly firstPage: PDFRef;
  /** Gives each annotation its key in the ParentTree. */
  readonly nextKey: () => number;
}

export function linkAnnotations(
  context: PDFContext,
  page: PDFPage,
  printed: PrintedPage,
  { links, destinations, documentAddress, firstPage, nextKey }: LinkContext,
): PageAnnotations {
  const annotations = page.node.Annots();
  if (annotations === undefined) return { linked: [], unknown: [] };
  const linked: LinkedAnnotation[] = [];
  const unknown: string[] = [];
  const taken = new Set<string>();
  const kept: PDFRef[] = [];
  for (const entry of annotations.asArray()) {
    const annotation = context.lookup(entry);
    if (!(annotation instanceof PDFDict)) continue;
    const ref = entry instanceof PDFRef ? entry : context.register(annotation);
    const target = targetOf(annotation);
    const linkRef = linkUnder(annotation, target, page.getHeight(), printed, links, taken);
    const link = linkRef === undefined ? undefined : links.get(linkRef);
    // A script is nothing that a PDF can lead to: what stands there is plain text.
    if (/^javascript:/i.test(target)) continue;
    if (linkRef === undefined || link === undefined) {
      unknown.push(target);
      continue;
    }
    const address = relativeAddress(target, documentAddress);
    if (address === "") leadToTop(context, annotation, firstPage);
    else if (address !== undefined) {
      annotation.lookup(names.action, PDFDict).set(names.uri, PDFString.of(escaped(address)));
    }
    const parentKey = nextKey();
    annotation.set(names.parent, PDFNumber.of(parentKey));
    annotation.set(names.contents, textString(link.contents));
    const name = annotation.lookup(names.destination);
    if (name instanceof PDFName) {
      const found = destinations?.lookup(name);
      if (found instanceof PDFArray) annotation.set(names.destination, found);
    }
    kept.push(ref);
    taken.add(linkRef);
    linked.push({ ref, page: page.ref, linkRef, parentKey });
  }
  page.node.set(PDFName.of("Annots"), context.obj(kept));
  return { linked, unknown };
}

/** A link to the document itself. */
function leadToTop(context: PDFContext, annotation: PDFDict, firstPage: PDFRef): void {
  annotation.delete(names.action);
  annotation.set(names.destination, context.obj([firstPage, "XYZ", PDFNull, PDFNull, PDFNull]));
}

/** For a literal string: ISO 32000-1 §7.3.4.2. */
function escaped(address: string): string {
  return address.replace(/[\\()]/g, "\\$&");
}

/** Where an annotation goes: `#name` within the document, or an address. */
function targetOf(annotation: PDFDict): string {
  const name = annotation.lookup(names.destination);
  if (name instanceof PDFName) return `#${name.decodeText()}`;
  const action = annotation.lookup(names.action);
  const uri = action instanceof PDFDict ? action.lookup(names.uri) : undefined;
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : "";
}

function linkUnder(
  annotation: PDFDict,
  target: string,
  heightPt: number,
  printed: PrintedPage,
  links: ReadonlyMap<string, LinkTarget>,
  taken: ReadonlySet<string>,
): string | undefined {
  const rect = annotation.lookup(names.rect);
  if (!(rect instanceof PDFArray)) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
    .asArray()
    .map((each) => (each instanceof PDFNumber ? each.asNumber() / 0.75 : 0));
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
