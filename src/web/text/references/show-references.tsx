/**
 * References and the labels that they name, as an edition shows them: `Figure 3` where a figure is
 * referred to and before its caption. Input: what references lead to, the language of the text, and
 * whether the edition has pages; output: elements.
 */
import type { ComponentChildren, JSX } from "preact";
import type { CrossReference } from "../../../markdown/references/cross-references.ts";
import type { NumberedKind } from "../../../markdown/references/numbered.ts";
import { langOf, wordsFor } from "../../../theme/words.ts";
import type { Words } from "../../../languages/words.ts";
import type { Target, Targets } from "./numbered-things.ts";

/** How a text shows references, and what others refer to. */
export interface ShownReferences {
  readonly reference: (reference: CrossReference) => ComponentChildren;
  /** What stands before the caption of a figure or a table, and after a formula. */
  readonly label: (kind: NumberedKind, id: string) => JSX.Element | undefined;
}

export interface ReferencesOf {
  readonly targets: Targets;
  /** Language of the text. */
  readonly lang: string;
  /** Whether pages are named where an author asks for it. */
  readonly hasPages: boolean;
  /** References are their words alone, where the text is itself in a link. */
  readonly withoutLinks?: boolean;
  /**
   * Shows the title of a section, which may be in another language.
   * @param html what stands in its heading.
   */
  readonly title: (html: string, file: string) => ComponentChildren;
}

export function showReferences(of: ReferencesOf): ShownReferences {
  const words = wordsFor(of.lang);
  const wordsLang = langOf(words, of.lang);
  return {
    reference: (reference) => {
      const target = of.targets.get(reference.id);
      // There is none only where nobody has looked for faults.
      if (target === undefined) return `@${reference.id}`;
      if (of.withoutLinks === true) {
        return <span lang={wordsLang}>{nameOf(target, reference, words, of)}</span>;
      }
      const pages = reference.hasPage && of.hasPages ? wordsOfPage(words) : {};
      return (
        <a class="reference" href={`#${reference.id}`} lang={wordsLang} {...pages}>
          {nameOf(target, reference, words, of)}
        </a>
      );
    },
    label: (kind, id) => {
      const target = of.targets.get(id);
      if (target === undefined || target.kind === "section") return undefined;
      const { number } = target;
      return kind === "equation" ? (
        <span class="equation-number">{`(${number})`}</span>
      ) : (
        <span class="caption-label" lang={wordsLang}>
          {words.beforeCaption(words[kind](number))}
        </span>
      );
    },
  };
}

function nameOf(
  target: Target,
  { word }: CrossReference,
  words: Words,
  { title }: ReferencesOf,
): ComponentChildren {
  if (target.kind !== "section") {
    const { kind, number } = target;
    if (word === undefined) return words[kind](number);
    // The word and the number stay on one line.
    return word === "" ? String(number) : `${word}\u00A0${number}`;
  }
  const shown = [words.openQuote, title(target.title, target.file), words.closeQuote];
  return word === undefined || word === "" ? shown : [word, " ", ...shown];
}

/** The styles write the page between them. */
function wordsOfPage({ onPage }: Words): Readonly<Record<string, string>> {
  const [before = "", after = ""] = onPage("", PAGE).split(PAGE);
  return { "data-before-page": before, "data-after-page": after };
}

/** Stands for a number that is not known yet. */
const PAGE = "\uFFFC";
