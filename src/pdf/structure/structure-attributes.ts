/**
 * Reads the attributes of a structure element (ISO 32000-1 §14.7.5): its classes first, then its
 * own, which win. Input: the dictionary of the element; output: typed values.
 */
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { AttributeValue, StructureAttributes } from "./structure-tree.ts";
import { MOST_ATTRIBUTE_DEPTH } from "../limits.ts";

export function readAttributes(
  objects: PdfObjects,
  element: PDFDict,
  classMap: PDFDict | undefined,
): StructureAttributes {
  const classes = listOf(objects, objects.get(element, "C"))
    .flatMap((item) => objects.name(item) ?? [])
    .flatMap((name) => listOf(objects, objects.get(classMap, name)));
  const values = new Map<string, AttributeValue>();
  for (const item of [...classes, ...listOf(objects, objects.get(element, "A"))]) {
    // An attribute object may be a stream; revision numbers stand between the objects.
    const dict = objects.dict(item) ?? objects.stream(item)?.dict;
    if (dict !== undefined) readObject(objects, dict, values);
  }
  return typed(values);
}

function readObject(objects: PdfObjects, dict: PDFDict, values: Map<string, AttributeValue>): void {
  const owner = objects.name(objects.get(dict, "O")) ?? "";
  if (owner === "UserProperties") return;
  for (const [key, raw] of dict.entries()) {
    const name = key.decodeText();
    const value = name === "O" ? undefined : plainValue(objects, raw, 0);
    if (value !== undefined) values.set(`${owner}.${name}`, value);
  }
}

function plainValue(
  objects: PdfObjects,
  raw: PDFObject,
  depth: number,
): AttributeValue | undefined {
  if (objects.isArray(raw)) {
    if (depth > MOST_ATTRIBUTE_DEPTH) return undefined;
    return objects.items(raw).flatMap((item) => {
      const value = plainValue(objects, item, depth + 1);
      return value === undefined ? [] : [value];
    });
  }
  return objects.name(raw) ?? objects.number(raw) ?? objects.boolean(raw) ?? objects.text(raw);
}

function typed(values: Map<string, AttributeValue>): StructureAttributes {
  const take = (key: string): AttributeValue | undefined => {
    const value = values.get(key);
    values.delete(key);
    return value;
  };
  const scope = take("Table.Scope");
  const headers = take("Table.Headers");
  const rowSpan = take("Table.RowSpan");
  const colSpan = take("Table.ColSpan");
  const listNumbering = take("List.ListNumbering");
  const summary = take("Table.Summary");
  const bbox = take("Layout.BBox");
  const placement = take("Layout.Placement");
  return {
    ...(typeof scope === "string" ? { scope } : {}),
    ...(Array.isArray(headers)
      ? { headers: headers.filter((id) => typeof id === "string") }
      : typeof headers === "string"
        ? { headers: [headers] }
        : {}),
    ...(typeof rowSpan === "number" ? { rowSpan } : {}),
    ...(typeof colSpan === "number" ? { colSpan } : {}),
    ...(typeof listNumbering === "string" ? { listNumbering } : {}),
    ...(typeof summary === "string" ? { summary } : {}),
    ...(Array.isArray(bbox) ? { bboxPt: bbox.filter((side) => typeof side === "number") } : {}),
    ...(typeof placement === "string" ? { placement } : {}),
    other: Object.fromEntries(values),
  };
}

function listOf(objects: PdfObjects, object: PDFObject | undefined): readonly PDFObject[] {
  if (object === undefined) return [];
  return objects.isArray(object) ? objects.items(object) : [object];
}
