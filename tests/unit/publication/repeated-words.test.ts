/** What is for the eye alone must stand in the text, and nothing in it may be reached by keys. */
import { describe, expect, test } from "vitest";
import { readText } from "../../../src/publication/texts/read-text.ts";
import { loadTheme } from "../../../src/theme/load-theme.ts";

const { blocks } = await loadTheme("report");

async function faultsIn(source: string): Promise<readonly string[]> {
  const at = { file: "a.md", line: 1 };
  const { faults } = await readText(source, at, import.meta.dirname, { blocks });
  return faults.map(({ line, message }) => `${line ?? 0}: ${message}`);
}

const pulled = (words: string, text: string): string => `::: pull-quote\n${words}\n:::\n\n${text}`;

describe("no fault", () => {
  test.each([
    ["It was *never* ours.", "They said: it was never\nours, and left."],
    ["One [...] three … four", "One two three, and then four."],
    ["It's “ours”", 'Well, it’s "ours" now.'],
  ])("%j of %j", async (words, text) => {
    expect(await faultsIn(pulled(words, text))).toEqual([]);
  });
});

describe("a fault", () => {
  test.each([
    ["It was ours.", "It was never ours."],
    ["One … four", "One two three"],
  ])("%j of %j", async (words, text) => {
    expect(await faultsIn(pulled(words, text))).toEqual([
      expect.stringMatching(/^1: the words ".*" of a pull-quote do not stand in the text$/u),
    ]);
  });

  test("is a second block with the same words, which are not in the text", async () => {
    const twice = `One\n\n${pulled("two", pulled("two", "three"))}`;
    expect(await faultsIn(twice)).toHaveLength(2);
  });

  test.each(["[one](https://example.org/)", "one^[two]"])("is %j in it", async (words) => {
    expect(await faultsIn(pulled(words, "one"))).toContainEqual(
      "1: a link, a note or a picture stands in a pull-quote",
    );
  });
});
