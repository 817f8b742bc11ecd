/** After each chapter of the web edition: a link to its quotation, the chapters before and after. */
import type { ComponentChildren, JSX } from "preact";
import type { RenderedChapter } from "../../../theme/rendered.ts";
import { langOf, type Words } from "../../../theme/words.ts";
import { InLanguage } from "../../../web/components/in-language.tsx";
import { isVoice } from "../accents.ts";
import { voicesWords } from "../words/words.ts";

/** What a link leads to: a chapter, or a part. */
export type Neighbour = Pick<RenderedChapter, "slug" | "shortTitle" | "lang">;

/** The navigation has the chapter's own name, so that no two are called the same. */
export function PartNavigation({
  chapter,
  previous,
  next,
  words,
  lang,
}: {
  readonly chapter: RenderedChapter;
  readonly previous: Neighbour | undefined;
  readonly next: Neighbour | undefined;
  readonly words: Words;
  /** The publication's. */
  readonly lang: string;
}): JSX.Element {
  const wordsLang = langOf(words, lang);
  const named = (title: ComponentChildren, of: Pick<Neighbour, "lang">): JSX.Element => (
    <InLanguage lang={of.lang ?? lang} around={words.lang}>
      {title}
    </InLanguage>
  );
  return (
    <nav class="part-navigation" aria-labelledby={chapter.titleId}>
      <ul>
        {isVoice(chapter) ? (
          <li class="to-quote">
            <a href={`#${chapter.slug}-quote`} lang={wordsLang}>
              {voicesWords(lang).linkToQuote(named(chapter.title, chapter))}
            </a>
          </li>
        ) : null}
        {previous === undefined ? null : (
          <li>
            <a href={`#${previous.slug}`} lang={wordsLang}>
              {words.previousPart(named(previous.shortTitle, previous))}
            </a>
          </li>
        )}
        {next === undefined ? null : (
          <li>
            <a href={`#${next.slug}`} lang={wordsLang}>
              {words.nextPart(named(next.shortTitle, next))}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
