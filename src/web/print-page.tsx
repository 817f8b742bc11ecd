/**
 * The print source of a PDF edition: the same components as the web edition, unsplit. Pages,
 * running headers and folios are the stylesheet's and Paged.js's.
 */
import type { JSX } from "preact";
import { Contents } from "./components/contents.tsx";
import { Opening } from "./components/opening.tsx";
import { Part } from "./components/part.tsx";
import type { RenderedPublication } from "./rendered-publication.ts";
import { wordsFor } from "./words.ts";

export function PrintPage({
  publication,
  stylesheet,
  format,
}: {
  readonly publication: RenderedPublication;
  readonly stylesheet: string;
  /** Size of the page as CSS names it. */
  readonly format: string;
}): JSX.Element {
  const words = wordsFor(publication.lang);
  return (
    <html lang={publication.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{publication.title}</title>
        <meta name="author" content={publication.publisher} />
        <link rel="stylesheet" href={stylesheet} />
        <style dangerouslySetInnerHTML={{ __html: `@page { size: ${format} }` }} />
      </head>
      <body>
        <section class="cover">
          <Opening publication={publication} />
        </section>
        <Contents publication={publication} words={words} />
        <main>
          {publication.parts.map((part) => (
            <Part key={part.slug} part={part} words={words} />
          ))}
        </main>
      </body>
    </html>
  );
}
