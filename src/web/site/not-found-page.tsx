/**
 * The page that servers show for an address that leads nowhere. It may stand in for an address at
 * any depth, so its own addresses begin at the host where the publication's `url` tells how.
 */
import type { JSX } from "preact";
import type { Publication } from "../../publication/publication.ts";
import { basePathOf } from "../../publication/fields/site-address.ts";
import { wordsFor } from "../../theme/words.ts";
import { SITE_FILES } from "./site-files.ts";

/** Name that static hosts look for. */
export const NOT_FOUND_PAGE = "404.html";

export function NotFoundPage({
  publication,
  stylesheet,
}: {
  readonly publication: Pick<Publication, "title" | "lang" | "url">;
  /** Path of the stylesheet from the web edition's folder. */
  readonly stylesheet: string;
}): JSX.Element {
  const { title, lang, url } = publication;
  const words = wordsFor(lang);
  const base = url === undefined ? "" : basePathOf(url);
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${words.notFound} – ${title}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={`${base}${SITE_FILES.icon}`} type="image/svg+xml" sizes="any" />
        <link rel="stylesheet" href={`${base}${stylesheet}`} />
      </head>
      <body>
        <main class="opening">
          <h1>{words.notFound}</h1>
          <p class="lead" data-no-hyphens>
            {words.notFoundText}{" "}
            <a
              href={base === "" ? "index.html" : base}
              lang={words.lang === lang ? undefined : lang}
            >
              {title}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
