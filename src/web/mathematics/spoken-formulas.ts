/**
 * Words for formulas, in the language that they stand in: “E equals m c squared”. Input: a page, and the
 * language of what says none; output: the page, in which each `math` of a language that is known has
 * them as its `alttext`, which the PDF takes for its alternative. What an author has given stays. In other
 * languages, and where a formula is very long, there are no words: who reads the PDF has the formula's
 * line, and who reads MathML has its elements.
 *
 * The Speech Rule Engine makes them, from files in its package. It is loaded when there is a formula.
 */
import { parse, serialize, serializeOuter, type DefaultTreeAdapterTypes } from "parse5";
import { elementsIn } from "../../design/fonts/painted-text.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** By BCP 47's primary tags: what the engine's package has rules of ClearSpeak or MathSpeak for. */
const LOCALES: ReadonlyMap<string, string> = new Map([
  ...["ca", "da", "de", "en", "es", "fr", "it", "nb", "nn", "sv"].map((tag) => [tag, tag] as const),
  ["no", "nb"],
]);
/** The engine's time grows with the square of a formula's length: this takes a tenth of a second. */
const MAX_TOKENS = 400;
const TOKENS: ReadonlySet<string> = new Set(["mi", "mn", "mo", "ms", "mtext"]);

interface Unspoken {
  readonly math: Element;
  readonly locale: string;
}

/** @param lang BCP 47 tag of the text outside any `lang` attribute. */
export async function withSpokenFormulas(html: string, lang: string): Promise<string> {
  if (!html.includes("<math")) return html;
  const document = parse(html.trimEnd());
  const unspoken = formulasIn(document, lang).filter(
    ({ math }) => attributeOf(math, "alttext") === undefined && isShort(math),
  );
  // One language after another: the engine has one at a time.
  for (const locale of [...new Set(unspoken.map((each) => each.locale))]) {
    const formulas = unspoken.filter((each) => each.locale === locale);
    for (const isOfChoice of [false, true]) {
      const maths = formulas.flatMap(({ math }) => (hasChoice(math) === isOfChoice ? math : []));
      await speak(maths, locale, isOfChoice);
    }
  }
  return `${serialize(document)}\n`;
}

async function speak(
  formulas: readonly Element[],
  locale: string,
  isOfChoice: boolean,
): Promise<void> {
  if (formulas.length === 0) return;
  const engine = await import("speech-rule-engine/js/index.js");
  const style = isOfChoice ? "Matrix_Combinatoric" : "default";
  await engine.setupEngine({ ...{ locale, style }, domain: "clearspeak", modality: "speech" });
  for (const math of formulas) {
    const words = wordsOf(math, engine.toSpeech);
    if (words !== "") math.attrs.push({ name: "alttext", value: words });
  }
}

function wordsOf(math: Element, toSpeech: (mathml: string) => string): string {
  // The engine knows the circumflex by itself as the sign over a letter.
  const mathml = serializeOuter(math).replaceAll("ˆ", "^").replaceAll("&nbsp;", "\u00A0");
  try {
    return toSpeech(mathml).replace(/\s+/gu, " ").trim();
  } catch {
    // It recurses, and has no words for what is nested very deeply.
    return "";
  }
}

/** A binomial coefficient, which the engine would take for a matrix of one column. */
function hasChoice(math: Element): boolean {
  return elementsIn(math).some((element) => attributeOf(element, "linethickness") !== undefined);
}

function isShort(math: Element): boolean {
  return elementsIn(math).filter(({ tagName }) => TOKENS.has(tagName)).length <= MAX_TOKENS;
}

function formulasIn(
  parent: DefaultTreeAdapterTypes.ParentNode,
  aroundLang: string,
): readonly Unspoken[] {
  return parent.childNodes.flatMap((child): readonly Unspoken[] => {
    if (!("tagName" in child)) return [];
    const lang = attributeOf(child, "lang") ?? aroundLang;
    if (child.tagName !== "math") return formulasIn(child, lang);
    const locale = LOCALES.get(lang.split("-")[0]?.toLowerCase() ?? "");
    return locale === undefined ? [] : [{ math: child, locale }];
  });
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
