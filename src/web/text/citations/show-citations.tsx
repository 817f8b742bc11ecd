/**
 * Citations of a text as pages show them: links to the list of sources, which links back to each place.
 * Input: where the publication cites, and the text; output: elements.
 */
import { h, type ComponentChild, type JSX } from "preact";
import { textOfPhrases, type Mark, type Phrase } from "../../../citations/phrases.ts";
import type { ListedSource } from "../../../citations/publication-citations.ts";
import { isSameLanguage } from "../../../languages/find-by-language.ts";
import { SOURCES_ID } from "../../../markdown/blocks/fenced-block.ts";
import { wordsFor } from "../../../theme/words.ts";
import { BackArrow } from "../../components/back-arrow.tsx";
import type { CitationPlace, CitationPlaces } from "./citation-places.ts";

export interface ShownCitations {
  /** @param number in the text, from 0. */
  readonly call: (number: number) => ComponentChild;
  /** @param isHeaded whether there is a heading above the list. */
  readonly list: (isHeaded: boolean) => JSX.Element;
}

/** The text that cites. */
export interface CitingText {
  readonly file: string;
  readonly lang: string;
  readonly headingLevel: 3 | 4;
  /** The language of the publication, in which its sources are listed. */
  readonly listLang: string;
}

export function showCitations(places: CitationPlaces, text: CitingText): ShownCitations {
  return {
    call: (number) => {
      const phrases = places.publication.byFile.get(text.file)?.[number] ?? [];
      const ids = (places.byFile.get(text.file)?.[number] ?? []).map(({ id }) => id);
      const shown = elementsOf(phrases, { places, text, ids: ids.values() });
      return isSameLanguage(text.listLang, text.lang) ? (
        shown
      ) : (
        <span lang={text.listLang}>{shown}</span>
      );
    },
    list: (isHeaded) => <SourceList places={places} text={text} isHeaded={isHeaded} />,
  };
}

interface Showing {
  readonly places: CitationPlaces;
  readonly text: CitingText;
  /** Of the links that come next. */
  readonly ids?: ArrayIterator<string>;
}

function idOfSource(key: string, { publication: { sources } }: CitationPlaces): string {
  return `${SOURCES_ID}-${sources.findIndex((source) => source.key === key) + 1}`;
}

const ELEMENTS: Readonly<Record<Mark, string>> = {
  ...{ i: "i", b: "b", sup: "sup", sub: "sub" },
  ...{ "small-caps": "span", upright: "span", underlined: "u" },
};

function elementsOf(phrases: readonly Phrase[], showing: Showing): readonly ComponentChild[] {
  return phrases.map((phrase): ComponentChild => {
    if (typeof phrase === "string") return phrase;
    switch (phrase.kind) {
      case "mark": {
        const element = ELEMENTS[phrase.mark];
        const isPlain = element === "span";
        return h(
          element,
          isPlain ? { class: phrase.mark } : {},
          elementsOf(phrase.phrases, showing),
        );
      }
      case "address":
        return (
          <a class="address" href={phrase.address}>
            {elementsOf(phrase.phrases, showing)}
          </a>
        );
      case "number":
        return <span class="source-number">{elementsOf(phrase.phrases, showing)} </span>;
      case "source":
        return sourceLink(phrase, showing);
    }
  });
}

type SourcePhrase = Extract<Phrase, { readonly kind: "source" }>;

/** A number is no name: it gets the word for the list that it is from. */
function sourceLink({ key, phrases }: SourcePhrase, showing: Showing): JSX.Element {
  const { places, text, ids } = showing;
  const id = ids?.next().value;
  const printed = textOfPhrases(phrases);
  const { bibliography } = wordsFor(text.listLang);
  return (
    <a
      class="citation"
      id={id}
      href={`#${idOfSource(key, places)}`}
      role="doc-biblioref"
      aria-label={/\p{L}/u.test(printed) ? undefined : `${bibliography} ${printed}`}
    >
      {elementsOf(phrases, showing)}
    </a>
  );
}

function SourceList({
  places,
  text,
  isHeaded,
}: {
  readonly places: CitationPlaces;
  readonly text: CitingText;
  readonly isHeaded: boolean;
}): JSX.Element {
  const { sources } = places.publication;
  const words = wordsFor(text.listLang);
  const Heading = `h${text.headingLevel}` as const;
  const lang = isSameLanguage(words.lang, text.lang) ? undefined : words.lang;
  const listLang = isSameLanguage(text.listLang, text.lang) ? undefined : text.listLang;
  const isNumbered = sources.some(({ phrases }) => phrases.some(isNumber));
  return (
    <section
      id={SOURCES_ID}
      class={`sources ${isNumbered ? "sources-numbered" : "sources-hanging"}`}
      role="doc-bibliography"
      aria-label={words.bibliography}
    >
      {isHeaded ? null : <Heading lang={lang}>{words.bibliography}</Heading>}
      {/* Some browsers take a list without signs for none. */}
      <ul role="list" lang={listLang}>
        {sources.map((source) => (
          <li key={source.key} id={idOfSource(source.key, places)}>
            {elementsOf(source.phrases, { places, text })}
            {(places.ofSource.get(source.key) ?? []).map((place) => (
              <WayBack key={place.id} place={place} lang={text.listLang} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function isNumber(phrase: ListedSource["phrases"][number]): boolean {
  return typeof phrase !== "string" && phrase.kind === "number";
}

function WayBack({
  place: { id, number },
  lang,
}: {
  readonly place: CitationPlace;
  readonly lang: string;
}): JSX.Element {
  const words = wordsFor(lang);
  return (
    <>
      {" "}
      <a
        class="way-back"
        href={`#${id}`}
        role="doc-backlink"
        aria-label={words.backToCitation(number)}
        lang={isSameLanguage(words.lang, lang) ? undefined : words.lang}
      >
        <BackArrow />
      </a>
    </>
  );
}
