/**
 * The list of a text's abbreviations, which stands at its end: on paper, on a touch screen, with keys
 * alone and with most screen readers nobody meets the title of an `abbr`. Input: the abbreviations of the
 * text; output: an element.
 */
import type { JSX } from "preact";
import { isSameLanguage } from "../../languages/find-by-language.ts";
import { wordsFor } from "../../theme/words.ts";

export interface Abbreviation {
  readonly short: string;
  readonly meaning: string;
  /** Where it is not that of the text. */
  readonly lang: string | undefined;
}

export interface AbbreviationsPlace {
  readonly lang: string;
  readonly headingLevel: 3 | 4;
}

/** In the order of the alphabet, each once; undefined where there are none. */
export function listOfAbbreviations(
  found: readonly Abbreviation[],
  { lang, headingLevel }: AbbreviationsPlace,
): JSX.Element | undefined {
  const once = new Map(found.map((each) => [`${each.short}\n${each.meaning}`, each]));
  if (once.size === 0) return undefined;
  const { compare } = new Intl.Collator(lang);
  const sorted = [...once.values()].sort(
    (a, b) => compare(a.short, b.short) || compare(a.meaning, b.meaning),
  );
  const Heading = `h${headingLevel}` as const;
  const words = wordsFor(lang);
  return (
    // No landmark, as the notes of a text are none.
    <section class="abbreviations">
      <Heading lang={isSameLanguage(words.lang, lang) ? undefined : words.lang}>
        {words.abbreviations}
      </Heading>
      <dl>
        {sorted.map(({ short, meaning, lang: own }) => (
          <>
            <dt lang={own}>{short}</dt>
            <dd lang={own}>{meaning}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
