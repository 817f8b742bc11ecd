/**
 * What a theme is: how a kind of publication looks, and what blocks it has. The engine finds
 * them in `src/themes/`, a folder each (see `load-theme.ts`). Types, and the function
 * that a theme is made by.
 */
import type { ComponentChildren, JSX } from "preact";
import { z } from "zod";
import type { Download } from "../web/downloads.ts";
import type { Block } from "./block.ts";
import type { ColophonJudges } from "../editions/colophon-judges.ts";
import type { editionSchema } from "../editions/kinds.ts";
import type { Rendered, RenderedPublication } from "./rendered.ts";
import type { Words } from "./words.ts";

/** @typeParam Fields the theme's own fields of publication.yaml, rendered. */
interface ThemeFieldsProps<Fields> {
  readonly fields: Fields;
}

/** What every page of an edition is made with. */
export interface PageProps<Fields = unknown> extends ThemeFieldsProps<Fields> {
  readonly publication: RenderedPublication;
  /** Interface words in the publication's language, or else in English. */
  readonly words: Words;
  /** Names of the edition's font families. */
  readonly families: readonly string[];
  /** The judges that the edition must pass. */
  readonly judges: ColophonJudges;
}

export interface PrintPageProps<Fields = unknown> extends PageProps<Fields> {
  /** The edition is of folded sheets, with a back cover. */
  readonly isBound: boolean;
}

export interface WebPageProps<Fields = unknown> extends PageProps<Fields> {
  readonly downloads: readonly Download[];
}

/** A chapter of text, which is no block. */
export interface ChapterProps<Fields = unknown> extends ThemeFieldsProps<Fields> {
  readonly id: string;
  /** What the heading's id must be. */
  readonly titleId: string;
  /** Of its heading: 3 where it is in a part. */
  readonly headingLevel: 2 | 3;
  readonly title: ComponentChildren;
  /** How many chapters of text come before it in the edition, appendices aside. */
  readonly nth: number;
  /** The letter of an appendix; undefined where it is none. */
  readonly appendix?: string | undefined;
  readonly subtitle: ComponentChildren;
  /** What stands at the head of its pages, where it is not the title. */
  readonly runningTitle: ComponentChildren;
  /** The names of those who wrote it, as a sentence has them; undefined where it does not say. */
  readonly authors: string | undefined;
  /** A sentence or two that stand before the text, where there are any. */
  readonly summary: ComponentChildren;
  readonly body: ComponentChildren;
  /** Language where it is not the publication's. */
  readonly lang: string | undefined;
  /** The publication's language, in which interface words are. */
  readonly publicationLang: string;
}

/** A part: a heading of level 2, an opening text, and the chapters. */
export interface PartProps<Fields = unknown> extends ThemeFieldsProps<Fields> {
  readonly id: string;
  /** What the heading's id must be. */
  readonly titleId: string;
  /** From 1. */
  readonly number: number;
  readonly title: ComponentChildren;
  readonly subtitle: ComponentChildren;
  /** What stands at the head of its pages, where it is not the title. */
  readonly runningTitle: ComponentChildren;
  /** A sentence or two that stand before the opening text, where there are any. */
  readonly summary: ComponentChildren;
  /** The opening text; undefined where there is none. */
  readonly body: ComponentChildren;
  /** Language of the title and the opening text, where it is not the publication's. */
  readonly lang: string | undefined;
  /** The publication's language, in which interface words are. */
  readonly publicationLang: string;
  /** The chapters, which are in the publication's language, or say theirs. */
  readonly children: ComponentChildren;
}

/** An edition as publication.yaml says it: what is left out is what its kind has for it. */
export type OfferedEdition = z.input<typeof editionSchema>;

/** What a theme says that needs no field of its own. */
interface ThemeFacts {
  /** Ids that its pages have beside those of chapters, parts and blocks: no content file may be named so. */
  readonly pageIds: readonly string[];
  /** Names in the styles of the fonts that a web page shows first, which browsers then ask for early. */
  readonly firstFonts: readonly string[];
}

