/** Content streams for tests: what is in them, and as sources for the interpreter. */
import { PDFContext } from "@cantoo/pdf-lib";
import { GraphicsState } from "../../src/pdf/content/graphics-state.ts";
import type { ContentSource } from "../../src/pdf/content/interpret.ts";
import {
  OperationReader,
  type ContentOperation,
  type ContentProblem,
} from "../../src/pdf/content/operations.ts";
import { Resources } from "../../src/pdf/content/resources.ts";
import { PdfObjects } from "../../src/pdf/objects/pdf-objects.ts";
import type { PdfObject, PdfValue } from "../../src/pdf/objects/types.ts";

export interface ParsedContent {
  readonly operations: readonly ContentOperation[];
  readonly tailStart: number;
  readonly problems: readonly ContentProblem[];
}

/** One character a byte. */
export function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

export function parseContent(bytes: Uint8Array): ParsedContent {
  const reader = new OperationReader(bytes);
  const operations = [...reader];
  return { operations, tailStart: reader.tailStart, problems: reader.problems };
}

export function newObjects(): PdfObjects {
  return new PdfObjects(PDFContext.create());
}

/** @param resources e.g. `{ Font: { F1: {} } }`. */
export function contentSource(
  content: string,
  resources: Readonly<Record<string, PdfValue>> = {},
  objects = newObjects(),
): ContentSource {
  return {
    bytes: latin1(content),
    resources: new Resources(objects, objects.make(resources)),
    state: new GraphicsState(undefined),
  };
}

/** A form XObject that paints nothing, as an indirect object. */
export function newForm(objects: PdfObjects): PdfObject {
  return objects.add(objects.makeStream(new Uint8Array(), { Type: "XObject", Subtype: "Form" }));
}

/** By which of these names of fonts an object is found. */
export function fontNameOf(
  { resources }: Pick<ContentSource, "resources">,
  font: PdfObject | undefined,
  names: readonly string[],
): string {
  return names.find((name) => font !== undefined && resources.find("Font", name) === font) ?? "";
}
