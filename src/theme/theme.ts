/**
 * What a theme is: how a kind of publication looks, and what blocks it has. The engine finds
 * them in `src/themes/`, a folder each (see `load-theme.ts`). Types, and the function
 * that a theme is made by.
 */
import type { ComponentChildren, JSX } from "preact";
import type { Download } from "../web/downloads.ts";
import type { Block } from "./block.ts";
import type { ColophonJudges } from "../editions/colophon-judges.ts";
import type { RenderedPublication } from "./rendered.ts";
import type { Words } from "./words.ts";

/** What every page of an edition is made with. */
export interface PageProps {
  readonly publication: RenderedPublication;
  /** Interface words in the publication's language, or else in English. */
  readonly words: Words;
  /** Names of the edition's font families. */
  readonly families: readonly string[];
  /** The judges that the edition must pass. */
  readonly judges: ColophonJudges;
}

export interface PrintPageProps extends PageProps {
  /** The edition is of folded sheets, with a back cover. */
  readonly isBound: boolean;
}

export interface WebPageProps extends PageProps {
  readonly downloads: readonly Download[];
}

/** A chapter of text, which is no block. */
export interface ChapterProps {
  readonly id: string;
  /** What the heading's id must be. */
  readonly titleId: string;
  /** Of its heading: 3 where it is in a part. */
  readonly headingLevel: 2 | 3;
  readonly title: ComponentChildren;
  readonly subtitle: ComponentChildren;
  readonly body: ComponentChildren;
  /** Language where it is not the publication's. */
  readonly lang: string | undefined;
}

/** A part: a heading of level 2, an opening text, and the chapters. */
export interface PartProps {
  readonly id: string;
  /** What the heading's id must be. */
  readonly titleId: string;
  /** From 1. */
  readonly number: number;
  readonly title: ComponentChildren;
  readonly subtitle: ComponentChildren;
  /** The opening text; undefined where there is none. */
  readonly body: ComponentChildren;
  /** Language of the title and the opening text, where it is not the publication's. */
  readonly lang: string | undefined;
  /** The publication's language, in which interface words are. */
  readonly publicationLang: string;
  /** The chapters, which are in the publication's language, or say theirs. */
  readonly children: ComponentChildren;
}

/** What the module `theme.ts` of a theme says. */
export interface ThemeDefinition {
  /** What stands in the body of a print source. */
  readonly printPage: (props: PrintPageProps) => JSX.Element;
  /** What stands in the body of the web edition's page. */
  readonly webPage: (props: WebPageProps) => JSX.Element;
  readonly chapter: (props: ChapterProps) => JSX.Element;
  readonly part: (props: PartProps) => JSX.Element;
  /** Ids that its pages have beside those of chapters, parts and blocks: no content file may be named so. */
  readonly pageIds: readonly string[];
  /** Names in the styles of the fonts that a web page shows first, which browsers then ask for early. */
  readonly firstFonts: readonly string[];
}

export interface Theme extends ThemeDefinition {
  /** The name of its folder. */
  readonly name: string;
  readonly themeDir: string;
  /** Folder of its style sheets, and what they need. */
  readonly stylesDir: string;
  /** By the names of their folders, in the order of the alphabet. */
  readonly blocks: ReadonlyMap<string, Block>;
}

const definitions = new WeakSet<ThemeDefinition>();

export function defineTheme(definition: ThemeDefinition): ThemeDefinition {
  definitions.add(definition);
  return definition;
}

/** Whether a value was made by `defineTheme`: modules are not typed when they are found by name. */
export function isThemeDefinition(value: unknown): value is ThemeDefinition {
  return typeof value === "object" && value !== null && definitions.has(value as ThemeDefinition);
}
