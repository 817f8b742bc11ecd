/** Rules about the file, its metadata, its objects and its layers. */
import { readFile } from "node:fs/promises";
import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { PressChange } from "../../../fixtures/pdf/press-pdf.ts";
import type { Literal, LiteralDict } from "../../../fixtures/pdf/tagged-pdf.ts";
import { onCatalog, onPage, setEntry, text, type RuleCase } from "./rule-case.ts";

const profileFile = new URL(
  "../../../../src/press/colour/profiles/fogra39-coated.icc",
  import.meta.url,
);
const profile = await readFile(profileFile);

/** The profile with other bytes at a place. */
function profileWith(at: number, bytes: string): Uint8Array {
  const changed = Buffer.from(profile);
  changed.write(bytes, at, "latin1");
  return changed;
}

function onIntent(key: string, value: Literal | undefined): PressChange {
  return {
    mend: (file) => {
      setEntry(file, file.intent, key, value);
    },
  };
}

function withProfile(bytes: Uint8Array, components: number): PressChange {
  return {
    mend: (file) => {
      setEntry(file, file.intent, "DestOutputProfile", file.stream(bytes, { N: components }));
    },
  };
}

function onInfo(key: string, value: Literal | undefined): PressChange {
  return {
    mend: (file) => {
      setEntry(file, file.info, key, value);
    },
  };
}

/** XMP with a part of it written otherwise. */
function withXmp(from: RegExp | string, to: string): PressChange {
  return { xmp: (packet) => packet.replace(from, to) };
}

/** A form or a picture of one kind or another, painted out of the way of all other rules. */
function xObject(entries: LiteralDict): PressChange {
  return {
    content: "q 1 0 0 1 200 200 cm /X Do Q\n",
    resources: (file) => ({
      XObject: {
        X: file.stream("", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 9, 9], ...entries }),
      },
    }),
  };
}

const picture = {
  Subtype: "Image",
  Width: 1,
  Height: 1,
  BitsPerComponent: 8,
  ColorSpace: "DeviceGray",
};

function state(entries: LiteralDict): PressChange {
  return {
    content: "q /G gs Q\n",
    resources: (file) => ({ ExtGState: { G: file.obj({ Type: "ExtGState", ...entries }) } }),
  };
}

const layers = (entries: (layer: Literal) => LiteralDict): PressChange => ({
  mend: (file) => {
    const layer = file.context.register(file.obj({ Type: "OCG", Name: text("Dessin") }));
    setEntry(file, file.catalog, "OCProperties", {
      OCGs: [layer],
      D: { Name: text("Impression"), Order: [layer], ...entries(layer) },
    });
  },
});

const halftone = { HalftoneType: 1, Frequency: 60, Angle: 45, SpotFunction: "Round" };

