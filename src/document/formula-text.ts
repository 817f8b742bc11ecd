/**
 * What a formula says on one line, for who listens: `x = (a + 1)/√2`. Input: an element of MathML;
 * output: its text. Pure. MathML Core 3; the line is written as Unicode Technical Note 28
 * has it, without what is for typesetting alone. Where letters of Unicode stand for a small digit above or
 * below, they are used: readers say “x squared” for x².
 */
import { collapse } from "./collapse.ts";

/** An element of MathML, or of what stands around it, by those who read it. */
export interface FormulaElement {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Computed `display`: what has `none` is not read. */
  readonly display: string;
  readonly children: readonly FormulaNode[];
}

export type FormulaNode = FormulaElement | { readonly kind: "text"; readonly text: string };

/** Empty where the formula says nothing. */
export function formulaText(element: FormulaElement): string {
  return tidied(textOf(element));
}

const unread = /^(?:annotation|annotation-xml|mphantom|mspace|none|mprescripts)$/;
/** Which say what is multiplied, parted or added, and show nothing. */
const invisibleOperators = /[\u2062-\u2064]/g;
/** Between a function and what it is applied to. */
const application = / ?\u2061 ?/g;

function textOf(node: FormulaNode): string {
  if (node.kind === "text") return spoken(node.text);
  const { name, display } = node;
  if (display === "none" || unread.test(name) || node.attributes["aria-hidden"] === "true")
    return "";
  const parts = partsOf(node);
  const part = (index: number): string => {
    const child = parts[index];
    return child === undefined ? "" : tidied(textOf(child));
  };
  switch (name) {
    case "mi":
    case "mn":
    case "mo":
    case "mtext":
    case "ms":
      return spoken(lettersOf(node));
    case "semantics":
      return part(0);
    case "mfrac":
      return `${grouped(part(0))}/${grouped(part(1))}`;
    case "msqrt":
      return `√${grouped(row(parts))}`;
    case "mroot":
      return root(part(0), part(1));
    case "msup":
      return part(0) + above(part(1));
    case "msub":
      return part(0) + below(part(1));
    case "msubsup":
      return part(0) + below(part(1)) + above(part(2));
    case "mover":
      return over(part(0), part(1));
    case "munder":
      return part(0) + below(part(1));
    case "munderover":
      return part(0) + below(part(1)) + above(part(2));
    case "mmultiscripts":
      return [part(0), ...scripts(parts.slice(1))].join("");
    case "mtable":
      return parts.map(textOf).filter(Boolean).join("; ");
    case "mtr":
      return parts.map((cell) => tidied(textOf(cell))).join(", ");
    default:
      return row(node.children);
  }
}

/** The text of a token, in which HTML may stand. */
function lettersOf(node: FormulaNode): string {
  if (node.kind === "text") return node.text;
  return node.display === "none" ? "" : node.children.map(lettersOf).join("");
}

/** Children that are elements: in a fraction or a root, each has its meaning by its place. */
function partsOf({ children }: FormulaElement): readonly FormulaElement[] {
  return children.filter((child) => child.kind === "element");
}

function row(nodes: readonly FormulaNode[]): string {
  return tidied(
    nodes
      .map(textOf)
      .filter((text) => text !== "")
      .join(" "),
  );
}

function spoken(text: string): string {
  return collapse(text.replace(invisibleOperators, ""));
}

/** Without spaces within brackets and before what ends. */
function tidied(text: string): string {
  return collapse(text)
    .replace(application, "")
    .replace(/([([{⟨⌊⌈]) /g, "$1")
    .replace(/ ([)\]}⟩⌋⌉,;!])/g, "$1");
}

const single = /^(?:[\p{N}.,]+|\p{L}\p{M}*|\p{L}{2,}|[^\s])$/u;

/** In brackets, unless it is one thing alone. */
function grouped(text: string): string {
  return text === "" || single.test(text) || isBracketed(text) ? text : `(${text})`;
}

function isBracketed(text: string): boolean {
  if (!text.startsWith("(") || !text.endsWith(")")) return false;
  let depth = 0;
  for (const [at, letter] of Array.from(text).entries()) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (depth === 0 && at < Array.from(text).length - 1) return false;
  }
  return depth === 0;
}

const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹").map((letter, digit) => [String(digit), letter])),
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
  n: "ⁿ",
};
const lowered: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from("₀₁₂₃₄₅₆₇₈₉").map((letter, digit) => [String(digit), letter])),
  "+": "₊",
  "-": "₋",
  "−": "₋",
};

/** Undefined where a letter of it has no small one, or where a sign would stand alone. */
function small(text: string, letters: Readonly<Record<string, string>>): string | undefined {
  const found = Array.from(text.replaceAll(" ", ""), (letter) => letters[letter]);
  const isWhole = found.every((letter) => letter !== undefined) && /[\p{N}n]/u.test(text);
  return isWhole ? found.join("") : undefined;
}

function above(text: string): string {
  if (text === "" || /^[′″‴⁗'*†°∘]+$/u.test(text)) return text;
  return small(text, raised) ?? `^${grouped(text)}`;
}

function below(text: string): string {
  return text === "" ? "" : (small(text, lowered) ?? `_${grouped(text)}`);
}

function root(radicand: string, index: string): string {
  const sign = { "": "√", "2": "√", "3": "∛", "4": "∜" }[index];
  return (sign ?? `${small(index, raised) ?? `(${index})`}√`) + grouped(radicand);
}

/** Marks over one letter, by what is written for them. */
const accents: Readonly<Record<string, string>> = {
  "¯": "\u0304",
  "‾": "\u0304",
  "^": "\u0302",
  ˆ: "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "→": "\u20D7",
  "⃗": "\u20D7",
  "˙": "\u0307",
  "¨": "\u0308",
};

function over(base: string, mark: string): string {
  const accent = accents[mark];
  return accent !== undefined && Array.from(base).length === 1
    ? (base + accent).normalize("NFC")
    : base + above(mark);
}

/** Below and above in pairs; those that stand before the base come after `mprescripts`. */
function scripts(parts: readonly FormulaElement[]): readonly string[] {
  const texts = parts
    .filter(({ name }) => name !== "mprescripts")
    .map((part) => tidied(textOf(part)));
  return texts.map((text, at) => (at % 2 === 0 ? below(text) : above(text)));
}
