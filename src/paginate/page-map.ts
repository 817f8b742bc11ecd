/**
 * The page map: with what words each page of an edition begins, what is printed on it as its number, and
 * on which page each id of the source is, so that other editions can say "page 12 of the report". Input:
 * the pages laid out, and their labels; output: a plain value. It changes nothing in the pages.
 *
 * The pages are read before anything is made of them, and numbers of pages are generated text, which only
 * the layout that is printed shows. So the map is made in two steps.
 */
import { z } from "zod";
import type { PageStarts } from "./in-page/proof/read-page-starts.ts";
import type { PaginatedDocument } from "./paginated-document.ts";

const pageIndex = z.int().min(0);

const mappedPageSchema = z
  .strictObject({
    index: pageIndex.meta({ description: "counted from 0" }),
    label: z.string().meta({ description: "what the reader calls it, as the PDF's page labels" }),
    firstWords: z.string().meta({
      description:
        "the first words of the source's text on it, at most 8, one space between them; where a word is cut between pages, from its second half. Empty where it has no text of the source",
    }),
    startsIn: z.string().optional().meta({
      description: "the id of the nearest element in which it begins",
    }),
  })
  .readonly();

/** Its JSON form has the ids as pairs, so that an id may be any text. */
export const pageMapSchema = z
  .strictObject({
    pages: z.array(mappedPageSchema).readonly(),
    pageOfId: z
      .codec(z.array(z.tuple([z.string(), pageIndex])), z.map(z.string(), pageIndex), {
        decode: (pairs) => new Map(pairs),
        encode: (pages) => [...pages],
      })
      .readonly()
      .meta({
        description:
          "ids of the source below `body`, in its order, each with the index of the page on which its element begins. What is hidden, stands in the margins alone or is fixed to every page is on none",
      }),
  })
  .readonly();

export type PageMap = z.output<typeof pageMapSchema>;
export type MappedPage = PageMap["pages"][number];

/** Reads the pages as they were proved, before anything is made of them. */
export function readPageStarts({ proof }: PaginatedDocument): Promise<PageStarts> {
  return proof.proof.call("readPageStarts");
}

/**
 * @param labels one a page, as `pageLabels` gives them.
 * @throws RangeError where they are not as many as the pages.
 */
export function pageMap({ pages, pageOfId }: PageStarts, labels: readonly string[]): PageMap {
  if (labels.length !== pages.length) {
    throw new RangeError(`${pages.length} pages have ${labels.length} labels`);
  }
  return {
    pages: pages.map((page, index) => ({ index, label: labels[index] ?? "", ...page })),
    pageOfId: new Map(pageOfId),
  };
}
