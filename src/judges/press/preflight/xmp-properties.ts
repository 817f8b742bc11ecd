/**
 * Properties of an XMP packet (ISO 16684-1). Input: the packet as text; output: a property's first
 * value, by the address of its namespace, whatever prefix the packet gives that. Properties may be
 * elements or attributes. It is no XML parser, but tells what cannot be XML.
 */
import { STANDARDS } from "../../../pdf/standards/standards.ts";

const XMP_NAMESPACES = {
  dc: "http://purl.org/dc/elements/1.1/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  pdfxid: STANDARDS["pdf-x-4"].metadata.identification.namespace,
  pdfuaid: STANDARDS["pdf-ua-1"].metadata.identification.namespace,
} as const;

export class XmpProperties {
  readonly #packet: string;

  constructor(packet: string) {
    this.#packet = packet;
  }

  /** Undefined where it is missing or empty. */
  value(namespace: keyof typeof XMP_NAMESPACES, name: string): string | undefined {
    for (const prefix of this.#prefixes(XMP_NAMESPACES[namespace])) {
      const full = `${prefix}:${name}`;
      const element = new RegExp(`<${full}(?:\\s[^>]*)?>([\\s\\S]*?)</${full}\\s*>`).exec(
        this.#packet,
      );
      const attribute = new RegExp(`\\s${full}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(this.#packet);
      const written = element?.[1] ?? attribute?.[1] ?? attribute?.[2];
      const text = unescaped((written ?? "").replace(/<[^>]*>/g, "")).trim();
      if (text !== "") return text;
    }
    return undefined;
  }

  #prefixes(address: string): readonly string[] {
    const found = this.#packet.matchAll(/xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    const prefixes = [...found].flatMap(([, prefix = "", double, single]) =>
      (double ?? single) === address ? [prefix.replace(/[.]/g, "\\.")] : [],
    );
    return [...new Set(prefixes)];
  }
}

/** Why a text is no XMP packet; undefined for one that looks well. */
export function packetFault(packet: string): string | undefined {
  const open: string[] = [];
  const markup = packet.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "");
  for (const [, closing, name = "", empty] of markup.matchAll(
    /<(\/?)([\w.:-]+)(?:\s(?:"[^"]*"|'[^']*'|[^"'>])*?)?(\/?)>/g,
  )) {
    if (closing === "/") {
      if (open.pop() !== name) return `</${name}> closes what is not open`;
    } else if (empty !== "/") open.push(name);
  }
  const left = open.at(-1);
  if (left !== undefined) return `<${left}> is not closed`;
  return /<[\w.-]+:RDF[\s>]/.test(markup) ? undefined : "there is no RDF in it";
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => codePoint(parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => codePoint(parseInt(digits, 10)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}
