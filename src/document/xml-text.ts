/**
 * Writes XML. Input: elements as values; output: text in which every value is only a value. No line
 * end and no space is added. XML 1.0, 2.4 and 3.1.
 */

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly kids: readonly XmlContent[];
}

export type XmlContent = XmlNode | string;

/** @param name an element's name, and names of attributes: chosen by us, never by content. */
export function xmlNode(
  name: string,
  attributes: XmlNode["attributes"] = {},
  kids: readonly XmlContent[] = [],
): XmlNode {
  return { name, attributes, kids };
}

/** The declaration that an XML file in UTF-8 begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function xmlText(content: XmlContent): string {
  if (typeof content === "string") return escaped(content);
  const { name, attributes, kids } = content;
  const start = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escapedValue(String(value))}"`),
  ].join(" ");
  return kids.length === 0 ? `<${start}/>` : `<${start}>${kids.map(xmlText).join("")}</${name}>`;
}

/** XML has no way to write other control characters, nor half a surrogate pair. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function escapedValue(text: string): string {
  return escaped(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/gu, (space) => `&#${space.charCodeAt(0)};`);
}
