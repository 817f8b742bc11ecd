/**
 * The XMP packet of an accessible PDF: what it is called, who made it and when, and which standards
 * it keeps. ISO 16684-1; ISO 14289-1 §5; ISO 19005-2 §6.6 asks for the extension schema.
 */
import { xmlNode, xmlText, type XmlContent, type XmlNode } from "../../document/xml-text.ts";

export interface DocumentMetadata {
  readonly title: string;
  readonly language: string;
  readonly author?: string | undefined;
  readonly description?: string | undefined;
  readonly keywords?: string | undefined;
  /** When it was made and changed. */
  readonly date: Date;
  /** What wrote it, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
}

export interface ClaimedStandards {
  readonly pdfUa1: boolean;
  readonly pdfA2a: boolean;
  /** PDF/X-4, with the document's own UUID. */
  readonly pdfX4?: { readonly documentId: string } | undefined;
}

export function xmpPacket(metadata: DocumentMetadata, standards: ClaimedStandards): string {
  const { title, language, author, description, keywords, producer } = metadata;
  const date = xmpDate(metadata.date);
  const properties: readonly (XmlNode | false)[] = [
    xmlNode("dc:format", {}, ["application/pdf"]),
    xmlNode("dc:title", {}, [alternatives(title)]),
    language !== "" && xmlNode("dc:language", {}, [listOf("rdf:Bag", language)]),
    isGiven(author) && xmlNode("dc:creator", {}, [listOf("rdf:Seq", author)]),
    isGiven(description) && xmlNode("dc:description", {}, [alternatives(description)]),
    isGiven(keywords) && xmlNode("pdf:Keywords", {}, [keywords]),
    xmlNode("pdf:Producer", {}, [producer]),
    xmlNode("xmp:CreatorTool", {}, [producer]),
    xmlNode("xmp:CreateDate", {}, [date]),
    xmlNode("xmp:ModifyDate", {}, [date]),
    standards.pdfUa1 && xmlNode("pdfuaid:part", {}, ["1"]),
    standards.pdfA2a && xmlNode("pdfaid:part", {}, ["2"]),
    standards.pdfA2a && xmlNode("pdfaid:conformance", {}, ["A"]),
    standards.pdfA2a && standards.pdfUa1 && uaExtensionSchema,
  ];
  const packet = xmlNode("x:xmpmeta", { "xmlns:x": "adobe:ns:meta/" }, [
    ...onLines([
      xmlNode("rdf:RDF", { "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#" }, [
        ...onLines([
          xmlNode("rdf:Description", MAIN_NAMESPACES, onLines(properties)),
          standards.pdfX4 !== undefined && pdfXDescription(standards.pdfX4.documentId, date),
        ]),
      ]),
    ]),
  ]);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    xmlText(packet),
    '<?xpacket end="w"?>',
  ].join("\n");
}

const MAIN_NAMESPACES = {
  "rdf:about": "",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
  "xmlns:pdf": "http://ns.adobe.com/pdf/1.3/",
  "xmlns:pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
  "xmlns:pdfaid": "http://www.aiim.org/pdfa/ns/id/",
  "xmlns:pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
  "xmlns:pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
  "xmlns:pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
};

/** ISO 15930-7: the standard, the identity of the file, and that it is not trapped. */
function pdfXDescription(documentId: string, date: string): XmlNode {
  const namespaces = {
    "rdf:about": "",
    "xmlns:pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
    "xmlns:xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmlns:pdfxid": "http://www.npes.org/pdfx/ns/id/",
  };
  const properties = [
    xmlNode("pdfxid:GTS_PDFXVersion", {}, ["PDF/X-4"]),
    xmlNode("pdf:Trapped", {}, ["False"]),
    xmlNode("xmp:MetadataDate", {}, [date]),
    xmlNode("xmpMM:DocumentID", {}, [`uuid:${documentId}`]),
    xmlNode("xmpMM:VersionID", {}, ["1"]),
    xmlNode("xmpMM:RenditionClass", {}, ["default"]),
  ];
  return xmlNode("rdf:Description", namespaces, onLines(properties));
}

/** What `pdfuaid:part` is, for PDF/A, which knows no PDF/UA. */
const uaExtensionSchema = xmlNode("pdfaExtension:schemas", {}, [
  bagOfOne("rdf:Bag", [
    xmlNode("pdfaSchema:schema", {}, ["PDF/UA identification schema"]),
    xmlNode("pdfaSchema:namespaceURI", {}, ["http://www.aiim.org/pdfua/ns/id/"]),
    xmlNode("pdfaSchema:prefix", {}, ["pdfuaid"]),
    xmlNode("pdfaSchema:property", {}, [
      bagOfOne("rdf:Seq", [
        xmlNode("pdfaProperty:name", {}, ["part"]),
        xmlNode("pdfaProperty:valueType", {}, ["Integer"]),
        xmlNode("pdfaProperty:category", {}, ["internal"]),
        xmlNode("pdfaProperty:description", {}, ["Part of ISO 14289 that the document follows"]),
      ]),
    ]),
  ]),
]);

/** A list whose one item has properties of its own. */
function bagOfOne(list: "rdf:Bag" | "rdf:Seq", properties: readonly XmlNode[]): XmlNode {
  return xmlNode(list, {}, [
    xmlNode("rdf:li", { "rdf:parseType": "Resource" }, onLines(properties)),
  ]);
}

function listOf(list: "rdf:Bag" | "rdf:Seq", text: string): XmlNode {
  return xmlNode(list, {}, [xmlNode("rdf:li", {}, [text])]);
}

function alternatives(text: string): XmlNode {
  return xmlNode("rdf:Alt", {}, [xmlNode("rdf:li", { "xml:lang": "x-default" }, [text])]);
}

/** Each on a line of its own, as people who open the file read them. */
function onLines(nodes: readonly (XmlNode | false)[]): readonly XmlContent[] {
  return [...nodes.filter((node) => node !== false).flatMap((node) => ["\n", node]), "\n"];
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

/** `2026-01-31T12:00:00Z`: whole seconds, as the document information dictionary has them. */
function xmpDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** `D:20260131120000Z`. */
export function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`;
}
