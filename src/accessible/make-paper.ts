/**
 * The browser's PDF for files that go on paper: the same pages without tags, whose text can be
 * searched, copied and read in its order. Input: the printed PDF and the source, as for
 * `make-accessible.ts`; output: the bytes of a PDF. What is wrong with the source for those who
 * listen is said of the editions that they get.
 */
import { pageContent } from "../pdf/content/page-content.ts";
import { FontBook } from "../pdf/fonts/font-book.ts";
import { openOwnPdf } from "../pdf/objects/own-pdf.ts";
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
  const { objects, catalog, catalogRef, infoRef, pages } = await openOwnPdf(rawPdf);
  const structure = browserStructure(objects, catalog);
  const { tree } = buildLogicalTree(settled.source, settled.printed);
  const { leafOf } = leafIndex(tree.root);
  const alternativeOf = sourceAlternatives(settled.source.body);
  const fonts = new FontBook(objects);
  const reader = new ContentReader(objects, fonts);
  const compressing: Promise<void>[] = [];
  for (const [index, page] of pages.entries()) {
    const printed = settled.printed.pages[index];
    if (printed === undefined) continue;
    const { bytes } = pageContent(objects, page.dict);
    const units = reader.readPage(bytes, page.resources, page.sizePt().heightPt);
    const leafAt = (mark: string) => structure.leafAt(page.ref, mark);
    const match = matchContent(units, printed, leafAt, alternativeOf);
    for (const { ref, content } of rewriteContent(units, match, {
      leafOf,
      fonts,
      isTagged: false,
    })) {
      if (ref) replaceForm(objects, ref, content);
      else compressing.push(replaceContent(objects, page.dict, content));
    }
    objects.unset(page.dict, "StructParents");
  }
  fonts.write();
  objects.unset(catalog, ...tagEntries);
  await Promise.all(compressing);
  return savePdf(objects, "1.7", { catalog: catalogRef, info: infoRef ?? objects.add({}) });
}
