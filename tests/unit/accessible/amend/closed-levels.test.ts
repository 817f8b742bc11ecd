import { describe, expect, test } from "vitest";
import { closedLevels } from "../../../../src/accessible/amend/closed-levels.ts";

test.each([
  ["nothing", [], []],
  ["levels without gaps", [1, 2, 3, 2, 1, 2], [1, 2, 3, 2, 1, 2]],
  ["a skipped level", [1, 3], [1, 2]],
  ["siblings below a gap", [1, 3, 3, 3], [1, 2, 2, 2]],
  ["a gap within a gap", [1, 3, 6, 3, 6], [1, 2, 3, 2, 3]],
  ["a first heading that is not of level 1", [3, 4, 3, 5], [1, 2, 1, 2]],
  ["a higher rank after it", [3, 1, 2], [1, 1, 2]],
  ["coming back to the level that was skipped", [1, 3, 2, 3], [1, 2, 2, 3]],
  ["what docs/lacking-documents.md shows", [1, 3, 3, 2], [1, 2, 2, 2]],
  ["what it shows of a first heading", [2, 3, 2], [1, 2, 1]],
  ["what it shows of levels far down", [1, 2, 5, 6, 2], [1, 2, 3, 4, 2]],
  ["falling by several", [1, 2, 4, 5, 2, 4], [1, 2, 3, 4, 2, 3]],
])("%s", (_, levels, closed) => {
  expect(closedLevels(levels)).toEqual(closed);
});

/** All of up to six headings of four levels. */
function* sequences(length: number): Generator<readonly number[]> {
  if (length === 0) return;
  for (let code = 0; code < 4 ** length; code++) {
    yield Array.from({ length }, (_, at) => (Math.floor(code / 4 ** at) % 4) + 1);
  }
}

describe("of any headings", () => {
  const all = [1, 2, 3, 4, 5, 6].flatMap((length) => [...sequences(length)]);

  test("none is skipped, none gets a larger number, and the first is 1", () => {
    const wrong = all.filter((levels) => {
      const closed = closedLevels(levels);
      return !closed.every(
        (level, at) =>
          level >= 1 && level <= (closed[at - 1] ?? 0) + 1 && level <= (levels[at] ?? 0),
      );
    });
    expect(wrong).toEqual([]);
  });

  test("those without a gap stay as they are", () => {
    const sound = all.filter((levels) =>
      levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1),
    );
    expect(sound.length).toBeGreaterThan(100);
    expect(sound.filter((levels) => closedLevels(levels).join() !== levels.join())).toEqual([]);
  });

  test("the last before it of a higher rank stays of a higher rank, and siblings stay siblings", () => {
    const wrong = all.filter((levels) => {
      const closed = closedLevels(levels);
      return levels.some((level, at) => {
        const before = levels.slice(0, at);
        const parent = before.findLastIndex((other) => other < level);
        const sibling = before.findLastIndex((other) => other === level);
        return (
          (parent !== -1 && (closed[parent] ?? 0) >= (closed[at] ?? 0)) ||
          (sibling > parent && closed[sibling] !== closed[at])
        );
      });
    });
    expect(wrong).toEqual([]);
  });
});
