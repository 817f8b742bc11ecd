/**
 * What a kind of edition declares of itself, as data: code that has to tell editions apart asks for one
 * of these properties, and for no kind by its name. It is light: nothing here makes or judges. Types
 * only.
 */
import type { Format } from "../markdown/blocks/passages.ts";
import type { ColophonJudges } from "./colophon-judges.ts";

/** What names of files are made of. */
export interface NamedPublication {
  readonly slug: string;
}

/** @typeParam E what publication.yaml says of an edition of the kind, once it is right. */
export interface EditionFacts<E> {
  /** The folders of output/ that its files lie in: builds own them, and nothing else there. */
  readonly folders: readonly string[];
  /** Its file or folder first, then what `check` needs to judge it. Paths in output/, with `/`. */
  readonly files: (publication: NamedPublication, edition: E) => EditionFiles;
  /** The files whose names the publication chooses, which must differ between editions. */
  readonly namedFiles: (option: ReadOption) => readonly NamedFile[];
  /** Files of styles/ that its options name, beside the style sheet. */
  readonly styleFiles: readonly StyleFile[];
  /** The formats that it is of, as passages for some editions name them. */
  readonly formats: readonly Format[];
  /** A publication has one edition of the kind at most. */
  readonly isSingle: boolean;
  /** How it is laid out in pages; undefined where it is not. */
  readonly pages: PageFacts<E> | undefined;
  /** It is pages in inks, of which `proof` draws the separations. */
  readonly hasSeparations: boolean;
  /** How an edition that offers others offers it to its readers; undefined where it does not. */
  readonly offer: ((edition: E) => Offer) | undefined;
  /** It offers the files of other editions: it is made when they are, and outdated by new ones. */
  readonly offersOthers: boolean;
  /** Names of judges that see it only while it is made: their word is kept with its bytes. */
  readonly keptJudges: readonly string[];
  /** What its default colophon says of the judges. */
  readonly colophon: ColophonJudges;
}

export type EditionFiles = readonly [main: string, ...others: readonly string[]];

export interface PageFacts<E> {
  /** It is folded sheets between covers: it has a back cover, and fills its last sheet. */
  readonly isBound: boolean;
  /** How far colour goes beyond the page. */
  readonly bleedMm: (edition: E) => number;
}

/** How an edition is offered. */
export interface Offer {
  /** Size of the page, e.g. `A4`. */
  readonly format: string;
  /** What tells the edition from others, e.g. `gros caractères`. */
  readonly title: string | undefined;
}

/** Reads an option by its path as it was written, right or wrong. */
export type ReadOption = (...path: readonly string[]) => unknown;

/** A file whose name an option chooses. */
export interface NamedFile {
  /** Where it lies. The publication's slug, which all names have, is left out of it. */
  readonly place: string;
  /** Path of the option. */
  readonly option: readonly string[];
  /** What would be right where another edition's file has the name. */
  readonly expected: string;
}

/** A file of styles/ that an option names. */
export interface StyleFile {
  readonly field: string;
  /** With its article. */
  readonly what: string;
  readonly extensions: readonly string[];
  readonly hint: string;
  /** It may be the theme's as well as the project's own. */
  readonly isShared: boolean;
}
