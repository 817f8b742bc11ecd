import { expect, test } from "vitest";
import type { LogicalElement, LogicalNode } from "../../../src/accessible/tree/logical-tree.ts";
import { sourceReading } from "../../../src/accessible/source/source-reading.ts";

const leaf = (text: string): LogicalNode => ({ kind: "content", keys: [], text });

function element(
  type: LogicalElement["type"],
  children: readonly LogicalNode[],
  more: Partial<LogicalElement> = {},
): LogicalElement {
  return { kind: "element", type, ref: "1", children, ...more };
}

test("a line for each block, in order, words whole and white space collapsed", () => {
  const root = element("Document", [
    element("H1", [leaf("Tides")]),
    element("P", [leaf("The  har\u00ADbour\n lay "), element("Em", [leaf("quiet")]), leaf(".")]),
    element("L", [element("LI", [element("Lbl", [leaf("1. ")]), element("LBody", [leaf("One")])])]),
    element("Table", [element("TR", [element("TH", [leaf("Port")]), element("TD", [])])]),
  ]);
  expect(sourceReading(root)).toBe("Tides\nThe harbour lay quiet.\n1.\nOne\nPort\n");
});

test("alternative texts stand where the figures are, notes and boxes on lines of their own", () => {
  const figure = element("Figure", [leaf("")], { alt: "star" });
  const root = element("Document", [
    element("P", [
      leaf("A"),
      figure,
      leaf("here"),
      element("Note", [leaf("Of gold.")]),
      leaf("and on."),
    ]),
    element("P", [element("Span", [leaf("one")], { isBlock: true }), leaf("two")]),
    figure,
  ]);
  expect(sourceReading(root)).toBe("A star here\nOf gold.\nand on.\none\ntwo\nstar\n");
});
