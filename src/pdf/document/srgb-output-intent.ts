/**
 * Says that a document's device colours are sRGB. Input: the document's context, and which standard's
 * output intent it is; output: the output intent. ISO 32000-1 §14.11.5.
 */
import { PDFHexString, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import type { OutputIntentKind } from "../standards/standard.ts";
import { srgbProfile } from "./srgb-profile.ts";

const NAME = "sRGB IEC61966-2.1";

export function srgbOutputIntent(context: PDFContext, kind: OutputIntentKind): PDFRef {
  const profile = context.flateStream(srgbProfile(), { N: 3 });
  return context.register(
    context.obj({
      Type: "OutputIntent",
      S: kind,
      OutputConditionIdentifier: PDFHexString.fromText(NAME),
      Info: PDFHexString.fromText(NAME),
      DestOutputProfile: context.register(profile),
    }),
  );
}
