/**
 * The print source of an edition that is laid out in pages: a title page, the imprint, the contents,
 * the chapters, a colophon unless the publisher wants none. One that is bound has a back cover as well,
 * and endpapers as the last sheet needs them.
 */
import type { JSX } from "preact";
import type { PrintPageProps } from "../../../theme/theme.ts";
import { Chapters } from "../../../web/components/chapters.tsx";
import { Colophon } from "../../../web/components/colophon.tsx";
import { Endpapers } from "../../../web/components/endpapers.tsx";
import type { ReportFields } from "../fields.ts";
import { NumberedContents } from "./numbered-contents.tsx";
import { Imprint } from "./imprint.tsx";
import { Title } from "./title.tsx";

export function PrintPage(props: PrintPageProps<ReportFields>): JSX.Element {
  const { publication, isBound } = props;
  return (
    <>
      <Title publication={publication} />
      <Imprint publication={publication} />
      <NumberedContents {...props} />
      <main>
        <Chapters publication={publication} />
      </main>
      <Colophon {...props} />
      {isBound ? (
        <>
          <Endpapers />
          <section class="back-cover" data-no-hyphens>
            <p>{publication.title}</p>
            <p>{publication.publisher}</p>
          </section>
        </>
      ) : null}
    </>
  );
}
