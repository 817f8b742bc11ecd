/** Lines from right to left, as content paints them: as they are seen, or in the order of reading. */
import { expect, test } from "vitest";
import type { TextPiece } from "../../../src/pdf/text/text-piece.ts";
import { TextFlow } from "../../../src/pdf/text/text-flow.ts";

const LETTER_PT = 5;

/** One letter on the line that begins at `x`. */
function letter(text: string, x: number): TextPiece {
  const place = { startX: x, startY: 700, endX: x + LETTER_PT, endY: 700 };
  return { page: 1, text, sizePt: 10, alongX: 1, alongY: 0, ...place };
}

/** Letters in the order of reading, from an edge: to the left, or to the right. */
function word(text: string, edge: number, step: -1 | 1): readonly TextPiece[] {
  return Array.from(text, (char, at) =>
    letter(char, step < 0 ? edge - (at + 1) * LETTER_PT : edge + at * LETTER_PT),
  );
}

const read = (...words: readonly (readonly TextPiece[])[]): string =>
  new TextFlow(false).append(words.flat());

test("a line that is painted as it is seen is turned round", () => {
  expect(read(word("باتك", 100, 1), word("اذه", 130, 1))).toBe("هذا كتاب");
});

test("a line in the order of reading stays, also where two texts stand in it", () => {
  expect(read(word("هذا", 200, -1), word("كتاب", 180, -1))).toBe("هذا كتاب");
  expect(read(word("مكتبة", 130, -1), word("القارب", 500, -1))).toBe("مكتبة القارب");
});

test("texts of two directions that stand apart are two words", () => {
  expect(read(word("مكتبة", 130, -1), word("Letter", 400, 1))).toBe("مكتبة Letter");
  expect(read(word("Letter", 60, 1), word("مكتبة", 500, -1))).toBe("Letter مكتبة");
});
