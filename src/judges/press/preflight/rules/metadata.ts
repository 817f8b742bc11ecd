/** Rules of preflight about what the file says of itself, as data. */
import { STANDARDS } from "../../../../pdf/standards/standards.ts";
import { pressRules } from "./press-rules.ts";

/** The value of `pdfxid:GTS_PDFXVersion`. */
export const PRESS_CLAIM = STANDARDS["pdf-x-4"].metadata.identification.properties.GTS_PDFXVersion;

export const METADATA_RULES = pressRules({
  metadata: {
    summary: "The metadata is missing or cannot be read.",
    impact: "critical",
    affects: ["print-shop"],
    message: "The file has no metadata that can be read: {}.",
    fix: "Put an XMP packet into the catalog's Metadata.",
  },
  "metadata-packed": {
    summary: "The metadata is packed, so that systems which sort jobs cannot find it.",
    impact: "minor",
    affects: ["print-shop"],
    message: "The metadata is packed or encoded ({}).",
    fix: "Leave the XMP packet as plain text: systems that sort jobs read it without opening the PDF.",
    toReview: true,
  },
  "pdfx-version": {
    summary:
      "The metadata does not say which PDF/X the file is, or the information says otherwise.",
    impact: "critical",
    affects: ["print-shop"],
    message: `The metadata does not say that the file is ${PRESS_CLAIM}: {}.`,
    fix: `Set pdfxid:GTS_PDFXVersion to ${PRESS_CLAIM}, and have no other value in the information.`,
  },
  "metadata-identity": {
    summary: "The metadata has no identity of the document.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The metadata lacks {}.",
    fix: "Give xmpMM:DocumentID, xmpMM:VersionID and xmpMM:RenditionClass.",
  },
  "metadata-dates": {
    summary: "The metadata lacks a date.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The metadata lacks {}.",
    fix: "Give xmp:CreateDate, xmp:ModifyDate and xmp:MetadataDate.",
  },
  "metadata-title": {
    summary: "The metadata has no title.",
    impact: "serious",
    affects: ["print-shop"],
    message: "The metadata has no title.",
    fix: "Give dc:title.",
  },
  trapped: {
    summary: "The file does not say whether it is trapped, or says both.",
    impact: "serious",
    affects: ["print-shop"],
    message: "Nobody can tell whether the file is trapped: {}.",
    fix: "Set pdf:Trapped, and Trapped in the information, to the same: True or False.",
  },
  "information-agrees": {
    summary: "The information says something else than the metadata.",
    impact: "moderate",
    affects: ["print-shop"],
    message: "The information and the metadata do not say the same of {}.",
    fix: "Write both from the same values, or leave the information out.",
  },
});
