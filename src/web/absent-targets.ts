/**
 * Links of an edition to what it does not have, because it has only some parts, or because a passage is
 * for others: their text stays, as text. Input: the HTML of its page; output: the same without such links. That they lead to a part of the
 * publication is known since its content was read. Every other link stays, a dead one too: judges see it.
 */
import { parse, serialize, type DefaultTreeAdapterTypes } from "parse5";
import { inDocumentOrder } from "../document/document-order.ts";
import { pathOfAddress } from "../publication/fields/picture-path.ts";
import type { Edition } from "../publication/publication.ts";
import type { Bodies } from "./eleventy/texts.ts";
import { havePassages } from "./text/passages.ts";
import { attributeOf } from "./typography/paragraphs.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** Whether an edition may lack what others have. */
export function leavesOut({ parts }: Pick<Edition, "parts">, bodies: Bodies): boolean {
  return parts !== undefined || havePassages(bodies);
}

export function withoutAbsentTargets(html: string): string {
  const root = parse(html);
  const elements = [...inDocumentOrder(root)];
  const ids = new Set(elements.map((element) => attributeOf(element, "id")));
  const dead = elements.filter((element) => {
    const href = element.tagName === "a" ? attributeOf(element, "href") : undefined;
    return href?.startsWith("#") === true && !ids.has(pathOfAddress(href.slice(1)));
  });
  for (const link of dead) putContentInPlace(link);
  return dead.length === 0 ? html : serialize(root);
}

function putContentInPlace(link: Element): void {
  const { parentNode, childNodes } = link;
  if (parentNode === null) return;
  for (const child of childNodes) child.parentNode = parentNode;
  parentNode.childNodes.splice(parentNode.childNodes.indexOf(link), 1, ...childNodes);
}
