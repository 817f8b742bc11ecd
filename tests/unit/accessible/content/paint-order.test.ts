/**
 * The order of painting, on content streams in which boxes and texts are marked with their place in
 * reading (`MCID`), or not at all. What comes out is interpreted again: every unit must look as it
 * did, and what overlaps must keep its order.
 */
import { describe, expect, test } from "vitest";
import { inReadingOrder } from "../../../../src/accessible/content/paint-order.ts";
import { readStream } from "../../../../src/accessible/content/stream-reader.ts";
import type { PaintedUnit } from "../../../../src/accessible/content/units.ts";
import { apply } from "../../../../src/pdf/geometry/matrix.ts";
import { contentSource } from "../../../support/content.ts";
import { ContentMachine, type Looks, type PaintedPath } from "../../../support/content-machine.ts";
import { letterFont } from "../../../support/text-units.ts";

const graphicsStates = {
  Half: { ca: "0.5" },
  Whole: { ca: "1" },
  Darken: { BM: "Darken" },
};

interface Reordered {
  /** What each unit is, in the order of painting: a path's operators, or a text. */
  readonly painted: readonly string[];
  readonly before: ReadonlyMap<string, Looks>;
  readonly after: ReadonlyMap<string, Looks>;
  readonly operators: readonly string[];
}

function placeOf({ mark }: PaintedUnit): number | undefined {
  return mark === undefined ? undefined : Number(mark.replace("page:", ""));
}

function nameOf(unit: PaintedUnit): string {
  return unit.kind === "text" ? unit.text : unit.raw.replace(/\s+/g, " ");
}

function reorder(content: string): Reordered {
  const units = readStream(contentSource(content), {
    stream: "page",
    mark: undefined,
    fontOf: () => letterFont(),
    formOf: () => undefined,
  });
  const order = inReadingOrder(units, placeOf, (a, b) => a - b);
  const machine = new ContentMachine(letterFont(), graphicsStates);
  const after = new Map<string, Looks>();
  for (const { unit, before } of order.steps) {
    machine.run(before.join("\n"));
    after.set(nameOf(unit), machine.looks);
    if (unit.kind !== "text") machine.run(unit.raw);
  }
  machine.run(order.after.join("\n"));
  expect(machine.depth).toBe(0);
  return {
    painted: order.steps.map(({ unit }) => nameOf(unit)),
    before: looksIn(content),
    after,
    operators: [...order.steps.flatMap(({ before }) => before), ...order.after],
  };
}

/** How paths look in the stream as it was. */
function looksIn(content: string): Map<string, Looks> {
  return new Map(pathsIn(content).map(({ path, looks }) => [path, looks]));
}

function pathsIn(content: string): readonly PaintedPath[] {
  return new ContentMachine(letterFont(), graphicsStates).run(content).paths;
}

/** @param place in reading; without one the content is an artifact. */
function marked(place: number | undefined, content: string): string {
  return place === undefined ? content : `/P <</MCID ${place}>> BDC\n${content}\nEMC`;
}

/** Boxes of 10 × 10, 20 apart in a row. */
function box(place: number | undefined, column: number, row = 0): string {
  return marked(place, `${column * 20} ${row * 20} 10 10 re\nf`);
}

const at = (column: number, row = 0): string => `${column * 20} ${row * 20} 10 10 re f`;

describe("content in reading order", () => {
  test("stays as it is, operator by operator", () => {
    const content = ["q", "1 0 0 rg", box(0, 0), "Q", box(undefined, 5), box(1, 1), box(1, 2)];
    const { painted, operators } = reorder(content.join("\n"));
    expect(painted).toEqual([at(0), at(5), at(1), at(2)]);
    expect(operators).toEqual(["q", "1 0 0 rg", "Q"]);
  });

  test("may hold nothing, or artifacts alone", () => {
    expect(reorder("").painted).toEqual([]);
    expect(reorder("q 0 g Q").operators).toEqual(["q", "0 g", "Q"]);
    expect(reorder([box(undefined, 2), box(undefined, 1)].join("\n")).painted).toEqual([
      at(2),
      at(1),
    ]);
  });
});

describe("content in another order", () => {
  test("is painted as it is read", () => {
    const content = [box(2, 0), box(0, 1), box(1, 2)].join("\n");
    expect(reorder(content).painted).toEqual([at(1), at(2), at(0)]);
  });

  test("of one place keeps its order", () => {
    const content = [box(1, 0), box(0, 1), box(0, 2), box(1, 3)].join("\n");
    expect(reorder(content).painted).toEqual([at(1), at(2), at(0), at(3)]);
  });

  test("takes colour, matrix, clip and graphics state along", () => {
    const content = [
      "q 1 0 0 1 0 100 cm 1 0 0 rg /Half gs",
      box(3, 0),
      "q 0 0 900 900 re W n 2 0 0 2 0 200 cm /CS0 cs .5 scn /Darken gs",
      box(1, 1),
      "Q",
      box(2, 2),
      "0 1 0 rg /Whole gs 5 w",
      box(0, 3),
      "Q",
      box(4, 4),
    ].join("\n");
    const { painted, before, after } = reorder(content);
    expect(painted).toEqual([at(3), at(1), at(2), at(0), at(4)]);
    expect(after).toEqual(before);
    // Not by having no state at all.
    expect(after.get(at(1))).toMatchObject({
      fill: "/CS0 .5",
      extended: { ca: "0.5", BM: "Darken" },
      clips: ["0 0 900 900 re in 1 0 0 1 0 100"],
    });
  });

  test("leaves no state behind for what is painted after the stream", () => {
    const { operators } = reorder([box(1, 0), "1 0 0 rg", box(0, 1), "q 0 g Q"].join("\n"));
    expect(operators.filter((each) => each === "q")).toHaveLength(
      operators.filter((each) => each === "Q").length,
    );
    expect(operators.at(-1)).toBe("Q");
  });
});

