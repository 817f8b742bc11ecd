/**
 * What MathML Core leaves to CSS: on which side cells of a table stand, how far apart they are, and
 * lines between them and round a box. Input: an element as Temml wrote it, with classes and styles;
 * output: declarations, in an order of their own, that need no style sheet beside them.
 */
import type { DefaultTreeAdapterTypes } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;

const PADDINGS = ["padding-top", "padding-right", "padding-bottom", "padding-left"] as const;
/** Properties of cells and boxes, in the order in which they are written. */
const PROPERTIES: readonly string[] = [
  ...["text-align", "padding", ...PADDINGS],
  ...["border", "border-top", "border-right", "border-bottom", "border-left"],
];
/** One length or several, and a kind of line. */
const VALUE = /^(?:\d+(?:\.\d+)?(?:em|pt|px)?(?: (?=\S)|$))+(?:(?:solid|dashed|double)$)?$/u;
const SIDES: Readonly<Record<string, string>> = { "tml-left": "left", "tml-right": "right" };
/** Above and below the rows of a table, by its class: lines of a formula, lines of a small script. */
const ROWS: Readonly<Record<string, string>> = { "tml-jot": "0.35em", "tml-small": "0em" };
/** Temml counts in points of text of this size. */
const POINTS_PER_EM = 12;

/** Empty where it needs none. */
export function styleOf(element: Element): string {
  const { tagName } = element;
  if (tagName !== "mtd" && tagName !== "mrow") return "";
  const found = new Map(declarationsOf(element));
  if (tagName === "mtd") {
    const side = classesOf(element).flatMap((name) => SIDES[name] ?? [])[0];
    if (side !== undefined) found.set("text-align", side);
    const height = rowHeightOf(element);
    if (height !== undefined) found.set("padding-top", height).set("padding-bottom", height);
  }
  const sides = PADDINGS.map((property) => found.get(property));
  if (sides.every((side) => side !== undefined)) {
    found.set("padding", sides.map((side) => (side === "0em" ? "0" : side)).join(" "));
    for (const property of PADDINGS) found.delete(property);
  }
  return PROPERTIES.flatMap((property) => {
    const value = found.get(property);
    return value === undefined ? [] : [`${property}:${value}`];
  }).join(";");
}

function* declarationsOf(element: Element): Generator<readonly [string, string]> {
  for (const declaration of (attributeOf(element, "style") ?? "").split(";")) {
    const [property = "", value = ""] = declaration.split(":").map((part) => part.trim());
    if (PROPERTIES.includes(property) && VALUE.test(value)) yield [property, inEms(value)];
  }
}

/** So that a formula has the proportions of its text. */
function inEms(value: string): string {
  return value.replace(/(\d+(?:\.\d+)?)pt/gu, (_, points: string) => {
    return `${Number((Number(points) / POINTS_PER_EM).toFixed(3))}em`;
  });
}

function rowHeightOf(cell: Element): string | undefined {
  const table = parentOf(parentOf(cell));
  if (table === undefined) return undefined;
  return classesOf(table).flatMap((name) => ROWS[name] ?? [])[0];
}

function parentOf(element: Element | undefined): Element | undefined {
  const parent = element?.parentNode;
  return parent && "tagName" in parent ? parent : undefined;
}

function classesOf(element: Element): readonly string[] {
  return (attributeOf(element, "class") ?? "").split(/\s+/u);
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
