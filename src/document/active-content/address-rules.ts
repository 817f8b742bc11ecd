/**
 * Judges where addresses lead. Input: an address as written, what a browser does with it, and where
 * the document is; output: what it does of its own, if anything. The URL parser is the browsers'
 * (WHATWG): it drops control characters at both ends, tabs and line ends inside, and case.
 */
import type { AddressUse } from "./addresses.ts";
import type { ActiveRule, DocumentPlace } from "./active-content.ts";
import { quoteExcerpt } from "./excerpt.ts";

export interface AddressFault {
  readonly rule: ActiveRule;
  /** After the element: `is a script, not an address`. */
  readonly does: string;
}

export interface DataDocument {
  readonly language: "html" | "xml";
  readonly text: string;
}

const SCRIPT_SCHEMES: ReadonlySet<string> = new Set(["javascript:", "vbscript:", "livescript:"]);

const FOREIGN: Readonly<Partial<Record<AddressUse, AddressFault>>> = {
  frame: { rule: "foreign-frame", does: "shows what is elsewhere" },
  send: { rule: "foreign-form", does: "sends what readers enter or do elsewhere" },
  base: { rule: "foreign-base", does: "has all addresses of the page lead elsewhere" },
  go: { rule: "foreign-refresh", does: "takes readers elsewhere by itself" },
  load: { rule: "foreign-request", does: "has browsers fetch a file from elsewhere" },
};

/** @param base what relative addresses start from. */
export function addressFault(
  value: string,
  use: AddressUse,
  base: URL,
  place: DocumentPlace,
): AddressFault | undefined {
  const address = URL.parse(value, base);
  // A browser goes nowhere from what is no address.
  if (address === null) return undefined;
  if (SCRIPT_SCHEMES.has(address.protocol)) {
    return { rule: "script-address", does: "is a script in the place of an address" };
  }
  if (address.protocol === "data:") {
    if (dataDocument(address) === undefined || use === "load") return undefined;
    return { rule: "document-address", does: "holds a document, which could hold scripts" };
  }
  if (address.href === "about:blank" || place.isInside(address)) return undefined;
  return FOREIGN[use];
}

/** The document that a `data:` address holds, where its type is one that browsers can run scripts in. */
export function dataDocument(address: URL): DataDocument | undefined {
  if (address.protocol !== "data:") return undefined;
  const comma = address.href.indexOf(",");
  const [type = "", ...parameters] = address.href
    .slice("data:".length, comma === -1 ? undefined : comma)
    .split(";")
    .map((part) => part.trim().toLowerCase());
  const isHtml = type === "text/html";
  const isXml = /^(?:text|application)\/(?:xml|xsl|xslt)$|\+xml$/u.test(type);
  if (!isHtml && !isXml) return undefined;
  const body = comma === -1 ? "" : address.href.slice(comma + 1);
  const bytes = percentDecoded(body.split("#")[0] ?? "");
  const text = parameters.includes("base64")
    ? Buffer.from(bytes.toString("latin1"), "base64")
    : bytes;
  return { language: isHtml ? "html" : "xml", text: text.toString("utf8") };
}

function percentDecoded(text: string): Buffer {
  const latin1 = text.replace(/%([0-9a-f]{2})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(latin1, "latin1");
}

/** `src="https://…"`, for messages. */
export function attributeExcerpt(attribute: string, value: string): string {
  return `${attribute}=${quoteExcerpt(value)}`;
}
