/**
 * What one content stream paints. Input: the interpreter's hooks; output: painted things go to a sink.
 * What the stream refers to (forms, patterns, masks) is the sink's to walk: see `walk-page.ts`.
 */
import type { Side } from "../content/graphics-state.ts";
import type {} from "../content/interpret.ts";
import { numbersOf, type ContentOperand } from "../content/operations.ts";
import type { ContentMoment, ContentVisitor, Painting } from "../content/visitor.ts";
import { grown, intersection, isEmpty, type BoxPt } from "../geometry/box.ts";
import { leastScale } from "../geometry/matrix.ts";
import { inlineImage } from "../images/inline-image.ts";
import type { Loose, PaintSink } from "./paint-sink.ts";
import { paintOf, type PaintState } from "./paint-state.ts";
import { Path } from "./path.ts";
import { readPicture } from "./read-picture.ts";
import { showText } from "./show-text.ts";
import { transparencyIn } from "./transparency.ts";

type Moment = ContentMoment<BoxPt>;

export function paintVisitor(sink: PaintSink): ContentVisitor<BoxPt> {
  const stream = new PaintedStream(sink);
  return {
    mayGoOn: sink.mayGoOn,
    problem: sink.onProblem,
    path: (op, { state }) => {
      stream.path.add(op.operator, numbersOf(op), state.matrix);
    },
    clip: () => {
      stream.clips = true;
    },
    paint: (_, at, painting) => {
      stream.paintPath(at, painting);
    },
    entries: (_, { state, resources: { objects } }, dict) => {
      const transparency = transparencyIn(objects, dict);
      if (transparency !== undefined) sink.onTransparency(transparency);
      const mask = objects.get(objects.dict(objects.get(dict, "SMask")), "G");
      if (mask !== undefined) sink.walkMask(mask, state);
    },
    xObject: (_, { state }, name) => {
      sink.walkXObject(name, state);
    },
    shading: (_, { state, resources }, name) => {
      sink.paintShading(resources.find("Shading", name), state.own);
    },
    inlineImage: (_, at, entries, { start, end }) => {
      const { dict } = inlineImage(at.resources, entries, at.slice(start, end));
      sink.add(readPicture(at.resources, dict, at.state, true));
    },
    show: (_, at, items) => {
      stream.show(at, items);
    },
  };
}

class PaintedStream {
  readonly #sink: PaintSink;
  path = new Path();
  clips = false;

  constructor(sink: PaintSink) {
    this.#sink = sink;
  }

  paintPath({ state }: Moment, { fills, strokes }: Painting): void {
    const { path } = this;
    this.path = new Path();
    const { matrix, lineWidth, own: clip } = state;
    if (!path.isEmpty && fills) {
      const { breadthPt } = path;
      const paint = paintOf(state, "fill");
      for (const part of path.filledParts) {
        const boxPt = intersection(part.boxPt, clip);
        this.#add({ kind: "fill", boxPt, paint, breadthPt, thinnestPt: part.thinnestPt });
      }
      this.#pattern(state, "fill", intersection(path.boxPt, clip));
    }
    if (!path.isEmpty && strokes) {
      const widthPt = lineWidth * leastScale(matrix);
      const paint = paintOf(state, "stroke");
      for (const box of path.lineBoxesPt) {
        const boxPt = intersection(grown(box, widthPt / 2), clip);
        this.#add({ kind: "stroke", boxPt, paint, widthPt });
      }
      this.#pattern(state, "stroke", intersection(path.boxPt, clip));
    }
    if (this.clips) state.own = intersection(clip, path.boxPt);
    this.clips = false;
  }

  show(at: Moment, items: readonly ContentOperand[]): void {
    const { state } = at;
    const { fontName, textMode } = state;
    if (state.font === undefined && fontName === "") {
      this.#sink.onProblem("text is shown before a font is set");
      return;
    }
    const font = this.#sink.fontOf(state.font);
    const shown = showText(state, font, at.text, items);
    at.text = shown.next;
    const { text, boxPt, sizePt, hasMissingGlyph } = shown;
    if (boxPt === undefined) return;
    const isColoured =
      font.drawn !== undefined &&
      shown.glyphs
        .map(({ code, matrix }) => {
          const inGlyph = state.copy();
          inGlyph.matrix = matrix;
          return this.#sink.walkGlyph(font, code, inGlyph);
        })
        .includes(true);
    const sides: readonly Side[] = [
      ...([0, 2, 4, 6].includes(textMode) ? ["fill" as const] : []),
      ...([1, 2, 5, 6].includes(textMode) ? ["stroke" as const] : []),
    ];
    const outlinePt = state.lineWidth * leastScale(state.matrix);
    this.#add({
      kind: "text",
      boxPt,
      text,
      sizePt,
      font,
      hasMissingGlyph,
      paints: isColoured ? [] : sides.map((side) => paintOf(state, side)),
      isInvisible: sides.length === 0,
      ...(sides.join() === "stroke" && !isColoured ? { outlinePt } : {}),
    });
    for (const side of sides) this.#pattern(state, side, boxPt);
  }

  #add(thing: Loose): void {
    if (!isEmpty(thing.boxPt)) this.#sink.add(thing);
  }

  #pattern(state: PaintState, side: Side, box: BoxPt): void {
    const { pattern } = state[side];
    if (pattern !== undefined && !isEmpty(box)) this.#sink.walkPattern(pattern, state, side, box);
  }
}
