/**
 * The web edition's page: landmarks, skip link, contents, downloads, chapters with ways between them,
 * colophon.
 */
import { Fragment, type JSX } from "preact";
import type { WebPageProps } from "../../../theme/theme.ts";
import { Colophon } from "../../../web/components/colophon.tsx";
import { Contents } from "../../../web/components/contents.tsx";
import { Downloads } from "../../../web/components/downloads.tsx";
import type { VoicesFields } from "../fields.ts";
import { accentOfChapter } from "../accents.ts";
import { Opening } from "./opening.tsx";
import { PartNavigation } from "./part-navigation.tsx";

export function WebPage(props: WebPageProps<VoicesFields>): JSX.Element {
  const { publication, words, fields, downloads } = props;
  const { chapters } = publication;
  return (
    <>
      <a class="skip-link" href="#main">
        {words.skipToContent}
      </a>
      <Opening publication={publication} fields={fields} />
      <div class="columns">
        <div class="side">
          <Contents publication={publication} words={words} accentOf={accentOfChapter} />
          <Downloads downloads={downloads} title={publication.title} words={words} />
        </div>
        <main id="main" tabindex={-1}>
          {chapters.map((chapter, index) => (
            <Fragment key={chapter.slug}>
              {chapter.element}
              <PartNavigation
                chapter={chapter}
                previous={chapters[index - 1]}
                next={chapters[index + 1]}
                words={words}
                lang={publication.lang}
              />
            </Fragment>
          ))}
        </main>
      </div>
      <footer class="site-footer">
        <Colophon {...props} />
        <p class="back-to-contents">
          <a href="#contents">{words.backToContents}</a>
        </p>
      </footer>
    </>
  );
}
