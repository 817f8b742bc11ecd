/**
 * An accessible PDF read the way assistive technology reads it: its structure elements, and for each
 * piece of marked content the text that its glyphs and ActualText give. Input: the file's bytes;
 * output: a plain tree. It trusts nothing that made the file.
 */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  ParseSpeeds,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
  type PDFPage,
} from "@cantoo/pdf-lib";
import { nameIn, operations } from "../pdf/write/content-operations.ts";
import { streamText } from "../pdf/write/stream-text.ts";
import { fontDecoder, type FontDecoder } from "../pdf/write/font-decoder.ts";
import { actualTextIn, shownCodes } from "../pdf/write/shown-strings.ts";

export interface ReadElement {
  readonly type: string;
  readonly alt: string | undefined;
  readonly language: string | undefined;
  readonly expansion: string | undefined;
  readonly id: string | undefined;
  /** Attributes as `Name value`, e.g. `Scope Column`, in their order in the file. */
  readonly attributes: readonly string[];
  readonly children: readonly ReadNode[];
}

/** A string is what a piece of marked content reads as. */
export type ReadNode = ReadElement | string | { readonly annotation: string };

export async function readStructure(pdf: Uint8Array): Promise<ReadElement> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    // All at once: between batches of objects it would wait for a timer.
    parseSpeed: ParseSpeeds.Fastest,
  });
  return new StructureReader(document).read();
}

class StructureReader {
  readonly #document: PDFDocument;
  readonly #context: PDFContext;
  /** Texts by `page-or-form object number:mcid`. */
  readonly #texts = new Map<string, string>();
  readonly #fonts = new Map<PDFObject, FontDecoder>();

  constructor(document: PDFDocument) {
    this.#document = document;
    this.#context = document.context;
  }

  read(): ReadElement {
    for (const page of this.#document.getPages()) this.#readPage(page);
    const root = this.#document.catalog.lookup(PDFName.of("StructTreeRoot"));
    const top = root instanceof PDFDict ? root.lookup(PDFName.of("K")) : undefined;
    if (!(top instanceof PDFDict)) throw new Error("the PDF has no structure tree");
    return this.#element(top);
  }

  #readPage(page: PDFPage): void {
    const { Resources: resources } = page.node.normalizedEntries();
    const contents = page.node.lookup(PDFName.of("Contents"));
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    const content = parts.map((part) => streamText(this.#context.lookup(part))).join("\n");
    this.#readContent(content, resources, page.ref.objectNumber);
  }

  #readContent(content: string, resources: PDFDict | undefined, owner: number): void {
    const open: { readonly key: string | undefined; readonly isRead: boolean }[] = [];
    let font: FontDecoder | undefined;
    const add = (text: string): void => {
      const key = open.findLast((each) => each.key !== undefined)?.key;
      if (key !== undefined) this.#texts.set(key, (this.#texts.get(key) ?? "") + text);
    };
    for (const operation of operations(content)) {
      const operands = content.slice(operation.start, operation.operatorStart);
      switch (operation.operator) {
        case "BDC": {
          const mcid = /\/MCID\s+(\d+)/.exec(operands)?.[1];
          const key = mcid === undefined ? undefined : `${owner}:${mcid}`;
          const actual = actualTextIn(operands);
          if (actual !== undefined && !open.some((each) => each.isRead)) add(actual);
          open.push({ key, isRead: actual !== undefined });
          break;
        }
        case "BMC":
          open.push({ key: undefined, isRead: false });
          break;
        case "EMC":
          open.pop();
          break;
        case "Tf":
          font = this.#font(resources, nameIn(content, operation));
          break;
        case "Tj":
        case "TJ":
        case "'":
        case '"': {
          if (font === undefined || open.some((each) => each.isRead)) break;
          const { textOf, codeLength } = font;
          add(
            shownCodes(operands, codeLength)
              .map((code) => textOf(code) ?? "")
              .join(""),
          );
          break;
        }
        case "Do":
          this.#readForm(resources, nameIn(content, operation));
          break;
      }
    }
  }

  #readForm(resources: PDFDict | undefined, name: string): void {
    const objects = resources?.lookup(PDFName.of("XObject"));
    const ref = objects instanceof PDFDict ? objects.get(PDFName.of(name)) : undefined;
    const form = this.#context.lookup(ref);
    if (!(form instanceof PDFRawStream) || !(ref instanceof PDFRef)) return;
    if (form.dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Form")) return;
    const own = form.dict.lookup(PDFName.of("Resources"));
    this.#readContent(streamText(form), own instanceof PDFDict ? own : resources, ref.objectNumber);
  }

  #font(resources: PDFDict | undefined, name: string): FontDecoder | undefined {
    const fonts = resources?.lookup(PDFName.of("Font"));
    const font = fonts instanceof PDFDict ? fonts.get(PDFName.of(name)) : undefined;
    if (font === undefined) return undefined;
    const known = this.#fonts.get(font);
    if (known) return known;
    const decoder = fontDecoder(this.#context, font);
    this.#fonts.set(font, decoder);
    return decoder;
  }

  #element(dict: PDFDict): ReadElement {
    const type = dict.lookup(PDFName.of("S"));
    const actual = textOf(dict.lookup(PDFName.of("ActualText")));
    const page = dict.get(PDFName.of("Pg"));
    return {
      type: type instanceof PDFName ? type.decodeText() : "",
      alt: textOf(dict.lookup(PDFName.of("Alt"))),
      language: textOf(dict.lookup(PDFName.of("Lang"))),
      expansion: textOf(dict.lookup(PDFName.of("E"))),
      id: textOf(dict.lookup(PDFName.of("ID"))),
      attributes: this.#attributes(dict.lookup(PDFName.of("A"))),
      children: actual === undefined ? this.#children(dict.get(PDFName.of("K")), page) : [actual],
    };
  }

