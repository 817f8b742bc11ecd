/**
 * The source with languages that PDF can name: what is no language tag is taken off and reported. Input:
 * the source; output: the source without malformed `lang`, and the faults. Pure. Whether a
 * well-formed tag is registered is not asked. RFC 5646 §2.1; ISO 14289-1 §7.2, ISO 19005-2 §6.7.4.
 */
import type { SourceFault } from "./source-fault.ts";
import { describeElement } from "./source-names.ts";
import type { SourceElement, SourceTree } from "./source-tree.ts";

export interface KnownLanguages {
  readonly source: SourceTree;
  readonly faults: readonly SourceFault[];
}

const language = "[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8}";
const script = "(?:-[a-z]{4})?";
const region = "(?:-(?:[a-z]{2}|\\d{3}))?";
const variants = "(?:-(?:[a-z\\d]{5,8}|\\d[a-z\\d]{3}))*";
const extensions = "(?:-[a-wyz\\d](?:-[a-z\\d]{2,8})+)*";
const privateUse = "x(?:-[a-z\\d]{1,8})+";
/** Tags that were registered before there were rules for them. */
const older = "i-[a-z]{2,8}|sgn-(?:be-fr|be-nl|ch-de)|en-gb-oed";
const languageTag = new RegExp(
  `^(?:(?:${language})${script}${region}${variants}${extensions}(?:-${privateUse})?|${privateUse}|${older})$`,
  "i",
);

export function isLanguageTag(tag: string): boolean {
  return languageTag.test(tag);
}

export function withKnownLanguages(source: SourceTree): KnownLanguages {
  const faults: SourceFault[] = [];
  const isKnown = source.language === "" || isLanguageTag(source.language);
  if (source.language === "") {
    faults.push({
      rule: "document-language",
      message: "document has no language",
      where: describeElement(source.body),
      hint: 'write it on the root: <html lang="en">',
      wcag: ["3.1.1"],
    });
  } else if (!isKnown) faults.push(unknownLanguage(source.language, "html", "3.1.1"));
  const body = cleaned(source.body, faults);
  return { source: { ...source, language: isKnown ? source.language : "", body }, faults };
}

/** The element itself where nothing of it is wrong. */
function cleaned(element: SourceElement, faults: SourceFault[]): SourceElement {
  // What nobody reads is in no language.
  if (element.display === "none" || element.attributes["aria-hidden"] === "true") return element;
  const { lang, ...others } = element.attributes;
  const isWrong = lang !== undefined && lang !== "" && !isLanguageTag(lang);
  if (isWrong) faults.push(unknownLanguage(lang, describeElement(element), "3.1.2"));
  const children = element.children.map((child) =>
    child.kind === "text" ? child : cleaned(child, faults),
  );
  const isSame = !isWrong && children.every((child, index) => child === element.children[index]);
  return isSame
    ? element
    : { ...element, attributes: isWrong ? others : element.attributes, children };
}

function unknownLanguage(tag: string, where: string, criterion: string): SourceFault {
  const shown = tag.slice(0, 40);
  const corrected = tag.trim().replaceAll("_", "-").split(".")[0] ?? "";
  return {
    rule: "language-unknown",
    message: `“${shown}” is no language tag`,
    where: `${where}[lang="${shown}"]`,
    hint: isLanguageTag(corrected)
      ? `write lang="${corrected}"`
      : 'write a tag of BCP 47, such as lang="en" or lang="de-CH"',
    wcag: [criterion],
  };
}
