/** Faults of what stands in the index and in the glossary, with file and line. */
import { describe, expect, it } from "vitest";
import { faultsOfTexts } from "../../support/faults-of-texts.ts";

const BLOCK = "::: {#index}\n:::";

describe("the index", () => {
  it("may stand in any text, and links lead to it", async () => {
    const boat =
      'A [boat]{.index}, a [hull]{index="boat!hull" to=end} []{#end}, [the index](#index).';
    expect(await faultsOfTexts({ boat, register: BLOCK })).toEqual([]);
    expect(await faultsOfTexts({ boat, index: BLOCK })).toEqual([]);
  });

  it("stands once", async () => {
    const found = await faultsOfTexts({ boat: `A [boat]{.index}.\n\n${BLOCK}`, register: BLOCK });
    expect(found).toEqual([
      expect.stringContaining(
        'content/020-register.md:4 the id "index" is also that of what stands',
      ),
    ]);
  });

  it("has entries, and nothing else in its block", async () => {
    expect(await faultsOfTexts({ register: BLOCK })).toEqual([
      expect.stringContaining("content/010-register.md:4 the index stands here, and no text has"),
    ]);
    const found = await faultsOfTexts({ boat: "A [boat]{.index}.\n\n::: {#index}\nWords.\n:::" });
    expect(found).toEqual([
      expect.stringContaining("content/010-boat.md:6 something is said in the block of the index"),
    ]);
  });

  it.each([
    ["[]{.index}", "no words stand between the brackets"],
    ['[x]{index="a!!b"}', "an entry of the index is empty"],
    ['[x]{index="a!b!c!d"}', "an entry of the index has 4 levels"],
    ["[x]{see=boat}", '"see" says nothing without an entry'],
    ["[x]{index=a see=boat to=b}", "an entry that says where to see has nothing else"],
    ["[x]{index=a index=a}", "the same is said of the index twice"],
    ["[x]{index=a to=nowhere}", 'the passage ends at "nowhere"'],
    [
      "[x]{index=a see=boas}",
      'the index has no entry "boas" that leads to a text (did you mean `boat`?)',
    ],
  ])("%s is a fault on its line", async (written, message) => {
    const found = await faultsOfTexts({
      boat: `A [boat]{.index}.\n\nAnd\n${written}.\n\n${BLOCK}`,
    });
    expect(found).toEqual([expect.stringContaining(`content/010-boat.md:7 ${message}`)]);
  });

  it("has no entries in fields", async () => {
    expect(await faultsOfTexts({ boat: "Text." }, "'A [lead]{.index}'")).toEqual([
      expect.stringContaining("content/publication.yaml:2 an entry of the index stands in a field"),
    ]);
  });
});

const GLOSSARY = "::: glossary\nBerth\n: Where a boat lies.\n:::";

describe("the glossary", () => {
  it("has terms that words of any text lead to, and terms that none does", async () => {
    const quay = "Many [berths]{term=berth}, and a [Berth]{.term .index}.";
    expect(
      await faultsOfTexts({ quay, words: GLOSSARY.replace(":::\n", "Quay\n: A wall.\n") }),
    ).toEqual([]);
  });

  it("defines a term once", async () => {
    const found = await faultsOfTexts({ one: GLOSSARY, two: GLOSSARY.replace("Berth", "*berth*") });
    expect(found).toEqual([
      expect.stringContaining(
        'content/020-two.md:5 the term "berth" is defined on line 5 of content/010-one.md, too',
      ),
    ]);
  });

  it.each([
    ["[berths]{.term}", 'the glossary has no term "berths" (did you mean `term="Berth"`?)'],
    ["[x]{term=lighthouse}", 'the glossary has no term "lighthouse" (define it,'],
    ["[]{term=berth}", "no term is named, or no words stand for it"],
    ["[x]{term=berth .term}", "two terms are named for the same words"],
    ["[a [wall](https://example.org/)]{term=berth}", "a link stands in the words of a term"],
  ])("%s is a fault on its line", async (written, message) => {
    const found = await faultsOfTexts({ quay: `Text.\n\nAnd\n${written}.`, words: GLOSSARY });
    expect(found).toEqual([expect.stringContaining(`content/010-quay.md:7 ${message}`)]);
  });

  it.each([
    ["::: glossary\nWords.\n:::", "a glossary has a definition list, and nothing else"],
    ["::: glossary\n:::", "a glossary has a definition list, and nothing else"],
    [
      "::: {.glossary lang=fr}\nBerth\n: A place.\n:::",
      "a glossary has nothing between its braces",
    ],
    ["::: glossary\nBerth\n: A place.", "this block is not ended"],
  ])("%s is a fault on its line", async (written, message) => {
    expect(await faultsOfTexts({ words: `Text.\n\n${written}` })).toEqual([
      expect.stringContaining(`content/010-words.md:6 ${message}`),
    ]);
  });
});
