/**
 * A long document as the parts in which it is laid out and printed. Input: parts, in the order of pages;
 * output: the document.
 */
import type { SettledDocument } from "../../accessible/prepare.ts";
import type { UsedFont } from "../../fonts/font-origins.ts";
import type { PageStarts } from "../../paginate/in-page/proof/read-page-starts.ts";
import type { PreparedSource } from "../../paginate/in-page/page-snapshots.ts";
import type { PrintSource } from "../../paginate/paginated-document.ts";
import { mayHaveScripts } from "../../paginate/proof-world.ts";
import { joinPdfs } from "../../pdf/objects/join-pdfs.ts";
import type { OwnPdf } from "../../pdf/objects/own-pdf.ts";
import { joinPrinted } from "../../accessible/printed/join-printed.ts";

/** As reports have them, with their tags; how many pages a document has, only its layout shows. */
const CHARACTERS_A_PAGE = 2_400;

/** Shorter documents are held whole: they would take longer in parts, as all of the source is read for each. */
const LONG_PAGES = 600;

/** For the same reason there are few parts, but what one takes has to fit into memory. */
const FEW_PARTS = 4;
const MOST_PART_PAGES = 400;

/**
 * How many pages a part has at least where a document is laid out in parts, by what is known before; undefined
 * where it is laid out whole. A script may build another document each time that it is opened.
 */
export function partPagesOf({ html }: PrintSource): number | undefined {
  const pages = html.length / CHARACTERS_A_PAGE;
  if (pages < LONG_PAGES || mayHaveScripts(html)) return undefined;
  return Math.min(Math.round(pages / FEW_PARTS), MOST_PART_PAGES);
}

/** A part as it was printed; the whole where there is one. */
export interface PrintedPart {
  readonly raw: OwnPdf;
  readonly settled: SettledDocument;
  /** By its own pages. */
  readonly starts: PageStarts;
  readonly fonts: readonly UsedFont[];
  readonly source: PreparedSource;
}

/** @throws RangeError where there is none. */
export function joinParts(parts: readonly PrintedPart[]): PrintedPart {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError("there are no parts to join");
  if (others.length === 0) return first;
  const settled = parts.map((part) => part.settled);
  return {
    raw: joinPdfs(parts.map(({ raw }) => raw)),
    settled: {
      ...first.settled,
      printed: joinPrinted(settled.map(({ printed }) => printed)),
      sheets: settled.flatMap(({ sheets }) => sheets),
    },
    starts: joinStarts(parts.map(({ starts }) => starts)),
    fonts: joinFonts(parts.flatMap(({ fonts }) => fonts)),
    source: first.source,
  };
}

function joinStarts(parts: readonly PageStarts[]): PageStarts {
  const pages: PageStarts["pages"][number][] = [];
  const pageOfId = new Map<string, number>();
  for (const part of parts) {
    for (const [id, page] of part.pageOfId) {
      if (!pageOfId.has(id)) pageOfId.set(id, pages.length + page);
    }
    pages.push(...part.pages);
  }
  return { pages, pageOfId: [...pageOfId] };
}

function joinFonts(fonts: readonly UsedFont[]): readonly UsedFont[] {
  const byName = new Map(fonts.map((font) => [font.name, font]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
