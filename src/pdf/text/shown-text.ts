/**
 * The codes that pages really show, string by string, with the font they are shown in and the marked
 * content they stand in. Input: an open PDF; output: strings in the order of painting, form XObjects
 * followed where they are painted. Text that is painted invisibly is shown as well, since readers
 * read it. Not read: drawn letters of Type 3 fonts, patterns, annotations. ISO 32000-1 §9.4, §14.6.
 */
import { ContentBudget } from "../content/budget.ts";
import { GraphicsState } from "../content/graphics-state.ts";
import { interpret } from "../content/interpret.ts";
import { markedProperties } from "../content/marked-properties.ts";
import { stringValue, type ContentOperand, type ContentOperation } from "../content/operations.ts";
import { pageContent } from "../content/page-content.ts";
import { paintedForm } from "../content/painted-form.ts";
import { Resources } from "../content/resources.ts";
import type { ContentMoment, ContentVisitor, MarkedOperands } from "../content/visitor.ts";
import { readCodedFont, type CodedFont } from "../fonts/coded-font.ts";
import { MOST_JUDGED_OPERATORS } from "../limits.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import type { PdfObject } from "../objects/types.ts";
import type { MarkedFrame } from "./text-piece.ts";

export interface ShownString {
  readonly font: CodedFont;
  readonly codes: readonly number[];
  /** The innermost marked content around it. */
  readonly frame: MarkedFrame | undefined;
  /** It does not go on where the string before it ended: what stands before it is another line. */
  readonly beginsLine: boolean;
}

export interface ShownPage {
  /** Counted from 1. */
  readonly page: number;
  readonly strings: readonly ShownString[];
  /** The page paints more than is read. */
  readonly isCut: boolean;
}

export function* readShownText(pdf: PdfDocument): Generator<ShownPage> {
  const fonts = new Map<PdfObject, CodedFont>();
  for (const index of pdf.pages.keys()) yield new PageReader(pdf, index, fonts).read();
}

class PageReader {
  readonly #pdf: PdfDocument;
  readonly #index: number;
  readonly #fonts: Map<PdfObject, CodedFont>;
  readonly #strings: ShownString[] = [];
  readonly #budget = new ContentBudget();
  #beginsLine = true;

  constructor(pdf: PdfDocument, index: number, fonts: Map<PdfObject, CodedFont>) {
    this.#pdf = pdf;
    this.#index = index;
    this.#fonts = fonts;
  }

  read(): ShownPage {
    if ((this.#pdf.operatorCounts[this.#index] ?? 0) > MOST_JUDGED_OPERATORS) {
      return { page: this.#index + 1, strings: [], isCut: true };
    }
    const { objects, pages } = this.#pdf;
    const page = pages[this.#index];
    const resources = new Resources(objects, objects.dict(page?.inherited("Resources")));
    const { bytes } = pageContent(objects, page?.dict);
    const state = new GraphicsState(undefined);
    interpret({ bytes, resources, state }, this.#visitor(undefined, undefined));
    return { page: this.#index + 1, strings: this.#strings, isCut: this.#budget.isSpent };
  }

  /** @param stream the form that is read, e.g. `12 0 R`. */
  #visitor(outer: MarkedFrame | undefined, stream: string | undefined): ContentVisitor {
    // Marked content ends in the stream that it begins in.
    const frames: (MarkedFrame | undefined)[] = [outer];
    return {
      mayGoOn: () => this.#budget.spend(),
      beginMarked: (_, at, marked) => {
        frames.push(frameOf(at.resources, marked, stream, frames.at(-1)));
      },
      endMarked: () => {
        if (frames.length > 1) frames.pop();
      },
      xObject: (_, at, name) => {
        this.#form(at, name, frames.at(-1));
      },
      beginText: () => {
        this.#beginsLine = true;
      },
      textMatrix: () => {
        this.#beginsLine = true;
      },
      moveText: (op, _, __, y) => {
        if (beginsLine(op, y)) this.#beginsLine = true;
      },
      show: (_, { state }, items) => {
        this.#show(items, state.font, frames.at(-1));
      },
    };
  }

  #show(
    items: readonly ContentOperand[],
    object: PdfObject | undefined,
    frame: MarkedFrame | undefined,
  ): void {
    // Without a font nothing is painted.
    if (object === undefined) return;
    const font = this.#font(object);
    const codes = items.flatMap((item) => {
      const bytes = stringValue(item);
      return bytes === undefined ? [] : font.codesOf(bytes);
    });
    if (codes.length === 0) return;
    this.#strings.push({ font, codes, frame, beginsLine: this.#beginsLine });
    this.#beginsLine = false;
  }

  #form({ resources, state }: ContentMoment, name: string, frame: MarkedFrame | undefined): void {
    const form = paintedForm(resources, name);
    if (form === undefined) return;
    this.#budget.within(form.stream, () => {
      this.#beginsLine = true;
      const bytes = this.#pdf.objects.streamBytes(form.stream) ?? new Uint8Array();
      const visitor = this.#visitor(frame, form.ref?.toString());
      interpret({ bytes, resources: form.resources, state }, visitor);
      this.#beginsLine = true;
    });
  }

  #font(object: PdfObject): CodedFont {
    const font = this.#fonts.get(object) ?? readCodedFont(this.#pdf.objects, object);
    this.#fonts.set(object, font);
    return font;
  }
}

function beginsLine({ operator }: ContentOperation, y: number): boolean {
  return operator === "Td" || operator === "TD" ? y !== 0 : true;
}

function frameOf(
  resources: Resources,
  { tag, properties }: MarkedOperands,
  stream: string | undefined,
  outer: MarkedFrame | undefined,
): MarkedFrame {
  const { mcid, actualText, alt } = markedProperties(resources, properties);
  const replacement = actualText ?? alt;
  return {
    tag,
    ...(mcid === undefined ? {} : { mcid }),
    ...(stream === undefined ? {} : { stream }),
    ...(replacement === undefined ? {} : { replacement }),
    ...(outer === undefined ? {} : { outer }),
  };
}
