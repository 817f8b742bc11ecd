/**
 * Fields of files as elements: Markdown and pictures, marked with where they are written. Input: fields as
 * a schema has passed them; output: the same, rendered.
 */
import type { ComponentChildren } from "preact";
import type { z } from "zod";
import type { SourcePosition } from "../document/source-position.ts";
import { createMarkdown } from "../markdown/create-markdown.ts";
import { ownValue, type MarkedField } from "../publication/fields/marked-fields.ts";
import type { Chapter, ContentFile, Part } from "../publication/publication.ts";
import type { RenderedPart } from "../theme/rendered.ts";
import { renderFields } from "./render-fields.ts";
import { markElement, markText } from "./source-marks.ts";
import { textElements, type PictureElement } from "./text/text-elements.ts";

const markdown = createMarkdown();

/** How an edition shows the pictures of fields. */
interface Shown {
  readonly picture: PictureElement;
}

/** Where fields are written; the lines are not known of what was not read from a file. */
export type FieldPlaces = Pick<ContentFile, "file" | "fieldLines" | "links">;

export function placeOfField(
  places: FieldPlaces | undefined,
  ...path: MarkedField["path"]
): SourcePosition | undefined {
  const { file, fieldLines } = places ?? {};
  const line = fieldLines?.[path.join(".")];
  return file === undefined || line === undefined ? undefined : { file, line };
}

export function inlineElements(
  source: string,
  picture: PictureElement,
  position: SourcePosition | undefined,
  links: ContentFile["links"],
): ComponentChildren {
  return markText(position, textElements(markdown.renderInline(source), { picture, links }));
}

/** Pictures as the edition shows them, marked with where they are named. */
export function pictureAt(
  position: SourcePosition | undefined,
  picture: PictureElement,
): PictureElement {
  return (file, alt) => markElement(position, picture(file, alt));
}

/** A heading as others name it, in links to it: links in links would tear each other apart. */
export function titleElements(source: string, { picture }: Shown): ComponentChildren {
  return textElements(markdown.renderInline(source), { picture, withoutLinks: true });
}

/** A field of Markdown, as it is shown in its place; undefined where the file does not have it. */
export function shownField(
  content: Chapter | Part,
  name: string,
  { picture }: Shown,
): ComponentChildren {
  const written = ownValue(content.fields, name);
  if (typeof written !== "string") return undefined;
  return inlineElements(written, picture, placeOfField(content, name), content.links);
}

/** The same as others name it. */
export function namingField(
  content: Chapter | Part,
  name: string,
  shown: Shown,
): ComponentChildren {
  const written = ownValue(content.fields, name);
  if (typeof written !== "string") return undefined;
  return markText(placeOfField(content, name), titleElements(written, shown));
}

/** By what a chapter of text or a part is named: in the contents, and where there is little room. */
export function namesOf(
  content: Chapter | Part,
  shown: Shown,
): Pick<RenderedPart, "title" | "shortTitle"> {
  const title = namingField(content, "title", shown);
  return { title, shortTitle: namingField(content, SHORT_TITLE, shown) ?? title };
}

export const SHORT_TITLE = "short-title";

export function fieldsOf(
  schema: z.ZodObject,
  fields: unknown,
  places: FieldPlaces | undefined,
  { picture }: Shown,
): unknown {
  return renderFields(schema, fields, {
    inline: (source, path) =>
      inlineElements(source, picture, placeOfField(places, ...path), places?.links),
    picture: (path) => pictureAt(placeOfField(places, ...path), picture),
  });
}
