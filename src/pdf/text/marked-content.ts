/**
 * Lists where marked content begins on a page (ISO 32000-1 §14.6) and what its properties say:
 * identifier, ActualText, Alt, Lang. Input: an open PDF and a page; output: events in the order of
 * painting, form XObjects followed where they are painted. It reads no glyphs.
 */
import { ContentBudget } from "../content/budget.ts";
import { GraphicsState } from "../content/graphics-state.ts";
import { interpret } from "../content/interpret.ts";
import { markedProperties, type MarkedProperties } from "../content/marked-properties.ts";
import { pageContent } from "../content/page-content.ts";
import { paintedForm } from "../content/painted-form.ts";
import { Resources } from "../content/resources.ts";
import { MOST_MARKED_EVENTS } from "../limits.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";

export interface MarkedContentBegin extends MarkedProperties {
  readonly kind: "begin";
  readonly tag: string;
  /** The form XObject that it stands in, e.g. `12 0 R`; absent for the page itself. */
  readonly stream?: string;
}

/** A form XObject is painted; what follows may be in it. */
export interface FormBegin {
  readonly kind: "form";
  readonly stream?: string;
}

export type MarkedContentEvent = MarkedContentBegin | FormBegin;

/** The events of a page, given by its index from 0. */
export function readMarkedContent(
  { objects, pages }: PdfDocument,
  pageIndex: number,
): readonly MarkedContentEvent[] {
  const page = pages[pageIndex];
  if (page === undefined) return [];
  const events: MarkedContentEvent[] = [];
  const budget = new ContentBudget();
  const state = new GraphicsState(undefined);
  const read = (bytes: Uint8Array, resources: Resources, stream: string | undefined): void => {
    const inStream = stream === undefined ? {} : { stream };
    interpret(
      { bytes, resources, state },
      {
        mayGoOn: () => budget.spend() && events.length < MOST_MARKED_EVENTS,
        beginMarked: (_, at, { tag, properties }) => {
          const says = markedProperties(at.resources, properties);
          events.push({ kind: "begin", tag, ...inStream, ...says });
        },
        xObject: (_, at, name) => {
          const form = paintedForm(at.resources, name);
          if (form === undefined) return;
          const reference = form.ref?.toString();
          events.push({
            kind: "form",
            ...(reference === undefined ? {} : { stream: reference }),
          });
          budget.within(form.stream, () => {
            const content = objects.streamBytes(form.stream) ?? new Uint8Array();
            read(content, form.resources, reference);
          });
        },
      },
    );
  };
  const resources = new Resources(objects, objects.dict(page.inherited("Resources")));
  read(pageContent(objects, page.dict).bytes, resources, undefined);
  return events;
}
