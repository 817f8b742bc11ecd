/**
 * The logical structure of a PDF as readonly values (ISO 32000-1 §14.7), free of library types, and
 * how to walk it.
 */
import type { PdfAnnotation } from "../document/annotations.ts";
import { isInlineRole } from "./standard-roles.ts";

export type AttributeValue = string | number | boolean | readonly AttributeValue[];

export interface StructureAttributes {
  readonly scope?: string;
  /** IDs of the header cells of a cell. */
  readonly headers?: readonly string[];
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly listNumbering?: string;
  readonly summary?: string;
  /** Left, bottom, right, top in points. */
  readonly bboxPt?: readonly number[];
  readonly placement?: string;
  /** All others, under `Owner.Key`, e.g. `Layout.TextAlign`. */
  readonly other: Readonly<Record<string, AttributeValue>>;
}

/** Marked content that an element claims. */
export interface StructureContent {
  readonly kind: "content";
  /** Page counted from 1. */
  readonly page: number;
  readonly mcid: number;
  /** The form XObject that holds it, e.g. `12 0 R`; absent for the page's own content. */
  readonly stream?: string;
  /**
   * What it reads as: ActualText in place of glyphs, soft hyphens gone, with a space before it
   * where a line or page ended inside the block that it belongs to. In a literal reading, ActualText
   * and glyphs alone.
   */
  readonly text: string;
  /** The glyphs' own text is replaced, wholly or in part. */
  readonly replaced: boolean;
  /** Nothing of it is painted as letters: the text is ActualText for what is drawn. */
  readonly withoutGlyphs?: true;
  readonly lang?: string;
}

export interface StructureAnnotation {
  readonly kind: "annotation";
  readonly annotation: PdfAnnotation;
}

export interface StructureElement {
  readonly kind: "element";
  /** The type as written. */
  readonly role: string;
  /** The standard type it stands for through the RoleMap; the type as written where there is none. */
  readonly mappedRole: string;
  readonly attributes: StructureAttributes;
  readonly lang?: string;
  readonly alt?: string;
  readonly actualText?: string;
  readonly expansion?: string;
  readonly title?: string;
  readonly id?: string;
  /** The page where it starts, counted from 1; absent for an element without content. */
  readonly page?: number;
  readonly kids: readonly StructureKid[];
}

export type StructureKid = StructureElement | StructureContent | StructureAnnotation;

/** What is wrong with the tree itself, rather than with what it says. */
export interface StructureProblem {
  readonly code:
    | "cycle"
    | "shared-element"
    | "shared-content"
    | "too-deep"
    | "too-many"
    | "role-map-cycle"
    | "unknown-role"
    | "parent-tree"
    | "unreadable-kid";
  readonly message: string;
  /** A page, or a path of types such as `Document > Sect > P`. */
  readonly where: string;
}

export interface StructureTree {
  /** There is a structure tree; it may be empty. */
  readonly present: boolean;
  readonly kids: readonly StructureElement[];
  readonly roleMap: Readonly<Record<string, string>>;
  readonly problems: readonly StructureProblem[];
}

/** The elements among the kids. */
export function elementsOf(kids: readonly StructureKid[]): readonly StructureElement[] {
  return kids.filter((kid) => kid.kind === "element");
}

/** Every element in reading order, parents before their kids. */
export function* walkElements(
  kids: readonly StructureKid[],
): Generator<StructureElement, undefined, undefined> {
  for (const kid of kids) {
    if (kid.kind !== "element") continue;
    yield kid;
    yield* walkElements(kid.kids);
  }
}

/**
 * What is read of a kid and all in it: ActualText first, then Alt, then the text of content. Blocks
 * are set apart by a space.
 */
export function textOf(kid: StructureKid): string {
  if (kid.kind === "content") return kid.text;
  if (kid.kind === "annotation") return "";
  const text = kid.actualText ?? kid.alt ?? kid.kids.map(textOf).join("");
  return isInlineRole(kid.mappedRole) ? text : ` ${text.trim()} `;
}
