/**
 * Citations of one text in Markdown, with the sources and the small style of tests/fixtures/citations.
 * Input: the text; output: its citations as pages have them.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { placeWords } from "../../src/citations/locators.ts";
import { processCitations } from "../../src/citations/processor.ts";
import { readBibtex } from "../../src/citations/read-bibtex.ts";
import { readText } from "../../src/publication/texts/read-text.ts";
import {
  placesOfCitations,
  type CitationPlaces,
} from "../../src/web/text/citations/citation-places.ts";

const FOLDER = path.join(import.meta.dirname, "../fixtures/citations");

export async function citeText(source: string, slug: string): Promise<CitationPlaces | undefined> {
  const file = `${slug}.md`;
  const { citations } = await readText(source, { file, line: 1 }, FOLDER);
  if (citations.length === 0) return undefined;
  const { sources } = await readBibtex(readFileSync(path.join(FOLDER, "references.bib"), "utf8"));
  const cited = new Set(citations.flatMap(({ citation }) => citation.cites.map(({ key }) => key)));
  const output = await processCitations({
    citations: citations.map(({ citation }) => citation),
    sources: new Map(
      sources.filter(({ item }) => cited.has(item.id)).map(({ item }) => [item.id, item]),
    ),
    ...{ uncited: [], locale: "en-US", words: placeWords(["en-US"]) },
    style: readFileSync(path.join(FOLDER, "small.csl"), "utf8"),
  });
  const content = { slug, file, body: source, bodyLine: 1, fields: { title: "A text" }, after: [] };
  return placesOfCitations({
    chapters: [{ kind: "chapter", ...content }],
    citations: { byFile: new Map([[file, output.citations]]), sources: output.sources },
  });
}
