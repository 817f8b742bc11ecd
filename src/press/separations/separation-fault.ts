/** What stops the making of separations: something that no one could say how it prints. */
import { PublicationError } from "../../errors.ts";

export type SeparationFaultCode = "separation-colour-space" | "separation-shading";

export function separationFault(code: SeparationFaultCode, message: string, cause?: unknown) {
  return new PublicationError(code, message, { hint: HINTS[code], cause });
}

const HINTS: Readonly<Record<SeparationFaultCode, string>> = {
  "separation-colour-space": "make the file again with CMYK, gray and spot colours alone",
  "separation-shading": "make the file again, with the gradient as a picture",
};
