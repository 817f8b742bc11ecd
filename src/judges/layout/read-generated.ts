/**
 * Reads the text that styles write (running headers, page numbers, labels, list numbers) with its
 * boxes, which scripts of a page cannot see, from the browser's own snapshot of the layout. Input:
 * a world in the paginated pages, with the module of the judge; output: the generated texts of each page. It judges nothing.
 */
import type { Protocol } from "puppeteer";
import type { LoadedModule } from "../../browser/in-page-module.ts";
import type { IsolatedWorld } from "../../browser/isolated-world.ts";
import type * as exported from "./in-page/index.ts";
import type { Edges, GeneratedText } from "./page-layout.ts";

const MARK = "data-imprimatur-generated";

interface PseudoText {
  readonly text: string;
  /** One a line. */
  readonly boxes: readonly Edges[];
  readonly fontSizePx: number;
  /** Its place among the marked elements. */
  readonly mark: number;
  readonly pseudo: string;
}

/** @returns generated texts by the index of their page. */
export async function readGeneratedTexts(
  world: IsolatedWorld,
  module: LoadedModule<typeof exported>,
): Promise<ReadonlyMap<number, readonly GeneratedText[]>> {
  try {
    const origins = await module.call("markOrigins", MARK);
    const scroll = await module.call("scrollOffset");
    const byPage = new Map<number, GeneratedText[]>();
    const snapshot = await world.captureLayout(["font-size", "visibility"]);
    for (const { text, boxes, fontSizePx, mark, pseudo } of pseudoTexts(snapshot)) {
      const origin = origins[mark];
      if (origin === undefined || !/[\p{L}\p{N}]/u.test(text)) continue;
      const { pageIndex, clip, scale, element, ref, isMoved } = origin;
      const ofPage = byPage.get(pageIndex) ?? [];
      byPage.set(pageIndex, ofPage);
      ofPage.push({
        text,
        boxes: isMoved ? [] : boxes.map((box) => shift(box, scroll)),
        clip,
        fontSizePt: fontSizePx * scale * 0.75,
        element: `${element}::${pseudo}`,
        ref,
      });
    }
    return byPage;
  } finally {
    await module.call("removeMarks", MARK);
  }
}

/**
 * The texts of pseudo-elements in the snapshot, with a box a line. Its lists are
 * parallel: a node's parent, its attributes and its pseudo-element's name stand at its index.
 */
function pseudoTexts({
  documents,
  strings,
}: Protocol.DOMSnapshot.CaptureSnapshotResponse): readonly PseudoText[] {
  const [main] = documents;
  if (main === undefined) return [];
  const { nodes, layout, textBoxes } = main;
  const word = (index: number | undefined): string => strings[index ?? -1] ?? "";
  const pseudoNames = new Map(
    (nodes.pseudoType?.index ?? []).map((node, at) => [node, word(nodes.pseudoType?.value[at])]),
  );
  const markOf = (node: number): number | undefined => {
    const attributes = nodes.attributes?.[node] ?? [];
    const at = attributes.findIndex((name, index) => index % 2 === 0 && word(name) === MARK);
    return at === -1 ? undefined : Number(word(attributes[at + 1]));
  };
  /** The pseudo-element that a node is, or stands in, with its element's mark. */
  const pseudoOf = (node: number): { pseudo: string; mark: number } | undefined => {
    for (let inner = node; inner >= 0; inner = nodes.parentIndex?.[inner] ?? -1) {
      const pseudo = pseudoNames.get(inner);
      // What is set as a first letter or line is real text.
      if (pseudo === undefined || !/^(?:before|after|marker)$/.test(pseudo)) continue;
      const mark = markOf(nodes.parentIndex?.[inner] ?? -1);
      return mark === undefined ? undefined : { pseudo, mark };
    }
    return undefined;
  };

  const lines = new Map<number, Edges[]>();
  for (const [at, layoutIndex] of textBoxes.layoutIndex.entries()) {
    const [left = 0, top = 0, width = 0, height = 0] = textBoxes.bounds[at] ?? [];
    if (width === 0 || height === 0) continue;
    const box = { left, top, right: left + width, bottom: top + height };
    lines.set(layoutIndex, inLines(lines.get(layoutIndex) ?? [], box));
  }
  return [...lines].flatMap(([at, boxes]) => {
    const found = pseudoOf(layout.nodeIndex[at] ?? -1);
    const [fontSize, visibility] = layout.styles[at] ?? [];
    if (found === undefined || word(visibility) !== "visible") return [];
    const fontSizePx = Number.parseFloat(word(fontSize));
    return [{ ...found, text: word(layout.text[at]).trim(), boxes, fontSizePx }];
  });
}

/** A box in the line that it stands in, or in a new one. */
function inLines(lines: readonly Edges[], box: Edges): Edges[] {
  const middle = (box.top + box.bottom) / 2;
  const at = lines.findIndex(({ top, bottom }) => top < middle && middle < bottom);
  return lines[at] === undefined ? [...lines, box] : lines.with(at, union(lines[at], box));
}

function union(one: Edges, other: Edges): Edges {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** A snapshot's boxes count from the corner of the window. */
function shift({ left, top, right, bottom }: Edges, by: { x: number; y: number }): Edges {
  return { left: left + by.x, top: top + by.y, right: right + by.x, bottom: bottom + by.y };
}
