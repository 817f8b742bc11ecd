/**
 * Turns a publication's inline Markdown into elements, puts the rendered bodies in their places, and
 * has the theme show blocks, chapters and parts. Input: a publication and its theme, and the HTML that
 * Eleventy made of each content file. Output: a `RenderedPublication`. Typography is set on the
 * finished page, not here.
 */
import type { ComponentChildren, JSX } from "preact";
import type { SourcePosition } from "../document/source-position.ts";
import { PublicationError } from "../errors.ts";
import { ownNameOf } from "../languages/own-name.ts";
import type { Format } from "../markdown/blocks/passages.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import type { Project } from "../project/project.ts";
import {
  appendixLetter,
  isAppendix,
  isPlain,
  type PlainChapter,
} from "../publication/appendices.ts";
import { chaptersByPart } from "../publication/chapters-by-part.ts";
import { contentFilesOf } from "../publication/content-files.ts";
import { markedFields, ownValue } from "../publication/fields/marked-fields.ts";
import type {
  BlockContent,
  Chapter,
  ContentFile,
  Part,
  Publication,
} from "../publication/publication.ts";
import { listOf } from "../theme/list-of.ts";
import type { RenderedChapter, RenderedPart, RenderedPublication } from "../theme/rendered.ts";
import { describeDocument } from "./document-description.ts";
import type { Bodies } from "./eleventy/texts.ts";
import { originalPicture } from "./pictures/original-picture.tsx";
import {
  fieldsOf,
  inlineElements,
  namesOf,
  namingField,
  pictureAt,
  placeOfField,
  SHORT_TITLE,
  shownField,
  titleElements,
} from "./rendered-fields.ts";
import { markElement, markText } from "./source-marks.ts";
import { placesOfCitations } from "./text/citations/citation-places.ts";
import { gatherIndex } from "./text/index/gather-index.ts";
import { indexedTexts } from "./text/index/indexed-texts.ts";
import { gatherNumbered } from "./text/references/gather-numbered.ts";
import { placementOf } from "./text/notes/show-notes.tsx";
import { targetsIn } from "./text/references/numbered-things.ts";
import {
  blockOf,
  levelBelow,
  showingIn,
  type CodeBox,
  type Rendering,
  type TableElement,
} from "./text/showing-in.ts";
import { paragraphElements, textElements, type PictureElement } from "./text/text-elements.ts";

/** What is rendered: of a project, its content and its theme. */
export type Renderable = Pick<Project, "publication" | "theme">;

/** The colophon stands under an h2, and its headings begin at ##, as a chapter's do. */
const colophonMarkdown = createMarkdown({ headingOffset: 1 });

function bodyOf(file: string, bodies: Bodies): string {
  const html = bodies.get(file);
  if (html === undefined) {
    throw new PublicationError("body", `Eleventy rendered no text for ${file}`, {
      place: { file },
    });
  }
  return html;
}

/** The level of a chapter's heading: the publication's is 1, that of a part 2. */
function levelOf({ part }: Chapter): 2 | 3 {
  return part === undefined ? 2 : 3;
}

/** @param aroundLang the language of what is around it. */
function renderBlock(
  content: BlockContent,
  place: {
    readonly aroundLang: string;
    /** Of the chapter that it is, or is at the end of. */
    readonly chapterLevel: 2 | 3;
    readonly headingLevel: 2 | 3 | 4;
    readonly nth: number;
    readonly after: readonly JSX.Element[];
  },
  rendering: Rendering,
): JSX.Element {
  const { slug, file, body, lang, fields } = content;
  const { bodies, publicationLang } = rendering;
  const block = blockOf(content, rendering);
  const html = bodyOf(file, bodies);
  const ownLang = lang ?? place.aroundLang;
  const { chapterLevel, headingLevel } = place;
  const showing = showingIn(content, { lang: ownLang, titleLevel: chapterLevel }, rendering);
  const element = block.render({
    ...{ id: slug, lang, ownLang, publicationLang, source: body, headingLevel },
    ...{ nth: place.nth, after: place.after },
    fields: fieldsOf(block.schema, fields, content, rendering),
    body:
      block.body === "paragraph" ? paragraphElements(html, showing) : textElements(html, showing),
  });
  return markElement(startOf(content), element);
}

