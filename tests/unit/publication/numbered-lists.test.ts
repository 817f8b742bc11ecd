/** Faults of lists of figures and of tables, with file and line. */
import { expect, it } from "vitest";
import { faultsOfTexts } from "../../support/faults-of-texts.ts";

const TABLE = "| A |\n| - |\n| b |\n\n: Loans {#tbl-loans}";
const LIST = "::: {#list-of-tables}\n:::";

it("both may stand in any text, and links lead to them", async () => {
  expect(
    await faultsOfTexts({ loans: `${TABLE}\n\n[All](#list-of-tables).`, lists: LIST }),
  ).toEqual([]);
});

it("a file may be called as the list is", async () => {
  expect(await faultsOfTexts({ loans: TABLE, "list-of-tables": LIST })).toEqual([]);
});

it("a list stands once", async () => {
  expect(await faultsOfTexts({ loans: `${LIST}\n\n${TABLE}`, lists: `Text.\n\n${LIST}` })).toEqual([
    expect.stringContaining(
      'content/020-lists.md:6 the id "list-of-tables" is also that of what stands on line 4 of content/010-loans.md',
    ),
  ]);
});

it.each([
  ["Words.", "Words.\n"],
  ["a field", "---\nname: A\n---\n"],
  ["a block", ":::: note\nWords.\n::::\n"],
])("nothing stands in it, as %s", async (_what, inside) => {
  const lists = `Text.\n\n::: {#list-of-tables}\n${inside}:::`;
  expect(await faultsOfTexts({ loans: TABLE, lists })).toContainEqual(
    expect.stringContaining(
      "content/020-lists.md:6 something is said in the block of the list of tables, which is made of all texts (write what is to stand above the list of tables before the block)",
    ),
  );
});

it("what it lists is there, with a number", async () => {
  const figure = '![A caption](a.png){alt="A boat"}';
  const found = await faultsOfTexts({
    loans: TABLE,
    lists: `${figure}\n\n::: {#list-of-figures}\n:::`,
  });
  expect(found).toContainEqual(
    "content/020-lists.md:6 the list of figures stands here, and no figure has a number (give the figures ids that begin with fig-, or remove the block)",
  );
});

it("without tables, there is no list of tables", async () => {
  expect(await faultsOfTexts({ lists: LIST })).toEqual([
    "content/010-lists.md:4 the list of tables stands here, and no table has a number (give the tables ids that begin with tbl-, or remove the block)",
  ]);
});

it("no list stands in a field", async () => {
  const colophon = "'A lead.'\ncolophon: |\n  Text.\n\n  ::: {#list-of-tables}\n  :::";
  expect(await faultsOfTexts({ loans: TABLE }, colophon)).toEqual([
    expect.stringContaining("the list of tables stands in a field"),
  ]);
});