  #children(kids: PDFObject | undefined, page: PDFObject | undefined): ReadNode[] {
    const kid = this.#context.lookup(kids);
    if (kid instanceof PDFArray) return kid.asArray().flatMap((each) => this.#children(each, page));
    if (kid instanceof PDFNumber) return [this.#text(page, kid)];
    if (!(kid instanceof PDFDict)) return [];
    const type = kid.lookup(PDFName.of("Type"));
    if (type === PDFName.of("OBJR")) {
      const annotation = kid.lookup(PDFName.of("Obj"));
      const contents =
        annotation instanceof PDFDict ? annotation.lookup(PDFName.of("Contents")) : undefined;
      return [{ annotation: textOf(contents) ?? "" }];
    }
    const mcid = kid.lookup(PDFName.of("MCID"));
    if (mcid instanceof PDFNumber) {
      const stream = kid.get(PDFName.of("Stm"));
      return [this.#text(stream ?? kid.get(PDFName.of("Pg")) ?? page, mcid)];
    }
    return [this.#element(kid)];
  }

  #text(owner: PDFObject | undefined, mcid: PDFNumber): string {
    if (!(owner instanceof PDFRef)) return "";
    return this.#texts.get(`${owner.objectNumber}:${mcid.asNumber()}`) ?? "";
  }

  #attributes(value: PDFObject | undefined): string[] {
    if (value instanceof PDFArray) {
      return value.asArray().flatMap((each) => this.#attributes(this.#context.lookup(each)));
    }
    if (!(value instanceof PDFDict)) return [];
    return value
      .entries()
      .filter(([name]) => name !== PDFName.of("O"))
      .map(([name, each]) => `${name.decodeText()} ${this.#attributeText(each)}`);
  }

  #attributeText(value: PDFObject): string {
    if (value instanceof PDFArray)
      return value
        .asArray()
        .map((each) => this.#attributeText(each))
        .join(" ");
    if (value instanceof PDFName) return value.decodeText();
    return textOf(value) ?? value.toString();
  }
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined;
}

/**
 * The tree as lines, indented by depth: `TH [Scope Column]`, then texts in quotes. Soft hyphens show
 * as `·`. Made for snapshots that a person reads.
 */
export function formatStructure(element: ReadElement, indent = ""): string {
  const { type, alt, language, expansion, id, attributes, children } = element;
  const details = [
    ...attributes,
    language === undefined ? undefined : `Lang ${language}`,
    expansion === undefined ? undefined : `E “${expansion}”`,
    id === undefined ? undefined : `ID ${id}`,
    alt === undefined ? undefined : `Alt “${alt}”`,
  ].filter((detail) => detail !== undefined);
  const head = `${indent}${type}${details.length > 0 ? ` [${details.join(", ")}]` : ""}\n`;
  const inner = `${indent}  `;
  const lines = children.map((child) => {
    if (typeof child === "string") return `${inner}“${child.replaceAll("\u00AD", "·")}”\n`;
    if ("annotation" in child) return `${inner}annotation “${child.annotation}”\n`;
    return formatStructure(child, inner);
  });
  return head + lines.join("");
}
