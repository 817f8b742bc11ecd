/** What stops the making of plates: something that no one could say how it prints. */
import { PublicationError } from "../../errors.ts";

export type PlateFaultCode = "plate-colour-space" | "plate-shading";

export function plateFault(code: PlateFaultCode, message: string, cause?: unknown) {
  return new PublicationError(code, message, { hint: HINTS[code], cause });
}

const HINTS: Readonly<Record<PlateFaultCode, string>> = {
  "plate-colour-space": "make the file again with CMYK, gray and spot colours alone",
  "plate-shading": "make the file again, with the gradient as a picture",
};
