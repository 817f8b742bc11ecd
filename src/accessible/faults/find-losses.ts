/**
 * What the source has and the PDF does not, wherever it got lost on the way: a check on everything
 * that comes after the source was read. Input: the logical tree, what the pages show and what was
 * marked; output: a fault for each loss. Pure. Letters are counted and not compared, so it takes
 * time linear in the text.
 */
import type { LeafIndex } from "../tree/leaf-index.ts";
import type { LinkTarget } from "../links/link-annotations.ts";
import {
  descendants,
  type ContentLeaf,
  type LogicalElement,
  type LogicalTree,
} from "../tree/logical-tree.ts";
import type { PrintedPages } from "../printed/printed-pages.ts";
import type { Mark } from "../content/rewrite-content.ts";
import type { SourceFault } from "../source/source-fault.ts";
import { describeElement } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";

export interface MadeParts {
  readonly tree: LogicalTree;
  readonly printed: PrintedPages;
  /** The source's elements by number. */
  readonly elements: ReadonlyMap<string, SourceElement>;
  readonly links: ReadonlyMap<string, LinkTarget>;
  /** Numbers of the links that have an annotation. */
  readonly linked: ReadonlySet<string>;
  /** Links that are areas of image maps. */
  readonly areas: ReadonlyMap<string, { readonly contents: string }>;
  readonly index: LeafIndex;
  readonly marks: readonly Mark[];
}

export function findLosses(parts: MadeParts): SourceFault[] {
  return [
    ...lostTexts(parts),
    ...lostPictures(parts),
    ...generatedPictures(parts),
    ...lostTargets(parts),
    ...lostAreas(parts),
  ];
}

/** Pictures that the styles generate: the browser tells nobody where they are painted. */
function* generatedPictures({ elements }: MadeParts): Generator<SourceFault> {
  for (const element of elements.values()) {
    for (const alternative of element.generatedPictures ?? []) {
      yield {
        rule: "picture-lost",
        message: `a picture that the styles generate cannot be tagged: “${alternative.slice(0, 60)}”`,
        where: describeElement(element),
        ref: element.ref,
        hint: 'put it into the document as an <img> with this alternative, or give it an empty one, / "", if it is decoration',
        wcag: ["1.1.1"],
      };
    }
  }
}

function* lostTexts({ tree, printed, elements }: MadeParts): Generator<SourceFault> {
  const printedLetters = new Map<string, number>();
  for (const { texts } of printed.pages) {
    for (const { key, boxes } of texts) {
      if (key === undefined) continue;
      let count = printedLetters.get(key) ?? 0;
      for (const { text } of boxes) count += letterCount(text);
      printedLetters.set(key, count);
    }
  }
  for (const element of descendants(tree.root)) {
    // What has an alternative is read by that.
    if (element.alt !== undefined) continue;
    for (const child of element.children) {
      if (child.kind !== "content" || !child.keys.every((key) => /:t\d+$/.test(key))) continue;
      const count = child.keys.reduce((sum, key) => sum + (printedLetters.get(key) ?? 0), 0);
      // Letter case may make a text longer, and nothing makes it shorter.
      if (letterCount(child.text) <= count) continue;
      yield {
        rule: "text-lost",
        message: `text of the source is not printed: “${child.text.trim().slice(0, 60)}”`,
        where: describe(elements, element.ref),
        ref: element.ref,
        hint: "look for styles that keep it from being painted",
        wcag: ["1.3.1"],
      };
    }
  }
}

/**
 * Pictures with an alternative text that nobody meets, as nothing of them is painted, or nothing but
 * the frame of what did not load.
 */
function* lostPictures({ tree, index, marks, elements }: MadeParts): Generator<SourceFault> {
  const marked = new Set(marks.map(({ leaf }) => leaf));
  const isPainted = (leaf: ContentLeaf): boolean => marked.has(index.numberOf(leaf) ?? -1);
  const isLost = ({ alt, children }: LogicalElement): boolean =>
    alt !== undefined &&
    children.length > 0 &&
    children.every((child) => child.kind === "content" && !isPainted(child));
  for (const element of descendants(tree.root)) {
    const { alt = "", ref } = element;
    if (alt !== "" && elements.get(ref)?.broken === true) {
      yield {
        rule: "picture-lost",
        message: `the picture did not load, so that nobody meets “${alt.slice(0, 60)}”`,
        where: describe(elements, ref),
        ref,
        hint: "put the picture where the document looks for it, or take it out",
        wcag: ["1.1.1"],
      };
      continue;
    }
    if (!isLost(element)) continue;
    yield {
      rule: "picture-lost",
      message: `nothing is painted of “${(element.alt ?? "").slice(0, 60)}”, so that nobody meets it`,
      where: describe(elements, element.ref),
      ref: element.ref,
      hint: 'draw something in it, or take it out with aria-hidden="true"',
      wcag: ["1.1.1"],
    };
  }
}

/** Links within the document to what is not there: the browser makes no annotation of them. */
function* lostTargets({ links, linked, elements }: MadeParts): Generator<SourceFault> {
  for (const [ref, { href }] of links) {
    if (linked.has(ref) || !/^#./.test(href)) continue;
    yield {
      rule: "link-target",
      message: `a link leads to ${href}, which is not in the document`,
      where: describe(elements, ref),
      ref,
      hint: "give the element that is meant this id, or write the right one",
      wcag: ["2.4.4"],
    };
  }
}

/** Areas of image maps which lead to what is not there, or whose picture is not. */
function* lostAreas({ areas, linked, elements }: MadeParts): Generator<SourceFault> {
  for (const [linkRef, { contents }] of areas) {
    if (linked.has(linkRef)) continue;
    const ref = linkRef.split(" ")[1] ?? "";
    yield {
      rule: "link-target",
      message: `“${contents}” of an image map leads to what is not in the document`,
      where: describe(elements, ref),
      ref,
      hint: "give the element that is meant this id, or write the right one",
      wcag: ["2.4.4"],
    };
  }
}

function describe(elements: ReadonlyMap<string, SourceElement>, ref: string): string {
  const element = elements.get(ref);
  return element === undefined ? "the document" : describeElement(element);
}

/** Letters that show: white space and what guides line breaks do not. */
function letterCount(text: string): number {
  return text.replace(/[\s\u00AD\u200B-\u200F\u2060-\u2069\uFEFF]/g, "").length;
}
