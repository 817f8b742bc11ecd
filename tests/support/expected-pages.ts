/**
 * What the pages of a PDF of the project should read as. Input: its bytes and the text of its
 * source; output: the words of each page. The file's own structure says which of the source's words
 * stand on which page, once it is known to read as the source.
 */
import { readingFidelityJudge } from "../../src/judges/pdf/reading-fidelity.ts";
import { pageWords, type PageWords } from "../../src/judges/pdf/reading/page-words.ts";
import { pagesPaintedInOrder } from "../../src/judges/pdf/reading/painting-order.ts";
import { openPdf } from "../../src/pdf/objects/open-pdf.ts";
import { readPageTexts } from "../../src/pdf/text/page-texts.ts";
import { readStructureTree } from "../../src/pdf/structure/read-structure-tree.ts";
import type { StructureKid, StructureTree } from "../../src/pdf/structure/structure-tree.ts";

export interface ExpectedReading {
  readonly tree: StructureTree;
  readonly pages: readonly PageWords[];
  /** Numbers of pages, counted from 1, that are painted in the order of the structure. */
  readonly paintedInOrder: ReadonlySet<number>;
}

/** @throws Error where the structure tree does not read as the source. */
export async function expectedReading(bytes: Uint8Array, source: string): Promise<ExpectedReading> {
  const pdf = await openPdf(bytes);
  const subject = { pdf, expected: source, readers: [] };
  const { findings } = await readingFidelityJudge.judge(subject, new AbortController().signal);
  if (findings.length > 0) {
    const messages = findings.map(({ where, message }) => `${where}: ${message}`);
    throw new Error(`the structure tree is not the source:\n${messages.join("\n")}`);
  }
  const tree = await readStructureTree(pdf, { literal: true });
  const texts = await readPageTexts(pdf);
  return {
    tree,
    pages: pageWords(tree, texts),
    paintedInOrder: pagesPaintedInOrder(tree, texts),
  };
}

/** The words of a whole document in the order of its structure, as if they stood on one page. */
export function wholeDocument({ kids }: StructureTree): PageWords {
  const onOnePage = (kid: StructureKid): StructureKid => {
    switch (kid.kind) {
      case "annotation":
        return kid;
      case "content":
        return { ...kid, page: 1 };
      case "element":
        return { ...kid, kids: kid.kids.map(onOnePage) };
    }
  };
  const onPage = kids.map((kid) => ({ ...kid, kids: kid.kids.map(onOnePage) }));
  const [words] = pageWords({ kids: onPage }, [{ page: 1, runs: [] }]);
  if (words === undefined) throw new Error("a document has pages");
  return words;
}