/** What a theme makes of a file and no text of it says: it came from the file as a whole. */
function startOf({ file }: ContentFile): SourcePosition {
  return { file, line: 1 };
}

/** Where a chapter stands in its edition. */
interface ChapterPlace {
  /** How many chapters of its kind come before it, appendices aside. */
  readonly nth: number;
  readonly appendix: string | undefined;
}

function renderChapter(
  chapter: Chapter,
  place: ChapterPlace,
  rendering: Rendering,
): RenderedChapter {
  const { nth } = place;
  const { slug, lang, kind } = chapter;
  const aroundLang = lang ?? rendering.publicationLang;
  const chapterLevel = levelOf(chapter);
  const headingLevel = levelBelow(chapterLevel);
  const after = chapter.after.map((content) =>
    renderBlock(content, { aroundLang, chapterLevel, headingLevel, nth: 0, after: [] }, rendering),
  );
  if (isPlain(chapter)) return renderPlainChapter(chapter, { ...place, after }, rendering);
  const filePlace = blockOf(chapter, rendering).file?.place;
  if (filePlace?.kind !== "chapter") throw new RangeError(`${chapter.file} is no chapter`);
  const element = renderBlock(
    chapter,
    {
      ...{ aroundLang: rendering.publicationLang, nth, after },
      ...{ chapterLevel, headingLevel: chapterLevel },
    },
    rendering,
  );
  const title = titleOf(chapter, filePlace.title, rendering);
  return {
    ...{ kind, nth, slug, lang, title, element },
    shortTitle: namingField(chapter, SHORT_TITLE, rendering) ?? title,
    titleId: `${slug}-${filePlace.titleIdEnding}`,
  };
}

/** @param field that is the title of the block; only one of Markdown has marks in it. */
function titleOf(chapter: BlockContent, field: string, rendering: Rendering): ComponentChildren {
  const written = ownValue(chapter.fields, field);
  const text = typeof written === "string" ? written : "";
  const { schema } = blockOf(chapter, rendering);
  const isMarkdown = markedFields(schema, chapter.fields).some(({ path }) => path[0] === field);
  const title = isMarkdown ? titleElements(text, rendering) : text;
  return markText(placeOfField(chapter, field), title);
}

function renderPlainChapter(
  chapter: PlainChapter,
  { nth, appendix, after }: ChapterPlace & { readonly after: readonly JSX.Element[] },
  rendering: Rendering,
): RenderedChapter {
  const { slug, lang, kind, file, fields } = chapter;
  const { bodies, theme, themeFields } = rendering;
  const headingLevel = levelOf(chapter);
  const ownLang = lang ?? rendering.publicationLang;
  const showing = showingIn(chapter, { lang: ownLang, titleLevel: headingLevel }, rendering);
  const titleId = `${slug}-title`;
  const element = theme.chapter({
    ...{ id: slug, titleId, headingLevel, lang, nth, appendix, fields: themeFields },
    publicationLang: rendering.publicationLang,
    title: shownField(chapter, "title", rendering),
    subtitle: shownField(chapter, "subtitle", rendering),
    runningTitle: namingField(chapter, SHORT_TITLE, rendering),
    authors: fields.authors && listOf(fields.authors, ownLang),
    summary: shownField(chapter, "summary", rendering),
    body: [textElements(bodyOf(file, bodies), showing), ...after],
  });
  return {
    ...{ kind, nth, appendix, slug, lang, titleId },
    ...namesOf(chapter, rendering),
    element: markElement(startOf(chapter), element),
  };
}

function renderPart(part: Part, rendering: Rendering): RenderedPart {
  const { slug, lang, file, body, number } = part;
  const { bodies, theme, publicationLang, themeFields } = rendering;
  const showing = showingIn(part, { lang: lang ?? publicationLang, titleLevel: 2 }, rendering);
  const props = {
    ...{ id: slug, titleId: `${slug}-title`, number, lang, publicationLang, fields: themeFields },
    title: shownField(part, "title", rendering),
    subtitle: shownField(part, "subtitle", rendering),
    runningTitle: namingField(part, SHORT_TITLE, rendering),
    summary: shownField(part, "summary", rendering),
    body: body === "" ? undefined : textElements(bodyOf(file, bodies), showing),
  };
  return {
    ...{ slug, lang, ...namesOf(part, rendering) },
    around: (children) => markElement(startOf(part), theme.part({ ...props, children })),
  };
}

