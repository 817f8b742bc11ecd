/**
 * Says that a document's device colours are sRGB. Input: the document's objects, and which standard's
 * output intent it is; output: the output intent. ISO 32000-1 §14.11.5.
 */
import { PDFHexString, type PDFRef } from "@cantoo/pdf-lib";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { OutputIntentKind } from "../standards/standard.ts";
import { srgbProfile } from "./srgb-profile.ts";

const NAME = "sRGB IEC61966-2.1";

export function srgbOutputIntent(objects: PdfObjects, kind: OutputIntentKind): PDFRef {
  const profile = objects.context.flateStream(srgbProfile(), { N: 3 });
  return objects.add({
    Type: "OutputIntent",
    S: kind,
    OutputConditionIdentifier: PDFHexString.fromText(NAME),
    Info: PDFHexString.fromText(NAME),
    DestOutputProfile: objects.add(profile),
  });
}
