/**
 * A formula that is written in TeX, as MathML Core. Input: TeX and how it stands; output: the element
 * `math`, and what it says on one line, or what is wrong. Untrusted: commands that would lead
 * elsewhere, paint or define are refused (`refused-commands.ts`), and length, nesting and the
 * expansions of Temml's own macros have limits.
 */
import { parseFragment, serializeOuter, type DefaultTreeAdapterTypes } from "parse5";
import temml from "temml";
import { formulaText, type FormulaElement } from "../../document/formula-text.ts";
import type { Wording } from "../fault-token.ts";
import { coreMathml, NotCore } from "./core-mathml.ts";
import { refusedCommand } from "./refused-commands.ts";
import { unreadable } from "./tex-faults.ts";

type Element = DefaultTreeAdapterTypes.Element;

export interface Formula {
  /** `<math>`, as it is written in HTML. */
  readonly html: string;
  /** What it says on one line, where no element can stand: `E = mc²`. */
  readonly line: string;
}

export interface FormulaOptions {
  /** It stands on lines of its own. */
  readonly isDisplayed: boolean;
  /** What the author says that it says. */
  readonly alternative?: string | undefined;
}

export const FORMULA_LIMITS = {
  /** Characters of TeX. */
  length: 4000,
  /** Groups in groups. */
  nesting: 40,
  /** Of macros that Temml itself has: authors cannot define any. */
  expansions: 1000,
  /** In ems, of what a formula gives as a length. */
  size: 20,
} as const;

/** Letters and signs that may be wider than a telephone is, and must scroll there. */
const LETTERS_OF_NARROW_LINE = 18;

export function readFormula(
  tex: string,
  { isDisplayed, alternative }: FormulaOptions,
): Formula | Wording {
  const refused = limitFault(tex) ?? refusedCommand(tex);
  if (refused !== undefined) return refused;
  try {
    const html = temml.renderToString(withoutNumbers(tex), {
      ...{ displayMode: isDisplayed, annotate: false, throwOnError: true },
      ...{ trust: false, strict: false, maxExpand: FORMULA_LIMITS.expansions },
      maxSize: [FORMULA_LIMITS.size, FORMULA_LIMITS.size],
    });
    const element = coreMathml(parseFragment(html), FORMULA_LIMITS.nesting);
    const line = formulaText(asFormula(element));
    if (line === "") return EMPTY;
    const add = (name: string, value: string) => element.attrs.push({ name, value });
    if (isDisplayed) add("display", "block");
    if (alternative !== undefined) add("alttext", alternative);
    // What scrolls must be reached by keys, and what does not must not be in their way.
    if (isDisplayed && lettersOf(element) > LETTERS_OF_NARROW_LINE) add("tabindex", "0");
    return { html: serializeOuter(element), line: alternative ?? line };
  } catch (error) {
    if (error instanceof NotCore) return error.wording;
    if (error instanceof RangeError) return TOO_NESTED;
    return unreadable(error);
  }
}

export function isFormula(read: Formula | Wording): read is Formula {
  return "html" in read;
}

const EMPTY: Wording = {
  message: "a formula says nothing",
  expected: "TeX between the dollar signs",
  hint: "write the formula, or `\\$` for a dollar sign",
};

const TOO_NESTED: Wording = {
  message: "a formula has too many groups in groups",
  expected: `at most ${FORMULA_LIMITS.nesting}, one in another`,
  hint: "give a part of it a name, and write it as a formula of its own",
};

function limitFault(tex: string): Wording | undefined {
  if (tex.trim() === "") return EMPTY;
  if (tex.length > FORMULA_LIMITS.length) {
    return {
      message: `a formula has ${tex.length} characters`,
      expected: `at most ${FORMULA_LIMITS.length}`,
      hint: "write it as several formulas; if text follows it, look for a dollar sign that is missing",
    };
  }
  let depth = 0;
  for (const [brace] of tex.replace(/\\[\s\S]/gu, "").matchAll(/[{}]/gu)) {
    depth += brace === "{" ? 1 : -1;
    if (depth > FORMULA_LIMITS.nesting) return TOO_NESTED;
  }
  return undefined;
}

/** Formulas are numbered by their ids: environments that number each line are those that do not. */
function withoutNumbers(tex: string): string {
  return tex.replace(/(\\(?:begin|end)\{(?:equation|align|gather|alignat))\}/gu, "$1*}");
}

/** As those read it who know MathML and no parser. */
function asFormula({ tagName, attrs, childNodes }: Element): FormulaElement {
  return {
    ...{ kind: "element", name: tagName, display: "inline" },
    attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
    children: childNodes.flatMap((child): FormulaElement["children"] => {
      if ("tagName" in child) return [asFormula(child)];
      return child.nodeName === "#text" && "value" in child
        ? [{ kind: "text", text: child.value }]
        : [];
    }),
  };
}

/** Of its longest row, or of all of it where it is in one. */
function lettersOf(node: DefaultTreeAdapterTypes.ChildNode): number {
  if (node.nodeName === "#text" && "value" in node) return Array.from(node.value).length;
  if (!("tagName" in node)) return 0;
  const counts = node.childNodes.map(lettersOf);
  return node.tagName === "mtable" || node.tagName === "mfrac"
    ? Math.max(0, ...counts)
    : counts.reduce((sum, count) => sum + count, 0);
}
