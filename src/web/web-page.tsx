/**
 * The web edition's page: landmarks, skip link, contents, downloads, parts with ways
 * between them, colophon.
 */
import { Fragment, type JSX } from "preact";
import { Colophon } from "./components/colophon.tsx";
import { Contents } from "./components/contents.tsx";
import { Downloads } from "./components/downloads.tsx";
import { Opening } from "./components/opening.tsx";
import { Part } from "./components/part.tsx";
import { PartNavigation } from "./components/part-navigation.tsx";
import type { Download } from "./downloads.ts";
import { FontPreloads } from "./fonts/font-preloads.tsx";
import type { RenderedPublication } from "./rendered-publication.ts";
import { wordsFor } from "./words.ts";

export function WebPage({
  publication,
  downloads,
  stylesheet,
  families,
  metadata,
}: {
  readonly publication: RenderedPublication;
  readonly downloads: readonly Download[];
  /** Path of the stylesheet from the page. */
  readonly stylesheet: string;
  /** Names of the edition's font families. */
  readonly families: readonly string[];
  /** What the head says of the publication; see `components/metadata.tsx`. */
  readonly metadata: JSX.Element;
}): JSX.Element {
  const words = wordsFor(publication.lang);
  const { parts } = publication;
  return (
    <html lang={publication.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{publication.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <FontPreloads />
        <link rel="stylesheet" href={stylesheet} />
        {metadata}
      </head>
      <body>
        <a class="skip-link" href="#main">
          {words.skipToContent}
        </a>
        <Opening publication={publication} />
        <div class="columns">
          <div class="side">
            <Contents publication={publication} words={words} />
            <Downloads downloads={downloads} title={publication.title} words={words} />
          </div>
          <main id="main" tabindex={-1}>
            {parts.map((part, index) => (
              <Fragment key={part.slug}>
                <Part part={part} words={words} />
                <PartNavigation
                  part={part}
                  previous={parts[index - 1]}
                  next={parts[index + 1]}
                  words={words}
                />
              </Fragment>
            ))}
          </main>
        </div>
        <footer class="site-footer">
          <Colophon publication={publication} families={families} kind="web" words={words} />
          <p class="back-to-contents">
            <a href="#contents">{words.backToContents}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}
