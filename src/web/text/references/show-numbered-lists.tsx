/**
 * The list of figures and the list of tables as an edition shows them: for each its label and its caption,
 * in a link to it. On paper the styles add the number of its page, as they do in the contents. Input:
 * figures and tables of the edition, and the text in which the list stands; output: elements.
 */
import type { ComponentChildren, JSX } from "preact";
import { NUMBERED_LISTS, type ListedKind } from "../../../markdown/references/numbered-lists.ts";
import { langOf, wordsFor } from "../../../theme/words.ts";
import type { NumberedThing } from "./gather-numbered.ts";
import type { ShownReferences } from "./show-references.tsx";

/** @param isHeaded whether there is a heading above the list. Undefined where the edition has none of them. */
export type ShownNumberedLists = (kind: ListedKind, isHeaded: boolean) => JSX.Element | undefined;

export interface NumberedListsOf {
  /** Of the file that they stand in. */
  readonly slug: string;
  /** Of the text that they stand in. */
  readonly lang: string;
  readonly headingLevel: 3 | 4;
  readonly label: ShownReferences["label"];
  readonly caption: (thing: NumberedThing) => ComponentChildren;
}

export function showNumberedLists(
  things: readonly NumberedThing[],
  of: NumberedListsOf,
): ShownNumberedLists {
  return (kind, isHeaded) => {
    const listed = things.filter((thing) => thing.kind === kind);
    if (listed.length === 0) return undefined;
    const words = wordsFor(of.lang);
    const name = kind === "figure" ? words.listOfFigures : words.listOfTables;
    const wordsLang = langOf(words, of.lang);
    const Heading = `h${of.headingLevel}` as const;
    const { id } = NUMBERED_LISTS[kind];
    return (
      <nav
        class="numbered-list"
        // In a file of this name, links lead to the file.
        id={of.slug === id ? undefined : id}
        aria-label={name}
        lang={wordsLang}
      >
        {isHeaded ? null : <Heading>{name}</Heading>}
        <ol lang={wordsLang && of.lang}>
          {listed.map((thing) => (
            <li key={thing.id}>
              <a href={`#${thing.id}`}>
                {/* One box, beside which the styles put the number of the page. */}
                <span>
                  {of.label(kind, thing.id)} {of.caption(thing)}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
    );
  };
}
