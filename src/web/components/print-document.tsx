/** What every print source has round its pages: language, title, stylesheet, and the page's measures. */
import type { ComponentChildren, JSX } from "preact";
import type { RenderedPublication } from "../rendered-publication.ts";

export interface PageMeasures {
  /** Size of the page as CSS writes it: a name, or two lengths. */
  readonly size: string;
  /** Size of running text, from which the stylesheet takes all others. */
  readonly typeSizePt: number;
  /** How far colour goes beyond the page; the stylesheet meets it as `--bleed`. */
  readonly bleedMm?: number | undefined;
}

export function PrintDocument({
  publication,
  stylesheet,
  measures,
  children,
}: {
  readonly publication: RenderedPublication;
  readonly stylesheet: string;
  readonly measures: PageMeasures;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <html lang={publication.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{publication.title}</title>
        <meta name="author" content={publication.publisher} />
        <link rel="stylesheet" href={stylesheet} />
        <style dangerouslySetInnerHTML={{ __html: measuresCss(measures) }} />
      </head>
      <body>{children}</body>
    </html>
  );
}

function measuresCss({ size, typeSizePt, bleedMm }: PageMeasures): string {
  const bleed = bleedMm === undefined ? "" : ` bleed: ${bleedMm}mm;`;
  const bleedToken = bleedMm === undefined ? "" : ` --bleed: ${bleedMm}mm;`;
  return `@page { size: ${size};${bleed} } :root { --type-size: ${typeSizePt}pt;${bleedToken} }`;
}
