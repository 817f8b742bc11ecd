/** Runs in the world that proves. The language that an element names. */
import * as dom from "../../paginate/in-page/proof/dom-access.ts";

/**
 * `xml:lang` goes before `lang` where the document was parsed as XML (HTML Standard, 3.2.6.2). In
 * HTML it means nothing, and yet its author meant the language, where there is no `lang` beside it.
 */
export function languageOf(element: Element): string | null {
  return (
    dom.attributeNS(element, "http://www.w3.org/XML/1998/namespace", "lang") ??
    dom.attribute(element, "lang") ??
    dom.attribute(element, "xml:lang")
  );
}
