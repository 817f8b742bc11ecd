/** What every page of the web edition has round what the theme shows: language, title, styles, metadata. */
import type { ComponentChildren, JSX } from "preact";
import type { RenderedPublication } from "../../theme/rendered.ts";
import { FontPreloads } from "../fonts/font-preloads.tsx";

export function WebDocument({
  publication,
  stylesheet,
  firstFonts,
  metadata,
  children,
}: {
  readonly publication: RenderedPublication;
  /** Path of the stylesheet from the page. */
  readonly stylesheet: string;
  /** Fonts that the page shows first; see `font-preloads.tsx`. */
  readonly firstFonts: readonly string[];
  /** What the head says of the publication; see `metadata.tsx`. */
  readonly metadata: JSX.Element;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <html lang={publication.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{publication.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <FontPreloads fonts={firstFonts} />
        <link rel="stylesheet" href={stylesheet} />
        {metadata}
      </head>
      <body>{children}</body>
    </html>
  );
}
