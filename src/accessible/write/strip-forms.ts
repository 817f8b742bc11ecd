/**
 * Form XObjects in which nothing is tagged (running headers, copies of fixed elements, drawings that
 * are one figure, masks) without the browser's marks: in an artifact they would be tagged content,
 * in a figure its content twice. What they paint stays as it is. ISO 14289-1 §7.1.
 */
import { operations } from "../../pdf/content/content-operations.ts";
import { streamText } from "../../pdf/filters/stream-text.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfRef } from "../../pdf/objects/types.ts";

/** `written`: forms whose content has its marks already. */
export function stripForms(objects: PdfObjects, written: ReadonlySet<PdfRef>): void {
  for (const [ref, object] of objects.all()) {
    const form = objects.stream(object);
    if (form === undefined || written.has(ref)) continue;
    if (objects.name(objects.get(form.dict, "Subtype")) !== "Form") continue;
    objects.unset(form.dict, "StructParents", "StructParent");
    const content = streamText(form);
    if (!/\b(?:BDC|BMC|DP|MP)\b/.test(content)) continue;
    objects.repack(ref, Buffer.from(unmarked(content), "latin1"));
  }
}

function unmarked(content: string): string {
  const kept: string[] = [];
  for (const { operator, start, end } of operations(content)) {
    if (!/^(?:BDC|BMC|EMC|DP|MP)$/.test(operator)) kept.push(content.slice(start, end));
  }
  return kept.join("\n");
}
