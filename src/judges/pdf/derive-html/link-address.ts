/**
 * Addresses of links, cleared for HTML. Input: the annotation of a link, untrusted; output: a value
 * for `href`. A script or a file of this machine is never one.
 */
import type { PdfAnnotation } from "../../../pdf/document/annotations.ts";

const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "ftp:"]);

/** `anchors`: the ID in the derived document of the place where a page starts. */
export function linkAddress(
  annotation: PdfAnnotation,
  anchors: ReadonlyMap<number, string>,
): string {
  const { uri, destinationPage } = annotation;
  if (uri !== undefined) return safeUri(uri) ?? "#";
  if (destinationPage === undefined) return "#";
  return `#${anchors.get(destinationPage) ?? pageAnchor(destinationPage)}`;
}

export function pageAnchor(page: number): string {
  return `page-${page}`;
}

function safeUri(uri: string): string | undefined {
  const trimmed = uri.trim();
  const parsed = URL.parse(trimmed) ?? URL.parse(`https://${trimmed}`);
  return parsed !== null && SAFE_SCHEMES.has(parsed.protocol) ? parsed.href : undefined;
}
