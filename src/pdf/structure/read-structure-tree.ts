/**
 * Reads the structure tree with its text, in the order of reading. Input: an open PDF; output: a
 * readonly tree and what is wrong with it. It judges no content: src/judges does.
 */
import type { PdfDocument } from "../objects/open-pdf.ts";
import { checkParentTree } from "./parent-tree.ts";
import { readRawStructure, type RawContent, type RawElement } from "./raw-structure.ts";
import { readContent } from "../text/read-content.ts";
import { isInlineRole } from "./standard-roles.ts";
import type {
  StructureContent,
  StructureElement,
  StructureKid,
  StructureProblem,
  StructureTree,
} from "./structure-tree.ts";
import {
  contentKey,
  type MarkedFrame,
  type PageContent,
  type TextPiece,
} from "../text/text-piece.ts";
import { literalText, TextFlow, writesSpaces, type TextJoin } from "../text/text-flow.ts";

export interface StructureReading {
  /**
   * Text as the file has it, for judging the file: nothing is guessed from distances, soft hyphens
   * stay. Without it, text is what a careful reader makes of any file.
   */
  readonly literal?: boolean;
}

/** Throws `PublicationError` with code `pdf-damaged` where a page cannot be read. */
export async function readStructureTree(
  pdf: PdfDocument,
  { literal = false }: StructureReading = {},
): Promise<StructureTree> {
  const raw = readRawStructure(pdf);
  const pages = raw.kids.length === 0 ? [] : await readContent(pdf);
  const content = new ClaimedContent(raw.kids, pages);
  const flow = literal
    ? literalText
    : new TextFlow(writesSpaces(pages.flatMap((page) => page.pieces)));
  const kids = raw.kids.map((kid) => withText(kid, content, flow));
  return {
    present: raw.present,
    kids,
    roleMap: Object.fromEntries(raw.roleMap),
    problems: [...raw.problems, ...content.problems, ...checkParentTree(pdf, raw)],
  };
}

/** The keys of all marked content that the structure tree claims. */
export function claimedKeys(kids: readonly RawElement[]): ReadonlySet<string> {
  return new Set(contents(kids).map((kid) => contentKey(kid.page, kid.stream, kid.mcid)));
}

/** The innermost marked content around a piece that the structure tree claims. */
export function claimingFrame(
  piece: TextPiece,
  claimed: ReadonlySet<string>,
): MarkedFrame | undefined {
  for (let frame = piece.frame; frame !== undefined; frame = frame.outer) {
    if (frame.mcid !== undefined && claimed.has(contentKey(piece.page, frame.stream, frame.mcid))) {
      return frame;
    }
  }
  return undefined;
}

/** The text of the file by what claims it. */
class ClaimedContent {
  readonly problems: readonly StructureProblem[];
  readonly #pieces = new Map<string, TextPiece[]>();
  readonly #frames = new Map<string, MarkedFrame>();

  constructor(kids: readonly RawElement[], pages: readonly PageContent[]) {
    const claims = new Map<string, number>();
    const all = contents(kids);
    for (const kid of all) {
      const key = contentKey(kid.page, kid.stream, kid.mcid);
      claims.set(key, (claims.get(key) ?? 0) + 1);
    }
    const claimed = new Set(claims.keys());
    for (const piece of pages.flatMap((page) => page.pieces)) {
      const frame = claimingFrame(piece, claimed);
      if (frame?.mcid === undefined) continue;
      const key = contentKey(piece.page, frame.stream, frame.mcid);
      this.#frames.set(key, frame);
      const list = this.#pieces.get(key);
      if (list === undefined) this.#pieces.set(key, [piece]);
      else list.push(piece);
    }
    this.problems = all
      .filter((kid) => (claims.get(contentKey(kid.page, kid.stream, kid.mcid)) ?? 0) > 1)
      .map((kid) => ({
        code: "shared-content" as const,
        message: `marked content ${kid.mcid} is claimed more than once`,
        where: `page ${kid.page}`,
      }));
  }

  read(kid: RawContent, flow: TextJoin): StructureContent {
    const key = contentKey(kid.page, kid.stream, kid.mcid);
    const pieces = this.#pieces.get(key) ?? [];
    const lang = this.#frames.get(key)?.lang;
    return {
      ...kid,
      text: flow.append(pieces),
      replaced: pieces.some((piece) => piece.frame?.replacement !== undefined),
      ...(pieces.length > 0 && pieces.every((piece) => piece.withoutGlyphs === true)
        ? { withoutGlyphs: true as const }
        : {}),
      ...(lang === undefined ? {} : { lang }),
    };
  }
}

function withText(raw: RawElement, content: ClaimedContent, flow: TextJoin): StructureElement {
  const block = isBlock(raw);
  if (block) flow.startBlock();
  const kids = raw.kids.map((kid): StructureKid => {
    switch (kid.kind) {
      case "element":
        return withText(kid, content, flow);
      case "content":
        return content.read(kid, flow);
      case "annotation":
        return { kind: "annotation", annotation: kid.annotation };
    }
  });
  if (block) flow.startBlock();
  const page = firstPage(kids);
  return { ...raw.facts, ...(page === undefined ? {} : { page }), kids };
}

/** A type that stands in a line is a block all the same where it holds one, as NonStruct does. */
function isBlock(element: RawElement): boolean {
  return (
    !isInlineRole(element.facts.mappedRole) ||
    element.kids.some((kid) => kid.kind === "element" && isBlock(kid))
  );
}

function firstPage(kids: readonly StructureKid[]): number | undefined {
  for (const kid of kids) {
    const page = kid.kind === "annotation" ? kid.annotation.page : kid.page;
    if (page !== undefined) return page;
  }
  return undefined;
}

function contents(kids: readonly RawElement[]): readonly RawContent[] {
  const found: RawContent[] = [];
  const visit = (element: RawElement): void => {
    for (const kid of element.kids) {
      if (kid.kind === "content") found.push(kid);
      else if (kid.kind === "element") visit(kid);
    }
  };
  kids.forEach(visit);
  return found;
}
