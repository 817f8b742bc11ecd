/** Fields in YAML, and the text below them, in files of all three kinds of line ends. */
import { expect, test } from "vitest";
import { parseYaml, splitFrontMatter } from "../../../src/publication/files/front-matter.ts";

const ENDS = { "a line feed": "\n", both: "\r\n", "a carriage return": "\r" };
const FILE = "publication.yaml";

test.each(Object.entries(ENDS))("fields have their lines where %s ends a line", (_, end) => {
  const source = ["title: Our year", "editions:", "  - id: web", "    title: The web", ""].join(
    end,
  );
  const { fields, faults } = parseYaml(source, FILE, 1);
  expect(faults).toEqual([]);
  expect(fields?.data).toEqual({
    title: "Our year",
    editions: [{ id: "web", title: "The web" }],
  });
  expect(fields?.lineOf(["editions", 0, "title"])).toBe(4);
});

test.each(Object.entries(ENDS))("faults have their lines where %s ends a line", (_, end) => {
  const { faults } = parseYaml(["title: A", "lead: a: b", "slug: a"].join(end), FILE, 1);
  expect(faults.map(({ line }) => line)).toEqual([2]);
});

test.each(Object.entries(ENDS))("text below fields has its line where %s ends a line", (_, end) => {
  const text = ["---", "title: A", "---", "", "Words.", "More."].join(end);
  expect(splitFrontMatter(text)).toMatchObject({ body: "Words.\nMore.", bodyLine: 5 });
});
