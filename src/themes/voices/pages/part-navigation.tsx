/** After each chapter of the web edition: a link to its quotation, the chapters before and after. */
import type { JSX } from "preact";
import type { RenderedChapter } from "../../../theme/rendered.ts";
import type { Words } from "../../../theme/words.ts";
import { isVoice } from "../accents.ts";
import { voicesWords } from "../words/words.ts";

/** What a link leads to: a chapter, or a part. */
export type Neighbour = Pick<RenderedChapter, "slug" | "shortTitle">;

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
  return (
    <nav class="part-navigation" aria-labelledby={chapter.titleId}>
      <ul>
        {isVoice(chapter) ? (
          <li class="to-quote">
            <a href={`#${chapter.slug}-quote`}>{voicesWords(lang).linkToQuote(chapter.title)}</a>
          </li>
        ) : null}
        {previous === undefined ? null : (
          <li>
            <a href={`#${previous.slug}`}>{words.previousPart(previous.shortTitle)}</a>
          </li>
        )}
        {next === undefined ? null : (
          <li>
            <a href={`#${next.slug}`}>{words.nextPart(next.shortTitle)}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
