/**
 * The print source of a press edition, unsplit, as a brochure is bound: a cover and its inner side,
 * the contents, the parts, endpapers as the last sheet needs them, the colophon inside the back
 * cover, the back cover. Pages are the stylesheet's and Paged.js's.
 */
import type { JSX } from "preact";
import { BackCover } from "./components/back-cover.tsx";
import { Colophon } from "./components/colophon.tsx";
import { Contents } from "./components/contents.tsx";
import { Endpapers } from "./components/endpapers.tsx";
import { LeadPage } from "./components/lead-page.tsx";
import { Part } from "./components/part.tsx";
import { PrintCover } from "./components/print-cover.tsx";
import { PrintDocument } from "./components/print-document.tsx";
import type { PrintPageProps } from "./print-page.tsx";
import { wordsFor } from "./words.ts";

export function PressPage({
  publication,
  stylesheet,
  measures,
  families,
}: PrintPageProps): JSX.Element {
  const words = wordsFor(publication.lang);
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
      <Endpapers publication={publication} />
      <Colophon publication={publication} families={families} words={words} />
      <BackCover publication={publication} />
    </PrintDocument>
  );
}
