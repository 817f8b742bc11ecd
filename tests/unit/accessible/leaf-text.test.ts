/** The title of a heading where it is text alone, as in bookmarks. */
import { expect, test } from "vitest";
import type { LogicalElement, LogicalNode } from "../../../src/accessible/tree/logical-tree.ts";
import { leafText } from "../../../src/accessible/tree/tidy-tree.ts";

const text = (words: string): LogicalNode => ({ kind: "content", keys: [], text: words });
const element = (
  type: LogicalElement["type"],
  children: readonly LogicalNode[],
  alt = "",
): LogicalElement => ({ ...{ kind: "element", type, ref: "1", children }, alt });

test("a formula says its alternative, with what is written against it", () => {
  const formula = element("Formula", [text("E=mc2")], "E equals m c squared");
  expect(leafText(element("H2", [text("On "), formula, text(", again")]))).toBe(
    "On E equals m c squared, again",
  );
});

test("a picture stands apart from the words beside it, and an element in a line does not", () => {
  const picture = element("Figure", [], "a boat");
  const heading = element("H2", [text("See"), picture, text("l"), element("Em", [text("it")])]);
  expect(leafText(heading)).toBe("See a boat lit");
});
