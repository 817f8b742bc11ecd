/** The smallest tagged PDF with something on it: a page with a black square as its figure. */

export interface FigureDetails {
  /** The figure's alternative; none where it is undefined. */
  readonly alt?: string;
}

const description = (namespaces: string, properties: string): string =>
  `<rdf:Description rdf:about="" ${namespaces}>${properties}</rdf:Description>`;

/** PDF/A allows a property of another schema only where the schema is described. */
const uaSchema = [
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>",
  "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>",
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>",
  "<pdfaProperty:name>part</pdfaProperty:name>",
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
  "<pdfaProperty:category>internal</pdfaProperty:category>",
  "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>",
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>",
].join("");

const metadata = [
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  description(
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A square</rdf:li></rdf:Alt></dc:title>',
  ),
  description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', "<pdfuaid:part>1</pdfuaid:part>"),
  description(
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
  ),
  description(
    [
      'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
      'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
      'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
    ].join(" "),
    uaSchema,
  ),
  '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
].join("");

/** A PDF that meets PDF/UA-1 and PDF/A-2a if its figure has an alternative. */
export function figurePdf({ alt }: FigureDetails): Uint8Array {
  const bodies = [
    "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>/Metadata 8 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/StructParents 0/Resources<</ColorSpace<</Cs[/CalGray<</WhitePoint[.9505 1 1.089]>>]>>>>>>",
    stream("", "/Figure <</MCID 0>> BDC /Cs cs 0 sc 10 10 80 80 re f EMC"),
    "<</Type/StructTreeRoot/K 6 0 R/ParentTree<</Nums[0[7 0 R]]>>/ParentTreeNextKey 1>>",
    "<</Type/StructElem/S/Document/P 5 0 R/K 7 0 R>>",
    `<</Type/StructElem/S/Figure/P 6 0 R/Pg 3 0 R/K 0${alt === undefined ? "" : `/Alt(${alt})`}/A<</O/Layout/BBox[10 10 90 90]>>>>`,
    stream("/Type/Metadata/Subtype/XML", metadata),
  ];
  // The comment's bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2).
  let file = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
  const offsets = bodies.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const startxref = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const size = bodies.length + 1;
  const id = "<00112233445566778899aabbccddeeff>";
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries.join("")}`;
  file += `trailer\n<</Size ${size}/Root 1 0 R/ID[${id}${id}]>>\nstartxref\n${startxref}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, "latin1"));
}

function stream(entries: string, content: string): string {
  return `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}
