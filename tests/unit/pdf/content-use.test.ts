/** What content streams paint, counted without painting it. */
import { describe, expect, it, test } from "vitest";
import { outer, readContentUse, type Painting } from "../../../src/pdf/admit/content-use.ts";
import { MOST_CONTENT_VALUES, MOST_NESTING } from "../../../src/pdf/limits.ts";
import { latin1, newObjects } from "../../support/content.ts";

const use = (content: string) => readContentUse(newObjects(), latin1(content));
const none = { fill: outer, stroke: outer, font: outer };
const painted = (content: string): readonly Partial<Painting>[] => use(content).paintings;

describe("operators", () => {
  test.each([
    ["", 0],
    ["0 0 1 -1.5 re f", 2],
    ["q Q", 2],
    ["(q Q \\) q) Tj", 1],
    ["(a (q) b) Tj", 1],
    ["<7120> Tj", 1],
    ["% q Q\nq", 1],
    ["/q gs", 1],
    ["[(a) -20 (b)] TJ", 1],
    ["/P <</MCID 3/Q(q)>> BDC EMC", 2],
    ["BI /W 1 /H 1 ID q Q q EI Q", 2],
    ["BI /W 1 /H 1 ID q Q q", 1],
    ["(never ends q Q", 0],
  ])("%j has %i", (content, operators) => {
    expect(use(content).operators).toBe(operators);
  });
});

describe("what is painted", () => {
  it("is counted by its name", () => {
    expect(painted("/A Do /B Do /A Do /#41 Do")).toEqual([
      { kind: "xobject", name: "A", ...none, times: 3 },
      { kind: "xobject", name: "B", ...none, times: 1 },
    ]);
  });

  it("is painted with the pattern that is set, until the state is restored or a colour is set", () => {
    expect(painted("q /P scn f f Q f 0 g f /P scn 1 0 0 rg f")).toEqual([
      { kind: "fill", name: "", ...none, fill: "P", times: 2 },
      { kind: "fill", name: "", ...none, times: 1 },
      { kind: "fill", name: "", ...none, fill: undefined, times: 2 },
    ]);
  });

  it("is a stroke too where a path is filled and stroked", () => {
    expect(painted("/P SCN B").map(({ kind }) => kind)).toEqual(["fill", "stroke"]);
  });

  it("is each letter of a string", () => {
    expect(painted("/F 9 Tf [(ab) 3 <61>] TJ (c) Tj")).toEqual([
      { kind: "letters", name: "", ...none, font: "F", times: 4 },
    ]);
  });
});

it("says what is set at the end", () => {
  expect(use("/P scn /F 9 Tf").end).toEqual({ fill: "P", stroke: outer, font: "F" });
});

test.each(["[", "<</A", "[ a "])("%j in each other has a limit", (open) => {
  expect(use(open.repeat(MOST_NESTING)).paintings).toEqual([]);
  expect(() => use(open.repeat(MOST_NESTING + 1))).toThrow(
    "nests arrays and dictionaries of its content more than 64 deep",
  );
});

test("a stream of very many values is refused, whatever they are", () => {
  const content = ")".repeat(MOST_CONTENT_VALUES + 1);
  expect(() => use(content)).toThrow("more than 6,000,000 values in one stream");
}, 20_000);
