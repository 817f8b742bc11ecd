/**
 * The structure tree as PDF objects: one element for each logical element, its marked content and
 * annotations as children, ParentTree, IDTree and RoleMap. ISO 32000-1 §14.7, §14.8.
 */
import type { PDFDict } from "@cantoo/pdf-lib";
import {
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import type { StructureDemands } from "../../pdf/standards/standard.ts";
import type { LeafIndex } from "../tree/leaf-index.ts";
import type { LogicalElement, LogicalNode } from "../tree/logical-tree.ts";
import type { BoxOf, PrintedBox } from "../printed/printed-boxes.ts";
import { compareMarks, type Mark } from "../content/rewrite-content.ts";

/** One stream's marks: those of a page's own content, or of a form XObject on it. */
export interface MarkedStream {
  readonly page: PDFRef;
  readonly pageIndex: number;
  readonly form: PDFRef | undefined;
  readonly marks: readonly Mark[];
  /** Its key in the ParentTree. */
  readonly parentKey: number;
}

export interface LinkedAnnotation {
  readonly ref: PDFRef;
  readonly page: PDFRef;
  readonly linkRef: string;
  readonly parentKey: number;
}

interface LocatedMark extends Mark {
  readonly stream: MarkedStream;
  readonly mcid: number;
}

export function writeStructureTree(
  context: PDFContext,
  root: LogicalElement,
  index: LeafIndex,
  streams: readonly MarkedStream[],
  annotations: readonly LinkedAnnotation[],
  boxOf: BoxOf,
  demands: StructureDemands,
): PDFRef {
  return new StructureWriter(context, index, streams, annotations, boxOf, demands).write(root);
}

class StructureWriter {
  readonly #context: PDFContext;
  readonly #index: LeafIndex;
  readonly #boxOf: BoxOf;
  readonly #demands: StructureDemands;
  readonly #marks = new Map<number, LocatedMark[]>();
  readonly #annotations = new Map<string, LinkedAnnotation[]>();
  /** By parent key: elements by marked-content id, or the one element of an annotation. */
  readonly #parents = new Map<number, PDFRef[] | PDFRef>();
  readonly #ids = new Map<string, PDFRef>();

  constructor(
    context: PDFContext,
    index: LeafIndex,
    streams: readonly MarkedStream[],
    annotations: readonly LinkedAnnotation[],
    boxOf: BoxOf,
    demands: StructureDemands,
  ) {
    this.#context = context;
    this.#index = index;
    this.#boxOf = boxOf;
    this.#demands = demands;
    for (const stream of streams) {
      this.#parents.set(stream.parentKey, []);
      for (const [mcid, mark] of stream.marks.entries()) {
        const located = { ...mark, stream, mcid };
        const known = this.#marks.get(mark.leaf);
        if (known) known.push(located);
        else this.#marks.set(mark.leaf, [located]);
      }
    }
    for (const marks of this.#marks.values()) {
      marks.sort(
        (a, b) =>
          a.position - b.position ||
          a.stream.pageIndex - b.stream.pageIndex ||
          compareMarks(a, b) ||
          a.mcid - b.mcid,
      );
    }
    for (const annotation of annotations) {
      const known = this.#annotations.get(annotation.linkRef);
      if (known) known.push(annotation);
      else this.#annotations.set(annotation.linkRef, [annotation]);
    }
  }

  write(document: LogicalElement): PDFRef {
    const context = this.#context;
    const rootRef = context.nextRef();
    const top =
      this.#element(document, rootRef) ?? context.register(context.obj({ S: "Document" }));
    const numbers: PDFObject[] = [];
    for (const [key, value] of [...this.#parents].sort(([a], [b]) => a - b)) {
      numbers.push(
        PDFNumber.of(key),
        Array.isArray(value) ? context.register(context.obj(value)) : value,
      );
    }
    const ids = [...this.#ids].sort(([a], [b]) => (a < b ? -1 : 1));
    const dict = context.obj({
      Type: "StructTreeRoot",
      K: top,
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: this.#parents.size,
      RoleMap: { ...this.#demands.roleMap },
    });
    if (ids.length > 0) {
      const names = ids.flatMap(([id, ref]): PDFObject[] => [textString(id), ref]);
      const [first = "", last = ""] = [ids[0]?.[0], ids.at(-1)?.[0]];
      const leaf = context.obj({ Names: names, Limits: [textString(first), textString(last)] });
      dict.set(PDFName.of("IDTree"), context.obj({ Kids: [context.register(leaf)] }));
    }
    context.assign(rootRef, dict);
    return rootRef;
  }

  /** Undefined for an element of which nothing is printed; table cells stay. */
  #element(element: LogicalElement, parent: PDFRef): PDFRef | undefined {
    const context = this.#context;
    const ref = context.nextRef();
    const page = this.#firstPage(element);
    const children: PDFObject[] = [];
    for (const child of element.children) children.push(...this.#child(child, ref, page));
    const annotations = element.link ? (this.#annotations.get(element.link.ref) ?? []) : [];
    for (const annotation of annotations) {
      children.push(context.obj({ Type: "OBJR", Obj: annotation.ref, Pg: annotation.page }));
      this.#parents.set(annotation.parentKey, ref);
    }
    if (children.length === 0 && !/^T[RHD]$/.test(element.type)) return undefined;
    const dict = context.obj({ S: element.type, P: parent });
    if (page) dict.set(PDFName.of("Pg"), page);
    const [only] = children;
    if (children.length === 1 && only) dict.set(PDFName.of("K"), only);
    else if (children.length > 1) dict.set(PDFName.of("K"), context.obj(children));
    this.#describe(element, dict, ref);
    context.assign(ref, dict);
    return ref;
  }

  #describe(element: LogicalElement, dict: PDFDict, ref: PDFRef): void {
    const { language, title, alt, expansion, id } = element;
    if (language) dict.set(PDFName.of("Lang"), textString(language));
    if (title !== undefined) dict.set(PDFName.of("T"), textString(title));
    if (alt !== undefined) dict.set(PDFName.of("Alt"), textString(alt));
    if (expansion !== undefined) dict.set(PDFName.of("E"), textString(expansion));
    if (id !== undefined && !this.#ids.has(id)) {
      dict.set(PDFName.of("ID"), textString(id));
      this.#ids.set(id, ref);
    }
    const attributes = this.#attributes(element);
    if (attributes.length === 1 && attributes[0]) dict.set(PDFName.of("A"), attributes[0]);
    else if (attributes.length > 1) dict.set(PDFName.of("A"), this.#context.obj(attributes));
  }

  #attributes(element: LogicalElement): PDFDict[] {
    const context = this.#context;
    const found: PDFDict[] = [];
    if (element.type === "L") {
      found.push(context.obj({ O: "List", ListNumbering: element.numbering ?? "None" }));
    }
    const box = this.#boxOfFigure(element);
    if (box) found.push(context.obj({ O: "Layout", BBox: [...box] }));
    if (element.isBlock === true) found.push(context.obj({ O: "Layout", Placement: "Block" }));
    const { scope, headers, rowSpan, columnSpan } = element.cell ?? {};
    const table = context.obj({ O: "Table" });
    if (scope) table.set(PDFName.of("Scope"), PDFName.of(scope));
    if (headers) table.set(PDFName.of("Headers"), context.obj(headers.map(textString)));
    if (rowSpan !== undefined) table.set(PDFName.of("RowSpan"), PDFNumber.of(rowSpan));
    if (columnSpan !== undefined) table.set(PDFName.of("ColSpan"), PDFNumber.of(columnSpan));
    if (element.summary !== undefined)
      table.set(PDFName.of("Summary"), textString(element.summary));
    if (table.keys().length > 1) found.push(table);
    return found;
  }

  /** Of a figure or formula that is whole on one page. ISO 32000-1, table 344. */
  #boxOfFigure(element: LogicalElement): PrintedBox | undefined {
    if (element.type !== "Figure" && element.type !== "Formula") return undefined;
    const marks = element.children.flatMap((child) => this.#marksOf(child));
    const pages = [...new Set(marks.map(({ stream }) => stream.pageIndex))];
    const [page] = pages;
    return page === undefined || pages.length > 1 ? undefined : this.#boxOf(element, page);
  }

  #child(child: LogicalNode, parent: PDFRef, page: PDFRef | undefined): PDFObject[] {
    if (child.kind === "element") {
      const ref = this.#element(child, parent);
      return ref ? [ref] : [];
    }
    return this.#marksOf(child).map(({ stream, mcid }) => {
      const parents = this.#parents.get(stream.parentKey);
      if (Array.isArray(parents)) parents[mcid] = parent;
      if (stream.form === undefined && stream.page === page) return PDFNumber.of(mcid);
      return this.#context.obj({
        Type: "MCR",
        MCID: mcid,
        Pg: stream.page,
        ...(stream.form && { Stm: stream.form }),
      });
    });
  }

  #marksOf(child: LogicalNode): readonly LocatedMark[] {
    if (child.kind === "element") return [];
    return this.#marks.get(this.#index.numberOf(child) ?? -1) ?? [];
  }

  #firstPage(element: LogicalElement): PDFRef | undefined {
    for (const child of element.children) {
      const page = this.#marksOf(child)[0]?.stream.page;
      if (page) return page;
    }
    return undefined;
  }
}

/** Text strings, in UTF-16 only where they need it. */
export function textString(text: string): PDFHexString {
  return /^[\x20-\x7E]*$/.test(text)
    ? PDFHexString.of(Buffer.from(text, "latin1").toString("hex"))
    : PDFHexString.fromText(text);
}
