/**
 * The standards that our files keep, each as a value. Their rules, with the clauses, are in
 * `rules.ts`; what they ask of one file together, in `demands.ts`.
 */
import type { Standard, StructureDemands } from "./standard.ts";

/** ISO 32000-1 has no Aside, Em and Strong; PDF 2.0 has them. */
const pdf17Structure = {
  roleMap: { Aside: "Div", Em: "Span", Strong: "Span" },
  namespaces: [],
  destinations: "page",
} as const satisfies StructureDemands;

/** In the order in which they are named and written. */
export const STANDARDS = {
  "pdf-ua-1": {
    name: "PDF/UA-1",
    iso: { number: "14289-1", year: 2014 },
    clauseSign: "§",
    // §6.1
    pdfVersion: "1.7",
    // §5
    metadata: {
      identification: {
        prefix: "pdfuaid",
        namespace: "http://www.aiim.org/pdfua/ns/id/",
        properties: { part: "1" },
        schema: {
          name: "PDF/UA identification schema",
          properties: [
            {
              name: "part",
              valueType: "Integer",
              description: "Part of ISO 14289 that the document follows",
            },
          ],
        },
      },
      hasIdentity: false,
      describesSchemas: false,
    },
    // §7.2, §6.2, §7.1
    catalog: { language: true, marked: true, displaysTitle: true },
    // §7.1
    structure: pdf17Structure,
    limits: {},
  },
  "pdf-a-2a": {
    name: "PDF/A-2a",
    iso: { number: "19005-2", year: 2011 },
    clauseSign: "§",
    // §6.1.2
    pdfVersion: "1.7",
    // §6.6.2.3, §6.6.4
    metadata: {
      identification: {
        prefix: "pdfaid",
        namespace: "http://www.aiim.org/pdfa/ns/id/",
        properties: { part: "2", conformance: "A" },
      },
      hasIdentity: false,
      describesSchemas: true,
    },
    // §6.7.2.2, §6.2.3
    catalog: { language: false, marked: true, displaysTitle: false, outputIntent: "GTS_PDFA1" },
    // §6.7.3
    structure: pdf17Structure,
    // §6.1.13
    limits: { stringBytes: 32_767, nestedStates: 28 },
  },
  "pdf-x-4": {
    name: "PDF/X-4",
    iso: { number: "15930-7", year: 2010 },
    // The numbers of docs/conformance/pdf-x-4.md.
    clauseSign: "",
    // 1.1
    pdfVersion: "1.6",
    // 5.1 to 5.3
    metadata: {
      identification: {
        prefix: "pdfxid",
        namespace: "http://www.npes.org/pdfx/ns/id/",
        properties: { GTS_PDFXVersion: "PDF/X-4" },
      },
      hasIdentity: true,
      describesSchemas: false,
    },
    // 2.1
    catalog: { language: false, marked: false, displaysTitle: false, outputIntent: "GTS_PDFX" },
    limits: {},
  },
} as const satisfies Readonly<Record<string, Standard>>;

export type StandardId = keyof typeof STANDARDS;
