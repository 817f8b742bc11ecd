/**
 * Runs in the world that proves. Writes the style sheets of a frame's document as rules for that
 * document's elements alone, when these become a section of the document around the frame. Input: the
 * frame's document, whose elements carry the frame's number; output: the text of a style sheet.
 *
 * What is asked of such a document belongs to another realm, so that kinds are known by name.
 */
export interface FrameContext {
  readonly inner: Document;
  readonly number: number;
  /** New names of ids that the document around the frame has as well. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface FrameMarks {
  /** On every element of a frame's document: its frame's number. */
  readonly frame: "data-imprimatur-frame";
  /** On what stands for its `html` element. */
  readonly root: "data-imprimatur-root";
  /** On what stands for its `body` element. */
  readonly body: "data-imprimatur-body";
}

export interface FrameStyles {
  readonly marks: FrameMarks;
  /** The text of a style sheet for the frame's elements, first what keeps other styles away. */
  readonly stylesOf: (context: FrameContext) => string;
  /** Declarations of the frame's document in the form that they have around it. */
  readonly declarations: (css: string, context: FrameContext) => string;
}

export function installFrameStyles(): void {
  const marks: FrameMarks = {
    frame: "data-imprimatur-frame",
    root: "data-imprimatur-root",
    body: "data-imprimatur-body",
  };
  const quoted = String.raw`"(?:[^"\\]|\\.)*"`;

  /** Before rules of the document around it, whose selectors seldom have so many classes. */
  const scopeOf = (number: number): string => `[${marks.frame}="${number}"]`.repeat(5);

  /** A list at its commas, but for those in parentheses, brackets and strings. */
  const partsOf = (selectors: string): string[] => {
    const parts = [""];
    let depth = 0;
    for (const [token] of selectors.matchAll(new RegExp(`${quoted}|\\\\.|[^]`, "gu"))) {
      if (/^[([]$/.test(token)) depth++;
      if (/^[)\]]$/.test(token)) depth--;
      if (token === "," && depth === 0) parts.push("");
      else parts.push(`${parts.pop() ?? ""}${token}`);
    }
    return parts.map((part) => part.trim());
  };

  const token = new RegExp(
    `${quoted}|\\[[^\\]]*\\]|\\\\.|#(?:[\\w-]|[^\\0-\\x7F]|\\\\.)+|:root\\b|(?<![\\w.#:-])(?:html|body)(?![\\w-])`,
    "gu",
  );

  /** One selector for the frame's elements alone. */
  const scopedSelector = (selector: string, { number, renamed }: FrameContext): string => {
    const own = selector.replace(token, (found) => {
      if (found === "html" || found === ":root") return `[${marks.root}]`;
      if (found === "body") return `[${marks.body}]`;
      if (!found.startsWith("#")) return found;
      const name = renamed.get(found.slice(1).replaceAll("\\", ""));
      return name === undefined ? found : `#${CSS.escape(name)}`;
    });
    const pseudo = own.search(/::[\w-]+(?:\([^()]*\))?(?::[\w-]+)*$/);
    return pseudo === -1
      ? `${own}${scopeOf(number)}`
      : `${own.slice(0, pseudo)}${scopeOf(number)}${own.slice(pseudo)}`;
  };

  const scopedSelectors = (selectors: string, context: FrameContext): string =>
    partsOf(selectors)
      .map((selector) => scopedSelector(selector, context))
      .join(", ");

  /** Addresses from where the style sheet stood, and lengths of the frame's window in pixels. */
  const declarations = (css: string, base: string, context: FrameContext): string => {
    const { innerWidth = 0, innerHeight = 0 } = context.inner.defaultView ?? {};
    const units: Readonly<Record<string, number>> = {
      w: innerWidth,
      i: innerWidth,
      h: innerHeight,
      b: innerHeight,
      min: Math.min(innerWidth, innerHeight),
      max: Math.max(innerWidth, innerHeight),
    };
    const pattern = new RegExp(
      `url\\((${quoted})\\)|${quoted}|(?<![\\w.-])(-?[\\d.]+)[dsl]?v(w|i|h|b|min|max)\\b`,
      "gu",
    );
    return css.replace(pattern, (all: string, address?: string, length?: string, unit?: string) => {
      if (length !== undefined) return `${(Number(length) * (units[unit ?? ""] ?? 0)) / 100}px`;
      if (address === undefined) return all;
      const value = address.slice(1, -1).replace(/\\(.)/g, "$1");
      if (value.startsWith("#")) {
        return `url(${JSON.stringify(`#${context.renamed.get(value.slice(1)) ?? value.slice(1)}`)})`;
      }
      return `url(${JSON.stringify(URL.parse(value, base)?.href ?? value)})`;
    });
  };

  const kindOf = (rule: CSSRule): string => Object.prototype.toString.call(rule).slice(8, -1);

  const rulesOf = (sheet: CSSStyleSheet): readonly CSSRule[] => {
    try {
      return [...sheet.cssRules];
    } catch {
      return [];
    }
  };

  /** What stands before the block of a rule that holds others. */
  const headOf = (rule: CSSRule): string => rule.cssText.slice(0, rule.cssText.indexOf("{")).trim();

  const ruleText = (rule: CSSRule, base: string, context: FrameContext): string => {
    switch (kindOf(rule)) {
      case "CSSStyleRule": {
        const { selectorText, cssText } = rule as CSSStyleRule;
        const block = cssText.slice(cssText.indexOf("{", selectorText.length));
        return `${scopedSelectors(selectorText, context)} ${declarations(block, base, context)}`;
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
        return declarations(rule.cssText, base, context);
      default:
        // Pages are those of the document around it.
        return "";
    }
  };

  const layerName = (name: string, { number }: FrameContext): string =>
    `imprimatur-frame-${number}.${name}`;

  const inLayerOf = (head: string, context: FrameContext): string => {
    const layer = /^@layer\b\s*(.*)$/s.exec(head)?.[1];
    if (layer === undefined) return head;
    return layer === "" ? head : `@layer ${layerName(layer, context)}`;
  };

  const sheetText = (
    sheet: CSSStyleSheet,
    media: string,
    outerBase: string,
    context: FrameContext,
  ): string => {
    if (sheet.disabled) return "";
    const base = sheet.href ?? outerBase;
    const text = rulesOf(sheet)
      .map((rule) => ruleText(rule, base, context))
      .join("\n");
    return media === "" || text === "" ? text : `@media ${media} {\n${text}\n}`;
  };

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
  const beginning = (number: number): string => {
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
  };

  window.proof = {
    ...window.proof,
    frameStyles: {
      marks,
      stylesOf: (context) => {
        const { inner } = context;
        const sheets = [...inner.styleSheets, ...inner.adoptedStyleSheets];
        return [
          beginning(context.number),
          ...sheets.map((sheet) => sheetText(sheet, sheet.media.mediaText, inner.baseURI, context)),
        ].join("\n");
      },
      declarations: (css, context) => declarations(css, context.inner.baseURI, context),
    },
  };
}
