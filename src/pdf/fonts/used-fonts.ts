/**
 * The fonts that pages use. Input: an open PDF; output: each font's name with its pages. Looks into
 * forms and patterns as well, and at fonts that a page could use without asking whether it does.
 */
import type { PdfDocument } from "../objects/open-pdf.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { PdfDict, PdfObject } from "../objects/types.ts";
import { fontName } from "./font-names.ts";

export interface UsedFont {
  /** PostScript name without the prefix of a subset; undefined for a font that has none (Type 3). */
  readonly name: string | undefined;
  /** Counted from 1, ascending. */
  readonly pages: readonly number[];
}

/** In the order of their names. */
export function readFonts(pdf: PdfDocument): readonly UsedFont[] {
  const pagesByName = new Map<string | undefined, Set<number>>();
  pdf.pages.forEach((page, index) => {
    const resources = pdf.objects.dict(page.inherited("Resources"));
    for (const name of fontNames(pdf.objects, resources, new Set())) {
      pagesByName.set(name, (pagesByName.get(name) ?? new Set()).add(index + 1));
    }
  });
  return [...pagesByName]
    .map(([name, pages]) => ({ name, pages: [...pages] }))
    .sort((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
}

function fontNames(
  objects: PdfObjects,
  resources: PdfDict | undefined,
  seen: Set<PdfDict>,
): readonly (string | undefined)[] {
  if (resources === undefined || seen.has(resources)) return [];
  seen.add(resources);
  const own = valuesOf(objects, resources, "Font").map((font) =>
    fontName(objects, objects.dict(font)),
  );
  const inner = ["XObject", "Pattern"]
    .flatMap((kind) => valuesOf(objects, resources, kind))
    .flatMap((object) => {
      const dict = objects.stream(object)?.dict;
      return fontNames(objects, objects.dict(objects.get(dict, "Resources")), seen);
    });
  return [...own, ...inner];
}

function valuesOf(objects: PdfObjects, resources: PdfDict, kind: string): readonly PdfObject[] {
  return objects.entries(objects.get(resources, kind)).map(([, value]) => value);
}
