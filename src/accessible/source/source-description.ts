/**
 * What a source says of itself in its head: HTML's own names of metadata, and those of Dublin Core.
 * Input: the source's metadata, untrusted. Output: the document's description. Of several names for
 * one thing the first that says something counts. Pure.
 * @see https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names
 * @see https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
 */
import { dateFault, isDay } from "../../document/calendar-date.ts";
import type { DocumentDescription } from "../../pdf/document/description.ts";
import { collapse } from "./source-names.ts";
import type { SourceTree } from "./source-tree.ts";

export function describeSource({
  metadata,
  licence,
}: Pick<SourceTree, "metadata" | "licence">): DocumentDescription {
  const all = (...names: readonly string[]): readonly string[] | undefined =>
    names
      .map((name) => (metadata[name] ?? []).map(collapse).filter((value) => value !== ""))
      .find((values) => values.length > 0);
  // Where there should be one and are several, browsers' tools show the last.
  const one = (...names: readonly string[]): string | undefined => all(...names)?.at(-1);
  const keywords = one("keywords");
  const dates = all("dcterms.issued", "dcterms.date", "dc.date")?.filter(isXmpDate);
  return {
    authors: all("author", "dcterms.creator", "dc.creator"),
    contributors: all("dcterms.contributor", "dc.contributor"),
    publishers: all("dcterms.publisher", "dc.publisher"),
    description: one("description", "dcterms.description", "dc.description"),
    keywords,
    subjects: all("dcterms.subject", "dc.subject") ?? keywordsIn(keywords),
    dates,
    identifiers: all("dcterms.identifier", "dc.identifier"),
    rights: one("dcterms.rights", "dc.rights", "copyright"),
    licence: webAddress(licence ?? "") ?? webAddress(one("dcterms.license") ?? ""),
  };
}

function keywordsIn(keywords = ""): readonly string[] | undefined {
  const words = keywords.split(",").map(collapse);
  const said = [...new Set(words)].filter((word) => word !== "");
  return said.length === 0 ? undefined : said;
}

const TIME =
  /^T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;

/** XMP takes a date as ISO 8601 writes it, with or without a time, and PDF/A nothing else. */
function isXmpDate(text: string): boolean {
  const [date = "", time] = text.split(/(?=T)/u);
  if (dateFault(date) !== undefined) return false;
  return time === undefined || (isDay(date) && TIME.test(time));
}

function webAddress(text: string): string | undefined {
  const url = URL.parse(text);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
}
