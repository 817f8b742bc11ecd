/**
 * Form XObjects in which nothing is tagged (running headers, copies of fixed elements, drawings that
 * are one figure, masks) without the browser's marks: in an artifact they would be tagged content,
 * in a figure its content twice. What they paint stays as it is. ISO 14289-1 §7.1.
 */
import { PDFName, PDFRawStream, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import { deflateSync } from "node:zlib";
import { operations } from "../../pdf/content/content-operations.ts";
import { streamText } from "../../pdf/filters/stream-text.ts";

const names = {
  subtype: PDFName.of("Subtype"),
  form: PDFName.of("Form"),
  structureParents: PDFName.of("StructParents"),
  structureParent: PDFName.of("StructParent"),
  filter: PDFName.of("Filter"),
  parameters: PDFName.of("DecodeParms"),
};

/** `written`: forms whose content has its marks already. */
export function stripForms(context: PDFContext, written: ReadonlySet<PDFRef>): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || written.has(ref)) continue;
    const { dict } = object;
    if (dict.lookup(names.subtype) !== names.form) continue;
    dict.delete(names.structureParents);
    dict.delete(names.structureParent);
    const content = streamText(object);
    if (!/\b(?:BDC|BMC|DP|MP)\b/.test(content)) continue;
    dict.set(names.filter, PDFName.of("FlateDecode"));
    dict.delete(names.parameters);
    const bytes = deflateSync(Buffer.from(unmarked(content), "latin1"));
    context.assign(ref, PDFRawStream.of(dict, bytes));
  }
}

function unmarked(content: string): string {
  const kept: string[] = [];
  for (const { operator, start, end } of operations(content)) {
    if (!/^(?:BDC|BMC|EMC|DP|MP)$/.test(operator)) kept.push(content.slice(start, end));
  }
  return kept.join("\n");
}
