import { expect, test } from "vitest";
import {
  ContentError,
  formatFaults,
  quoteValue,
  type Fault,
} from "../../../src/publication/faults/fault.ts";

const fault: Fault = {
  file: "content/b.md",
  line: 3,
  field: "name",
  message: "is empty",
  expected: "a name",
  hint: "fill it in",
};

test("faults are grouped by file, in the order of files and lines", () => {
  const first: Fault = {
    file: "content/a.md",
    message: "nothing reads it",
    expected: "x",
    hint: "y",
  };
  expect(formatFaults([{ ...fault, line: 10 }, fault, first])).toBe(
    `3 faults in 2 files

content/a.md
  nothing reads it
    expected: x
    hint: y

content/b.md
  line 3, name: is empty
    expected: a name
    hint: fill it in
  line 10, name: is empty
    expected: a name
    hint: fill it in`,
  );
});

test("content cannot command the terminal", () => {
  const text = formatFaults([
    { ...fault, file: "a\u001b[2J.md", field: "na\nme", message: "\u202Eis empty" },
  ]);
  expect(text).toContain("a\\u001b[2J.md");
  expect(text).toContain("na\\u000ame: \\u202eis empty");
});

test("the error holds the faults in order, and the first as its place", () => {
  const error = new ContentError([{ ...fault, line: 10 }, fault]);
  expect(error.faults.map(({ line }) => line)).toEqual([3, 10]);
  expect(error.place).toMatchObject({ file: "content/b.md", line: 3 });
  expect(error.message).toBe("the content has 2 faults in 1 file");
});

test("a long value is cut", () => {
  expect(quoteValue("é".repeat(61))).toBe(`"${"é".repeat(60)}…"`);
});
