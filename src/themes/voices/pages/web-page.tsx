/**
 * The web edition's page: landmarks, skip link, contents, downloads, chapters with ways between them,
 * colophon.
 */
import type { JSX } from "preact";
import type { RenderedChapter, RenderedPublication } from "../../../theme/rendered.ts";
import type { WebPageProps } from "../../../theme/theme.ts";
import { langOf } from "../../../theme/words.ts";
import { Chapters } from "../../../web/components/chapters.tsx";
import { Colophon } from "../../../web/components/colophon.tsx";
import { Contents } from "../../../web/components/contents.tsx";
import { Downloads } from "../../../web/components/downloads.tsx";
import { Translations } from "../../../web/components/translations.tsx";
import type { VoicesFields } from "../fields.ts";
import { accentOfChapter } from "../accents.ts";
import { Opening } from "./opening.tsx";
import { PartNavigation, type Neighbour } from "./part-navigation.tsx";

export function WebPage(props: WebPageProps<VoicesFields>): JSX.Element {
  const { publication, words, fields, downloads } = props;
  const wordsLang = langOf(words, publication.lang);
  return (
    <>
      <a class="skip-link" href="#main" lang={wordsLang}>
        {words.skipToContent}
      </a>
      <Opening publication={publication} fields={fields} />
      <Translations publication={publication} words={words} />
      <div class="columns">
        <div class="side">
          <Contents publication={publication} words={words} accentOf={accentOfChapter} />
          <Downloads downloads={downloads} publication={publication} words={words} />
        </div>
        <main id="main" tabindex={-1}>
          <Chapters
            publication={publication}
            show={(chapter) => (
              <>
                {chapter.element}
                <PartNavigation
                  chapter={chapter}
                  {...neighboursOf(chapter, publication)}
                  words={words}
                  lang={publication.lang}
                />
              </>
            )}
          />
        </main>
      </div>
      <footer class="site-footer">
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

/** Who goes on from the end of a part meets the title of the next before its first chapter. */
function neighboursOf(
  chapter: RenderedChapter,
  { chapters, groups }: RenderedPublication,
): { readonly previous: Neighbour | undefined; readonly next: Neighbour | undefined } {
  const index = chapters.indexOf(chapter);
  const next = chapters[index + 1];
  const opened = groups.find((group) => group.chapters[0] === next)?.part;
  return { previous: chapters[index - 1], next: opened ?? next };
}
