/** Which pictures a page shows. Input: its HTML; output: the addresses of its `img`, each once. */
import { parse } from "parse5";
import { inDocumentOrder } from "../../document/document-order.ts";
import { attributeOf } from "../typography/paragraphs.ts";

export function addressesOfPictures(html: string): ReadonlySet<string> {
  const pictures = [...inDocumentOrder(parse(html))].filter(({ tagName }) => tagName === "img");
  const addresses = pictures.map((picture) => attributeOf(picture, "src") ?? "");
  return new Set(addresses.filter((address) => address !== ""));
}