export const STRUCTURE_CASES: readonly RuleCase[] = [
  { rule: "pdf-version", bad: { version: "1.7" }, good: { version: "1.4" }, says: /1\.7/ },
  {
    rule: "pdf-version",
    bad: onCatalog("Version", "2.0"),
    good: onCatalog("Version", "1.5"),
    says: /2\.0/,
  },
  { rule: "file-id", bad: { bytes: (file) => file.replace("/ID[", "/IX[") }, good: {} },
  {
    rule: "output-intent",
    bad: onCatalog("OutputIntents", []),
    good: onCatalog("OutputIntents", (file) => [file.intent, { S: "GTS_PDFA1" }]),
    says: /has 0/,
  },
  {
    rule: "output-intent",
    bad: onCatalog("OutputIntents", (file) => [file.intent, file.intent]),
    good: {},
    says: /has 2/,
  },
  {
    rule: "output-condition",
    bad: onIntent("OutputConditionIdentifier", undefined),
    good: onIntent("OutputConditionIdentifier", text("Custom")),
  },
  {
    rule: "output-condition",
    bad: onIntent("RegistryName", undefined),
    good: {
      mend: (file) => {
        setEntry(file, file.intent, "RegistryName", undefined);
        setEntry(file, file.intent, "Info", text("Papier couché"));
      },
    },
  },
  {
    rule: "output-profile",
    bad: onIntent("DestOutputProfile", undefined),
    good: withProfile(profile, 4),
    says: /not in the file/,
  },
  { rule: "output-profile", bad: withProfile(profileWith(12, "mntr"), 4), good: {}, says: /mntr/ },
  { rule: "output-profile", bad: withProfile(profileWith(16, "Lab "), 4), good: {}, says: /Lab/ },
  { rule: "output-profile", bad: withProfile(profile, 3), good: {}, says: /4 colours.* 3/ },
  {
    rule: "output-profile",
    bad: withProfile(profile.subarray(0, 5000), 4),
    good: withProfile(Buffer.concat([profile, Buffer.from("\0\0")]), 4),
    says: /cut/,
  },
  { rule: "metadata", bad: onCatalog("Metadata", 0), good: {}, says: /cannot be unpacked/ },
  {
    rule: "metadata",
    bad: withXmp("</dc:title>", "</dc:titel>"),
    good: withXmp("</dc:title>", "</dc:title >"),
    says: /closes/,
  },
  { rule: "metadata", bad: { xmp: () => "nothing" }, good: {}, says: /no RDF/ },
  { rule: "metadata-packed", bad: { packed: true }, good: {} },
  {
    rule: "pdfx-version",
    bad: withXmp("PDF/X-4<", "PDF/X-3<"),
    good: {
      xmp: (packet) =>
        packet
          .replace(/<pdfxid:GTS_PDFXVersion>.*<\/pdfxid:GTS_PDFXVersion>/, "")
          .replace(/xmlns:pdfxid="([^"]*)"/, `xmlns:x="$1" x:GTS_PDFXVersion="PDF/X-4"`),
    },
    says: /PDF\/X-3/,
  },
  {
    rule: "pdfx-version",
    bad: withXmp(/<pdfxid:GTS_PDFXVersion>.*<\/pdfxid:GTS_PDFXVersion>/, ""),
    good: {},
    says: /says nothing/,
  },
  {
    rule: "pdfx-version",
    bad: onInfo("GTS_PDFXVersion", text("PDF/X-1a:2001")),
    good: onInfo("GTS_PDFXVersion", text("PDF/X-4")),
    says: /information says/,
  },
  {
    rule: "metadata-identity",
    bad: withXmp(/<xmpMM:VersionID>.*<\/xmpMM:VersionID>/, ""),
    good: withXmp(/<xmpMM:VersionID>.*<\/xmpMM:VersionID>/, "<xmpMM:VersionID>2</xmpMM:VersionID>"),
    says: /xmpMM:VersionID/,
  },
  {
    rule: "metadata-dates",
    bad: withXmp(/<xmp:MetadataDate>.*<\/xmp:MetadataDate>/, "<xmp:MetadataDate/>"),
    good: {},
    says: /xmp:MetadataDate/,
  },
  { rule: "metadata-title", bad: withXmp(/<dc:title>.*<\/dc:title>/, ""), good: {} },
  { rule: "trapped", bad: onInfo("Trapped", "True"), good: {}, says: /False.*True/ },
  { rule: "trapped", bad: onInfo("Trapped", undefined), good: {} },
  {
    rule: "trapped",
    bad: {
      ...withXmp("<pdf:Trapped>False", "<pdf:Trapped>Unknown"),
      ...onInfo("Trapped", "Unknown"),
    },
    good: { ...withXmp("<pdf:Trapped>False", "<pdf:Trapped>True"), ...onInfo("Trapped", "True") },
  },
  {
    rule: "information-agrees",
    bad: onInfo("Title", text("Autre")),
    good: onInfo("Title", undefined),
    says: /title/,
  },
  {
    rule: "information-agrees",
    bad: onInfo("ModDate", text("D:20260131120001Z")),
    good: onInfo("ModDate", text("D:20260131130000+01'00'")),
    says: /changed/,
  },
  {
    rule: "external-content",
    bad: xObject({ Ref: { F: text("autre.pdf"), Page: 1 } }),
    good: xObject({}),
    says: /another PDF/,
  },
  {
    rule: "external-content",
    bad: xObject({ ...picture, F: text("photo.jpg") }),
    good: xObject(picture),
    says: /stream/,
  },
  {
    rule: "lzw",
    bad: xObject({ ...picture, Filter: "LZWDecode" }),
    good: xObject({ ...picture, Filter: ["RunLengthDecode"] }),
  },
  {
    rule: "lzw",
    bad: { content: "q 1 0 0 1 200 200 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI Q\n" },
    good: { content: "q 1 0 0 1 200 200 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI Q\n" },
  },
  { rule: "transfer-function", bad: state({ TR: "Identity" }), good: state({ TR2: "Default" }) },
  { rule: "transfer-function", bad: state({ TR2: "Identity" }), good: {} },
  { rule: "halftone", bad: state({ HTP: [0, 0] }), good: state({ HT: "Default" }), says: /HTP/ },
  {
    rule: "halftone",
    bad: state({ HT: { ...halftone, HalftoneName: text("Fin") } }),
    good: state({ HT: halftone }),
    says: /by its name/,
  },
  { rule: "halftone", bad: state({ HT: { HalftoneType: 6 } }), good: {}, says: /type 6/ },
  { rule: "postscript", bad: xObject({ Subtype: "PS" }), good: xObject({}) },
  { rule: "opi", bad: xObject({ OPI: { "2.0": {} } }), good: xObject({}) },
  {
    rule: "alternate-picture",
    bad: xObject({ ...picture, Alternates: [{ DefaultForPrinting: true }] }),
    good: xObject(picture),
  },
  {
    rule: "action",
    bad: onCatalog("OpenAction", { S: "JavaScript", JS: text("1") }),
    good: onCatalog("OpenAction", ({ pages: [page] }) => [page ?? 0, "Fit"]),
    says: /JavaScript/,
  },
  { rule: "action", bad: onPage("AA", {}), good: {}, says: /AA/ },
  {
    rule: "action",
    bad: onCatalog("Names", { JavaScript: { Names: [] } }),
    good: onCatalog("Names", { Dests: { Names: [] } }),
  },
  {
    rule: "action",
    bad: onPage("Annots", [
      { Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9], A: { S: "URI", URI: text("x") } },
    ]),
    good: onPage("Annots", [{ Type: "Annot", Subtype: "Text", Rect: [0, 0, 9, 9] }]),
    says: /URI/,
  },
  {
    rule: "embedded-file",
    bad: onCatalog("Names", { EmbeddedFiles: { Names: [] } }),
    good: onCatalog("Names", {}),
  },
  {
    rule: "embedded-file",
    bad: onCatalog("AF", [{ Type: "Filespec", F: text("a.csv"), EF: {} }]),
    good: {},
  },
  {
    rule: "dynamic-form",
    bad: onCatalog("AcroForm", { Fields: [], XFA: [] }),
    good: onCatalog("AcroForm", { Fields: [] }),
    says: /XFA/,
  },
  {
    rule: "dynamic-form",
    bad: onCatalog("Names", { AlternatePresentations: { Names: [] } }),
    good: {},
  },
  {
    rule: "layer-configuration",
    bad: layers(() => ({ AS: [] })),
    good: layers(() => ({})),
    says: /AS/,
  },
  { rule: "layer-configuration", bad: layers(() => ({ Name: text("") })), good: {}, says: /name/ },
  { rule: "layer-configuration", bad: layers(() => ({ Order: [] })), good: {}, says: /Dessin/ },
  {
    rule: "layer-configuration",
    bad: {
      mend: (file) => {
        layers(() => ({})).mend?.(file);
        const properties = file.catalog.lookup(PDFName.of("OCProperties"), PDFDict);
        setEntry(file, properties, "D", undefined);
      },
    },
    good: {},
    says: /standard/,
  },
  {
    rule: "hidden-layer",
    bad: layers((layer) => ({ OFF: [layer] })),
    good: layers((layer) => ({ BaseState: "OFF", ON: [layer] })),
    says: /Dessin/,
  },
  { rule: "hidden-layer", bad: layers(() => ({ BaseState: "OFF" })), good: {} },
];