describe("what overlaps", () => {
  test("keeps its order, and takes what lies below it along", () => {
    const card = marked(undefined, "0 0 30 30 re\nf");
    const content = [box(1, 5), card, marked(0, "5 5 10 10 re\nf")].join("\n");
    expect(reorder(content).painted).toEqual(["0 0 30 30 re f", "5 5 10 10 re f", at(5)]);
  });

  test("keeps its order against reading", () => {
    const content = [marked(1, "0 0 10 10 re\nf"), marked(0, "5 5 10 10 re\nf")].join("\n");
    expect(reorder(content).painted).toEqual(["0 0 10 10 re f", "5 5 10 10 re f"]);
  });

  test("counts where the matrix puts it", () => {
    const content = [box(1, 0), "q 1 0 0 1 -20 0 cm", box(0, 1), "Q"].join("\n");
    expect(reorder(content).painted).toEqual([at(0), at(1)]);
  });

  const text = (place: number, letters: string, x: number): string =>
    marked(
      place,
      `BT /F1 10 Tf 1 0 0 1 ${x} 0 Tm <${Buffer.from(letters, "utf16le").swap16().toString("hex")}> Tj ET`,
    );

  test("may change places where both are texts of one colour", () => {
    expect(reorder([text(1, "ab", 0), text(0, "cd", 5)].join("\n")).painted).toEqual(["cd", "ab"]);
  });

  test.each(["1 0 0 rg", "/Half gs"])("may not where %s is set between them", (change) => {
    const content = [text(1, "ab", 0), change, text(0, "cd", 5)].join("\n");
    expect(reorder(content).painted).toEqual(["ab", "cd"]);
  });

  test("may not where one is a text and the other is not", () => {
    const content = [text(1, "ab", 0), box(0, 0)].join("\n");
    expect(reorder(content).painted).toEqual(["ab", at(0)]);
  });

  // The line reaches from -10 to 30 and was painted over the box; `boundsOf` gives every path 3.
  test("is seen where a line is thick", () => {
    const line = marked(0, "0 10 m\n100 10 l\nS");
    const { painted } = reorder([box(1, 0, 1), "40 w", line].join("\n"));
    expect(painted).toEqual([at(0, 1), "0 10 m 100 10 l S"]);
  });
});

describe("artifacts", () => {
  test("stay behind what they were painted after", () => {
    const content = [box(1, 0), box(undefined, 1), box(undefined, 2), box(0, 3)].join("\n");
    expect(reorder(content).painted).toEqual([at(3), at(0), at(1), at(2)]);
  });

  test("at the start stay at the start", () => {
    const content = [box(undefined, 0), box(1, 1), box(0, 2)].join("\n");
    expect(reorder(content).painted).toEqual([at(0), at(2), at(1)]);
  });
});

/** Numbers that look random and are the same each time (a linear congruence). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 0x8000_0000;
    return Math.floor((state / 0x8000_0000) * below);
  };
}

/** Boxes at random places in random states, each with a path of its own. */
function randomContent(seed: number): string {
  const next = numbersFrom(seed);
  const lines: string[] = [];
  let depth = 0;
  for (let index = 0; index < 30; index++) {
    const changes = [
      () => ((depth += 1), "q"),
      () => (depth > 0 ? ((depth -= 1), "Q") : ""),
      () => `${next(2)} 0 ${next(2)} rg`,
      () => `/CS${next(2)} cs ${next(2)} scn`,
      () => `1 0 0 1 ${next(30)} ${next(30)} cm`,
      () => `${next(3) + 1} w`,
      () => `0 0 ${next(200) + 50} 200 re W n`,
      () => `/${["Half", "Whole", "Darken"][next(3)]} gs`,
      () => "",
    ];
    for (let count = next(4); count > 0; count--)
      lines.push(changes[next(changes.length)]?.() ?? "");
    const place = next(4) === 0 ? undefined : next(12);
    lines.push(marked(place, `${next(200)} ${next(200)} 20 20.${100 + index} re\nf`));
  }
  lines.push(..."Q".repeat(depth));
  return lines.join("\n");
}

/** Upright boxes: no random matrix turns. */
function overlap(
  { path: one, looks: first }: PaintedPath,
  { path: other, looks: second }: PaintedPath,
): boolean {
  const [left, right] = [areaOf(one, first), areaOf(other, second)];
  return left[0] < right[2] && right[0] < left[2] && left[1] < right[3] && right[1] < left[3];
}

function areaOf(path: string, { matrix }: Looks): [number, number, number, number] {
  const [x = 0, y = 0, width = 0, height = 0] = path.split(" ").map(Number);
  return [...apply(matrix, x, y), ...apply(matrix, x + width, y + height)];
}

test("any content looks the same in its new order", () => {
  let changed = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const content = randomContent(seed);
    const paths = pathsIn(content);
    const { painted, before, after } = reorder(content);
    expect(after, `seed ${seed}`).toEqual(before);
    expect([...painted].sort()).toEqual(paths.map(({ path }) => path).sort());
    if (painted.some((path, index) => path !== paths[index]?.path)) changed += 1;
    const place = new Map(painted.map((path, index) => [path, index]));
    for (const [index, one] of paths.entries()) {
      for (const other of paths.slice(index + 1)) {
        if (!overlap(one, other)) continue;
        const isKept = (place.get(one.path) ?? 0) < (place.get(other.path) ?? 0);
        expect(isKept, `seed ${seed}: ${one.path}, ${other.path}`).toBe(true);
      }
    }
  }
  expect(changed).toBeGreaterThan(30);
});
