/**
 * The XMP packet of an accessible PDF: what it is called, who made it and when, and which standards
 * it keeps. ISO 16684-1; ISO 14289-1 §5; ISO 19005-2 §6.6 asks for the extension schema.
 */

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
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternatives(title)}</dc:title>`,
    language &&
      `<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>`,
    author && `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`,
    description && `<dc:description>${alternatives(description)}</dc:description>`,
    keywords && `<pdf:Keywords>${escaped(keywords)}</pdf:Keywords>`,
    `<pdf:Producer>${escaped(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escaped(producer)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    standards.pdfUa1 && `<pdfuaid:part>1</pdfuaid:part>`,
    standards.pdfA2a && `<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>`,
    standards.pdfA2a && standards.pdfUa1 && uaExtensionSchema,
  ].filter((property) => property !== false && property !== undefined && property !== "");
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
${properties.join("\n")}
</rdf:Description>${standards.pdfX4 === undefined ? "" : pdfXDescription(standards.pdfX4.documentId, date)}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** ISO 15930-7: the standard, the identity of the file, and that it is not trapped. */
function pdfXDescription(documentId: string, date: string): string {
  return `
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:${documentId}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>`;
}

const uaExtensionSchema = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`;

/** `2026-01-31T12:00:00Z`: whole seconds, as the document information dictionary has them. */
export function xmpDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** `D:20260131120000Z`. */
export function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`;
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
