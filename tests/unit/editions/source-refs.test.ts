/** Numbers of a print source's elements, and where they were written. */
import { expect, it } from "vitest";
import { sourcesByRef } from "../../../src/editions/paged/source-refs.ts";

const at = (line: number) => ({ file: "content/a.md", line });
const rendered = [
  { name: "html" },
  { name: "head" },
  { name: "body" },
  { name: "h2", source: at(2) },
  { name: "nav" },
  { name: "p", source: at(5) },
];
const names = { 1: "h2#a-title", 2: "nav", 3: "p.lead" };

it("are those of the body, from 1, where a text is known", () => {
  expect([...sourcesByRef(rendered, names)]).toEqual([
    ["1", at(2)],
    ["3", at(5)],
  ]);
});

it.each([
  ["there is one more", { ...names, 4: "div" }],
  ["there is one less", { 1: "h2#a-title", 2: "nav" }],
  ["they are others", { ...names, 2: "navigation" }],
])("are not known where %s", (_, others) => {
  expect(sourcesByRef(rendered, others).size).toBe(0);
});
