/**
 * The structure tree as PDF objects: one element for each logical element, its marked content and
 * annotations as children, ParentTree, IDTree and RoleMap. ISO 32000-1 §14.7, §14.8.
 */
import { directionOf } from "../../languages/direction.ts";
import type { Direction } from "../../languages/language.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { pdfText } from "../../pdf/objects/text-string.ts";
import type { PdfRef, PdfValue } from "../../pdf/objects/types.ts";
import type { StructureDemands } from "../../pdf/standards/standard.ts";
import type { LeafIndex } from "../tree/leaf-index.ts";
import type { LogicalElement, LogicalTree, LogicalNode } from "../tree/logical-tree.ts";
import type { BoxOf, PrintedBox } from "../printed/printed-boxes.ts";
import { compareMarks, type Mark } from "../content/rewrite-content.ts";

/** One stream's marks: those of a page's own content, or of a form XObject on it. */
export interface MarkedStream {
  readonly page: PdfRef;
  readonly pageIndex: number;
  readonly form: PdfRef | undefined;
  readonly marks: readonly Mark[];
  /** Its key in the ParentTree. */
  readonly parentKey: number;
}

export interface LinkedAnnotation {
  readonly ref: PdfRef;
  readonly page: PdfRef;
  readonly linkRef: string;
  readonly parentKey: number;
}

type Entries = Readonly<Record<string, PdfValue | undefined>>;

interface LocatedMark extends Mark {
  readonly stream: MarkedStream;
  readonly mcid: number;
}

export interface WrittenStructure {
  readonly root: PdfRef;
  /** Numbers of the source elements that they were made of, in reading order, parents before kids. */
  readonly sourceRefs: readonly string[];
}

export function writeStructureTree(
  objects: PdfObjects,
  { root, language }: Pick<LogicalTree, "root" | "language">,
  index: LeafIndex,
  streams: readonly MarkedStream[],
  annotations: readonly LinkedAnnotation[],
  boxOf: BoxOf,
  demands: StructureDemands,
): WrittenStructure {
  return new StructureWriter(objects, index, streams, annotations, boxOf, demands).write(
    root,
    directionOf(language),
  );
}

class StructureWriter {
  readonly #objects: PdfObjects;
  readonly #index: LeafIndex;
  readonly #boxOf: BoxOf;
  readonly #demands: StructureDemands;
  readonly #marks = new Map<number, LocatedMark[]>();
  readonly #annotations = new Map<string, LinkedAnnotation[]>();
  /** By parent key: elements by marked-content id, or the one element of an annotation. */
  readonly #parents = new Map<number, PdfRef[] | PdfRef>();
  readonly #ids = new Map<string, PdfRef>();
  readonly #sourceRefs: string[] = [];
  #direction: Direction = "ltr";

