/** A function of a PDF that nobody could say the values of. */
import { PublicationError } from "../../errors.ts";

export function functionFault(why: string): PublicationError {
  return new PublicationError("pdf-function", `a function of colours cannot be read: ${why}`, {
    hint: "make the file again with simpler gradients, or with the gradient as a picture",
  });
}
