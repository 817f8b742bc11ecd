/**
 * The print source of an edition that is laid out in pages, unsplit: a cover, the lead, the contents,
 * the parts as the web edition has them, a colophon unless the publisher wants none. One that is
 * bound as a brochure has a back cover as well, the colophon inside it, and endpapers as the last
 * sheet needs them. Pages, running headers and folios are the stylesheet's and Paged.js's.
 */
import type { JSX } from "preact";
import { KINDS } from "../editions/kinds.ts";
import type { PageMeasures } from "../editions/paged/page-measures.ts";
import type { PagedEdition } from "../publication/publication.ts";
import { BackCover } from "./components/back-cover.tsx";
import { Colophon } from "./components/colophon.tsx";
import { Contents } from "./components/contents.tsx";
import { Endpapers } from "./components/endpapers.tsx";
import { LeadPage } from "./components/lead-page.tsx";
import { Part } from "./components/part.tsx";
import { PrintCover } from "./components/print-cover.tsx";
import { PrintDocument } from "./components/print-document.tsx";
import type { RenderedPublication } from "./rendered-publication.ts";
import { wordsFor } from "./words.ts";

interface PrintPageProps {
  readonly publication: RenderedPublication;
  readonly stylesheet: string;
  readonly measures: PageMeasures;
  /** Names of the edition's font families. */
  readonly families: readonly string[];
  readonly kind: PagedEdition["kind"];
}

export function PrintPage({
  publication,
  stylesheet,
  measures,
  families,
  kind,
}: PrintPageProps): JSX.Element {
  const words = wordsFor(publication.lang);
  const { isBound } = KINDS[kind].pages;
  return (
    <PrintDocument publication={publication} stylesheet={stylesheet} measures={measures}>
      <PrintCover publication={publication} />
      <LeadPage publication={publication} />
      <Contents publication={publication} words={words} />
      <main>
        {publication.parts.map((part) => (
          <Part key={part.slug} part={part} words={words} />
        ))}
      </main>
      {isBound ? <Endpapers publication={publication} /> : null}
      <Colophon publication={publication} families={families} kind={kind} words={words} />
      {isBound ? <BackCover publication={publication} /> : null}
    </PrintDocument>
  );
}
