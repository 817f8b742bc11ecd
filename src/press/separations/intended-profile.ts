/**
 * The profile of the press that a PDF says it is for. Input: an open PDF; output: the CMYK profile in
 * its output intent, or the shipped one where there is none that can be read. ISO 32000-1 §14.11.5.
 */
import type { PdfDocument } from "../../pdf/objects/open-pdf.ts";
import {
  defaultOutputProfile,
  readOutputProfile,
  type OutputProfile,
} from "../colour/output-profile.ts";

export async function intendedProfile({ objects, catalog }: PdfDocument): Promise<OutputProfile> {
  for (const item of objects.items(objects.get(catalog, "OutputIntents"))) {
    const intent = objects.dict(item);
    const bytes = objects.streamBytes(objects.get(intent, "DestOutputProfile"));
    const condition = objects.text(objects.get(intent, "OutputConditionIdentifier"));
    try {
      if (bytes !== undefined) return readOutputProfile(bytes, condition);
    } catch {
      // A profile that is none of a press is a fault for the judges of the file, not for separations.
    }
  }
  return defaultOutputProfile();
}
