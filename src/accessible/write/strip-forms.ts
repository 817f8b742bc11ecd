/**
 * Form XObjects in which nothing is tagged (running headers, copies of fixed elements, drawings that
 * are one figure, masks) without the browser's marks: in an artifact they would be tagged content,
 * in a figure its content twice. What they paint stays as it is. ISO 14289-1 §7.1.
 */
import { OperationReader, writtenOperation } from "../../pdf/content/operations.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfRef } from "../../pdf/objects/types.ts";

const MARKS: ReadonlySet<string> = new Set(["BDC", "BMC", "EMC", "DP", "MP"]);

/** `written`: forms whose content has its marks already. */
export function stripForms(objects: PdfObjects, written: ReadonlySet<PdfRef>): void {
  for (const [ref, object] of objects.all()) {
    const stream = objects.stream(object);
    if (stream === undefined || written.has(ref)) continue;
    if (objects.name(objects.get(stream.dict, "Subtype")) !== "Form") continue;
    objects.unset(stream.dict, "StructParents", "StructParent");
    const content = unmarked(objects.requireBytes(stream));
    if (content !== undefined) objects.replaceBytes(stream, Buffer.from(content, "latin1"));
  }
}

/** Undefined where there are no marks. */
function unmarked(bytes: Uint8Array): string | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: string[] = [];
  let hasMarks = false;
  for (const operation of new OperationReader(content)) {
    if (MARKS.has(operation.operator)) hasMarks = true;
    else kept.push(writtenOperation(content, operation));
  }
  return hasMarks ? kept.join("\n") : undefined;
}
