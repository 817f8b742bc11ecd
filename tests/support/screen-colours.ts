/**
 * What is left in the colours of a screen. Input: an open PDF; output: each place where such a colour
 * space or operator stands, in words; empty for a file whose colours are ink. It looks at every
 * object of the file, used or not, and reads no picture's samples. ISO 15930-7.
 */
import { GraphicsState } from "../../src/pdf/content/graphics-state.ts";
import { interpret } from "../../src/pdf/content/interpret.ts";
import { nameValue } from "../../src/pdf/content/operations.ts";
import { pageContent } from "../../src/pdf/content/page-content.ts";
import { Resources } from "../../src/pdf/content/resources.ts";
import type { PdfDocument } from "../../src/pdf/objects/open-pdf.ts";
import type { PdfObject } from "../../src/pdf/objects/types.ts";

const SPACES: ReadonlySet<string> = new Set(["DeviceRGB", "CalRGB", "CalGray", "Lab", "ICCBased"]);
const OPERATORS: ReadonlySet<string> = new Set(["rg", "RG"]);
const NAMED: ReadonlySet<string> = new Set(["DeviceRGB", "DeviceGray"]);

export function screenColours({ objects, pages }: PdfDocument): readonly string[] {
  const places: string[] = [];
  const walk = (object: PdfObject, place: string): void => {
    const name = objects.isRef(object) ? undefined : objects.name(object);
    if (name !== undefined && SPACES.has(name)) places.push(`${place}: ${name}`);
    else if (!objects.isRef(object)) {
      for (const item of objects.items(object)) walk(item, place);
      for (const [key, value] of objects.entries(object)) walk(value, `${place}/${key}`);
    }
  };
  const walkContent = (bytes: Uint8Array, place: string): void => {
    const resources = new Resources(objects, undefined);
    const state = new GraphicsState(undefined);
    interpret(
      { bytes, resources, state },
      {
        colour: (op, at) => {
          const name = nameValue(op.operands[0]) ?? "";
          const isNamed = op.operator.toLowerCase() === "cs" && NAMED.has(name);
          if (OPERATORS.has(op.operator) || isNamed) places.push(`${place}: ${at.written(op)}`);
        },
      },
    );
  };
  for (const [ref, object] of objects.all()) {
    const place = `object ${ref.objectNumber} `;
    const stream = objects.stream(object);
    walk(stream?.dict ?? object, place);
    const isContent =
      objects.name(objects.get(stream?.dict, "Subtype")) === "Form" ||
      objects.get(stream?.dict, "PatternType") !== undefined;
    if (stream !== undefined && isContent) walkContent(objects.requireBytes(stream), place);
  }
  for (const [index, { dict }] of pages.entries()) {
    walkContent(pageContent(objects, dict).bytes, `page ${index + 1}`);
  }
  return places;
}
