/**
 * The browser's PDF for files that go on paper: the same pages without tags, whose text can be
 * searched, copied and read in its order. Input: the printed PDF and the source, as for
 * `make-accessible.ts`; output: the bytes of a PDF. What is wrong with the source for those who
 * listen is said of the editions that they get.
 */
import { PDFDocument, PDFName, PDFRef, ParseSpeeds } from "@cantoo/pdf-lib";
import { pageContent } from "../pdf/content/page-content.ts";
import { FontBook } from "../pdf/fonts/font-book.ts";
import { PdfObjects } from "../pdf/objects/pdf-objects.ts";
import { savePdf } from "../pdf/objects/save-pdf.ts";
import { browserStructure } from "./printed/browser-structure.ts";
import { buildLogicalTree } from "./tree/build-logical-tree.ts";
import { ContentReader } from "./content/content-reader.ts";
import { matchContent } from "./content/match-content.ts";
import { replaceContent, replaceForm } from "./content/page-streams.ts";
import { rewriteContent } from "./content/rewrite-content.ts";
import { leafIndex } from "./tree/leaf-index.ts";
import type { SettledDocument } from "./prepare.ts";
import { sourceAlternatives } from "./source/source-alternatives.ts";

/** Entries of the catalog that say what the tags are. */
const tagEntries = ["StructTreeRoot", "MarkInfo", "Outlines"];

export async function makePaper(rawPdf: Uint8Array, settled: SettledDocument): Promise<Uint8Array> {
  const document = await PDFDocument.load(rawPdf, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const { context, catalog } = document;
  const structure = browserStructure(context, catalog);
  const { tree } = buildLogicalTree(settled.source, settled.printed);
  const { leafOf } = leafIndex(tree.root);
  const alternativeOf = sourceAlternatives(settled.source.body);
  const objects = new PdfObjects(context);
  const fonts = new FontBook(objects);
  const reader = new ContentReader(objects, fonts);
  const compressing: Promise<void>[] = [];
  for (const [index, page] of document.getPages().entries()) {
    const printed = settled.printed.pages[index];
    if (printed === undefined) continue;
    const { Resources: resources } = page.node.normalizedEntries();
    const units = reader.readPage(
      pageContent(objects, page.node).bytes,
      resources,
      page.getHeight(),
    );
    const leafAt = (mark: string) => structure.leafAt(page.ref, mark);
    const match = matchContent(units, printed, leafAt, alternativeOf);
    for (const { ref, content } of rewriteContent(units, match, {
      leafOf,
      fonts,
      isTagged: false,
    })) {
      if (ref) replaceForm(objects, ref, content);
      else compressing.push(replaceContent(objects, page.node, content));
    }
    page.node.delete(PDFName.of("StructParents"));
  }
  fonts.write();
  for (const entry of tagEntries) catalog.delete(PDFName.of(entry));
  await Promise.all(compressing);
  const { Root: root, Info: info } = context.trailerInfo;
  if (!(root instanceof PDFRef)) throw new Error("the browser's PDF has no catalog");
  return savePdf(objects, "1.7", {
    catalog: root,
    info: info instanceof PDFRef ? info : context.register(context.obj({})),
  });
}
