/** Where what judges of PDFs name was written. */
import { expect, it } from "vitest";
import { sourceOfPdf } from "../../../src/judges/pdf/pdf-sources.ts";
import type { StructureElement, StructureTree } from "../../../src/pdf/structure/structure-tree.ts";

const element = (role: string, ...kids: readonly StructureElement[]): StructureElement => ({
  ...{ kind: "element", role, mappedRole: role, attributes: { other: {} }, page: 2, kids },
});
const tree: StructureTree = {
  ...{ present: true, roleMap: {}, problems: [] },
  kids: [element("Document", element("P"), element("L", element("LI")), element("P"))],
};
const at = (line: number) => ({ file: "content/a.md", line });
const elements = new Map([
  ["3", at(5)],
  ["7", at(9)],
]);
const sources = { elements, tags: ["0", "3", "5", "6", "7"] };

it("is found by an element's number, and by a tag's place", () => {
  const sourceOf = sourceOfPdf(sources, tree);
  expect(sourceOf?.({ kind: "print-source-element", ref: "7" })).toEqual(at(9));
  const tagged = ["P[1]", "P[2]", "L > LI"].map((step) =>
    sourceOf?.({ kind: "tag", place: `page 2 · Document > ${step}` }),
  );
  expect(tagged).toEqual([at(5), at(9), undefined]);
});

it("is not known of tags that are not those that were made", () => {
  const shorter = { elements, tags: sources.tags.slice(1) };
  const tag = { kind: "tag", place: "page 2 · Document > P[1]" } as const;
  expect(sourceOfPdf(shorter, tree)?.(tag)).toBeUndefined();
  expect(sourceOfPdf(sources)?.(tag)).toBeUndefined();
});

it("is not known of a PDF that was made elsewhere", () => {
  expect(sourceOfPdf(undefined, tree)).toBeUndefined();
});
