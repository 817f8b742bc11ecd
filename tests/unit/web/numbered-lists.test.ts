/** The list of figures and the list of tables, as editions show them. */
import { expect, test } from "vitest";
import { renderTexts, type ShownIn, type Text } from "../../support/render-texts.ts";

/** The list in the last of the texts. */
function listIn(texts: readonly Text[], shownIn: ShownIn = {}): string | undefined {
  const html = renderTexts(texts, shownIn).join("\n");
  return /<nav class="numbered-list".*?<\/nav>/su.exec(html)?.[0];
}

const figure = (name: string, caption = "Caption"): string =>
  `![${caption}](a.png){#fig-${name} alt="A boat" credit="Photo: Quay"}`;
const FIGURES: Text = { slug: "lists", body: "::: {#list-of-figures}\n:::" };
const TABLES: Text = { slug: "lists", body: "Words.\n\n::: {#list-of-tables}\n:::" };

/** What its links say, without elements. */
function entries(list: string | undefined): readonly string[] {
  return [...(list ?? "").matchAll(/<a href="([^"]*)">(.*?)<\/a>/gu)].map(
    ([, href = "", text = ""]) => `${href} ${text.replaceAll(/<[^>]*>/gu, "")}`,
  );
}

test("a list has what is counted, in the order of reading, whatever comes before it", () => {
  const list = listIn([
    { slug: "a", body: `${figure("one", "Boats *at night*")}\n\n![Alone](a.png)` },
    { slug: "b", body: `![Uncounted](a.png){alt="A boat"}\n\n${figure("two")}` },
    FIGURES,
  ]);
  expect(entries(list)).toEqual([
    "#fig-one Figure~1. Boats at night",
    "#fig-two Figure~2. Caption",
  ]);
  expect(list).toContain("Boats <em>at night</em>");
});

test("figures and tables are listed apart", () => {
  const both = { slug: "a", body: `${figure("one")}\n\n| A |\n| - |\n| b |\n\n: Loans {#tbl-l}` };
  expect(entries(listIn([both, FIGURES]))).toEqual(["#fig-one Figure~1. Caption"]);
  expect(entries(listIn([both, TABLES]))).toEqual(["#tbl-l Table~1. Loans"]);
});

test("it has a name, and a heading where none is above it", () => {
  const texts = [{ slug: "a", body: figure("one") }];
  const headed = listIn([...texts, FIGURES]);
  expect(headed).toContain(
    '<nav class="numbered-list" id="list-of-figures" aria-label="List of figures"><ol>',
  );
  const other = { ...FIGURES, lang: "de", body: `Hier:\n\n${FIGURES.body}` };
  expect(listIn([...texts, other])).toContain(
    'aria-label="Abbildungsverzeichnis"><h3>Abbildungsverzeichnis</h3><ol>',
  );
  const own = listIn([...texts, { ...FIGURES, slug: "list-of-figures" }]);
  expect(own).toContain('<nav class="numbered-list" aria-label');
});

test("a language without words has English ones, and says so", () => {
  const list = listIn([
    { slug: "a", body: figure("one") },
    { ...FIGURES, lang: "fi" },
  ]);
  expect(list).toContain('aria-label="List of figures" lang="en"><ol lang="fi">');
  expect(list).toContain('<span class="caption-label" lang="en">Figure~1.</span>');
  expect(list).toContain('<span lang="en">Caption</span>');
});

test("a caption has neither links nor notes nor ids there, and none of its words are lost", () => {
  const caption = "See [the sea](https://example.com), @fig-one, [here]{#here .index}^[A note.]";
  const list = listIn([{ slug: "a", body: figure("one", caption) }, FIGURES]);
  expect(entries(list)).toEqual(["#fig-one Figure~1. See the sea, Figure~1, here"]);
  expect(list?.match(/ id=/gu)).toHaveLength(1);
});

test("an edition lists what it has, with the numbers of all editions", () => {
  const hidden = `::: {.content-visible when-format="pdf"}\n${figure("one")}\n:::\n`;
  const texts = [{ slug: "a", body: `${hidden}\n${figure("two")}` }, FIGURES];
  expect(entries(listIn(texts))).toEqual(["#fig-two Figure~2. Caption"]);
  expect(entries(listIn(texts, { formats: ["pdf"] }))).toHaveLength(2);
  const other = { slug: "b", body: figure("three") };
  expect(entries(listIn([...texts, other], { shown: [other, FIGURES] }))).toEqual([
    "#fig-three Figure~3. Caption",
  ]);
  expect(listIn([{ slug: "a", body: hidden }, FIGURES])).toBeUndefined();
});
