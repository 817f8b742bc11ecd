/** The web edition's page: skip link, title, contents, downloads, chapters, imprint and colophon. */
import type { JSX } from "preact";
import type { WebPageProps } from "../../../theme/theme.ts";
import { langOf } from "../../../theme/words.ts";
import { Chapters } from "../../../web/components/chapters.tsx";
import { Colophon } from "../../../web/components/colophon.tsx";
import { Downloads } from "../../../web/components/downloads.tsx";
import { Translations } from "../../../web/components/translations.tsx";
import type { ReportFields } from "../fields.ts";
import { NumberedContents } from "./numbered-contents.tsx";
import { Imprint } from "./imprint.tsx";
import { Title } from "./title.tsx";

export function WebPage(props: WebPageProps<ReportFields>): JSX.Element {
  const { publication, words, downloads } = props;
  const wordsLang = langOf(words, publication.lang);
  return (
    <>
      <a class="skip-link" href="#main" lang={wordsLang}>
        {words.skipToContent}
      </a>
      <Title publication={publication} />
      <Translations publication={publication} words={words} />
      <div class="columns">
        <div class="side">
          <NumberedContents {...props} />
          <Downloads downloads={downloads} publication={publication} words={words} />
        </div>
        <main id="main" tabindex={-1}>
          <Chapters publication={publication} />
        </main>
      </div>
      <footer class="site-footer">
        <Imprint publication={publication} />
        <Colophon {...props} />
        <p class="back-to-contents">
          <a href="#contents" lang={wordsLang}>
            {words.backToContents}
          </a>
        </p>
      </footer>
    </>
  );
}
