/**
 * What a PDF says about itself outside its pages: catalog, metadata, page boxes, labels, outline.
 * Input: an open PDF; output: a readonly value. It reads no page content and judges nothing.
 */
import type { BoxPt } from "../geometry/box.ts";
import { readOutline, type Bookmark } from "./outline.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { readPageLabels } from "./page-labels.ts";

export interface PageFacts {
  /** Counted from 1. */
  readonly page: number;
  /** Size of the crop box in points, after `Rotate` and `UserUnit`. */
  readonly widthPt: number;
  readonly heightPt: number;
  readonly boxes: {
    readonly media: BoxPt;
    readonly crop?: BoxPt;
    readonly bleed?: BoxPt;
    readonly trim?: BoxPt;
    readonly art?: BoxPt;
  };
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly rotate: number;
  /** The order of tabs, e.g. `S` for that of the structure. */
  readonly tabs?: string;
  readonly annotationCount: number;
}

export interface DocumentFacts {
  readonly version: string;
  /** From the Info dictionary, else `dc:title` in XMP. */
  readonly title?: string;
  readonly lang?: string;
  readonly author?: string;
  /** MarkInfo says that the file is tagged. */
  readonly marked: boolean;
  /** There is a structure tree with something in it. */
  readonly hasStructure: boolean;
  readonly displayDocTitle: boolean;
  readonly viewerPreferences: Readonly<Record<string, string | number | boolean>>;
  /** The XMP packet as text. */
  readonly xmp?: string;
  readonly pageCount: number;
  readonly pages: readonly PageFacts[];
  readonly pageLabels?: readonly string[];
  readonly outline: readonly Bookmark[];
}

/** US Letter, for a page without a media box: what viewers fall back to. */
const FALLBACK_BOX: BoxPt = [0, 0, 612, 792];

export function readDocumentFacts(pdf: PdfDocument): DocumentFacts {
  const { objects, catalog, info } = pdf;
  const preferences = objects.dict(objects.get(catalog, "ViewerPreferences"));
  const markInfo = objects.dict(objects.get(catalog, "MarkInfo"));
  const structure = objects.dict(objects.get(catalog, "StructTreeRoot"));
  const xmp = readXmp(pdf);
  const title = textOrNothing(objects.text(objects.get(info, "Title"))) ?? xmpTitle(xmp);
  const lang = textOrNothing(objects.text(objects.get(catalog, "Lang")));
  const author = textOrNothing(objects.text(objects.get(info, "Author")));
  const pageLabels = readPageLabels(pdf);
  return {
    version: pdf.version,
    ...(title === undefined ? {} : { title }),
    ...(lang === undefined ? {} : { lang }),
    ...(author === undefined ? {} : { author }),
    marked: objects.boolean(objects.get(markInfo, "Marked")) ?? false,
    hasStructure: objects.get(structure, "K") !== undefined,
    displayDocTitle: objects.boolean(objects.get(preferences, "DisplayDocTitle")) ?? false,
    viewerPreferences: Object.fromEntries(
      preferences?.entries().flatMap(([key, value]) => {
        const plain = objects.boolean(value) ?? objects.name(value) ?? objects.number(value);
        return plain === undefined ? [] : [[key.decodeText(), plain]];
      }) ?? [],
    ),
    ...(xmp === undefined ? {} : { xmp }),
    pageCount: pdf.pages.length,
    pages: pdf.pages.map((_, index) => readPageFacts(pdf, index)),
    ...(pageLabels === undefined ? {} : { pageLabels }),
    outline: readOutline(pdf),
  };
}

function readPageFacts(pdf: PdfDocument, index: number): PageFacts {
  const { objects } = pdf;
  const page = pdf.pages[index];
  const box = (key: string): BoxPt | undefined => {
    const [a, b, c, d] = objects.numbers(page?.inherited(key));
    if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  };
  const media = box("MediaBox") ?? FALLBACK_BOX;
  const [crop, bleed, trim, art] = [box("CropBox"), box("BleedBox"), box("TrimBox"), box("ArtBox")];
  const unit = objects.number(objects.get(page?.dict, "UserUnit")) ?? 1;
  const turns = Math.round((objects.number(page?.inherited("Rotate")) ?? 0) / 90);
  const rotate = (((turns % 4) + 4) % 4) * 90;
  const [left, bottom, right, top] = crop ?? media;
  const [width, height] = [(right - left) * unit, (top - bottom) * unit];
  const sideways = rotate % 180 === 90;
  const tabs = objects.name(objects.get(page?.dict, "Tabs"));
  return {
    page: index + 1,
    widthPt: sideways ? height : width,
    heightPt: sideways ? width : height,
    boxes: {
      media,
      ...(crop === undefined ? {} : { crop }),
      ...(bleed === undefined ? {} : { bleed }),
      ...(trim === undefined ? {} : { trim }),
      ...(art === undefined ? {} : { art }),
    },
    rotate,
    ...(tabs === undefined ? {} : { tabs }),
    annotationCount: objects.items(objects.get(page?.dict, "Annots")).length,
  };
}

function readXmp(pdf: PdfDocument): string | undefined {
  const bytes = pdf.objects.streamBytes(pdf.objects.get(pdf.catalog, "Metadata"));
  if (bytes === undefined) return undefined;
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(wide ? "utf-16be" : "utf-8").decode(bytes);
}

/** The first alternative of `dc:title`. A pattern is enough: the value is shown, not trusted. */
function xmpTitle(xmp: string | undefined): string | undefined {
  const item = /<dc:title\b[^>]*>\s*<rdf:Alt\b[^>]*>\s*<rdf:li\b[^>]*>([^<]*)</.exec(
    xmp ?? "",
  )?.[1];
  const text = item
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
  return textOrNothing(text);
}

function textOrNothing(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text;
}
