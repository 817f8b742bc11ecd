/**
 * The browser's PDF and the unsplit source into a PDF that keeps the standards of
 * `kept-standards.ts`: its structure tree is the source's, everything else an Artifact. Where the
 * source does not allow it the PDF is made all the same, and it says what is wrong. Whether the PDF
 * claims a standard is decided later, by those who judge what was made here.
 */
import { PublicationError } from "../errors.ts";
import { cjkPackageFor } from "../fonts/cjk-packages.ts";
import { pageContent } from "../pdf/content/page-content.ts";
import { FontBook } from "../pdf/fonts/font-book.ts";
import type { OwnPage, OwnPdf } from "../pdf/objects/own-pdf.ts";
import type { PdfObjects } from "../pdf/objects/pdf-objects.ts";
import { savePdf } from "../pdf/objects/save-pdf.ts";
import type { PdfRef } from "../pdf/objects/types.ts";
import type { Destination } from "./write/bookmarks.ts";
import { writeCatalog } from "./write/document-catalog.ts";
import { areaAnnotations } from "./image-maps/area-annotations.ts";
import { browserStructure, type BrowserStructure } from "./printed/browser-structure.ts";
import { KEPT_DEMANDS, KEPT_STANDARDS } from "./kept-standards.ts";
import type { Notice } from "./amend/amendments.ts";
import { buildLogicalTree } from "./tree/build-logical-tree.ts";
import { ContentReader } from "./content/content-reader.ts";
import { findLosses } from "./faults/find-losses.ts";
import { findUntagged } from "./faults/find-untagged.ts";
import { replaceContent, replaceForm } from "./content/page-streams.ts";
import { leafIndex, type LeafIndex } from "./tree/leaf-index.ts";
import { linkAnnotations, type LinkTarget } from "./links/link-annotations.ts";
import { descendants, type LogicalTree } from "./tree/logical-tree.ts";
import { matchContent } from "./content/match-content.ts";
import type { SettledDocument } from "./prepare.ts";
import { giveExactSize } from "./printed/page-size.ts";
import { findUnsoundTexts } from "./faults/find-unsound-texts.ts";
import { printedBoxes } from "./printed/printed-boxes.ts";
import type { PrintedPage } from "./printed/printed-pages.ts";
import { rewriteContent } from "./content/rewrite-content.ts";
import type { SourceFault, SourceRule } from "./source/source-fault.ts";
import { elementsByRef } from "./source/source-names.ts";
import { sourceAlternatives } from "./source/source-alternatives.ts";
import { sourceReading } from "./source/source-reading.ts";
import type { SourceElement } from "./source/source-tree.ts";
import { stripForms } from "./write/strip-forms.ts";
import {
  writeStructureTree,
  type LinkedAnnotation,
  type MarkedStream,
} from "./write/structure-tree.ts";

export interface AccessibleOptions {
  /** When the document was made; the same date gives the same bytes. */
  readonly date: Date;
  /** What made it, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
}

export interface AccessiblePdf {
  /** The file as it is judged: it claims no standard. */
  readonly bytes: Uint8Array;
  /**
   * The same file, but that its metadata claims the standards.
   * @throws RangeError where it has faults.
   */
  readonly withClaim: () => Uint8Array;
  readonly tree: LogicalTree;
  /** The source as plain text, as it must be read: a line for each block. */
  readonly reading: string;
  /** What keeps the PDF from the standards. */
  readonly faults: readonly SourceFault[];
  /** What was taken for another thing, or set right. */
  readonly notices: readonly Notice[];
  /** The number of the source element of each tag, in reading order, parents before kids. */
  readonly tagRefs: readonly string[];
}

/**
 * @param printed the browser's PDF, which is changed.
 * @throws PublicationError `pages-mismatch` where the PDF's pages are not those that were laid out.
 */
export async function makeAccessible(
  printed: OwnPdf,
  settled: SettledDocument,
  options: AccessibleOptions,
): Promise<AccessiblePdf> {
  return new AccessibleMaker(printed, settled, options).make();
}

class AccessibleMaker {
  readonly #pdf: OwnPdf;
  readonly #objects: PdfObjects;
  readonly #settled: SettledDocument;
  readonly #options: AccessibleOptions;
  readonly #fonts: FontBook;
  readonly #structure: BrowserStructure;
  readonly #tree: LogicalTree;
  readonly #faults: SourceFault[];
  readonly #notices: readonly Notice[];
  readonly #index: LeafIndex;
  readonly #links = new Map<string, LinkTarget>();
  /** Links that are areas of image maps, and what they are called. */
  readonly #areas = new Map<string, { readonly contents: string }>();
  /** Links that have an annotation. */
  readonly #linked = new Set<string>();
  /** The source's elements, by their numbers. */
  readonly #elements: ReadonlyMap<string, SourceElement>;
  readonly #alternativeOf: (key: string) => string | undefined;
  readonly #streams: MarkedStream[] = [];
  readonly #annotations: LinkedAnnotation[] = [];
  readonly #destinations = new Map<string, Destination>();
  readonly #missingGlyphs = new Map<
    string,
    { readonly font: string; readonly letters: readonly string[] }
  >();
  /** Pages whose content is being compressed, on other threads. */
  readonly #compressing: Promise<void>[] = [];
  #nextKey = 0;

