/**
 * The words that the pipeline itself writes into an edition: what every language must be able to say.
 * Types only; each language's words are in its file.
 */
import type { ComponentChildren } from "preact";
import type { ColophonJudges } from "../editions/colophon-judges.ts";

/** What a colophon tells of. */
export interface ColophonFacts {
  readonly title: string;
  readonly publisher: string;
  /** Names of the edition's font families. */
  readonly families: readonly string[];
  /** The judges that the edition must pass. */
  readonly judges: ColophonJudges;
}

/** What words of an interface name: ways through an edition, and what it is. */
interface InterfaceWords {
  readonly skipToContent: string;
  readonly contents: string;
  readonly downloads: string;
  /** Names the links to the publication in other languages. */
  readonly otherLanguages: string;
  readonly backToContents: string;
  /** Heading and text of the page for addresses that lead nowhere. */
  readonly notFound: string;
  readonly notFoundText: string;
  readonly colophonTitle: string;
  /** How the publication is made and judged: one string a paragraph. */
  readonly colophon: (facts: ColophonFacts) => readonly string[];
  /** The arguments may have elements in them, such as words of another language. */
  readonly previousPart: (title: ComponentChildren) => ComponentChildren;
  readonly nextPart: (title: ComponentChildren) => ComponentChildren;
  readonly pages: (count: number) => string;
  readonly size: (bytes: number) => string;
  /** Quotation marks come with their inner spaces. */
  readonly openQuote: string;
  readonly closeQuote: string;
  /** Name of a language, e.g. `fr` → “français”. */
  readonly languageName: (tag: string) => string;
}

/** `3`, or what a number is made of where it is not one: `2.3`, `A`. */
export type LabelNumber = number | string;

/** What a numbered thing is called; a line never ends between the word and the number. */
export type Label = (number: LabelNumber) => string;

/** Labels of numbered things, and what refers to them. */
interface LabelWords {
  readonly figure: Label;
  readonly table: Label;
  /** What a table without a number and a caption is called. */
  readonly unnumberedTable: string;
  readonly equation: Label;
  readonly section: Label;
  readonly chapter: Label;
  readonly part: Label;
  readonly appendix: Label;
  /** A label with the sign that parts it from the caption after it: `Figure 3.` */
  readonly beforeCaption: (label: string) => string;
  /** As in a sentence: `page 12`. */
  readonly page: Label;
  /** Where there is little room: `p. 12`. */
  readonly shortPage: Label;
  /** A label, and on which page what it names is: `Figure 3, page 12`. */
  readonly onPage: (label: string, page: LabelNumber) => string;
  readonly note: Label;
  /** What the link from a note back to its place in the text is called. */
  readonly backToText: Label;
  /** What the link from a source back to a place that cites it is called. */
  readonly backToCitation: Label;
}

/** Headings of lists that are made and not written, and what stands in them. */
interface ListWords {
  readonly notes: string;
  readonly listOfFigures: string;
  readonly listOfTables: string;
  readonly bibliography: string;
  readonly glossary: string;
  readonly index: string;
  /** In an index: what it is found under, and where there is more. The argument may have elements in it. */
  readonly see: (target: ComponentChildren) => ComponentChildren;
  readonly seeAlso: (target: ComponentChildren) => ComponentChildren;
  readonly abbreviations: string;
}

/** The kinds of call-outs that GitHub's Markdown has. */
export type AlertKind = "note" | "tip" | "important" | "warning" | "caution";

/** What stands beside a text. */
interface TextWords {
  readonly alerts: Readonly<Record<AlertKind, string>>;
  /** What an item of a list of tasks is. */
  readonly tasks: { readonly done: string; readonly toDo: string };
  /** What a block of code is. */
  readonly code: string;
  /** Where something was taken from; the argument may have elements in it. */
  readonly source: (source: ComponentChildren) => ComponentChildren;
}

/** Values as the language writes them. */
interface ValueWords {
  /** `1st`, `1er`, `1.`. */
  readonly ordinal: (value: number) => string;
  /** Between what stands beside each other: numbers of pages, or a publisher and a date. */
  readonly separator: string;
  /** Names as a sentence has them: `Ana, Maria and Rui`. */
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
  /** @param date a day, a month or a year in ISO 8601. */
  readonly date: (date: string) => string;
}

/** What the pipeline can say. */
export interface Words extends InterfaceWords, LabelWords, ListWords, TextWords, ValueWords {
  /** The language that these words are in. */
  readonly lang: string;
}
