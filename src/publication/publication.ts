/**
 * The value that the `publication` stage returns and every other stage starts from: a publication
 * that is known to be whole. Types only.
 */
import type {
  CalloutFields,
  Edition,
  FigureFields,
  PublicationFields,
  SectionFields,
  TestimonialFields,
} from "./schema.ts";

export type { Author, Contributor, Cover, Identifiers, Logo } from "./metadata-schema.ts";
export type {
  Edition,
  EditionJudging,
  PagedEdition,
  PdfEdition,
  PressEdition,
  WebEdition,
} from "./schema.ts";

/** A Markdown file: where it is, and its text. */
interface ContentFile {
  /** File name without `.md`, unique in the publication. */
  readonly slug: string;
  /** Path relative to the project, with `/` between folders. */
  readonly file: string;
  /** Markdown below the fields, lines ended by `\n`, without blank lines at either end. */
  readonly body: string;
  /** Line of the file on which `body` begins, counted from 1. */
  readonly bodyLine: number;
  /** BCP 47 tag where the language is not the publication's. */
  readonly lang?: string | undefined;
}

/** A key figure, at the end of the testimonial it belongs to. */
export type KeyFigure = ContentFile & Omit<FigureFields, "lang">;

export type Testimonial = ContentFile &
  Omit<TestimonialFields, "lang"> & {
    readonly kind: "testimonial";
    /** In the order they are to be read. */
    readonly figures: readonly KeyFigure[];
  };

export type Callout = ContentFile & Omit<CalloutFields, "lang"> & { readonly kind: "callout" };

export type Section = ContentFile & Omit<SectionFields, "lang"> & { readonly kind: "section" };

export type Part = Testimonial | Callout | Section;

export type Publication = Omit<PublicationFields, "language" | "editions"> & {
  /** BCP 47 tag of the publication's language. */
  readonly lang: string;
  /** In the order of publication.yaml. */
  readonly editions: readonly Edition[];
  /** In the order they are to be read. */
  readonly parts: readonly Part[];
};
