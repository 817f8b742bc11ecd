/**
 * The print source of a PDF edition, unsplit: a cover, the lead, the contents, the parts as the web
 * edition has them, a colophon. Pages, running headers and folios are the stylesheet's and
 * Paged.js's.
 */
import type { JSX } from "preact";
import { Colophon } from "./components/colophon.tsx";
import { Contents } from "./components/contents.tsx";
import { Part } from "./components/part.tsx";
import { PrintCover } from "./components/print-cover.tsx";
import type { RenderedPublication } from "./rendered-publication.ts";
import { wordsFor } from "./words.ts";

export function PrintPage({
  publication,
  stylesheet,
  format,
  typeSizePt,
}: {
  readonly publication: RenderedPublication;
  readonly stylesheet: string;
  /** Size of the page as CSS names it. */
  readonly format: string;
  /** Size of running text, from which the stylesheet takes all others. */
  readonly typeSizePt: number;
}): JSX.Element {
  const words = wordsFor(publication.lang);
  return (
    <html lang={publication.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{publication.title}</title>
        <meta name="author" content={publication.publisher} />
        <link rel="stylesheet" href={stylesheet} />
        <style
          dangerouslySetInnerHTML={{
            __html: `@page { size: ${format} } :root { --type-size: ${typeSizePt}pt }`,
          }}
        />
      </head>
      <body>
        <PrintCover publication={publication} />
        <section class="lead-page" data-no-hyphens>
          <p class="lead" dangerouslySetInnerHTML={{ __html: publication.leadHtml }} />
        </section>
        <Contents publication={publication} words={words} />
        <main>
          {publication.parts.map((part) => (
            <Part key={part.slug} part={part} words={words} />
          ))}
        </main>
        <Colophon publication={publication} words={words} />
      </body>
    </html>
  );
}
