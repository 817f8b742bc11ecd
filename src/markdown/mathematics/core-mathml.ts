/**
 * Temml's MathML as MathML Core that needs no style sheet of Temml's. Input: what it wrote, parsed;
 * output: a new element `math` of the elements and attributes that are named here. Lengths and sides
 * of table cells, for which Core has no attributes, are in `style`. Anything else is refused: nothing
 * that is not named here comes into a page.
 */
import { defaultTreeAdapter, html as parse5Html, type DefaultTreeAdapterTypes } from "parse5";
import type { Wording } from "../fault-token.ts";
import { styleOf } from "./formula-style.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const MATHML = parse5Html.NS.MATHML;

/** Attributes that Core has, by element; values are Temml's. */
const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    math: "",
    mrow: "displaystyle scriptlevel",
    mi: "",
    mn: "",
    mtext: "",
    ms: "",
    mo: "form stretchy symmetric minsize maxsize lspace rspace movablelimits",
    mspace: "width height depth",
    mfrac: "linethickness displaystyle",
    msqrt: "",
    mroot: "",
    mstyle: "displaystyle scriptlevel",
    mpadded: "width height depth lspace voffset",
    mphantom: "",
    msub: "",
    msup: "",
    msubsup: "",
    munder: "",
    mover: "",
    munderover: "",
    mmultiscripts: "",
    mprescripts: "",
    mtable: "displaystyle",
    mtr: "",
    mtd: "columnspan rowspan",
  }).map(([name, attributes]) => [name, attributes.split(" ")]),
);

/** What has a line over or under it, in Core: a sign that stretches. */
const LINES: Readonly<Record<string, readonly [tag: string, sign: string]>> = {
  top: ["mover", "\u203E"],
  bottom: ["munder", "_"],
};

/** The formula has what Core cannot show. */
export class NotCore extends Error {
  readonly wording: Wording;

  constructor(what: string) {
    super(what);
    this.wording = {
      message: `a formula has what cannot be shown here: ${what}`,
      expected: "TeX for fractions, roots, scripts, fences, tables, accents, letters and text",
      hint: "write it another way, or show a picture with a text that stands for it",
    };
  }
}

/** @throws NotCore; RangeError where elements stand deeper in one another than `nesting` groups need. */
export function coreMathml(parsed: Parent, nesting: number): Element {
  const [root, ...others] = parsed.childNodes;
  if (root === undefined || others.length > 0 || !isMathml(root) || root.tagName !== "math") {
    throw new NotCore("a reference");
  }
  // A group of TeX is at most three elements: a row, a cell and what holds them.
  const math = create("math");
  for (const child of childrenOf(root, nesting * 3)) defaultTreeAdapter.appendChild(math, child);
  return math;
}

function childrenOf({ childNodes }: Element, depthLeft: number): readonly Node[] {
  if (depthLeft < 0) throw new RangeError("too deep");
  return childNodes.flatMap((child) => childOf(child, depthLeft));
}

function childOf(node: Node, depthLeft: number): readonly Node[] {
  if (node.nodeName === "#text" && "value" in node) {
    return [defaultTreeAdapter.createTextNode(node.value.normalize("NFC"))];
  }
  if (!isMathml(node)) throw new NotCore(node.nodeName);
  if (isNothing(node)) return [];
  const children = childrenOf(node, depthLeft - 1);
  if (node.tagName === "menclose") return [lined(node, children)];
  const allowed = ATTRIBUTES.get(node.tagName);
  if (allowed === undefined) throw new NotCore(node.tagName);
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attrs) if (allowed.includes(name)) attributes[name] = value;
  if (node.tagName === "mi" && attributeOf(node, "mathvariant") === "normal") {
    attributes.mathvariant = "normal";
  }
  if (hasAccent(node)) attributes.accent = "true";
  const style = styleOf(node);
  if (style !== "") attributes.style = style;
  const [only] = children;
  // A row of one is the one.
  const isRowOfOne = node.tagName === "mrow" && children.length === 1 && only !== undefined;
  if (isRowOfOne && Object.keys(attributes).length === 0 && "tagName" in only) return [only];
  return [create(node.tagName, attributes, children)];
}

function lined(node: Element, children: readonly Node[]): Element {
  const notation = attributeOf(node, "notation") ?? "";
  const line = LINES[notation];
  if (line === undefined) throw new NotCore(`a line ${notation}`);
  const [tag, sign] = line;
  const mark = create("mo", { stretchy: "true" }, [defaultTreeAdapter.createTextNode(sign)]);
  const [only] = children;
  const base = children.length === 1 && only !== undefined ? only : create("mrow", {}, children);
  return create(tag, tag === "mover" ? { accent: "true" } : { accentunder: "true" }, [base, mark]);
}

/** What Temml writes for the sake of browsers, and shows nothing. */
function isNothing({ tagName, attrs, childNodes }: Element): boolean {
  return tagName === "mspace" && attrs.length === 0 && childNodes.length === 0;
}

/** Its mark is as large as its base: Temml says so by a style, Core by an attribute. */
function hasAccent({ tagName, childNodes }: Element): boolean {
  const mark = childNodes[1];
  if (tagName !== "mover" || mark === undefined || !isMathml(mark)) return false;
  const isVector = (attributeOf(mark, "class") ?? "").includes("tml-vec");
  return isVector || (attributeOf(mark, "style") ?? "").includes("math-depth:0");
}

function create(
  tagName: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Node[] = [],
): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = defaultTreeAdapter.createElement(tagName, MATHML, attrs);
  for (const child of children) defaultTreeAdapter.appendChild(element, child);
  return element;
}

function isMathml(node: Node): node is Element {
  return "tagName" in node && node.namespaceURI === MATHML;
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
