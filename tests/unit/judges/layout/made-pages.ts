/** Pages of 400 by 500 pixels with a room of 300 from 100 on, and lines 20 apart. */
import type { Edges, LaidOutPage, Line } from "../../../../src/judges/layout/page-layout.ts";

export const sheet: Edges = { left: 0, top: 0, right: 400, bottom: 500 };
const room: Edges = { left: 100, top: 100, right: 300, bottom: 400 };

export function page(number: number, overrides: Partial<LaidOutPage> = {}): LaidOutPage {
  return {
    number,
    startsPart: false,
    isBlank: false,
    isEndpaper: false,
    names: [],
    trim: sheet,
    sheet,
    room,
    contentBottom: room.bottom,
    hasFootnotes: false,
    lines: [],
    pictures: [],
    tables: [],
    grounds: [],
    generated: [],
    ...overrides,
  };
}

/** One word a line, 14 pixels of ink in a box of 18. */
export function paragraph(
  block: string,
  texts: readonly string[],
  overrides: Partial<Line> = {},
  top = 100,
): Line[] {
  return texts.map((text, index) => {
    const box = { left: 100, top: top + index * 20, right: 200, bottom: top + index * 20 + 18 };
    const ink = { ...box, top: box.top + 3, bottom: box.bottom - 1 };
    return {
      kind: "line",
      words: [{ text, ink, isCutByShape: false }],
      box,
      block,
      isRunning: true,
      endsInLayoutHyphen: false,
      division: undefined,
      runsOn: undefined,
      runsIn: undefined,
      frame: room,
      clip: sheet,
      fontSizePt: 10,
      isInFlow: true,
      opens: undefined,
      order: index,
      element: "p",
      ...overrides,
    };
  });
}
