/**
 * Runs in the world that proves. Writes the style sheets of a frame's document as rules for that
 * document's elements alone, when these become a section of the document around the frame. Input: the
 * frame's document, whose elements carry the frame's number; output: the text of a style sheet.
 *
 * What is asked of such a document belongs to another realm, so that kinds are known by name.
 */
import { marks, type FrameContext } from "./frame-context.ts";
import { declarationsOf } from "./frame-declarations.ts";
import { scopedSelectors, scopeOf } from "./frame-selectors.ts";

function kindOf(rule: CSSRule): string {
  return Object.prototype.toString.call(rule).slice(8, -1);
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** What stands before the block of a rule that holds others. */
function headOf(rule: CSSRule): string {
  return rule.cssText.slice(0, rule.cssText.indexOf("{")).trim();
}

function ruleText(rule: CSSRule, base: string, context: FrameContext): string {
  switch (kindOf(rule)) {
    case "CSSStyleRule": {
      const { selectorText, cssText } = rule as CSSStyleRule;
      const block = cssText.slice(cssText.indexOf("{", selectorText.length));
      return `${scopedSelectors(selectorText, context)} ${declarationsOf(block, base, context)}`;
    }
    case "CSSImportRule": {
      const { styleSheet, media } = rule as CSSImportRule;
      return styleSheet === null ? "" : sheetText(styleSheet, media.mediaText, base, context);
    }
    case "CSSMediaRule":
    case "CSSSupportsRule":
    case "CSSContainerRule":
    case "CSSStartingStyleRule":
    case "CSSLayerBlockRule": {
      const inner = [...(rule as CSSGroupingRule).cssRules].map((each) =>
        ruleText(each, base, context),
      );
      return `${inLayerOf(headOf(rule), context)} {\n${inner.join("\n")}\n}`;
    }
    case "CSSLayerStatementRule":
      return `@layer ${[...(rule as CSSLayerStatementRule).nameList]
        .map((name) => layerName(name, context))
        .join(", ")};`;
    case "CSSFontFaceRule":
    case "CSSKeyframesRule":
    case "CSSCounterStyleRule":
    case "CSSPropertyRule":
    case "CSSFontFeatureValuesRule":
    case "CSSFontPaletteValuesRule":
      return declarationsOf(rule.cssText, base, context);
    default:
      // Pages are those of the document around it.
      return "";
  }
}

function layerName(name: string, { number }: FrameContext): string {
  return `imprimatur-frame-${number}.${name}`;
}

function inLayerOf(head: string, context: FrameContext): string {
  const layer = /^@layer\b\s*(.*)$/s.exec(head)?.[1];
  if (layer === undefined) return head;
  return layer === "" ? head : `@layer ${layerName(layer, context)}`;
}

function sheetText(
  sheet: CSSStyleSheet,
  media: string,
  outerBase: string,
  context: FrameContext,
): string {
  if (sheet.disabled) return "";
  const base = sheet.href ?? outerBase;
  const text = rulesOf(sheet)
    .map((rule) => ruleText(rule, base, context))
    .join("\n");
  return media === "" || text === "" ? text : `@media ${media} {\n${text}\n}`;
}

/** What attributes of HTML say of looks, which would be taken back with the styles around. */
const hinted = [
  ..."width height align valign bgcolor border color face size hspace vspace nowrap noshade".split(
    " ",
  ),
  ..."cellpadding cellspacing rules frame background start type value reversed dir hidden".split(
    " ",
  ),
];

/**
 * The document around the frame gives its elements no styles: they begin with what the browser gives,
 * as in a frame.
 */
function beginning(number: number): string {
  const scope = scopeOf(number);
  // Without weight, so that any rule of the frame comes before it.
  const kept = `:where(:not(${hinted.map((name) => `[${name}]`).join(", ")}, svg, svg *, math, math *, table[border] *, table[cellpadding] *))`;
  const pseudos = ["::before", "::after", "::first-letter", "::first-line"];
  return [
    `${scope}${kept} { all: revert; }`,
    ...pseudos.map((pseudo) => `${scope}${pseudo} { all: revert; }`),
    `${scope}[${marks.root}] { all: initial; display: block; position: relative; margin: 1em 0; }`,
    `${scope}[${marks.body}] { display: block; }`,
  ].join("\n");
}

/** The text of a style sheet for the frame's elements, first what keeps other styles away. */
export function stylesOf(context: FrameContext): string {
  const { inner } = context;
  const sheets = [...inner.styleSheets, ...inner.adoptedStyleSheets];
  return [
    beginning(context.number),
    ...sheets.map((sheet) => sheetText(sheet, sheet.media.mediaText, inner.baseURI, context)),
  ].join("\n");
}
