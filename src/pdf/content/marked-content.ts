/**
 * Lists where marked content begins on a page (ISO 32000-1 §14.6) and what its properties say:
 * identifier, ActualText, Alt, Lang. Input: an open PDF and a page; output: events in the order of
 * painting, form XObjects followed where they are painted. It reads no glyphs.
 */
import { PDFStream, type PDFDict } from "@cantoo/pdf-lib";
import {
  dictionaryEntries,
  nameValue,
  parseContentStream,
  type ContentOperand,
} from "./content-stream.ts";
import { MOST_FORM_DEPTH, MOST_MARKED_EVENTS } from "../limits.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { referenceOf, type PdfObjects } from "../objects/pdf-objects.ts";
import { decodeTextString } from "../objects/text-string.ts";

export interface MarkedContentBegin {
  readonly kind: "begin";
  readonly tag: string;
  readonly mcid?: number;
  /** The form XObject that it stands in, e.g. `12 0 R`; absent for the page itself. */
  readonly stream?: string;
  readonly actualText?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly expansion?: string;
}

/** A form XObject is painted; what follows may be in it. */
export interface FormBegin {
  readonly kind: "form";
  readonly stream?: string;
}

export type MarkedContentEvent = MarkedContentBegin | FormBegin;

interface Step {
  readonly operator: "begin" | "paint";
  /** The tag, or the name of the XObject. */
  readonly name: string;
  readonly properties?: ContentOperand;
}

export class MarkedContentReader {
  readonly #pdf: PdfDocument;
  readonly #steps = new Map<PDFStream, readonly Step[]>();

  constructor(pdf: PdfDocument) {
    this.#pdf = pdf;
  }

  /** The events of a page, given by its index from 0. */
  read(pageIndex: number): readonly MarkedContentEvent[] {
    const { objects } = this.#pdf;
    const page = this.#pdf.pages[pageIndex];
    if (page === undefined) return [];
    const events: MarkedContentEvent[] = [];
    const steps = readSteps(pageContentBytes(this.#pdf, pageIndex));
    this.#follow(steps, objects.dict(page.inherited("Resources")), undefined, [], events);
    return events;
  }

  #follow(
    steps: readonly Step[],
    resources: PDFDict | undefined,
    stream: string | undefined,
    outer: readonly PDFStream[],
    events: MarkedContentEvent[],
  ): void {
    const { objects } = this.#pdf;
    for (const step of steps) {
      if (events.length >= MOST_MARKED_EVENTS) return;
      if (step.operator === "begin") {
        events.push({
          kind: "begin",
          tag: step.name,
          ...(stream === undefined ? {} : { stream }),
          ...markedProperties(objects, step.properties, resources),
        });
        continue;
      }
      const xobjects = objects.dict(objects.get(resources, "XObject"));
      const raw = objects.getRaw(xobjects, step.name);
      const form = objects.stream(raw);
      if (form === undefined || objects.name(objects.get(form.dict, "Subtype")) !== "Form")
        continue;
      const reference = referenceOf(raw);
      events.push({ kind: "form", ...(reference === undefined ? {} : { stream: reference }) });
      if (outer.includes(form) || outer.length >= MOST_FORM_DEPTH) continue;
      const inner = objects.dict(objects.get(form.dict, "Resources")) ?? resources;
      this.#follow(this.#formSteps(form), inner, reference, [...outer, form], events);
    }
  }

  #formSteps(form: PDFStream): readonly Step[] {
    const known = this.#steps.get(form);
    if (known !== undefined) return known;
    const steps = readSteps(this.#pdf.objects.streamBytes(form) ?? new Uint8Array());
    this.#steps.set(form, steps);
    return steps;
  }
}

type MarkedProperties = Omit<MarkedContentBegin, "kind" | "tag" | "stream">;

/** What a property list says, in place or by its name in the resources (ISO 32000-1 §14.6.2). */
export function markedProperties(
  objects: PdfObjects,
  operand: ContentOperand | undefined,
  resources: PDFDict | undefined,
): MarkedProperties {
  const entries = dictionaryEntries(operand);
  const name = nameValue(operand);
  let number: (key: string) => number | undefined;
  let text: (key: string) => string | undefined;
  if (entries !== undefined) {
    number = (key) => numberOperand(entries.get(key));
    text = (key) => textOperand(entries.get(key));
  } else if (name !== undefined) {
    const lists = objects.dict(objects.get(resources, "Properties"));
    const dict = objects.dict(objects.get(lists, name));
    number = (key) => objects.number(objects.get(dict, key));
    text = (key) => objects.text(objects.get(dict, key));
  } else return {};
  const mcid = number("MCID");
  const [actualText, alt, lang, expansion] = [
    text("ActualText"),
    text("Alt"),
    text("Lang"),
    text("E"),
  ];
  return {
    ...(mcid !== undefined && Number.isInteger(mcid) ? { mcid } : {}),
    ...(actualText === undefined ? {} : { actualText }),
    ...(alt === undefined ? {} : { alt }),
    ...(lang === undefined ? {} : { lang }),
    ...(expansion === undefined ? {} : { expansion }),
  };
}

/** The decoded content of a page; an array of streams is joined by line ends (§7.8.2). */
export function pageContentBytes(pdf: PdfDocument, pageIndex: number): Uint8Array {
  const { objects } = pdf;
  const contents = objects.get(pdf.pages[pageIndex]?.dict, "Contents");
  if (contents instanceof PDFStream) return objects.streamBytes(contents) ?? new Uint8Array();
  const parts = objects.items(contents).flatMap((item) => objects.streamBytes(item) ?? []);
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
    joined[at++] = 0x0a;
  }
  return joined;
}

function readSteps(bytes: Uint8Array): readonly Step[] {
  return parseContentStream(bytes).operations.flatMap(({ operator, operands }): readonly Step[] => {
    const name = nameValue(operands[0]) ?? "";
    switch (operator) {
      case "BMC":
        return [{ operator: "begin", name }];
      case "BDC": {
        const properties = operands[1];
        return [{ operator: "begin", name, ...(properties === undefined ? {} : { properties }) }];
      }
      case "Do":
        return [{ operator: "paint", name }];
      default:
        return [];
    }
  });
}

function numberOperand(operand: ContentOperand | undefined): number | undefined {
  return typeof operand === "number" ? operand : undefined;
}

function textOperand(operand: ContentOperand | undefined): string | undefined {
  return typeof operand === "object" && operand !== null && operand.kind === "string"
    ? decodeTextString(operand.bytes)
    : undefined;
}
