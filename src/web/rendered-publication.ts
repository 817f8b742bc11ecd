/**
 * A publication whose Markdown has become elements: what templates take. See
 * `render-publication.ts`.
 */

import type { ComponentChildren, JSX } from "preact";
import type { DocumentDescription } from "../pdf/document/description.ts";
import type { ChartData } from "./chart-layout.ts";

/** How many second accents styles/tokens.css has. */
export const SECOND_ACCENTS = 6;

export interface RenderedPhoto {
  /** The picture with its alternative. */
  readonly image: JSX.Element;
  readonly credit: string | undefined;
}

interface RenderedBody {
  readonly slug: string;
  /** Language of the part where it is not the publication's. */
  readonly lang: string | undefined;
  readonly body: ComponentChildren;
}

export interface RenderedKeyFigure extends RenderedBody {
  readonly chart: ChartData | undefined;
  /** The language it is in, which may be the publication's. */
  readonly ownLang: string;
  readonly value: string;
  /** The value as it is said, where it is printed shortened. */
  readonly spoken: string | undefined;
  /** The text is the rest of a sentence that the value begins. */
  readonly continuesValue: boolean;
}

interface TitledBody extends RenderedBody {
  /** The part's heading and its entry in the contents. */
  readonly title: ComponentChildren;
}

export interface RenderedTestimonial extends TitledBody {
  readonly kind: "testimonial";
  /** Which of the tokens' second accents it has: 1 to {@link SECOND_ACCENTS}, in turns. */
  readonly accent: number;
  /** Short texts may be set larger, long ones run on; see `render-publication.ts`. */
  readonly extent: "short" | "medium" | "long";
  readonly role: ComponentChildren;
  readonly entity: ComponentChildren;
  readonly quote: ComponentChildren;
  readonly figures: readonly RenderedKeyFigure[];
  readonly photo: RenderedPhoto | undefined;
}

export interface RenderedCallout extends TitledBody {
  readonly kind: "callout";
}

export interface RenderedSection extends TitledBody {
  readonly kind: "section";
}

export type RenderedPart = RenderedTestimonial | RenderedCallout | RenderedSection;

/** The publisher's own text, none at all, or what the pipeline says of the edition. */
export type RenderedColophon =
  | { readonly kind: "own"; readonly body: ComponentChildren }
  | { readonly kind: "none" }
  | { readonly kind: "default" };

export interface RenderedPublication {
  readonly title: string;
  readonly lang: string;
  readonly publisher: string;
  readonly series: string | undefined;
  /** What its editions say of themselves where readers do not look. */
  readonly description: DocumentDescription;
  readonly lead: ComponentChildren;
  readonly colophon: RenderedColophon;
  readonly parts: readonly RenderedPart[];
}

/** The second accents of those who speak, in their order. */
export function accentsOf({ parts }: RenderedPublication): readonly number[] {
  return parts.flatMap((part) => (part.kind === "testimonial" ? [part.accent] : []));
}
