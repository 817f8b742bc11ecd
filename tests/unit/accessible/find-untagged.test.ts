import { expect, test } from "vitest";
import { findUntagged } from "../../../src/accessible/faults/find-untagged.ts";
import type { PrintedPages } from "../../../src/accessible/printed/printed-pages.ts";
import type { SourceElement } from "../../../src/accessible/source/source-tree.ts";

const element = (
  ref: string,
  name: string,
  children: SourceElement["children"] = [],
  attributes: Readonly<Record<string, string>> = {},
): SourceElement => ({
  kind: "element",
  ref,
  name,
  attributes,
  display: "block",
  invisible: false,
  children,
});

const body = element("0", "body", [
  element("1", "p"),
  element("2", "table", [element("3", "tr")], { id: "boats" }),
  element("4", "div", [element("5", "p")], { "aria-hidden": "true" }),
  element("6", "div", [element("7", "p")], { role: "img" }),
]);

function printed(texts: Readonly<Record<string, string>>): PrintedPages {
  return {
    pages: [
      {
        texts: Object.entries(texts).map(([key, text]) => ({
          key,
          isReal: !key.endsWith(":before"),
          boxes: [{ text, bounds: [0, 0, 1, 1], spaceAfter: false }],
          linkRef: undefined,
          margin: undefined,
        })),
        graphics: [],
        formulas: [],
        widthPx: 1,
        heightPx: 1,
      },
    ],
    notes: new Set(),
    running: new Set(),
    inFlow: new Set(),
  };
}

const index = {
  leafOf: (key: string) =>
    key === "1:t0" ? { leaf: 0, position: 0, block: 0, tag: "P" as const } : undefined,
  numberOf: () => undefined,
};

test("printed text that no tag holds is reported once for its element", () => {
  const texts = printed({ "1:t0": "read", "3:t0": "stray", "3:t9": "text", "2:t0": "  " });
  expect(findUntagged(body, texts, index)).toMatchObject([
    { rule: "text-untagged", where: "tr", message: "nothing reads “stray text”, which is printed" },
  ]);
});

test("what is hidden from those who listen, has another name or is generated is not", () => {
  const texts = printed({ "5:t0": "hidden", "7:t0": "in a picture", "3:before": "generated" });
  expect(findUntagged(body, texts, index)).toEqual([]);
});
