/** The web edition's page: skip link, title, contents, downloads, chapters, imprint and colophon. */
import type { JSX } from "preact";
import type { WebPageProps } from "../../../theme/theme.ts";
import { Chapters } from "../../../web/components/chapters.tsx";
import { Colophon } from "../../../web/components/colophon.tsx";
import { Downloads } from "../../../web/components/downloads.tsx";
import type { ReportFields } from "../fields.ts";
import { NumberedContents } from "./numbered-contents.tsx";
import { Imprint } from "./imprint.tsx";
import { Title } from "./title.tsx";

export function WebPage(props: WebPageProps<ReportFields>): JSX.Element {
  const { publication, words, downloads } = props;
  return (
    <>
      <a class="skip-link" href="#main">
        {words.skipToContent}
      </a>
      <Title publication={publication} />
      <div class="columns">
        <div class="side">
          <NumberedContents {...props} />
          <Downloads downloads={downloads} title={publication.title} words={words} />
        </div>
        <main id="main" tabindex={-1}>
          <Chapters publication={publication} />
        </main>
      </div>
      <footer class="site-footer">
        <Imprint publication={publication} />
        <Colophon {...props} />
        <p class="back-to-contents">
          <a href="#contents">{words.backToContents}</a>
        </p>
      </footer>
    </>
  );
}
