/**
 * New content for a page and for its form XObjects. Input: content, one character a byte; output: it
 * stands in place of the old. ISO 32000-1 §7.8.2, §8.10.
 */
import { promisify } from "node:util";
import { deflate, deflateSync } from "node:zlib";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfDict, PdfRef } from "../../pdf/objects/types.ts";

const compressed = promisify(deflate);

/** There when the promise is kept: pages are compressed on other threads. */
export async function replaceContent(
  objects: PdfObjects,
  page: PdfDict,
  content: string,
): Promise<void> {
  const ref = objects.reserve();
  objects.set(page, "Contents", ref);
  const contents = await compressed(Buffer.from(content, "latin1"));
  objects.put(ref, objects.makeStream(contents, { Filter: "FlateDecode" }));
}

/** At once: another page may paint it too. @returns the form's dictionary. */
export function replaceForm(objects: PdfObjects, form: PdfRef, content: string): PdfDict {
  const dict = objects.stream(form)?.dict ?? objects.make({});
  objects.set(dict, "Filter", "FlateDecode");
  objects.unset(dict, "DecodeParms");
  objects.put(form, objects.withDict(dict, deflateSync(Buffer.from(content, "latin1"))));
  return dict;
}
