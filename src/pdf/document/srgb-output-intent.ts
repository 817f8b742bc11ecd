/**
 * Says that a document's device colours are sRGB. Input: the document's context; output: an output
 * intent, as PDF/A knows it. ISO 32000-1 §14.11.5, ISO 19005-2 §6.2.3.
 */
import { PDFHexString, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import { srgbProfile } from "./srgb-profile.ts";

const NAME = "sRGB IEC61966-2.1";

export function srgbOutputIntent(context: PDFContext): PDFRef {
  const profile = context.flateStream(srgbProfile(), { N: 3 });
  return context.register(
    context.obj({
      Type: "OutputIntent",
      S: "GTS_PDFA1",
      OutputConditionIdentifier: PDFHexString.fromText(NAME),
      Info: PDFHexString.fromText(NAME),
      DestOutputProfile: context.register(profile),
    }),
  );
}
