import { describe, expect, test } from "vitest";
import { formulaText } from "../../../src/document/formula-text.ts";
import type { SourceElement, SourceNode } from "../../../src/accessible/source/source-tree.ts";

function el(name: string, ...children: readonly (SourceNode | string)[]): SourceElement {
  return {
    kind: "element",
    ref: "1",
    name,
    attributes: {},
    display: "math",
    invisible: false,
    children: children.map((child) =>
      typeof child === "string" ? { kind: "text", text: child } : child,
    ),
  };
}
const mi = (text: string): SourceElement => el("mi", text);
const mn = (text: string): SourceElement => el("mn", text);
const mo = (text: string): SourceElement => el("mo", text);
const a = mi("a");
const sum = el("mrow", a, mo("+"), mn("1"));

describe("a formula on one line", () => {
  test.each([
    ["x = (a + 1)/2", el("math", mi("x"), mo("="), el("mfrac", sum, mn("2")))],
    ["√8", el("math", el("msqrt", mn("8")))],
    ["√(a + 1)", el("math", el("msqrt", a, mo("+"), mn("1")))],
    ["∛(a + 1)", el("math", el("mroot", sum, mn("3")))],
    ["⁵√a", el("math", el("mroot", a, mn("5")))],
    ["(k)√a", el("math", el("mroot", a, mi("k")))],
    [
      "a² + a⁻¹",
      el("math", el("msup", a, mn("2")), mo("+"), el("msup", a, el("mrow", mo("−"), mn("1")))),
    ],
    ["a^(a + 1)", el("math", el("msup", a, sum))],
    ["a₀ a_k", el("math", el("msub", a, mn("0")), el("msub", a, mi("k")))],
    [
      "∑_(n = 1)^∞ a",
      el("math", el("munderover", mo("∑"), el("mrow", mi("n"), mo("="), mn("1")), mo("∞")), a),
    ],
    ["a′", el("math", el("msup", a, mo("′")))],
    ["ā", el("math", el("mover", a, mo("¯")))],
    ["f(a)", el("math", mi("f"), mo("\u2061"), mo("("), a, mo(")"))],
    [
      "(1, 0; 0, 1)",
      el(
        "math",
        mo("("),
        el(
          "mtable",
          el("mtr", el("mtd", mn("1")), el("mtd", mn("0"))),
          el("mtr", el("mtd", mn("0")), el("mtd", mn("1"))),
        ),
        mo(")"),
      ),
    ],
    ["a", el("math", el("semantics", el("mrow", a), el("annotation", "\\alpha")))],
    ["", el("math", el("mphantom", a))],
  ])("%s", (expected, formula) => {
    expect(formulaText(formula)).toBe(expected);
  });
});
