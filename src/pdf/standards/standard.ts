/**
 * What a standard asks of a PDF outside of its pages, as data: the version, the metadata, the catalog,
 * the structure tree, the limits. Types alone; the values are in `standards.ts`.
 */

/** The version in the header. ISO 32000-1 §7.5.2 */
export type PdfVersion = "1.6" | "1.7" | "2.0";

/** The kind of an output intent, the entry S. ISO 32000-1 §14.11.5 */
export type OutputIntentKind = "GTS_PDFA1" | "GTS_PDFX";

/** A property of the standard's schema, for files that must describe it. ISO 19005-2 §6.6.2.3.3 */
export interface SchemaProperty {
  readonly name: string;
  /** E.g. `Integer`. */
  readonly valueType: string;
  readonly description: string;
}

/** The properties of the XMP by which a file claims the standard. */
export interface Identification {
  readonly prefix: string;
  readonly namespace: string;
  /** Values by the name of the property, in the order in which they are written. */
  readonly properties: Readonly<Record<string, string>>;
  /** Absent where PDF/A knows the schema, or no file that we make is PDF/A beside it. */
  readonly schema?: {
    readonly name: string;
    readonly properties: readonly SchemaProperty[];
  };
}

export interface MetadataDemands {
  readonly identification: Identification;
  /** The XMP names document and version, says when it was written, and whether the file is trapped. */
  readonly hasIdentity: boolean;
  /** The XMP describes each schema that PDF/A does not know. */
  readonly describesSchemas: boolean;
}

export interface CatalogDemands {
  /** Lang. */
  readonly language: boolean;
  /** MarkInfo, with Marked. */
  readonly marked: boolean;
  /** ViewerPreferences, with DisplayDocTitle. */
  readonly displaysTitle: boolean;
  readonly outputIntent?: OutputIntentKind;
}

export interface StructureDemands {
  /** Types that we use and the version of PDF lacks, and what stands for each. ISO 32000-1 §14.8.4 */
  readonly roleMap: Readonly<Record<string, string>>;
  /** Addresses of the namespaces that types are of; none before PDF 2.0. ISO 32000-2 §14.7.4 */
  readonly namespaces: readonly string[];
  /** What links and bookmarks lead to. ISO 32000-2 §12.3.2.3 */
  readonly destinations: "page" | "structure";
}

/** What is undefined has no limit. */
export interface Limits {
  /** Bytes of a string. */
  readonly stringBytes?: number;
  /** Pairs of q and Q within each other. */
  readonly nestedStates?: number;
}

export interface Standard {
  /** As readers know it, e.g. `PDF/UA-1`. */
  readonly name: string;
  readonly iso: { readonly number: string; readonly year: number };
  /** What a clause is written with: empty where clauses are the numbers of our own list. */
  readonly clauseSign: "§" | "";
  /** The latest version that a file may be, which is the one that is written. */
  readonly pdfVersion: PdfVersion;
  readonly metadata: MetadataDemands;
  readonly catalog: CatalogDemands;
  /** Absent where the standard asks for no tags. */
  readonly structure?: StructureDemands;
  readonly limits: Limits;
}
