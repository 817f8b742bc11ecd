/**
 * Fonts whose codes are shown only where content is not written anew, as in a pattern: no code of
 * theirs may read as private use or nothing either. Input: a document; output: their ToUnicode maps,
 * changed where they must be. ISO 32000-1 §9.10.3.
 */
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { PdfDict } from "../objects/types.ts";
import { isComposite } from "./descendant.ts";
import { readableText } from "./readable-text.ts";
import { readToUnicode, writeToUnicode } from "./to-unicode.ts";

export function cleanToUnicode(objects: PdfObjects, written: ReadonlySet<PdfDict>): void {
  for (const [, object] of objects.all()) {
    const font = objects.dict(object);
    if (font === undefined || written.has(font)) continue;
    if (objects.name(objects.get(font, "Type")) !== "Font") continue;
    const map = objects.stream(objects.get(font, "ToUnicode"));
    if (map === undefined) continue;
    const texts = readToUnicode(Buffer.from(objects.requireBytes(map)).toString("latin1"));
    const readable = new Map([...texts].map(([code, text]) => [code, readableText(text)]));
    if ([...texts].every(([code, text]) => readable.get(code) === text)) continue;
    const cmap = writeToUnicode(readable, isComposite(objects, font) ? 2 : 1);
    const stream = objects.makePackedStream(Buffer.from(cmap, "latin1"));
    objects.set(font, "ToUnicode", objects.add(stream));
  }
}
