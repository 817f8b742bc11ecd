/**
 * Notes of a text as an edition shows them: in a list at the end of the text, with links in both
 * directions, or each at the foot of the page on which it is called. Input: the file's slug, its
 * language, and the level of a heading in its text; output: elements.
 */
import type { ComponentChild, JSX } from "preact";
import { directionOf } from "../../../languages/direction.ts";
import type { Direction } from "../../../languages/language.ts";
import type { PublicationFields } from "../../../publication/schemas/publication-schema.ts";
import { langOf, wordsFor } from "../../../theme/words.ts";
import { BackArrow } from "../../components/back-arrow.tsx";

/** A list on screens, a list at the end of a text on paper, or the foot of pages. */
export type NotePlacement = "list" | "end" | "foot";

/**
 * @param isPaged whether the edition has pages; there is no foot to stand at where it has none.
 * @param wanted what publication.yaml says of notes in print.
 */
export function placementOf(isPaged: boolean, wanted: PublicationFields["notes"]): NotePlacement {
  if (!isPaged) return "list";
  return wanted === "end-of-text" ? "end" : "foot";
}

/** A note's paragraphs, rendered. */
export type NoteParagraphs = readonly (readonly ComponentChild[])[];

export interface ShownNotes {
  /**
   * @param number from 1.
   * @param again how many calls of the same note come before this one.
   */
  readonly call: (number: number, again: number, text: NoteParagraphs) => JSX.Element;
  /** Undefined where notes stand elsewhere. */
  readonly list: (notes: ReadonlyMap<number, NoteParagraphs>) => JSX.Element | undefined;
}

export interface NotesOf {
  readonly slug: string;
  readonly lang: string;
  /** That of the document: notes at the foot of pages stand in none of its texts. */
  readonly publicationLang: string;
  readonly headingLevel: 3 | 4;
}

export function showNotes(placement: NotePlacement, of: NotesOf): ShownNotes {
  return placement !== "foot"
    ? {
        call: (number, again) => callOf(number, again, of),
        list: (notes) => listOf(notes, placement, of),
      }
    : {
        // The note may stand on an earlier page: the number says which it is, and leads nowhere.
        call: (number, again, text) =>
          again === 0 ? footNote(number, text, of) : <sup class="note-call">{number}</sup>,
        list: () => undefined,
      };
}

function idOf(number: number, { slug }: NotesOf): string {
  return `${slug}-note-${number}`;
}

function callOf(number: number, again: number, of: NotesOf): JSX.Element {
  const id = `${idOf(number, of)}-call${again === 0 ? "" : `-${again + 1}`}`;
  const words = wordsFor(of.lang);
  return (
    <sup class="note-call">
      <a
        id={id}
        href={`#${idOf(number, of)}`}
        role="doc-noteref"
        aria-label={words.note(number)}
        lang={langOf(words, of.lang)}
      >
        {number}
      </a>
    </sup>
  );
}

function listOf(
  notes: ReadonlyMap<number, NoteParagraphs>,
  placement: "list" | "end",
  of: NotesOf,
): JSX.Element {
  const Heading = `h${of.headingLevel}` as const;
  const words = wordsFor(of.lang);
  return (
    // On screens no landmark: each text may have one, and all would have the same name. In PDFs there are
    // none, and the role says what the items are.
    <section class="notes" role={placement === "end" ? "doc-endnotes" : undefined}>
      <Heading lang={langOf(words, of.lang)}>{words.notes}</Heading>
      <ol>
        {[...notes].map(([number, paragraphs]) => (
          <li key={number} id={idOf(number, of)}>
            {paragraphs.map((paragraph, index) => (
              <p key={index}>
                {paragraph}
                {index === paragraphs.length - 1 ? <WayBack number={number} of={of} /> : null}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function WayBack({ number, of }: { readonly number: number; readonly of: NotesOf }): JSX.Element {
  const words = wordsFor(of.lang);
  return (
    <>
      {" "}
      <a
        class="way-back"
        href={`#${idOf(number, of)}-call`}
        role="doc-backlink"
        aria-label={words.backToText(number)}
        lang={langOf(words, of.lang)}
      >
        <BackArrow />
      </a>
    </>
  );
}

/** Undefined where it is the document's. */
function directionAt({ lang, publicationLang }: NotesOf): Direction | undefined {
  const own = directionOf(lang);
  return own === directionOf(publicationLang) ? undefined : own;
}

/** A paragraph of HTML cannot stand in another: those of a note are told by their role. */
function footNote(number: number, paragraphs: NoteParagraphs, of: NotesOf): JSX.Element {
  const [only, ...others] = paragraphs;
  return (
    <span class="note" id={idOf(number, of)} dir={directionAt(of)}>
      {others.length === 0
        ? only
        : paragraphs.map((paragraph, index) => (
            <span key={index} class="note-paragraph" role="paragraph">
              {paragraph}
            </span>
          ))}
    </span>
  );
}
