/** The interpreter of content streams, by visitors as small as they can be. */
import { describe, expect, test } from "vitest";
import { ContentBudget } from "../../../src/pdf/content/budget.ts";
import { GraphicsState } from "../../../src/pdf/content/graphics-state.ts";
import { interpret } from "../../../src/pdf/content/interpret.ts";
import { stringValue } from "../../../src/pdf/content/operations.ts";
import type { ContentVisitor } from "../../../src/pdf/content/visitor.ts";
import { MOST_SAVED_STATES } from "../../../src/pdf/limits.ts";
import type { PdfValue } from "../../../src/pdf/objects/types.ts";
import { contentSource, newObjects } from "../../support/content.ts";

type Given = Readonly<Record<string, PdfValue>>;

function visit(content: string, visitor: ContentVisitor, resources: Given = {}): void {
  interpret(contentSource(content, resources), visitor);
}

/** What each hook was called with, in order. */
function written(content: string, hooks: readonly (keyof ContentVisitor)[]): string[] {
  const calls: string[] = [];
  const hook =
    (name: string) =>
    (op: { readonly operator: string }): void => {
      calls.push(`${name} ${op.operator}`);
    };
  visit(content, Object.fromEntries(hooks.map((name) => [name, hook(name)])));
  return calls;
}

describe("hooks", () => {
  test("are called in the order of the operations", () => {
    expect(
      written("0 0 m 9 9 l W n BT (a) Tj ET /X Do", ["path", "clip", "paint", "show"]),
    ).toEqual(["path m", "path l", "clip W", "paint n", "show Tj"]);
  });

  test("that a visitor does not have are `other`, each operation once", () => {
    const content = `q 1 w BT /F 9 Tf 1 0 0 1 0 0 Tm T* (a) ' 1 2 (b) " ET Q /S gs X`;
    const all = ["q", "w", "BT", "Tf", "Tm", "T*", "'", '"', "ET", "Q", "gs", "X"];
    expect(written(content, ["other"])).toEqual(all.map((each) => `other ${each}`));
    expect(written("(a) '", ["other", "show"])).toEqual(["show '"]);
  });

  test("tell what fills and what strokes", () => {
    const found: string[] = [];
    visit("0 0 1 1 re f 0 0 1 1 re S 0 0 1 1 re b* 0 0 1 1 re n", {
      paint: (op, _, { fills, strokes }) => {
        found.push(`${op.operator} ${fills} ${strokes}`);
      },
    });
    expect(found).toEqual(["f true false", "S false true", "b* true true", "n false false"]);
  });

  test("end where the visitor will not go on", () => {
    let count = 0;
    visit("q Q q Q q Q", {
      mayGoOn: () => count < 2,
      other: () => {
        count++;
      },
    });
    expect(count).toBe(2);
  });

  test("get the operation as it is written, and what was malformed", () => {
    const found: string[] = [];
    visit("1  0 0\n1 5 6 cm )", {
      transform: (op, at) => {
        found.push(at.written(op));
      },
      problem: (message) => {
        found.push(message);
      },
    });
    expect(found).toEqual(["1  0 0\n1 5 6 cm", "a stray “)”"]);
  });
});

describe("the state", () => {
  test("is saved and restored, with what the visitor keeps in it", () => {
    const found: (readonly [number, string])[] = [];
    const source = contentSource("2 w q 3 w (in) Tj Q (out) Tj Q (after) Tj");
    const state = new GraphicsState("page");
    interpret(
      { ...source, state },
      {
        show: (_, at) => {
          found.push([at.state.lineWidth, at.state.own]);
          at.state.own = "changed";
        },
      },
    );
    expect(found).toEqual([
      [3, "page"],
      [2, "page"],
      [2, "changed"],
    ]);
    expect(state.own).toBe("page");
  });

  test("says of a Q whether there was a q, however many are open", () => {
    const matched: boolean[] = [];
    const open = MOST_SAVED_STATES + 2;
    visit(`${"q ".repeat(open)}${"Q ".repeat(open + 1)}`, {
      restore: (_, __, isMatched) => {
        matched.push(isMatched);
      },
    });
    expect(matched).toEqual([...Array.from({ length: open }, () => true), false]);
  });

  test("has the colours that operators set, in their spaces", () => {
    const found: unknown[] = [];
    const spaces = {
      ColorSpace: { CS0: ["Separation", "Gold", "DeviceCMYK", { FunctionType: 2 }] },
    };
    visit(
      "1 0 0 rg .5 G /CS0 cs .7 scn",
      {
        colour: (_, { state }, side) => {
          const { space, components } = state[side];
          found.push([side, space.kind, components]);
        },
      },
      spaces,
    );
    expect(found).toEqual([
      ["fill", "rgb", [1, 0, 0]],
      ["stroke", "gray", [0.5]],
      ["fill", "colorants", [1]],
      ["fill", "colorants", [0.7]],
    ]);
  });

  test("has what a graphics state dictionary sets", () => {
    const found: unknown[] = [];
    const states = { ExtGState: { G0: { OP: true, ca: 0.5, LW: 4, BM: "Multiply" } } };
    visit(
      "/G0 gs /G1 gs",
      {
        entries: (_, { state, resources }, dict) => {
          const { fillOverprints, fillAlpha, lineWidth } = state;
          const blend = resources.objects.name(state.blend);
          found.push([dict !== undefined, fillOverprints, fillAlpha, lineWidth, blend]);
        },
      },
      states,
    );
    expect(found).toEqual([
      [true, true, 0.5, 4, "Multiply"],
      [false, true, 0.5, 4, "Multiply"],
    ]);
  });
});

describe("text", () => {
  test("stands where its operators move it", () => {
    const found: unknown[] = [];
    visit(`BT 14 TL 1 0 0 1 100 700 Tm (a) Tj 5 -20 Td (b) Tj T* (c) Tj 3 1 (d) " ET`, {
      show: (_, at, items) => {
        const text = Buffer.from(stringValue(items[0]) ?? []).toString("latin1");
        const { wordSpacing, charSpacing } = at.state;
        found.push([text, at.text.slice(4), wordSpacing, charSpacing]);
      },
    });
    expect(found).toEqual([
      ["a", [100, 700], 0, 0],
      ["b", [105, 680], 0, 0],
      ["c", [105, 666], 0, 0],
      ["d", [105, 652], 3, 1],
    ]);
  });
});

describe("a budget", () => {
  const objects = newObjects();
  const [one, other] = [objects.make({}), objects.make({})];

  test("ends what paints itself, and what is nested too deep", () => {
    const budget = new ContentBudget({ operations: 10, depth: 2 });
    const found: string[] = [];
    found.push(
      budget.within(one, () => {
        found.push(budget.within(one, () => undefined));
        budget.within(other, () => {
          found.push(budget.within(objects.make({}), () => undefined));
        });
      }),
    );
    expect(found).toEqual(["open", "deep", "read"]);
  });

  test("is spent by operations", () => {
    const budget = new ContentBudget({ operations: 2, depth: 2 });
    expect([budget.spend(), budget.spend(), budget.spend()]).toEqual([true, true, false]);
    expect(budget.isSpent).toBe(true);
  });
});
