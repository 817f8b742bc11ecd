/**
 * Turns a publication's inline Markdown into elements and puts the rendered bodies in their places.
 * Input: a `Publication`, and the HTML that Eleventy made of each content file. Output: a
 * `RenderedPublication`. Typography is set on the finished page, not here.
 */
import type { ComponentChildren } from "preact";
import { PublicationError } from "../errors.ts";
import type { KeyFigure, Part, Publication, Testimonial } from "../publication/publication.ts";
import type { ChartData, ChartStep } from "./chart-layout.ts";
import { createMarkdown } from "./markdown.ts";
import { describeDocument } from "./document-description.ts";
import { originalPicture } from "./pictures/original-picture.tsx";
import { paragraphElements, textElements, type PictureElement } from "./text-elements.ts";
import { typeset } from "./typography/typeset.ts";
import {
  SECOND_ACCENTS,
  type RenderedKeyFigure,
  type RenderedPart,
  type RenderedPhoto,
  type RenderedPublication,
  type RenderedTestimonial,
} from "./rendered-publication.ts";

const markdown = createMarkdown();
/** The colophon stands under an h2, and its headings begin at ##, as a part's do. */
const colophonMarkdown = createMarkdown({ headingOffset: 1 });

function inlineElements(source: string, picture: PictureElement): ComponentChildren {
  return textElements(markdown.renderInline(source), picture);
}

type Bodies = ReadonlyMap<string, string>;

/** What parts are rendered with. */
interface Rendering {
  readonly lang: string;
  readonly bodies: Bodies;
  readonly picture: PictureElement;
}

function bodyOf(file: string, bodies: Bodies): string {
  const html = bodies.get(file);
  if (html === undefined) {
    throw new PublicationError("body", `Eleventy rendered no text for ${file}`, {
      place: { file },
      hint: "is the file excluded by .gitignore or .eleventyignore?",
    });
  }
  return html;
}

/** A drawing's words are set here: the typography of the page leaves drawings as they are. */
function typesetChart(chart: ChartData, lang: string): ChartData {
  const set = (text: string): string =>
    typeset([{ text, lang, literal: false }], lang)
      .map((run) => run.text)
      .join("");
  const setStep = (step: ChartStep): ChartStep => ({ ...step, label: set(step.label) });
  return {
    ...chart,
    title: set(chart.title),
    start: setStep(chart.start),
    changes: chart.changes.map(setStep),
    end: set(chart.end),
  };
}

function renderKeyFigure(figure: KeyFigure, rendering: Rendering): RenderedKeyFigure {
  const ownLang = figure.lang ?? rendering.lang;
  return {
    slug: figure.slug,
    lang: figure.lang,
    value: figure.value,
    spoken: figure.spoken,
    ownLang,
    chart: figure.chart === undefined ? undefined : typesetChart(figure.chart, ownLang),
    continuesValue: /^\p{Ll}/u.test(figure.body),
    // One paragraph, which stands in the paragraph that holds the number.
    body: paragraphElements(bodyOf(figure.file, rendering.bodies), rendering.picture),
  };
}

/** Below and from how many characters a text is short or long: half a page of A4, and one. */
const SHORT_TEXT = 1100;
const LONG_TEXT = 2100;

function extentOf({ body }: Part): RenderedTestimonial["extent"] {
  if (body.length < SHORT_TEXT) return "short";
  return body.length < LONG_TEXT ? "medium" : "long";
}

function renderPhoto(
  { file, alt, credit }: NonNullable<Testimonial["photo"]>,
  { picture }: Rendering,
): RenderedPhoto {
  return { image: picture(file, alt), credit };
}

/** @param voice how many testimonials come before the part. */
function renderPart(part: Part, voice: number, rendering: Rendering): RenderedPart {
  const { slug, lang, file } = part;
  const { picture } = rendering;
  const body = textElements(bodyOf(file, rendering.bodies), picture);
  if (part.kind !== "testimonial") {
    return { kind: part.kind, slug, lang, body, title: inlineElements(part.title, picture) };
  }
  return {
    kind: part.kind,
    accent: (voice % SECOND_ACCENTS) + 1,
    extent: extentOf(part),
    slug,
    lang,
    body,
    title: part.name,
    role: inlineElements(part.role, picture),
    entity: inlineElements(part.entity, picture),
    quote: inlineElements(part.quote, picture),
    figures: part.figures.map((figure) =>
      renderKeyFigure(figure, { ...rendering, lang: lang ?? rendering.lang }),
    ),
    photo: part.photo === undefined ? undefined : renderPhoto(part.photo, rendering),
  };
}

function renderColophon(
  { colophon }: Publication,
  picture: PictureElement,
): RenderedPublication["colophon"] {
  if (colophon === undefined) return { kind: "default" };
  if (colophon === false) return { kind: "none" };
  return { kind: "own", body: textElements(colophonMarkdown.render(colophon), picture) };
}

/** Paths of all pictures that a publication shows, in the content folder, each as often as it does. */
export function picturesOf(publication: Publication, bodies: Bodies): readonly string[] {
  const paths: string[] = [];
  renderPublication(publication, bodies, (file, alt) => {
    paths.push(file);
    return originalPicture(file, alt);
  });
  return paths;
}

/**
 * @param bodies HTML by content file, e.g. `content/callouts/a.md`.
 * @param picture how the edition shows pictures.
 */
export function renderPublication(
  publication: Publication,
  bodies: Bodies,
  picture: PictureElement = originalPicture,
): RenderedPublication {
  const rendering: Rendering = { lang: publication.lang, bodies, picture };
  return {
    title: publication.title,
    lang: publication.lang,
    publisher: publication.publisher,
    series: publication.series,
    description: describeDocument(publication),
    lead: inlineElements(publication.lead, picture),
    colophon: renderColophon(publication, picture),
    parts: publication.parts.map((part, index) => {
      const voice = publication.parts
        .slice(0, index)
        .filter(({ kind }) => kind === "testimonial").length;
      return renderPart(part, voice, rendering);
    }),
  };
}
