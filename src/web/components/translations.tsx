/** Links to the publication in other languages, each by the language's own name, with its title there. */
import type { JSX } from "preact";
import type { RenderedPublication, RenderedTranslation } from "../../theme/rendered.ts";
import { langOf, type Words } from "../../theme/words.ts";

export function Translations({
  publication: { lang, translations },
  words,
}: {
  readonly publication: Pick<RenderedPublication, "lang" | "translations">;
  readonly words: Words;
}): JSX.Element | null {
  if (translations.length === 0) return null;
  return (
    <nav class="translations" aria-labelledby="translations-title">
      <p id="translations-title" lang={langOf(words, lang)}>
        {words.otherLanguages}
      </p>
      <ul>
        {translations.map((translation) => (
          <li key={translation.language}>
            <a href={translation.url} hreflang={translation.language} lang={translation.language}>
              <LanguageName of={translation} words={words} />
              {translation.title === undefined ? null : (
                <>
                  {" "}
                  <span class="title">{translation.title}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where its own name cannot be shown, a language is named in the words of the page. */
function LanguageName({
  of: { language, ownName },
  words,
}: {
  readonly of: RenderedTranslation;
  readonly words: Words;
}): JSX.Element {
  return (
    <span class="language" lang={ownName === undefined ? langOf(words, language) : undefined}>
      {ownName ?? words.languageName(language)}
    </span>
  );
}