  constructor(pdf: OwnPdf, settled: SettledDocument, options: AccessibleOptions) {
    this.#pdf = pdf;
    this.#objects = pdf.objects;
    this.#fonts = new FontBook(this.#objects);
    this.#settled = settled;
    this.#options = options;
    this.#structure = browserStructure(pdf.objects, pdf.catalog);
    const { source, printed, notices: amended = [] } = settled;
    const { tree, faults, notices } = buildLogicalTree(source, printed, settled);
    this.#tree = tree;
    this.#notices = [...amended, ...notices];
    this.#faults = [...faults];
    this.#index = leafIndex(tree.root);
    this.#elements = elementsByRef(settled.source.body);
    this.#alternativeOf = sourceAlternatives(settled.source.body);
    for (const { link } of descendants(tree.root)) {
      if (link?.ref.startsWith("area ") === true) this.#areas.set(link.ref, link);
      else if (link)
        this.#links.set(link.ref, { href: this.#hrefOf(link.ref), contents: link.contents });
    }
  }

  async make(): Promise<AccessiblePdf> {
    const { pages, catalog, catalogRef } = this.#pdf;
    const printed = this.#settled.printed.pages;
    if (pages.length !== printed.length) {
      throw new PublicationError(
        "pages-mismatch",
        `${printed.length} pages were laid out and ${pages.length} were printed`,
        {
          hint: "give the print styles one page size, in an @page rule that Paged.js and the browser both read",
        },
      );
    }
    const reader = new ContentReader(this.#objects, this.#fonts);
    for (const [index, page] of pages.entries()) {
      const texts = printed[index];
      if (texts) this.#page(reader, page, index, texts);
    }
    this.#fonts.write();
    this.#reportForms(reader, pages.length);
    const losses = findLosses({
      tree: this.#tree,
      printed: this.#settled.printed,
      elements: this.#elements,
      links: this.#links,
      linked: this.#linked,
      areas: this.#areas,
      index: this.#index,
      marks: this.#streams.flatMap(({ marks }) => marks),
    });
    const { source, printed: all } = this.#settled;
    this.#faults.push(
      ...losses,
      ...findUntagged(source.body, all, this.#index),
      ...findUnsoundTexts(this.#tree, this.#elements),
    );
    stripForms(this.#objects, new Set(this.#streams.flatMap(({ form }) => form ?? [])));
    const heightsPt = pages.map((page) => page.sizePt().heightPt);
    const { root: structure, sourceRefs } = writeStructureTree(
      this.#objects,
      this.#tree,
      this.#index,
      this.#streams,
      this.#annotations,
      printedBoxes(this.#settled.printed, heightsPt),
      KEPT_DEMANDS.structure,
    );
    this.#reportGlyphs();
    const { info, claimStandards } = writeCatalog({
      objects: this.#objects,
      catalog,
      tree: this.#tree,
      pages: printed,
      structure,
      standards: KEPT_STANDARDS,
      destinationOf: (key) => this.#destinations.get(key),
      producedBy: this.#options,
    });
    await Promise.all(this.#compressing);
    const save = (): Uint8Array =>
      savePdf(this.#objects, KEPT_DEMANDS.pdfVersion, { catalog: catalogRef, info });
    const withClaim = (): Uint8Array => {
      if (this.#faults.length > 0) throw new RangeError("a PDF with faults claims no standard");
      claimStandards();
      return save();
    };
    const reading = sourceReading(this.#tree.root);
    return {
      bytes: save(),
      withClaim,
      tree: this.#tree,
      reading,
      faults: this.#faults,
      notices: this.#notices,
      tagRefs: sourceRefs,
    };
  }

  #hrefOf(ref: string): string {
    const note = /^call (.*)$/.exec(ref)?.[1];
    // Paged.js gives each footnote this id, and its call this address.
    if (note !== undefined) return `#note-${note}`;
    return this.#elements.get(ref)?.attributes.href ?? "";
  }

  #reportForms(reader: ContentReader, pageCount: number): void {
    const marked = this.#streams.filter(({ form, marks }) => form && marks.length > 0);
    const repeated = marked.find(({ form }) => form && reader.repeatedForms.has(form));
    if (repeated === undefined) return;
    this.#faults.push({
      rule: "repeated-form",
      message: "an effect, such as a mask, paints the same text twice",
      where: `page ${repeated.pageIndex + 1} of ${pageCount}`,
      hint: "take mask, clip-path or filter off elements that hold text",
      wcag: ["1.3.1"],
    });
  }

  #page(reader: ContentReader, page: OwnPage, index: number, printed: PrintedPage): void {
    const { bytes } = pageContent(this.#objects, page.dict);
    const units = reader.readPage(bytes, page.resources, page.sizePt().heightPt);
    const match = matchContent(
      units,
      printed,
      (mark) => this.#structure.leafAt(page.ref, mark),
      this.#alternativeOf,
    );
    this.#noteDestinations(page, printed);
    for (const { unit, text, letters } of match.unknownGlyphs) {
      this.#missingGlyphs.set(text, { font: unit.font.name, letters });
    }
    for (const { text } of match.unmatched) {
      this.#fault(
        "text-unknown",
        `printed text is not in the source: “${text.slice(0, 60)}”`,
        index,
      );
    }
    for (const { key, text } of match.missing) {
      // What the logical tree leaves out, as hidden text, need not be found.
      if (this.#index.leafOf(key) === undefined) continue;
      const lost = `text of the source is not printed: “${text.slice(0, 60)}”`;
      this.#fault("text-lost", lost, index, key.split(":")[0]);
    }
    const streams = rewriteContent(units, match, {
      leafOf: this.#index.leafOf,
      fonts: this.#fonts,
      isTagged: true,
    });
    this.#linkPage(page, index, printed);
    const upPt = giveExactSize(this.#objects, page, this.#settled.sheets[index]);
    for (const { ref, content, marks } of streams) {
      const parentKey = this.#nextKey++;
      this.#streams.push({ page: page.ref, pageIndex: index, form: ref, marks, parentKey });
      const isMoved = ref === undefined && upPt !== 0;
      this.#replace(page, ref, isMoved ? `1 0 0 1 0 ${upPt} cm\n${content}` : content, parentKey);
    }
  }

  #linkPage(page: OwnPage, index: number, printed: PrintedPage): void {
    const { catalog, pages } = this.#pdf;
    this.#objects.set(page.dict, "Tabs", "S");
    const shared = {
      destinations: this.#objects.dict(this.#objects.get(catalog, "Dests")),
      documentAddress: this.#settled.address,
      firstPage: pages[0]?.ref ?? page.ref,
      nextKey: () => this.#nextKey++,
    };
    const own = linkAnnotations(this.#objects, page, printed, {
      links: this.#links,
      ...shared,
    });
    const { unknown } = own;
    const linked = [...own.linked];
    linked.push(
      ...areaAnnotations(this.#objects, page, printed, {
        elements: this.#elements,
        links: this.#areas,
        linked: this.#linked,
        ...shared,
      }),
    );
    this.#annotations.push(...linked);
    const annotations = this.#objects.items(this.#objects.get(page.dict, "Annots"));
    if (annotations.length === 0) this.#objects.unset(page.dict, "Annots");
    for (const target of unknown) {
      this.#faults.push({
        rule: "link-unknown",
        message: `a link leads nowhere that a PDF can go: ${target}`,
        where: `page ${index + 1}`,
        hint: "lead it to an address, or to an element of the document, or make it plain text in print",
        wcag: ["2.4.4"],
      });
    }
    for (const { linkRef } of linked) this.#linked.add(linkRef);
  }

