/**
 * A caption in a list of figures or of tables, where it is itself a link: without links and notes, with
 * references and citations as their words. Input: whose caption it is, and the language of the list;
 * output: elements.
 */
import { h, type ComponentChildren } from "preact";
import { textOfPhrases } from "../../../citations/phrases.ts";
import { isSameLanguage } from "../../../languages/find-by-language.ts";
import type { CitationPlaces } from "../citations/citation-places.ts";
import { textElements, type PictureElement } from "../text-elements.ts";
import type { NumberedThing } from "./gather-numbered.ts";
import type { Targets } from "./numbered-things.ts";
import { showReferences } from "./show-references.tsx";

/** What captions are shown with; see `Rendering`. */
export interface CaptionsWith {
  readonly picture: PictureElement;
  readonly targets: Targets;
  /** Languages of the content files. */
  readonly langs: ReadonlyMap<string, string>;
  readonly citations: CitationPlaces | undefined;
}

export function showCaption(
  { caption, file }: NumberedThing,
  aroundLang: string,
  { picture, targets, langs, citations }: CaptionsWith,
): ComponentChildren {
  const lang = langs.get(file) ?? aroundLang;
  const plain = { lang, picture, withoutLinks: true };
  const shown = textElements(caption, {
    ...plain,
    references: showReferences({
      ...{ targets, lang, hasPages: false, withoutLinks: true },
      title: (html) => textElements(html, plain),
    }),
    citations: citations && {
      call: (number) => textOfPhrases(citations.publication.byFile.get(file)?.[number] ?? []),
      list: () => h("ul", {}),
    },
  });
  return isSameLanguage(lang, aroundLang) ? shown : h("span", { lang }, shown);
}
