/**
 * Rules about what the file says of itself: XMP, and the document information dictionary beside it.
 * ISO 15930-7; ISO 32000-1 §14.3.
 */
import type { PdfDocument } from "../../../pdf/objects/open-pdf.ts";
import type { PreflightReading } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import { METADATA_RULES, PRESS_CLAIM } from "./rules/metadata.ts";
import { packetFault, XmpProperties } from "./xmp-properties.ts";

export function judgeMetadata({ pdf, facts }: PreflightReading): readonly Violation[] {
  const { objects, catalog } = pdf;
  const where = "metadata";
  const { xmp } = facts;
  const fault =
    xmp !== undefined
      ? packetFault(xmp)
      : objects.get(catalog, "Metadata") === undefined
        ? "there is none"
        : "it cannot be unpacked";
  if (fault !== undefined || xmp === undefined) {
    return [violation(METADATA_RULES.metadata, "catalog", fault)];
  }
  const properties = new XmpProperties(xmp);
  const stream = objects.stream(objects.get(catalog, "Metadata"));
  const isPacked = stream !== undefined && objects.get(stream.dict, "Filter") !== undefined;
  const isWide = /^\uFFFD|\0/.test(xmp);
  const packing = isPacked ? "a filter" : isWide ? "other than UTF-8" : undefined;
  const lacking = (
    rule: "metadata-identity" | "metadata-dates",
    namespace: "xmpMM" | "xmp",
    names: readonly string[],
  ): readonly Violation[] => {
    const missing = names.filter((name) => properties.value(namespace, name) === undefined);
    const listed = missing.map((name) => `${namespace}:${name}`).join(", ");
    return missing.length === 0 ? [] : [violation(METADATA_RULES[rule], where, listed)];
  };
  return [
    ...(packing === undefined
      ? []
      : [violation(METADATA_RULES["metadata-packed"], where, packing)]),
    ...judgeVersion(pdf, properties),
    ...lacking("metadata-identity", "xmpMM", ["DocumentID", "VersionID", "RenditionClass"]),
    ...lacking("metadata-dates", "xmp", ["CreateDate", "ModifyDate", "MetadataDate"]),
    ...(properties.value("dc", "title") === undefined
      ? [violation(METADATA_RULES["metadata-title"], where)]
      : []),
    ...judgeTrapped(pdf, properties),
    ...judgeAgreement(pdf, properties),
  ];
}

function judgeVersion(
  { objects, info }: PdfDocument,
  properties: XmpProperties,
): readonly Violation[] {
  const rule = METADATA_RULES["pdfx-version"];
  const stated = properties.value("pdfxid", "GTS_PDFXVersion");
  if (stated !== PRESS_CLAIM) {
    return [
      violation(rule, "metadata", stated === undefined ? "it says nothing" : `it says ${stated}`),
    ];
  }
  const other = objects.text(objects.get(info, "GTS_PDFXVersion"));
  return other === undefined || other === stated
    ? []
    : [violation(rule, "information", `the information says ${other}`)];
}

function judgeTrapped(
  { objects, info }: PdfDocument,
  properties: XmpProperties,
): readonly Violation[] {
  const stated = properties.value("pdf", "Trapped");
  const other = objects.name(objects.get(info, "Trapped"));
  const fault =
    stated !== "True" && stated !== "False"
      ? `the metadata says ${stated ?? "nothing"}`
      : other !== stated
        ? `the metadata says ${stated}, the information ${other ?? "nothing"}`
        : undefined;
  return fault === undefined ? [] : [violation(METADATA_RULES.trapped, "metadata", fault)];
}

function judgeAgreement(
  { objects, info }: PdfDocument,
  properties: XmpProperties,
): readonly Violation[] {
  const text = (key: string): string | undefined => objects.text(objects.get(info, key))?.trim();
  const differing = [
    ["the title", text("Title"), properties.value("dc", "title")],
    [
      "when it was made",
      instantOf(text("CreationDate")),
      instantOf(properties.value("xmp", "CreateDate")),
    ],
    [
      "when it was changed",
      instantOf(text("ModDate")),
      instantOf(properties.value("xmp", "ModifyDate")),
    ],
  ].filter(([, stated, other]) => stated !== undefined && other !== undefined && stated !== other);
  return differing.map(([what = ""]) =>
    violation(METADATA_RULES["information-agrees"], "information", what),
  );
}

/**
 * A date of the information (`D:20260131120000+01'00'`) or of XMP (`2026-01-31T12:00:00+01:00`) as
 * one notation in UTC; ISO 32000-1 §7.9.4. Undefined for what is no date.
 */
function instantOf(date: string | undefined): string | undefined {
  const digits = /^(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(.*)$/.exec(
    date ?? "",
  );
  if (digits === null) return undefined;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", zone = ""] =
    digits;
  const shift = /^([+-])(\d\d)[:']?(\d\d)?/.exec(zone);
  const offset = shift === null ? "Z" : `${shift[1] ?? "+"}${shift[2] ?? "00"}:${shift[3] ?? "00"}`;
  const time = Date.parse(`${year ?? ""}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
