/**
 * A caption in a list of figures or of tables, where it is itself a link: without links and notes, with
 * references and citations as their words. Input: whose caption it is, and the language of the list;
 * output: elements.
 */
import { h, type ComponentChildren } from "preact";
import { textOfPhrases } from "../../../citations/phrases.ts";
import { isSameLanguage } from "../../../languages/find-by-language.ts";
import type { Rendering } from "../showing-in.ts";
import { textElements } from "../text-elements.ts";
import type { NumberedThing } from "./gather-numbered.ts";
import { showReferences } from "./show-references.tsx";

export function showCaption(
  { caption, file }: NumberedThing,
  aroundLang: string,
  {
    picture,
    targets,
    langs,
    citations,
  }: Pick<Rendering, "picture" | "targets" | "langs" | "citations">,
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
