/**
 * Takes out what a document wants from the web before it is laid out: style sheets and scripts at
 * remote addresses. No program has a network here, and some give up without such a file. All else
 * stays byte for byte. Input: HTML; output: HTML. Pure.
 */
import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

const REMOTE = /^(?:https?:)?\/\//iu;

/** @param html as Latin-1, whatever its encoding: tags and addresses are ASCII. */
export function cutRemote(html: string): string {
  const cuts: { from: number; to: number }[] = [];
  const visit = (node: Node): void => {
    if (!("tagName" in node)) return;
    const attribute = (name: string): string =>
      node.attrs.find((each) => each.name === name)?.value ?? "";
    const isSheet = node.tagName === "link" && /\bstylesheet\b/iu.test(attribute("rel"));
    const address = isSheet ? attribute("href") : node.tagName === "script" ? attribute("src") : "";
    const place = node.sourceCodeLocation;
    if (REMOTE.test(address.trim()) && place) {
      cuts.push({ from: place.startOffset, to: place.endOffset });
    }
    for (const child of node.childNodes) visit(child);
  };
  for (const node of parse(html, { sourceCodeLocationInfo: true }).childNodes) visit(node);
  return cuts.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), html);
}
