/**
 * What a PDF says of itself. Input: its XMP packet; output: names of standards. A claim is only
 * what a file says: whether it is true is veraPDF's to find. Pure.
 */

/** The value of a property, as an element or as an attribute. */
function property(xmp: string, name: string): string | undefined {
  const pattern = new RegExp(String.raw`\b${name}(?:\s*>\s*|\s*=\s*["'])([^<"'\s]+)`, "u");
  return pattern.exec(xmp)?.[1];
}

/** E.g. `PDF/UA-1`, `PDF/A-2a`; empty where it claims neither. */
export function readClaims(xmp: string): readonly string[] {
  const ua = property(xmp, "pdfuaid:part");
  const archive = property(xmp, "pdfaid:part");
  const level = (property(xmp, "pdfaid:conformance") ?? "").toLowerCase();
  return [
    ...(ua === undefined ? [] : [`PDF/UA-${ua}`]),
    ...(archive === undefined ? [] : [`PDF/A-${archive}${level}`]),
  ];
}
