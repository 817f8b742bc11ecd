/**
 * The print source of an edition that is laid out in pages, unsplit: a cover, the lead, the contents,
 * the chapters as the web edition has them, a colophon unless the publisher wants none. One that is
 * bound as a brochure has a back cover as well, the colophon inside it, and endpapers as the last
 * sheet needs them. Pages, running headers and folios are the stylesheet's and Paged.js's.
 */
import type { JSX } from "preact";
import type { PrintPageProps } from "../../../theme/theme.ts";
import { Chapters } from "../../../web/components/chapters.tsx";
import { Colophon } from "../../../web/components/colophon.tsx";
import { Contents } from "../../../web/components/contents.tsx";
import { Endpapers } from "../../../web/components/endpapers.tsx";
import type { VoicesFields } from "../fields.ts";
import { accentOfChapter, accentsOf } from "../accents.ts";
import { BackCover } from "./back-cover.tsx";
import { Cover } from "./cover.tsx";
import { LeadPage } from "./lead-page.tsx";

export function PrintPage(props: PrintPageProps<VoicesFields>): JSX.Element {
  const { publication, words, fields, isBound } = props;
  return (
    <>
      <Cover publication={publication} fields={fields} />
      <LeadPage publication={publication} />
      <Contents publication={publication} words={words} accentOf={accentOfChapter} />
      <main>
        <Chapters publication={publication} />
      </main>
      {isBound ? <Endpapers accents={accentsOf(publication)} /> : null}
      <Colophon {...props} />
      {isBound ? <BackCover publication={publication} fields={fields} /> : null}
    </>
  );
}
