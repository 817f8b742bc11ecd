/**
 * A text as an edition shows it, before it becomes elements: with ids on the headings that links lead to,
 * addresses as pages have them, and without the passages of other editions. Input: what markdown-it wrote;
 * output: the same, parsed.
 */
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { inDocumentOrder } from "../../document/document-order.ts";
import type { Format } from "../../markdown/blocks/passages.ts";
import type { FileLinks } from "../../publication/publication.ts";
import { keepShown } from "./passages.ts";

type Fragment = DefaultTreeAdapterTypes.DocumentFragment;
type Element = DefaultTreeAdapterTypes.Element;

export function shownFragment(
  html: string,
  {
    links,
    formats,
  }: { readonly links?: FileLinks | undefined; readonly formats?: readonly Format[] },
): Fragment {
  const fragment = parseFragment(html);
  // Headings are counted in the whole text: those of passages that are not shown as well.
  if (links !== undefined) setLinks(fragment, links);
  if (formats !== undefined) keepShown(fragment, formats);
  return fragment;
}

function setLinks(fragment: Fragment, links: FileLinks): void {
  let headings = 0;
  for (const element of inDocumentOrder(fragment)) {
    if (/^h[1-6]$/u.test(element.tagName)) {
      const id = links.headings.get(headings);
      if (id !== undefined) element.attrs.push({ name: "id", value: id });
      headings += 1;
    }
    const href = element.tagName === "a" ? findAttribute(element, "href") : undefined;
    const address = href && links.addresses.get(href.value);
    if (href !== undefined && address !== undefined) href.value = address;
  }
}

function findAttribute({ attrs }: Element, wanted: string): Element["attrs"][number] | undefined {
  return attrs.find(({ name }) => name === wanted);
}