  constructor(
    objects: PdfObjects,
    index: LeafIndex,
    streams: readonly MarkedStream[],
    annotations: readonly LinkedAnnotation[],
    boxOf: BoxOf,
    demands: StructureDemands,
  ) {
    this.#objects = objects;
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

  /** @param direction of the document's language. */
  write(document: LogicalElement, direction: Direction): WrittenStructure {
    const objects = this.#objects;
    const rootRef = objects.reserve();
    this.#direction = direction;
    const top = this.#element(document, rootRef) ?? objects.add({ S: "Document" });
    const numbers: PdfValue[] = [];
    for (const [key, value] of [...this.#parents].sort(([a], [b]) => a - b)) {
      numbers.push(key, Array.isArray(value) ? objects.add(withoutHoles(value)) : value);
    }
    const ids = [...this.#ids].sort(([a], [b]) => (a < b ? -1 : 1));
    const dict = objects.make({
      Type: "StructTreeRoot",
      K: top,
      ParentTree: objects.add({ Nums: numbers }),
      ParentTreeNextKey: this.#parents.size,
      RoleMap: this.#demands.roleMap,
    });
    if (ids.length > 0) {
      const names = ids.flatMap(([id, ref]): PdfValue[] => [pdfText(id), ref]);
      const [first = "", last = ""] = [ids[0]?.[0], ids.at(-1)?.[0]];
      const leaf = objects.add({ Names: names, Limits: [pdfText(first), pdfText(last)] });
      objects.set(dict, "IDTree", { Kids: [leaf] });
    }
    objects.put(rootRef, dict);
    return { root: rootRef, sourceRefs: this.#sourceRefs };
  }

  /** Undefined for an element of which nothing is printed; table cells stay. */
  #element(element: LogicalElement, parent: PdfRef): PdfRef | undefined {
    const objects = this.#objects;
    const ref = objects.reserve();
    const page = this.#firstPage(element);
    const written = this.#sourceRefs.push(element.ref);
    const children: PdfValue[] = [];
    for (const child of element.children) children.push(...this.#child(child, ref, page));
    const annotations = element.link ? (this.#annotations.get(element.link.ref) ?? []) : [];
    for (const annotation of annotations) {
      children.push({ Type: "OBJR", Obj: annotation.ref, Pg: annotation.page });
      this.#parents.set(annotation.parentKey, ref);
    }
    if (children.length === 0 && !/^T[RHD]$/.test(element.type)) {
      this.#sourceRefs.length = written - 1;
      return undefined;
    }
    objects.put(ref, {
      S: element.type,
      P: parent,
      Pg: page,
      K: oneOrAll(children),
      ...this.#description(element, ref),
      A: oneOrAll(this.#attributes(element)),
    });
    return ref;
  }

  #description(element: LogicalElement, ref: PdfRef): Entries {
    const { language, title, alt, expansion, id } = element;
    const isNamed = id !== undefined && !this.#ids.has(id);
    if (isNamed) this.#ids.set(id, ref);
    return {
      Lang: language ? pdfText(language) : undefined,
      T: textOf(title),
      Alt: textOf(alt),
      E: textOf(expansion),
      ID: isNamed ? pdfText(id) : undefined,
    };
  }

  #attributes(element: LogicalElement): readonly Entries[] {
    const found: Entries[] = [];
    if (element.type === "L") {
      found.push({ O: "List", ListNumbering: element.numbering ?? "None" });
    }
    const box = this.#boxOfFigure(element);
    if (box) found.push({ O: "Layout", BBox: box });
    if (element.isBlock === true) found.push({ O: "Layout", Placement: "Block" });
    const writingMode = this.#writingModeOf(element);
    if (writingMode) found.push({ O: "Layout", WritingMode: writingMode });
    const { scope, headers, rowSpan, columnSpan } = element.cell ?? {};
    const table: Entries = {
      Scope: scope,
      Headers: headers?.map(pdfText),
      RowSpan: rowSpan,
      ColSpan: columnSpan,
      Summary: textOf(element.summary),
    };
    const isDescribed = Object.values(table).some((value) => value !== undefined);
    if (isDescribed) found.push({ O: "Table", ...table });
    return found;
  }

  /** Said where another holds around it: what is in it has it too. ISO 32000-1, table 343. */
  #writingModeOf({ type, language }: LogicalElement): string | undefined {
    if (type === "Document") return this.#direction === "rtl" ? "RlTb" : undefined;
    const own = language === undefined ? this.#direction : directionOf(language);
    if (own === this.#direction) return undefined;
    return own === "rtl" ? "RlTb" : "LrTb";
  }

  /** Of a figure or formula that is whole on one page. ISO 32000-1, table 344. */
  #boxOfFigure(element: LogicalElement): PrintedBox | undefined {
    if (element.type !== "Figure" && element.type !== "Formula") return undefined;
    const marks = element.children.flatMap((child) => this.#marksOf(child));
    const pages = [...new Set(marks.map(({ stream }) => stream.pageIndex))];
    const [page] = pages;
    return page === undefined || pages.length > 1 ? undefined : this.#boxOf(element, page);
  }

  #child(child: LogicalNode, parent: PdfRef, page: PdfRef | undefined): PdfValue[] {
    if (child.kind === "element") {
      const ref = this.#element(child, parent);
      return ref ? [ref] : [];
    }
    return this.#marksOf(child).map(({ stream, mcid }) => {
      const parents = this.#parents.get(stream.parentKey);
      if (Array.isArray(parents)) parents[mcid] = parent;
      if (stream.form === undefined && stream.page === page) return mcid;
      return { Type: "MCR", MCID: mcid, Pg: stream.page, Stm: stream.form };
    });
  }

  #marksOf(child: LogicalNode): readonly LocatedMark[] {
    if (child.kind === "element") return [];
    return this.#marks.get(this.#index.numberOf(child) ?? -1) ?? [];
  }

  #firstPage(element: LogicalElement): PdfRef | undefined {
    for (const child of element.children) {
      const page = this.#marksOf(child)[0]?.stream.page;
      if (page) return page;
    }
    return undefined;
  }
}

/** What an entry has where it takes one value or an array; nothing for none. */
function oneOrAll(values: readonly PdfValue[]): PdfValue | undefined {
  return values.length > 1 ? values : values[0];
}

function textOf(text: string | undefined): PdfValue | undefined {
  return text === undefined ? undefined : pdfText(text);
}

/** Marks that no element of the tree holds have no parent. */
function withoutHoles(parents: readonly PdfRef[]): readonly PdfValue[] {
  return Array.from(parents, (parent: PdfRef | undefined) => parent ?? null);
}