function renderColophon(
  { colophon, lang, source }: Publication,
  picture: PictureElement,
): RenderedPublication["colophon"] {
  if (colophon === undefined) return { kind: "default" };
  if (colophon === false) return { kind: "none" };
  // YAML may fold a text, so that its lines are not those of the file: the field's is known.
  const body = markText(
    placeOfField(source, "colophon"),
    textElements(colophonMarkdown.render(colophon), { lang, picture, links: source?.links }),
  );
  return { kind: "own", body };
}

/** What is plain text in publication.yaml goes to pages as it is. */
function factsOf(
  publication: Publication,
): Omit<
  RenderedPublication,
  | "cover"
  | "logo"
  | "description"
  | "lead"
  | "colophon"
  | "translations"
  | "chapters"
  | "groups"
  | "themeFields"
> {
  const { title, subtitle, lang, publisher, series, authors, contributors } = publication;
  const { date, edition, identifiers, licence, rights } = publication;
  return {
    ...{ title, subtitle, lang, publisher, series, authors, contributors },
    ...{ date, edition, identifiers, licence, rights },
  };
}

/**
 * @param bodies HTML by content file, e.g. `content/010-the-boat.md`.
 * @param edition which texts the edition has, and how it shows pictures, notes and tables.
 */
export function renderPublication(
  { publication, theme }: Renderable,
  bodies: Bodies,
  {
    picture = originalPicture,
    isPaged = false,
    table,
    codeBox,
    formats = ["html"],
    canShow = () => true,
  }: {
    readonly picture?: PictureElement;
    /** Whether the edition has pages: notes may stand at their foot, and references may name them. */
    readonly isPaged?: boolean;
    /** Tables of texts are shown as they are where it is undefined. */
    readonly table?: TableElement;
    /** Code of texts has no box where it is undefined. */
    readonly codeBox?: CodeBox;
    /** Of the edition, by which passages for some editions are chosen. */
    readonly formats?: readonly Format[];
    /** Whether the fonts of the edition have a text that may be said in other words. */
    readonly canShow?: ((text: string) => boolean) | undefined;
  } = {},
): RenderedPublication {
  const { lang, lead, cover, logo, source, translations = [] } = publication;
  const themeFields = fieldsOf(theme.fields, publication.themeFields, source, { picture });
  const rendering: Rendering = {
    theme,
    publicationLang: lang,
    bodies,
    picture,
    isPaged,
    notes: placementOf(isPaged, publication.notes),
    table,
    targets: targetsIn(bodies),
    langs: new Map(contentFilesOf(publication.chapters).map((of) => [of.file, of.lang ?? lang])),
    codeBox,
    formats,
    citations: placesOfCitations(publication),
    numbered: gatherNumbered(publication.chapters, bodies, formats),
    index: gatherIndex(indexedTexts(publication.chapters, theme, bodies)),
    themeFields,
  };
  const shown = (name: string): PictureElement => pictureAt(placeOfField(source, name), picture);
  const chapters = new Map(
    publication.chapters.map((chapter, index, all) => {
      const before = all.slice(0, index);
      const nth = before.filter(
        (other) => other.kind === chapter.kind && !isAppendix(other),
      ).length;
      return [
        chapter,
        renderChapter(chapter, { nth, appendix: appendixLetter(chapter, before) }, rendering),
      ];
    }),
  );
  return {
    ...factsOf(publication),
    themeFields,
    cover: cover && { image: shown("cover")(cover.file, cover.alt), credit: cover.credit ?? "" },
    logo: logo && { image: shown("logo")(logo.file, logo.alt), credit: "" },
    description: describeDocument(publication),
    lead: inlineElements(lead, picture, placeOfField(source, "lead"), source?.links),
    colophon: renderColophon(publication, picture),
    translations: translations.map((translation) => {
      const name = ownNameOf(translation.language);
      return { ...translation, ownName: name !== undefined && canShow(name) ? name : undefined };
    }),
    chapters: [...chapters.values()],
    groups: chaptersByPart(publication.chapters).map((group) => ({
      part: group.part && renderPart(group.part, rendering),
      chapters: group.chapters.flatMap((chapter) => chapters.get(chapter) ?? []),
    })),
  };
}
