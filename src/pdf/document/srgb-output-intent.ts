/**
 * Says that a document's device colours are sRGB. Input: the document's context; output: an output
 * intent, as PDF/A knows it. ISO 32000-1 §14.11.5, ISO 19005-2 §6.2.3.
 */
import { PDFHexString, type PDFRef } from "@cantoo/pdf-lib";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { srgbProfile } from "./srgb-profile.ts";

const NAME = "sRGB IEC61966-2.1";

export function srgbOutputIntent(objects: PdfObjects): PDFRef {
  const profile = objects.context.flateStream(srgbProfile(), { N: 3 });
  return objects.add({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: PDFHexString.fromText(NAME),
    Info: PDFHexString.fromText(NAME),
    DestOutputProfile: objects.add(profile),
  });
}
