/**
 * A publication whose Markdown has become elements: what the pages of themes take. Types only.
 */
import type { ComponentChildren, JSX } from "preact";
import type { DocumentDescription } from "../pdf/document/description.ts";
import type { InlineMarkdown, PictureFields } from "../publication/fields/fields.ts";
import type { ChapterGroup } from "../publication/chapters-by-part.ts";
import type { Publication, Translation } from "../publication/publication.ts";

export interface RenderedPicture {
  /** The picture with its alternative. */
  readonly image: JSX.Element;
  /** Empty where nobody is named. */
  readonly credit: string;
}

/** Fields as components take them: elements where authors wrote Markdown or named a picture. */
export type Rendered<T> = T extends InlineMarkdown
  ? ComponentChildren
  : T extends PictureFields
    ? RenderedPicture
    : T extends string | number | boolean | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? readonly Rendered<Item>[]
        : { readonly [Name in keyof T]: Rendered<T[Name]> };

export interface RenderedChapter {
  /** Of a block of the theme, or `chapter`. */
  readonly kind: string;
  /** How many chapters of the same kind come before it, appendices aside. */
  readonly nth: number;
  /** The letter of an appendix: `A` of the first one in the edition. */
  readonly appendix?: string | undefined;
  /** Its id on pages. */
  readonly slug: string;
  /** Language where it is not the publication's. */
  readonly lang: string | undefined;
  /** Its heading, and its entry in the contents. */
  readonly title: ComponentChildren;
  /** The same where there is little room. */
  readonly shortTitle: ComponentChildren;
  /** Id of its heading. */
  readonly titleId: string;
  /** All of it. */
  readonly element: JSX.Element;
}

export interface RenderedPart {
  /** Its id on pages. */
  readonly slug: string;
  /** Language of its title where it is not the publication's. */
  readonly lang: string | undefined;
  /** As the contents name it. */
  readonly title: ComponentChildren;
  /** The same where there is little room. */
  readonly shortTitle: ComponentChildren;
  /** All of it, round what a page makes of its chapters. */
  readonly around: (chapters: ComponentChildren) => JSX.Element;
}

/** The publisher's own text, none at all, or what the pipeline says of the edition. */
export type RenderedColophon =
  | { readonly kind: "own"; readonly body: ComponentChildren }
  | { readonly kind: "none" }
  | { readonly kind: "default" };

/** What title pages and imprints say, as publication.yaml has it: plain text. */
type PublicationFacts = Pick<
  Publication,
  | "title"
  | "subtitle"
  | "lang"
  | "publisher"
  | "series"
  | "authors"
  | "contributors"
  | "date"
  | "edition"
  | "identifiers"
  | "licence"
  | "rights"
>;

/** The publication in another language. */
export interface RenderedTranslation extends Translation {
  /** What the language calls itself; undefined where nobody knows, or the fonts cannot show it. */
  readonly ownName: string | undefined;
}

export interface RenderedPublication extends PublicationFacts {
  /** What publication.yaml says for its theme alone: only the theme knows the type. */
  readonly themeFields: unknown;
  /** Pictures; a theme shows them where it has a place for them. */
  readonly cover: RenderedPicture | undefined;
  readonly logo: RenderedPicture | undefined;
  /** What files say of the publication in their metadata. */
  readonly description: DocumentDescription;
  readonly lead: ComponentChildren;
  readonly colophon: RenderedColophon;
  readonly translations: readonly RenderedTranslation[];
  /** All chapters, in their order. */
  readonly chapters: readonly RenderedChapter[];
  /** The same chapters part by part, for pages that show parts. */
  readonly groups: readonly ChapterGroup<RenderedChapter, RenderedPart>[];
}
