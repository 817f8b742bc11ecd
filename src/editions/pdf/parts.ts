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

/** What a part has at least: all of the source is read for each. */
export const PART_PAGES = 400;

/** Of about a thousand pages: less is held whole, and read once. */
const LONG_CHARACTERS = 2_400_000;

/**
 * Whether a document is laid out in parts, by what is known before. A script may build another document each
 * time that it is opened.
 */
export function isLong({ html }: PrintSource): boolean {
  return html.length > LONG_CHARACTERS && !mayHaveScripts(html);
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
