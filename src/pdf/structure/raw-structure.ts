/**
 * Walks the structure tree as the file has it, without text. Input: an open PDF; output: elements
 * whose content is named by page and identifier, with the references that the check of the
 * ParentTree needs. Cycles, shared kids and trees too deep or too large are cut and reported.
 */
import { PDFRef, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { readAnnotation } from "../document/annotations.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { referenceOf } from "../objects/pdf-objects.ts";
import { mapRole } from "./standard-roles.ts";
import { readAttributes } from "./structure-attributes.ts";
import type {
  StructureAnnotation,
  StructureContent,
  StructureElement,
  StructureProblem,
} from "./structure-tree.ts";
import { MOST_STRUCTURE_DEPTH, MOST_STRUCTURE_ELEMENTS } from "../limits.ts";

export type RawContent = Omit<StructureContent, "text" | "replaced" | "lang">;
export type RawAnnotation = StructureAnnotation & { readonly dict: PDFDict };
export interface RawElement {
  readonly kind: "element";
  readonly facts: Omit<StructureElement, "kids" | "page">;
  readonly dict: PDFDict;
  readonly kids: readonly RawKid[];
}
export type RawKid = RawElement | RawContent | RawAnnotation;

export interface RawStructure {
  readonly present: boolean;
  readonly root: PDFDict | undefined;
  readonly kids: readonly RawElement[];
  readonly roleMap: ReadonlyMap<string, string>;
  readonly problems: readonly StructureProblem[];
}

const known = new WeakMap<PdfDocument, RawStructure>();

export function readRawStructure(pdf: PdfDocument): RawStructure {
  const found = known.get(pdf) ?? new RawStructureReader(pdf).read();
  known.set(pdf, found);
  return found;
}

class RawStructureReader {
  readonly #pdf: PdfDocument;
  readonly #root: PDFDict | undefined;
  readonly #classMap: PDFDict | undefined;
  readonly #roleMap: ReadonlyMap<string, string>;
  readonly #problems: StructureProblem[] = [];
  readonly #seen = new Set<PDFDict>();
  readonly #open = new Set<PDFDict>();
  readonly #reportedRoles = new Set<string>();

  constructor(pdf: PdfDocument) {
    this.#pdf = pdf;
    const { objects } = pdf;
    this.#root = objects.dict(objects.get(pdf.catalog, "StructTreeRoot"));
    this.#classMap = objects.dict(objects.get(this.#root, "ClassMap"));
    const entries = objects.dict(objects.get(this.#root, "RoleMap"))?.entries() ?? [];
    this.#roleMap = new Map(
      entries.flatMap(([from, to]) => {
        const role = objects.name(to);
        return role === undefined ? [] : [[from.decodeText(), role] as const];
      }),
    );
  }

  read(): RawStructure {
    const kids = this.#kids(this.#pdf.objects.get(this.#root, "K"), undefined, []);
    for (const kid of kids) {
      if (kid.kind !== "element") {
        this.#report("unreadable-kid", "the root holds content without an element", []);
      }
    }
    return {
      present: this.#root !== undefined,
      root: this.#root,
      kids: kids.filter((kid) => kid.kind === "element"),
      roleMap: this.#roleMap,
      problems: this.#problems,
    };
  }

  #kids(
    value: PDFObject | undefined,
    page: PDFObject | undefined,
    path: readonly string[],
  ): readonly RawKid[] {
    const { objects } = this.#pdf;
    if (value === undefined) return [];
    const list = objects.isArray(value) ? objects.items(value) : [value];
    return list.flatMap((item) => this.#kid(item, page, path) ?? []);
  }

  #kid(item: PDFObject, page: PDFObject | undefined, path: readonly string[]): RawKid | undefined {
    const { objects } = this.#pdf;
    const mcid = objects.number(item);
    if (mcid !== undefined) return this.#content(page, undefined, mcid, path);
    const dict = objects.dict(item);
    if (dict === undefined) {
      this.#report("unreadable-kid", "a kid is no element and no content", path);
      return undefined;
    }
    const own = objects.getRaw(dict, "Pg") ?? page;
    switch (objects.name(objects.get(dict, "Type"))) {
      case "MCR": {
        const stream = referenceOf(objects.getRaw(dict, "Stm"));
        return this.#content(own, stream, objects.number(objects.get(dict, "MCID")), path);
      }
      case "OBJR": {
        const object = objects.dict(objects.get(dict, "Obj"));
        // An object reference may also name an XObject, which has no text of its own here.
        if (object === undefined || objects.get(object, "Subtype") === undefined) return undefined;
        const number = this.#pageNumber(objects.getRaw(object, "P")) ?? this.#pageNumber(own) ?? 1;
        const annotation = readAnnotation(this.#pdf, object, number);
        return { kind: "annotation", annotation, dict: object };
      }
      default:
        return this.#element(dict, own, path);
    }
  }

  #content(
    page: PDFObject | undefined,
    stream: string | undefined,
    mcid: number | undefined,
    path: readonly string[],
  ): RawContent | undefined {
    const number = this.#pageNumber(page);
    if (number === undefined || mcid === undefined) {
      this.#report("unreadable-kid", "content is claimed without its page", path);
      return undefined;
    }
    return { kind: "content", page: number, mcid, ...(stream === undefined ? {} : { stream }) };
  }

  #element(
    dict: PDFDict,
    page: PDFObject | undefined,
    outer: readonly string[],
  ): RawElement | undefined {
    const { objects } = this.#pdf;
    const role = objects.name(objects.get(dict, "S"));
    if (role === undefined) {
      this.#report("unreadable-kid", "an element has no type", outer);
      return undefined;
    }
    const path = [...outer, role];
    if (this.#open.has(dict)) {
      this.#report("cycle", "an element holds itself", path);
      return undefined;
    }
    if (this.#seen.has(dict)) {
      this.#report("shared-element", "an element is the kid of two others", path);
      return undefined;
    }
    if (path.length > MOST_STRUCTURE_DEPTH) {
      this.#report(
        "too-deep",
        `elements nest deeper than ${MOST_STRUCTURE_DEPTH}`,
        path.slice(0, 4),
      );
      return undefined;
    }
    if (this.#seen.size >= MOST_STRUCTURE_ELEMENTS) {
      this.#report("too-many", `there are more than ${MOST_STRUCTURE_ELEMENTS} elements`, []);
      return undefined;
    }
    this.#seen.add(dict);
    this.#open.add(dict);
    const kids = this.#kids(objects.get(dict, "K"), page, path);
    this.#open.delete(dict);
    const text = (key: string): string | undefined => objects.text(objects.get(dict, key));
    const [lang, alt, actualText, expansion] = [
      text("Lang"),
      text("Alt"),
      text("ActualText"),
      text("E"),
    ];
    const [title, id] = [text("T"), text("ID")];
    const facts: RawElement["facts"] = {
      kind: "element",
      role,
      mappedRole: this.#mapped(role, path),
      attributes: readAttributes(objects, dict, this.#classMap),
      ...(lang === undefined ? {} : { lang }),
      ...(alt === undefined ? {} : { alt }),
      ...(actualText === undefined ? {} : { actualText }),
      ...(expansion === undefined ? {} : { expansion }),
      ...(title === undefined ? {} : { title }),
      ...(id === undefined ? {} : { id }),
    };
    return { kind: "element", facts, dict, kids };
  }

  #mapped(role: string, path: readonly string[]): string {
    const mapped = mapRole(role, this.#roleMap);
    if (mapped.problem !== undefined && !this.#reportedRoles.has(role)) {
      this.#reportedRoles.add(role);
      const message =
        mapped.problem === "role-map-cycle"
          ? `the role map leads from ${role} back to itself`
          : `${role} is no standard type, and the role map does not lead to one`;
      this.#report(mapped.problem, message, path);
    }
    return mapped.role;
  }

  #pageNumber(page: PDFObject | undefined): number | undefined {
    return page instanceof PDFRef ? this.#pdf.pageNumbers.get(page) : undefined;
  }

  #report(code: StructureProblem["code"], message: string, path: readonly string[]): void {
    this.#problems.push({ code, message, where: path.join(" > ") || "StructTreeRoot" });
  }
}