  /** @param ref of the source element, where the fault is one's. */
  #fault(rule: SourceRule, message: string, pageIndex: number, ref?: string): void {
    this.#faults.push({
      rule,
      message,
      where: `page ${pageIndex + 1}`,
      hint: "set it in the flow of the document rather than on top of it, and look at the page",
      wcag: ["1.3.1"],
      ...(ref !== undefined && { ref }),
    });
  }

  /** Puts a stream's new content in place of the old, for a page or a form XObject. */
  #replace(page: OwnPage, form: PdfRef | undefined, content: string, parentKey: number): void {
    const objects = this.#objects;
    const dict = form ? replaceForm(objects, form, content) : page.dict;
    objects.set(dict, "StructParents", parentKey);
    if (!form) this.#compressing.push(replaceContent(objects, page.dict, content));
  }

  #noteDestinations(page: OwnPage, printed: PrintedPage): void {
    for (const { key, boxes } of printed.texts) {
      const top = boxes[0]?.bounds[1];
      if (key === undefined || top === undefined || this.#destinations.has(key)) continue;
      this.#destinations.set(key, { page: page.ref, topPt: page.sizePt().heightPt - top * 0.75 });
    }
  }

  /** Glyph 0 is the box that stands for what a font does not have. */
  #reportGlyphs(): void {
    for (const [text, { font, letters }] of this.#missingGlyphs) {
      const shown = text.trim() === "" ? "a picture" : `“${text.slice(0, 60)}”`;
      const codes = codePoints(letters);
      this.#faults.push({
        rule: "missing-glyph",
        message: `no font has a glyph for a character of ${shown}${codes === "" ? "" : ` (${codes})`}`,
        where: `font ${font}`,
        hint: missingGlyphHint(letters, this.#settled.source.language),
        wcag: [],
      });
    }
  }
}

function missingGlyphHint(letters: readonly string[], language: string): string {
  const otherwise = "add a font that has it to font-family, or write another character";
  const cjk = cjkPackageFor(letters, language);
  return cjk === undefined ? otherwise : `install its fonts: npm install ${cjk}; or ${otherwise}`;
}

function codePoints(letters: readonly string[]): string {
  return [...new Set(letters)]
    .filter((letter) => letter > "\u007E")
    .slice(0, 4)
    .map(
      (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
    )
    .join(", ");
}
