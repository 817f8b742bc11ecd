/** What every print source has round its pages: language, title, stylesheet, and the page's measures. */
import type { ComponentChildren, JSX } from "preact";
import { RawText } from "../../document/raw-text.tsx";
import type { PageMeasures } from "../../editions/paged/page-measures.ts";
import type { RenderedPublication } from "../../theme/rendered.ts";
import { DescriptionMetadata } from "./description-metadata.tsx";

export function PrintDocument({
  publication,
  stylesheet,
  measures,
  children,
}: {
  readonly publication: RenderedPublication;
  readonly stylesheet: string;
  /** The stylesheet meets them as `--page-width`, `--page-height`, `--type-size` and `--bleed`. */
  readonly measures: PageMeasures;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <html lang={publication.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{publication.title}</title>
        <DescriptionMetadata description={publication.description} />
        <link rel="stylesheet" href={stylesheet} />
        <RawText element="style" text={measuresCss(measures)} />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** A page for wide tables lies on its side. Lengths, since Paged.js tells elements the size of their page and the root that of no page. */
function measuresCss({ widthMm, heightMm, typeSizePt, bleedMm }: PageMeasures): string {
  const bleed = bleedMm === 0 ? "" : ` bleed: ${bleedMm}mm;`;
  const tokens = {
    "page-width": `${widthMm}mm`,
    "page-height": `${heightMm}mm`,
    "type-size": `${typeSizePt}pt`,
    bleed: `${bleedMm}mm`,
  };
  const declarations = Object.entries(tokens).map(([name, value]) => `--${name}: ${value};`);
  return `@page { size: ${widthMm}mm ${heightMm}mm;${bleed} } @page wide { size: ${heightMm}mm ${widthMm}mm;${bleed} } :root { ${declarations.join(" ")} }`;
}
