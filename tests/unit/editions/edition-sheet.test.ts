/** Style sheets of editions, one or a list. */
import { expect, test } from "vitest";
import { sheetOf, withEditionSheets } from "../../../src/editions/edition-sheet.ts";

const tokens: readonly [string, string] = ["tokens.css", "…"];
const styles = { layers: [], sheets: new Map([tokens]) };

test("an edition of one sheet has that, and none is made", () => {
  const edition = { id: "report", stylesheet: "styles/blocks/report.css" };
  expect(sheetOf(edition)).toBe("blocks/report.css");
  expect([...withEditionSheets(styles, [edition]).sheets]).toEqual([tokens]);
});

test("a list is a sheet that imports them in their order", () => {
  const edition = { id: "report", stylesheet: ["styles/report.css", "styles/our own/50%.css"] };
  expect(sheetOf(edition)).toBe("editions/report.css");
  expect([...withEditionSheets(styles, [edition]).sheets]).toEqual([
    tokens,
    [
      "editions/report.css",
      '@import url("../report.css");\n@import url("../our%20own/50%25.css");\n',
    ],
  ]);
});
