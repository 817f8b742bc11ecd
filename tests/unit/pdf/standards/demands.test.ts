/** What standards ask of one file together, and the metadata by which it claims them. */
import { describe, expect, test } from "vitest";
import { xmpPacket } from "../../../../src/pdf/document/xmp.ts";
import { demandsOf } from "../../../../src/pdf/standards/demands.ts";
import type { Standard } from "../../../../src/pdf/standards/standard.ts";
import { STANDARDS } from "../../../../src/pdf/standards/standards.ts";

const { "pdf-ua-1": pdfUa1, "pdf-a-2a": pdfA2a, "pdf-x-4": pdfX4 } = STANDARDS;

/** As PDF/UA-2 will be: of PDF 2.0, with namespaces and structure destinations. */
const ofPdf2: Standard = {
  ...pdfUa1,
  name: "PDF/UA-2",
  pdfVersion: "2.0",
  structure: {
    roleMap: {},
    namespaces: ["http://iso.org/pdf2/ssn"],
    destinations: "structure",
  },
};

describe("the demands of several standards", () => {
  test("are the sum of what each asks", () => {
    expect(demandsOf([pdfUa1, pdfA2a])).toEqual({
      pdfVersion: "1.7",
      language: true,
      marked: true,
      displaysTitle: true,
      outputIntents: ["GTS_PDFA1"],
      structure: {
        roleMap: { Aside: "Div", Em: "Span", Strong: "Span" },
        namespaces: [],
        destinations: "page",
      },
      limits: { stringBytes: 32_767, nestedStates: 28 },
    });
    expect(demandsOf([pdfA2a])).toMatchObject({ language: false, displaysTitle: false });
    expect(demandsOf([pdfUa1])).toMatchObject({ outputIntents: [], limits: {} });
  });

  test("have the lowest version, and the lowest limits", () => {
    expect(demandsOf([pdfA2a, pdfX4])).toMatchObject({
      pdfVersion: "1.6",
      outputIntents: ["GTS_PDFA1", "GTS_PDFX"],
    });
    const strict: Standard = { ...pdfA2a, limits: { stringBytes: 100 } };
    expect(demandsOf([pdfA2a, strict, pdfX4]).limits).toEqual({
      stringBytes: 100,
      nestedStates: 28,
    });
  });

  test("take namespaces and structure destinations of PDF 2.0", () => {
    const other: Standard = { ...ofPdf2, structure: { ...pdfUa1.structure, namespaces: ["b"] } };
    expect(demandsOf([ofPdf2, other])).toMatchObject({
      pdfVersion: "2.0",
      structure: { namespaces: ["http://iso.org/pdf2/ssn", "b"], destinations: "structure" },
    });
  });

  test("do not exist for no standard, nor for PDF 1 beside PDF 2", () => {
    expect(() => demandsOf([])).toThrow(RangeError);
    expect(() => demandsOf([ofPdf2, pdfA2a])).toThrow("no file keeps PDF/UA-2 and PDF/A-2a");
  });
});

describe("the XMP of a file", () => {
  const metadata = { title: "A", language: "en", date: new Date(0), producer: "P" };

  test("describes the schema of PDF/UA where PDF/A is claimed too", () => {
    const schema = "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>";
    expect(xmpPacket(metadata, [pdfUa1, pdfA2a])).toContain(schema);
    expect(xmpPacket(metadata, [pdfUa1])).not.toContain(schema);
    expect(xmpPacket(metadata, [pdfA2a])).not.toContain("pdfaExtension:schemas>");
  });

  test("has each property of a claimed standard, and none of the others", () => {
    const packet = xmpPacket(metadata, [pdfA2a]);
    expect(packet).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(packet).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(packet).not.toContain("pdfuaid:part>");
  });

  test("has the identity of the document where PDF/X asks for it", () => {
    const packet = xmpPacket({ ...metadata, documentId: "1-2" }, [pdfX4]);
    expect(packet).toContain("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    expect(packet).toContain("<xmpMM:DocumentID>uuid:1-2</xmpMM:DocumentID>");
    expect(xmpPacket({ ...metadata, documentId: "1-2" }, [pdfA2a])).not.toContain("xmpMM:");
    expect(() => xmpPacket(metadata, [pdfX4])).toThrow(RangeError);
  });
});
