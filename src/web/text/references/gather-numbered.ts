/**
 * The figures and tables of an edition that lists of them show: those with a number and a caption. Input:
 * chapters, the HTML of all texts, and the formats of the edition; output: things in the order of
 * reading. What a passage has for other editions alone is none of them.
 */
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from "parse5";
import { inDocumentOrder } from "../../../document/document-order.ts";
import type { Format } from "../../../markdown/blocks/passages.ts";
import { CREDIT_CLASS } from "../../../markdown/figures/figures.ts";
import { LISTED_KINDS, type ListedKind } from "../../../markdown/references/numbered-lists.ts";
import { NUMBERED } from "../../../markdown/references/numbered.ts";
import { contentFilesOf } from "../../../publication/content-files.ts";
import type { Chapter } from "../../../publication/publication.ts";
import type { Bodies } from "../../eleventy/texts.ts";
import { attributeOf } from "../../typography/paragraphs.ts";
import { shownFragment } from "../shown-fragment.ts";
import { repeatable } from "./numbered-things.ts";

type Element = DefaultTreeAdapterTypes.Element;

export interface NumberedThing {
  readonly kind: ListedKind;
  readonly id: string;
  /** That it stands in. */
  readonly file: string;
  /** HTML of its caption, without its credit, notes and ids. */
  readonly caption: string;
}

export function gatherNumbered(
  chapters: readonly Chapter[],
  bodies: Bodies,
  formats: readonly Format[],
): readonly NumberedThing[] {
  return contentFilesOf(chapters).flatMap(({ file }) =>
    numberedIn(bodies.get(file) ?? "", formats).map((thing) => ({ ...thing, file })),
  );
}

/** Those of one text. */
export function numberedIn(
  html: string,
  formats: readonly Format[],
): readonly Omit<NumberedThing, "file">[] {
  // Most texts have none, and need not be parsed for it.
  if (!html.includes(NUMBERED)) return [];
  return [...inDocumentOrder(shownFragment(html, { formats }))].flatMap((element) => {
    const kind = LISTED_KINDS.find((each) => each === attributeOf(element, NUMBERED));
    const id = attributeOf(element, "id");
    const caption = kind && captionOf(element);
    if (kind === undefined || id === undefined || caption === undefined) return [];
    return [{ kind, id, caption }];
  });
}

function captionOf(element: Element): string | undefined {
  const caption = element.childNodes.find(
    (node): node is Element => node.nodeName === "figcaption" || node.nodeName === "caption",
  );
  if (caption === undefined) return undefined;
  const copy = parseFragment(repeatable(caption));
  copy.childNodes = copy.childNodes.filter(
    (node) => !("tagName" in node && attributeOf(node, "class") === CREDIT_CLASS),
  );
  const html = serialize(copy).trim();
  return html === "" ? undefined : html;
}