/** What the module `theme.ts` of a theme says. */
export interface ThemeDefinition<Schema extends z.ZodObject> extends ThemeFacts {
  /**
   * Fields that publication.yaml takes beside the engine's own, at its top level. None may have the
   * name of one of those; what is required is required of every publication that has the theme.
   */
  readonly fields?: Schema;
  /**
   * Editions that a publication may have without describing them, each by its `id`. The ids are the same
   * in all languages.
   * @param lang the publication's language, for titles and names of files.
   */
  readonly editions?: (lang: string) => readonly OfferedEdition[];
  /** What stands in the body of a print source. */
  readonly printPage: (props: PrintPageProps<Rendered<z.output<Schema>>>) => JSX.Element;
  /** What stands in the body of the web edition's page. */
  readonly webPage: (props: WebPageProps<Rendered<z.output<Schema>>>) => JSX.Element;
  readonly chapter: (props: ChapterProps<Rendered<z.output<Schema>>>) => JSX.Element;
  readonly part: (props: PartProps<Rendered<z.output<Schema>>>) => JSX.Element;
}

/** A theme whose fields nobody but itself knows the type of. */
export interface ThemeModule extends ThemeFacts {
  /** Of the theme's own fields: those of publication.yaml that the engine has none of. */
  readonly fields: z.ZodObject;
  readonly editions: (lang: string) => readonly OfferedEdition[];
  /** Their `fields` are those that the theme's schema has passed, rendered. */
  readonly printPage: (props: PrintPageProps) => JSX.Element;
  readonly webPage: (props: WebPageProps) => JSX.Element;
  readonly chapter: (props: ChapterProps) => JSX.Element;
  readonly part: (props: PartProps) => JSX.Element;
}

export interface Theme extends ThemeModule {
  /** The name of its folder. */
  readonly name: string;
  readonly themeDir: string;
  /** Folder of its style sheets, and what they need. */
  readonly stylesDir: string;
  /**
   * By the names of their folders: those that every theme has, those of this one, each in the order of
   * the alphabet, and then those of other themes.
   */
  readonly blocks: ReadonlyMap<string, Block>;
  /** Where each block has its files, by its name. */
  readonly blockFolders: ReadonlyMap<string, BlockFolder>;
  /** Themes that some of the blocks are of, which need their tokens. */
  readonly lenders: readonly StyledTheme[];
}

export interface BlockFolder {
  readonly dir: string;
  /** How messages name the folder. */
  readonly shownAs: string;
}

/** A theme, as its styles are looked for. */
export interface StyledTheme {
  /** The name of its folder. */
  readonly name: string;
  readonly stylesDir: string;
}

const NO_FIELDS = z.strictObject({});

const modules = new WeakSet<ThemeModule>();

export function defineTheme<Schema extends z.ZodObject = typeof NO_FIELDS>(
  definition: ThemeDefinition<Schema>,
): ThemeModule {
  type Fields = Rendered<z.output<Schema>>;
  const {
    fields = NO_FIELDS,
    editions = () => [],
    printPage,
    webPage,
    chapter,
    part,
    ...facts
  } = definition;
  const module: ThemeModule = {
    ...facts,
    fields,
    editions,
    printPage: (props) => printPage(props as PrintPageProps<Fields>),
    webPage: (props) => webPage(props as WebPageProps<Fields>),
    chapter: (props) => chapter(props as ChapterProps<Fields>),
    part: (props) => part(props as PartProps<Fields>),
  };
  modules.add(module);
  return module;
}

/** Whether a value was made by `defineTheme`: modules are not typed when they are found by name. */
export function isThemeModule(value: unknown): value is ThemeModule {
  return typeof value === "object" && value !== null && modules.has(value as ThemeModule);
}
