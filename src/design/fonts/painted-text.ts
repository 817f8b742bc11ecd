/**
 * The text that a page paints. Input: an HTML document; output: its text nodes that a reader sees,
 * in their order, those of formulas by themselves. What style sheets add is in `stylesheet-fonts.ts`; computed styles are not known
 * here, so text that a style hides is painted text too.
 */
import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const NOT_PAINTED: ReadonlySet<string> = new Set(["head", "script", "style", "template"]);

/** Text nodes without those of head, scripts, styles and formulas. */
export function paintedTexts(html: string): readonly string[] {
  return textsOf(parse(html), () => []);
}

/** Text nodes of formulas, which have a font of their own. */
export function formulaTexts(html: string): readonly string[] {
  return elementsIn(parse(html))
    .filter(isFormula)
    .flatMap(({ childNodes }) => childNodes.flatMap((child) => textsOf(child, () => [])));
}

function isFormula({ tagName }: Element): boolean {
  return tagName === "math";
}

/** Alternatives of pictures, which a browser paints where a picture cannot be loaded. */
export function alternativeTexts(html: string): readonly string[] {
  return textsOf(parse(html), (node) =>
    "attrs" in node
      ? node.attrs.filter(({ name }) => name === "alt").map(({ value }) => value)
      : [],
  );
}

/** Every element below `node`, in the order of the page; those of templates are not painted. */
export function elementsIn(node: Node): readonly Element[] {
  const kids = "childNodes" in node ? node.childNodes.flatMap(elementsIn) : [];
  return "tagName" in node ? [node, ...kids] : kids;
}

function textsOf(node: Node, own: (node: Node) => readonly string[]): readonly string[] {
  if ("value" in node) return [node.value];
  if (!("childNodes" in node)) return [];
  if ("tagName" in node && (NOT_PAINTED.has(node.tagName) || isFormula(node))) return [];
  return [...own(node), ...node.childNodes.flatMap((child) => textsOf(child, own))];
}
