/**
 * Turns a publication's inline Markdown into elements, puts the rendered bodies in their places, and
 * has the theme show blocks, chapters and parts. Input: a publication and its theme, and the HTML that
 * Eleventy made of each content file. Output: a `RenderedPublication`. Typography is set on the
 * finished page, not here.
 */
import type { ComponentChildren, JSX } from "preact";
import type { z } from "zod";
import { PublicationError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import { markedFields, ownValue } from "../publication/marked-fields.ts";
import { chaptersByPart } from "../publication/chapters-by-part.ts";
import type { BlockContent, Chapter, Part, Publication } from "../publication/publication.ts";
import type { Block } from "../theme/block.ts";
import type { RenderedChapter, RenderedPart, RenderedPublication } from "../theme/rendered.ts";
import type { Theme } from "../theme/theme.ts";
import type { Bodies } from "./eleventy/texts.ts";
import type { FencedBlock } from "../markdown/fenced-block.ts";
import { fieldsOfBlock } from "../publication/block-content.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import { originalPicture } from "./pictures/original-picture.tsx";
import { describeDocument } from "./document-description.ts";
import { renderFields } from "./render-fields.ts";
import {
  paragraphElements,
  textElements,
  type BlockBody,
  type PictureElement,
  type TextShowing,
} from "./text-elements.ts";

/** What is rendered: of a project, its content and its theme. */
export type Renderable = Pick<Project, "publication" | "theme">;

const markdown = createMarkdown();
/** The colophon stands under an h2, and its headings begin at ##, as a chapter's do. */
const colophonMarkdown = createMarkdown({ headingOffset: 1 });

/** What chapters are rendered with. */
interface Rendering {
  readonly theme: Theme;
  readonly publicationLang: string;
  readonly bodies: Bodies;
  readonly picture: PictureElement;
  /** The theme's own fields of publication.yaml, rendered. */
  readonly themeFields: unknown;
}

function inlineElements(source: string, picture: PictureElement): ComponentChildren {
  return textElements(markdown.renderInline(source), { picture });
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

function fieldsOf(
  schema: z.ZodObject,
  fields: unknown,
  { picture }: Pick<Rendering, "picture">,
): unknown {
  const inline = (source: string): ComponentChildren => inlineElements(source, picture);
  return renderFields(schema, fields, { inline, picture });
}

/** What publication.yaml says for its theme alone, as the theme's pages take it. */
export function renderThemeFields(
  { publication, theme }: Renderable,
  picture: PictureElement = originalPicture,
): unknown {
  return fieldsOf(theme.fields, publication.themeFields, { picture });
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
  const showing = showingIn({ slug, lang: ownLang, titleLevel: chapterLevel }, rendering);
  return block.render({
    ...{ id: slug, lang, ownLang, publicationLang, source: body, headingLevel },
    ...{ nth: place.nth, after: place.after },
    fields: fieldsOf(block.schema, fields, rendering),
    body:
      block.body === "paragraph" ? paragraphElements(html, showing) : textElements(html, showing),
  });
}

/** How the text of a file shows what is in it: blocks by the theme, with ids that begin with the file's. */
function showingIn(
  around: { readonly slug: string; readonly lang: string; readonly titleLevel: 2 | 3 },
  rendering: Rendering,
): TextShowing {
  const counts = new Map<string, number>();
  const headingLevel = levelBelow(around.titleLevel);
  const showBlock = (fenced: FencedBlock, body: BlockBody): JSX.Element => {
    const aroundLang = around.lang;
    const name = fenced.name ?? "";
    const block = blockOf({ kind: name }, rendering);
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const { lang: given, ...fields } = fieldsOfBlock(fenced, block);
    const lang = typeof given === "string" && given !== aroundLang ? given : undefined;
    return block.render({
      id: fenced.id ?? `${around.slug}-${name}-${nth}`,
      ...{ lang, ownLang: lang ?? aroundLang, publicationLang: rendering.publicationLang },
      ...{ source: fenced.source, headingLevel, nth: 0, after: [] },
      fields: fieldsOf(block.schema, fields, rendering),
      body: block.body === "paragraph" ? body.ofParagraph() : body.all(),
    });
  };
  return {
    ...{ picture: rendering.picture, block: showBlock },
    headingsLowered: around.titleLevel - 2,
  };
}

/** @param nth how many chapters of its kind come before it. */
function renderChapter(chapter: Chapter, nth: number, rendering: Rendering): RenderedChapter {
  const { slug, lang, kind } = chapter;
  const aroundLang = lang ?? rendering.publicationLang;
  const chapterLevel = levelOf(chapter);
  const headingLevel = levelBelow(chapterLevel);
  const after = chapter.after.map((content) =>
    renderBlock(content, { aroundLang, chapterLevel, headingLevel, nth: 0, after: [] }, rendering),
  );
  if (isPlain(chapter)) return renderPlainChapter(chapter, { nth, after }, rendering);
  const place = blockOf(chapter, rendering).file?.place;
  if (place?.kind !== "chapter") throw new RangeError(`${chapter.file} is no chapter`);
  const element = renderBlock(
    chapter,
    {
      ...{ aroundLang: rendering.publicationLang, nth, after },
      ...{ chapterLevel, headingLevel: chapterLevel },
    },
    rendering,
  );
  const title = titleOf(chapter, place.title, rendering);
  return { kind, nth, slug, lang, title, titleId: `${slug}-${place.titleIdEnding}`, element };
}

/** @param field that is the title of the block; only one of Markdown has marks in it. */
function titleOf(chapter: BlockContent, field: string, rendering: Rendering): ComponentChildren {
  const written = ownValue(chapter.fields, field);
  const text = typeof written === "string" ? written : "";
  const { schema } = blockOf(chapter, rendering);
  const isMarkdown = markedFields(schema, chapter.fields).some(({ path }) => path[0] === field);
  return isMarkdown ? titleElements(text, rendering) : text;
}

type PlainChapter = Extract<Chapter, { readonly kind: "chapter" }>;

function isPlain(chapter: Chapter): chapter is PlainChapter {
  return chapter.kind === "chapter";
}

function renderPlainChapter(
  chapter: PlainChapter,
  { nth, after }: { readonly nth: number; readonly after: readonly JSX.Element[] },
  rendering: Rendering,
): RenderedChapter {
  const { slug, lang, kind, file } = chapter;
  const { picture, bodies, theme } = rendering;
  const title = inlineElements(chapter.fields.title, picture);
  const { subtitle } = chapter.fields;
  const headingLevel = levelOf(chapter);
  const showing = showingIn(
    { slug, lang: lang ?? rendering.publicationLang, titleLevel: headingLevel },
    rendering,
  );
  const titleId = `${slug}-title`;
  const element = theme.chapter({
    ...{ id: slug, titleId, headingLevel, title, lang, nth },
    fields: rendering.themeFields,
    subtitle: subtitle === undefined ? undefined : inlineElements(subtitle, picture),
    body: [textElements(bodyOf(file, bodies), showing), ...after],
  });
  const named = titleElements(chapter.fields.title, rendering);
  return { kind, nth, slug, lang, title: named, titleId, element };
}

function renderPart(part: Part, rendering: Rendering): RenderedPart {
  const { slug, lang, file, body, number, fields } = part;
  const { picture, bodies, theme, publicationLang } = rendering;
  const showing = showingIn({ slug, lang: lang ?? publicationLang, titleLevel: 2 }, rendering);
  const props = {
    ...{ id: slug, titleId: `${slug}-title`, number, lang, publicationLang },
    fields: rendering.themeFields,
    title: inlineElements(fields.title, picture),
    subtitle: fields.subtitle === undefined ? undefined : inlineElements(fields.subtitle, picture),
    body: body === "" ? undefined : textElements(bodyOf(file, bodies), showing),
  };
  return {
    ...{ slug, lang, title: titleElements(fields.title, rendering) },
    around: (children) => theme.part({ ...props, children }),
  };
}

function renderColophon(
  { colophon }: Publication,
  picture: PictureElement,
): RenderedPublication["colophon"] {
  if (colophon === undefined) return { kind: "default" };
  if (colophon === false) return { kind: "none" };
  return { kind: "own", body: textElements(colophonMarkdown.render(colophon), { picture }) };
}

/** What is plain text in publication.yaml goes to pages as it is. */
function factsOf(
  publication: Publication,
): Omit<
  RenderedPublication,
  "cover" | "logo" | "description" | "lead" | "colophon" | "chapters" | "groups"
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
 * @param picture how the edition shows pictures.
 */
export function renderPublication(
  { publication, theme }: Renderable,
  bodies: Bodies,
  picture: PictureElement = originalPicture,
): RenderedPublication {
  const { lang, lead, cover, logo } = publication;
  const themeFields = renderThemeFields({ publication, theme }, picture);
  const rendering: Rendering = { theme, publicationLang: lang, bodies, picture, themeFields };
  const chapters = new Map(
    publication.chapters.map((chapter, index, all) => {
      const nth = all.slice(0, index).filter(({ kind }) => kind === chapter.kind).length;
      return [chapter, renderChapter(chapter, nth, rendering)];
    }),
  );
  return {
    ...factsOf(publication),
    cover: cover && { image: picture(cover.file, cover.alt), credit: cover.credit ?? "" },
    logo: logo && { image: picture(logo.file, logo.alt), credit: "" },
    description: describeDocument(publication),
    lead: inlineElements(lead, picture),
    colophon: renderColophon(publication, picture),
    chapters: [...chapters.values()],
    groups: chaptersByPart(publication.chapters).map((group) => ({
      part: group.part && renderPart(group.part, rendering),
      chapters: group.chapters.flatMap((chapter) => chapters.get(chapter) ?? []),
    })),
  };
}
