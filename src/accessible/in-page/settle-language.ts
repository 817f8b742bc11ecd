/**
 * Runs in the world that proves, before the source is read. Writes the document's language where styles
 * and hyphenation look for it, on the root: what the person gives, or what the document says elsewhere.
 * It guesses none.
 */
import * as dom from "../../paginate/in-page/proof/dom-access.ts";

/**
 * @param given by the person; empty where nobody has.
 * @returns what the document itself says; empty where it says nothing.
 */
export async function settleLanguage(given: string): Promise<string> {
  const xml = "http://www.w3.org/XML/1998/namespace";
  const root = document.documentElement;
  // The types know documents with a body only.
  const body = document.body as HTMLElement | null;

  /** Browsers read `xml:lang` in XML alone; its author means the language in HTML, too. */
  const isXml = document.contentType !== "text/html";
  if (!isXml) {
    for (const element of document.querySelectorAll("[xml\\:lang]:not([lang])")) {
      dom.setAttribute(element, "lang", dom.attribute(element, "xml:lang") ?? "");
    }
  }

  const languageOf = (element: Element | null): string =>
    element === null
      ? ""
      : ((dom.attributeNS(element, xml, "lang") ?? dom.attribute(element, "lang"))?.trim() ?? "");

  /** The pragma of HTML Standard, 4.2.5.3: one tag; a list of them names no language. */
  const pragma = (): string => {
    const metas = document.querySelectorAll('meta[http-equiv="content-language" i][content]');
    const tags = [...metas].flatMap((meta) => {
      const content = dom.attribute(meta, "content") ?? "";
      const [tag = ""] = content.trim().split(/\s+/);
      return tag === "" || content.includes(",") ? [] : [tag];
    });
    return tags.at(-1) ?? "";
  };

  /** What all of the document stands in comes before what is said of the file. */
  const own = languageOf(root) || languageOf(body) || pragma();
  const language = given || own;
  if (language === "") return "";
  // The body holds the whole document: it has no part of its own to name another language for.
  for (const element of given !== "" && body !== null ? [root, body] : [root]) {
    if (element === body && languageOf(body) === "") continue;
    if (languageOf(element) === language) continue;
    dom.setAttribute(element, "lang", language);
    Element.prototype.removeAttributeNS.call(element, xml, "lang");
  }
  // Styles may have other fonts for the language: they are asked for when something is laid out in them.
  document.documentElement.getBoundingClientRect();
  await document.fonts.ready;
  return own;
}
