/**
 * Turns a publication's inline Markdown into elements, puts the rendered bodies in their places, and
 * has the theme show blocks, chapters and parts. Input: a publication and its theme, and the HTML that
 * Eleventy made of each content file. Output: a `RenderedPublication`. Typography is set on the
 * finished page, not here.
 */
import { h, type ComponentChildren, type JSX } from "preact";
import type { z } from "zod";
import type { SourcePosition } from "../document/source-position.ts";
import { PublicationError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import { chaptersByPart } from "../publication/chapters-by-part.ts";
import { markedFields, ownValue, type MarkedField } from "../publication/fields/marked-fields.ts";
import type {
  BlockContent,
  Chapter,
  ContentFile,
  Part,
  Publication,
} from "../publication/publication.ts";
import type { Block } from "../theme/block.ts";
import type { RenderedChapter, RenderedPart, RenderedPublication } from "../theme/rendered.ts";
import type { Theme } from "../theme/theme.ts";
import { listOf } from "../theme/list-of.ts";
import type { Bodies } from "./eleventy/texts.ts";
import type { Format } from "../markdown/blocks/passages.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import { originalPicture } from "./pictures/original-picture.tsx";
import { placesOfCitations, type CitationPlaces } from "./text/citations/citation-places.ts";
import { showCitations } from "./text/citations/show-citations.tsx";
import { describeDocument } from "./document-description.ts";
import { showGlossary } from "./text/glossary/show-glossary.tsx";
import { gatherIndex, type GatheredEntry, type IndexedText } from "./text/index/gather-index.ts";
import { showIndex } from "./text/index/show-index.tsx";
import { inlineText } from "./inline-text.ts";
import { showNotes, type NotePlacement } from "./text/notes/show-notes.tsx";
import { targetsIn, type Targets } from "./text/references/numbered-things.ts";
import { showReferences } from "./text/references/show-references.tsx";
import { showNumbers } from "./text/show-numbers.tsx";
import { renderFields } from "./render-fields.ts";
import type { ShownCode } from "./text/code/show-code.tsx";
import type { ShownTable } from "./text/scrolling-table.tsx";
import { showBlocks } from "./text/show-blocks.ts";
import { markElement, markText } from "./source-marks.ts";
import {
  paragraphElements,
  textElements,
  type PictureElement,
  type TextShowing,
} from "./text/text-elements.ts";

/** What is rendered: of a project, its content and its theme. */
export type Renderable = Pick<Project, "publication" | "theme">;

const markdown = createMarkdown();
/** The colophon stands under an h2, and its headings begin at ##, as a chapter's do. */
const colophonMarkdown = createMarkdown({ headingOffset: 1 });

/** How an edition shows a table of a text. */
export type TableElement = (table: ShownTable) => JSX.Element;

/** What an edition puts code into. */
export type CodeBox = (code: ShownCode, lang: string) => JSX.Element;

/** What chapters are rendered with. */
interface Rendering {
  readonly theme: Theme;
  readonly publicationLang: string;
  readonly bodies: Bodies;
  readonly picture: PictureElement;
  readonly notes: NotePlacement;
  readonly table: TableElement | undefined;
  /** What references lead to. */
  readonly targets: Targets;
  readonly hasPages: boolean;
  /** Languages of the content files. */
  readonly langs: ReadonlyMap<string, string>;
  readonly codeBox: CodeBox | undefined;
  readonly formats: readonly Format[];
  readonly citations: CitationPlaces | undefined;
  /** Of all texts. */
  readonly index: readonly GatheredEntry[];
  /** The theme's own fields of publication.yaml, rendered. */
  readonly themeFields: unknown;
}

/** Where fields are written; the lines are not known of what was not read from a file. */
type FieldPlaces = Pick<ContentFile, "file" | "fieldLines" | "links">;

function placeOfField(
  places: FieldPlaces | undefined,
  ...path: MarkedField["path"]
): SourcePosition | undefined {
  const { file, fieldLines } = places ?? {};
  const line = fieldLines?.[path.join(".")];
  return file === undefined || line === undefined ? undefined : { file, line };
}

function inlineElements(
  source: string,
  picture: PictureElement,
  position: SourcePosition | undefined,
  links: ContentFile["links"],
): ComponentChildren {
  return markText(position, textElements(markdown.renderInline(source), { picture, links }));
}

/** Pictures as the edition shows them, marked with where they are named. */
function pictureAt(position: SourcePosition | undefined, picture: PictureElement): PictureElement {
  return (file, alt) => markElement(position, picture(file, alt));
}

function bodyOf(file: string, bodies: Bodies): string {
  const html = bodies.get(file);
  if (html === undefined) {
    throw new PublicationError("body", `Eleventy rendered no text for ${file}`, {
      place: { file },
    });
  }
  return html;
}

/** A heading as others name it, in links to it: links in links would tear each other apart. */
function titleElements(source: string, { picture }: Rendering): ComponentChildren {
  return textElements(markdown.renderInline(source), { picture, withoutLinks: true });
}

/** A field of Markdown, as it is shown in its place; undefined where the file does not have it. */
function shownField(
  content: Chapter | Part,
  name: string,
  { picture }: Rendering,
): ComponentChildren {
  const written = ownValue(content.fields, name);
  if (typeof written !== "string") return undefined;
  return inlineElements(written, picture, placeOfField(content, name), content.links);
}

/** The same as others name it. */
function namingField(
  content: Chapter | Part,
  name: string,
  rendering: Rendering,
): ComponentChildren {
  const written = ownValue(content.fields, name);
  if (typeof written !== "string") return undefined;
  return markText(placeOfField(content, name), titleElements(written, rendering));
}

/** By what a chapter of text or a part is named: in the contents, and where there is little room. */
function namesOf(
  content: Chapter | Part,
  rendering: Rendering,
): Pick<RenderedPart, "title" | "shortTitle"> {
  const title = namingField(content, "title", rendering);
  return { title, shortTitle: namingField(content, SHORT_TITLE, rendering) ?? title };
}

const SHORT_TITLE = "short-title";

function fieldsOf(
  schema: z.ZodObject,
  fields: unknown,
  places: FieldPlaces | undefined,
  { picture }: Pick<Rendering, "picture">,
): unknown {
  return renderFields(schema, fields, {
    inline: (source, path) =>
      inlineElements(source, picture, placeOfField(places, ...path), places?.links),
    picture: (path) => pictureAt(placeOfField(places, ...path), picture),
  });
}

function blockOf({ kind }: Pick<BlockContent, "kind">, { theme }: Rendering): Block {
  const block = theme.blocks.get(kind);
  if (block === undefined) throw new RangeError(`the theme ${theme.name} has no block ${kind}`);
  return block;
}

/** The level of a chapter's heading: the publication's is 1, that of a part 2. */
function levelOf({ part }: Chapter): 2 | 3 {
  return part === undefined ? 2 : 3;
}

/** The level of the first headings below a chapter's. */
function levelBelow(title: 2 | 3): 3 | 4 {
  return title === 2 ? 3 : 4;
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

/**
 * How the text of a file shows what is in it: blocks by the theme, with ids that begin with the file's.
 * @param around the file's language, and the level of its title.
 */
function showingIn(
  { slug, file, bodyLine, links }: ContentFile,
  { lang: aroundLang, titleLevel }: { readonly lang: string; readonly titleLevel: 2 | 3 },
  rendering: Rendering,
): TextShowing {
  const source = { file, line: bodyLine };
  const headingLevel = levelBelow(titleLevel);
  const { table, codeBox, publicationLang } = rendering;
  const block = showBlocks({
    ...{ slug, lang: aroundLang, publicationLang, headingLevel, source },
    blockNamed: (kind) => blockOf({ kind }, rendering),
    renderFields: ({ schema }, fields, places) =>
      fieldsOf(schema, fields, { file, links, ...places }, rendering),
  });
  const citing = { file, lang: aroundLang, headingLevel, listLang: publicationLang };
  return {
    ...{ lang: aroundLang, picture: rendering.picture, block, links, source },
    formats: rendering.formats,
    ...(table && { table: (shown) => table({ ...shown, lang: aroundLang }) }),
    ...(codeBox && { codeBox: (shown) => codeBox(shown, aroundLang) }),
    headingsLowered: titleLevel - 2,
    number: showNumbers(rendering.notes === "foot" ? "paper" : "screen", aroundLang),
    notes: showNotes(rendering.notes, { slug, lang: aroundLang, publicationLang, headingLevel }),
    references: showReferences({
      ...{ targets: rendering.targets, hasPages: rendering.hasPages, lang: aroundLang },
      title: (html, file) => {
        const title = textElements(html, { picture: rendering.picture, withoutLinks: true });
        const lang = rendering.langs.get(file);
        return lang === undefined || lang === aroundLang ? title : h("span", { lang }, title);
      },
    }),
    abbreviations: { lang: aroundLang, headingLevel },
    citations: rendering.citations && showCitations(rendering.citations, citing),
    glossary: showGlossary,
    index: showIndex(rendering.index, {
      ...{ slug, lang: aroundLang, headingLevel },
      isPaged: rendering.notes === "foot",
    }),
  };
}

function isAppendix(chapter: Chapter): boolean {
  return isPlain(chapter) && chapter.fields.appendix === true;
}

/** `A` to `Z`, and `A1` after them. @param before what comes before it in the edition. */
function appendixLetter(chapter: Chapter, before: readonly Chapter[]): string | undefined {
  if (!isAppendix(chapter)) return undefined;
  const nth = before.filter(isAppendix).length;
  const letter = String.fromCodePoint(65 + (nth % 26));
  return nth < 26 ? letter : `${letter}${Math.floor(nth / 26)}`;
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

type PlainChapter = Extract<Chapter, { readonly kind: "chapter" }>;

function isPlain(chapter: Chapter): chapter is PlainChapter {
  return chapter.kind === "chapter";
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

function languagesOf({ chapters, lang }: Publication): ReadonlyMap<string, string> {
  const files: readonly ContentFile[] = chapters.flatMap((chapter) => [
    ...(chapter.part === undefined ? [] : [chapter.part]),
    ...[chapter, ...chapter.after],
  ]);
  return new Map(files.map((content) => [content.file, content.lang ?? lang]));
}

/** All texts in the order of reading, with the titles that the index calls their places by. */
function indexedTexts({ publication, theme }: Renderable, bodies: Bodies): readonly IndexedText[] {
  const textOf = ({ slug, file }: ContentFile, title: string): IndexedText => ({
    ...{ slug, title },
    html: bodies.get(file) ?? "",
  });
  return chaptersByPart(publication.chapters).flatMap(({ part, chapters }) => [
    ...(part === undefined ? [] : [textOf(part, inlineText(part.fields.title))]),
    ...chapters.flatMap((chapter) => {
      const title = plainTitle(chapter, theme);
      return [textOf(chapter, title), ...chapter.after.map((block) => textOf(block, title))];
    }),
  ]);
}

function plainTitle(chapter: Chapter, { blocks }: Theme): string {
  const place = blocks.get(chapter.kind)?.file?.place;
  const field = place?.kind === "chapter" ? place.title : "title";
  const written = ownValue(chapter.fields, field);
  return typeof written === "string" ? inlineText(written) : "";
}

/** What is plain text in publication.yaml goes to pages as it is. */
function factsOf(
  publication: Publication,
): Omit<
  RenderedPublication,
  "cover" | "logo" | "description" | "lead" | "colophon" | "chapters" | "groups" | "themeFields"
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
    notes = "list",
    table,
    hasPages = false,
    codeBox,
    formats = ["html"],
  }: {
    readonly picture?: PictureElement;
    readonly notes?: NotePlacement;
    /** Tables of texts are shown as they are where it is undefined. */
    readonly table?: TableElement;
    /** Whether the edition has pages, which references name where an author asks for it. */
    readonly hasPages?: boolean;
    /** Code of texts has no box where it is undefined. */
    readonly codeBox?: CodeBox;
    /** Of the edition, by which passages for some editions are chosen. */
    readonly formats?: readonly Format[];
  } = {},
): RenderedPublication {
  const { lang, lead, cover, logo, source } = publication;
  const themeFields = fieldsOf(theme.fields, publication.themeFields, source, { picture });
  const rendering: Rendering = {
    theme,
    publicationLang: lang,
    bodies,
    picture,
    notes,
    table,
    targets: targetsIn(bodies),
    hasPages,
    langs: languagesOf(publication),
    codeBox,
    formats,
    citations: placesOfCitations(publication),
    index: gatherIndex(indexedTexts({ publication, theme }, bodies)),
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
    chapters: [...chapters.values()],
    groups: chaptersByPart(publication.chapters).map((group) => ({
      part: group.part && renderPart(group.part, rendering),
      chapters: group.chapters.flatMap((chapter) => chapters.get(chapter) ?? []),
    })),
  };
}
