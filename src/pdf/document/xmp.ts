/**
 * The XMP packet of a PDF: what it is called, who made it and when, and which standards it claims,
 * in the way that each of them asks for (`standards/standards.ts`). ISO 16684-1.
 */
import { xmlNode, xmlText, type XmlContent, type XmlNode } from "../../document/xml-text.ts";
import type { DocumentDescription } from "./description.ts";
import type { Identification, SchemaProperty, Standard } from "../standards/standard.ts";
import { STANDARDS } from "../standards/standards.ts";

export interface DocumentMetadata extends DocumentDescription {
  readonly title: string;
  readonly language: string;
  /** When it was made and changed. */
  readonly date: Date;
  /** What wrote it, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
  /** The document's own UUID, for standards that ask for its identity. */
  readonly documentId?: string;
}

/** @throws RangeError where a claimed standard asks for the identity of a document that has none. */
export function xmpPacket(metadata: DocumentMetadata, claimed: readonly Standard[]): string {
  const { title, language, description, keywords, producer } = metadata;
  const date = xmpDate(metadata.date);
  const withIdentity = claimed.filter((standard) => standard.metadata.hasIdentity);
  const plain = claimed.filter((standard) => !standard.metadata.hasIdentity);
  const properties: readonly (XmlNode | false)[] = [
    xmlNode("dc:format", {}, ["application/pdf"]),
    xmlNode("dc:title", {}, [alternatives(title)]),
    list("dc:language", "rdf:Bag", [language]),
    list("dc:creator", "rdf:Seq", metadata.authors),
    isGiven(description) && xmlNode("dc:description", {}, [alternatives(description)]),
    ...publishedAs(metadata),
    isGiven(keywords) && xmlNode("pdf:Keywords", {}, [keywords]),
    xmlNode("pdf:Producer", {}, [producer]),
    xmlNode("xmp:CreatorTool", {}, [producer]),
    xmlNode("xmp:CreateDate", {}, [date]),
    xmlNode("xmp:ModifyDate", {}, [date]),
    ...plain.flatMap(identificationOf),
    ...extensionSchemas(claimed),
  ];
  const packet = xmlNode("x:xmpmeta", { "xmlns:x": "adobe:ns:meta/" }, [
    ...onLines([
      xmlNode("rdf:RDF", { "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#" }, [
        ...onLines([
          xmlNode("rdf:Description", mainNamespaces(metadata), onLines(properties)),
          ...withIdentity.map((standard) => identityDescription(standard, metadata)),
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

/**
 * Who had a part in it, when and under which number it was published, and what others may do with it.
 * Properties of schemas alone that PDF/A knows (ISO 19005-2 §6.6.2.3), each as the schema has it: of
 * identifiers, Dublin Core takes one and XMP's own schema all.
 */
function publishedAs(metadata: DocumentMetadata): readonly (XmlNode | false)[] {
  const { contributors, publishers, subjects, dates, identifiers, rights, licence } = metadata;
  const [identifier] = identifiers ?? [];
  const isPublicDomain = PUBLIC_DOMAIN.test(licence ?? "");
  return [
    list("dc:contributor", "rdf:Bag", contributors),
    list("dc:publisher", "rdf:Bag", publishers),
    list("dc:subject", "rdf:Bag", subjects),
    list("dc:date", "rdf:Seq", dates),
    isGiven(identifier) && xmlNode("dc:identifier", {}, [identifier]),
    list("xmp:Identifier", "rdf:Bag", identifiers),
    isGiven(rights) && xmlNode("dc:rights", {}, [alternatives(rights)]),
    hasRights(metadata) && xmlNode("xmpRights:Marked", {}, [isPublicDomain ? "False" : "True"]),
    isGiven(licence) && xmlNode("xmpRights:WebStatement", {}, [licence]),
  ];
}

/** What is given so is subject to nobody's rights. */
const PUBLIC_DOMAIN = /^https?:\/\/creativecommons\.org\/publicdomain\//u;

function hasRights({ rights, licence }: DocumentMetadata): boolean {
  return isGiven(rights) || isGiven(licence);
}

function mainNamespaces(metadata: DocumentMetadata): Readonly<Record<string, string>> {
  if (!hasRights(metadata)) return MAIN_NAMESPACES;
  return { ...MAIN_NAMESPACES, "xmlns:xmpRights": "http://ns.adobe.com/xap/1.0/rights/" };
}

/** Those of standards too that are not claimed: a claim adds its properties, and nothing else. */
const MAIN_NAMESPACES = {
  "rdf:about": "",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
  "xmlns:pdf": "http://ns.adobe.com/pdf/1.3/",
  ...namespaceOf(STANDARDS["pdf-ua-1"].metadata.identification),
  ...namespaceOf(STANDARDS["pdf-a-2a"].metadata.identification),
  "xmlns:pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
  "xmlns:pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
  "xmlns:pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
};

function namespaceOf({ prefix, namespace }: Identification): Readonly<Record<string, string>> {
  return { [`xmlns:${prefix}`]: namespace };
}

function identificationOf({ metadata }: Standard): readonly XmlNode[] {
  const { prefix, properties } = metadata.identification;
  return Object.entries(properties).map(([name, value]) =>
    xmlNode(`${prefix}:${name}`, {}, [value]),
  );
}

/** The standard, the identity of the file, and that it is not trapped. */
function identityDescription(standard: Standard, metadata: DocumentMetadata): XmlNode {
  const { documentId } = metadata;
  if (documentId === undefined) throw new RangeError(`${standard.name} asks for a document's UUID`);
  const namespaces = {
    "rdf:about": "",
    "xmlns:pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
    "xmlns:xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    ...namespaceOf(standard.metadata.identification),
  };
  const properties = [
    ...identificationOf(standard),
    xmlNode("pdf:Trapped", {}, ["False"]),
    xmlNode("xmp:MetadataDate", {}, [xmpDate(metadata.date)]),
    xmlNode("xmpMM:DocumentID", {}, [`uuid:${documentId}`]),
    xmlNode("xmpMM:VersionID", {}, ["1"]),
    xmlNode("xmpMM:RenditionClass", {}, ["default"]),
  ];
  return xmlNode("rdf:Description", namespaces, onLines(properties));
}

/** What the identifications of other standards are, where one is claimed that knows none of them. */
function extensionSchemas(claimed: readonly Standard[]): readonly XmlNode[] {
  if (!claimed.some(({ metadata }) => metadata.describesSchemas)) return [];
  const described = claimed
    .map(({ metadata }) => schemaOf(metadata.identification))
    .filter((schema) => schema !== undefined);
  return described.length === 0
    ? []
    : [xmlNode("pdfaExtension:schemas", {}, [listOfItems("rdf:Bag", described)])];
}

/** ISO 19005-2 §6.6.2.3.3. */
function schemaOf({ prefix, namespace, schema }: Identification): readonly XmlNode[] | undefined {
  return (
    schema && [
      xmlNode("pdfaSchema:schema", {}, [schema.name]),
      xmlNode("pdfaSchema:namespaceURI", {}, [namespace]),
      xmlNode("pdfaSchema:prefix", {}, [prefix]),
      xmlNode("pdfaSchema:property", {}, [
        listOfItems("rdf:Seq", schema.properties.map(propertyNodes)),
      ]),
    ]
  );
}

function propertyNodes({ name, valueType, description }: SchemaProperty): readonly XmlNode[] {
  return [
    xmlNode("pdfaProperty:name", {}, [name]),
    xmlNode("pdfaProperty:valueType", {}, [valueType]),
    xmlNode("pdfaProperty:category", {}, ["internal"]),
    xmlNode("pdfaProperty:description", {}, [description]),
  ];
}

/** A list whose items have properties of their own. */
function listOfItems(list: "rdf:Bag" | "rdf:Seq", items: readonly (readonly XmlNode[])[]): XmlNode {
  const nodes = items.map((properties) =>
    xmlNode("rdf:li", { "rdf:parseType": "Resource" }, onLines(properties)),
  );
  return xmlNode(list, {}, nodes);
}

/** A property that is a list of texts; none where there is nothing in it. */
function list(
  property: string,
  kind: "rdf:Bag" | "rdf:Seq",
  texts: readonly string[] = [],
): XmlNode | false {
  const items = texts.filter(isGiven).map((text) => xmlNode("rdf:li", {}, [text]));
  return items.length > 0 && xmlNode(property, {}, [xmlNode(kind, {}, items)]);
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
