/** Formulas are said in words of the language that they stand in. */
import { expect, test } from "vitest";
import { createMarkdown } from "../../../../src/markdown/create-markdown.ts";
import { withSpokenFormulas } from "../../../../src/web/mathematics/spoken-formulas.ts";

const page = (body: string, lang = "en"): string =>
  `<!DOCTYPE html><html lang="${lang}"><head></head><body>${body}</body></html>\n`;
const formula = (tex: string): string => createMarkdown().renderInline(tex);
/** The words of each formula; undefined where it has none. */
const wordsIn = async (body: string, lang?: string): Promise<readonly (string | undefined)[]> => {
  const html = await withSpokenFormulas(page(body, lang), lang ?? "en");
  return [...html.matchAll(/<math(?: alttext="(?<words>[^"]*)")?>/gu)].map(
    ({ groups }) => groups?.words,
  );
};

test.each([
  ["en", "E equals m c squared"],
  ["en-GB", "E equals m c squared"],
  ["fr", "E égale m c au carré"],
  ["de", "E ist gleich m c Quadrat"],
])("in %s", async (lang, words) => {
  expect(await wordsIn(formula("$E = mc^2$"), lang)).toEqual([words]);
});

test("in the language of the words around, and back in that of the page", async () => {
  const all = `${formula("$x^2$")}<p lang="fr">${formula("$x^2$")}</p>${formula("$y^2$")}`;
  expect(await wordsIn(all)).toEqual(["x squared", "x au carré", "y squared"]);
});

test.each([
  [
    "$\\frac{a+1}{\\sqrt 2}$",
    "the fraction with numerator a plus 1 and denominator the square root of 2",
  ],
  ["$a \\not= b$", "a is not equal to b"],
  ["$\\hat x$", "x hat"],
  ["$\\binom{n}{k}$", "n choose k"],
  ["$\\begin{pmatrix}x\\\\y\\end{pmatrix}$", "the 2 by 1 column matrix x y"],
])("%s", async (tex, words) => {
  expect(await wordsIn(formula(tex))).toEqual([words]);
});

test("what an author says of it stays", async () => {
  expect(await wordsIn(formula('$E = mc^2${alt="the energy"}'))).toEqual(["the energy"]);
});

test("a language without rules gets no words of another", async () => {
  expect(await wordsIn(formula("$x^2$"), "nl")).toEqual([undefined]);
});

test("a very long formula takes no time", async () => {
  const start = performance.now();
  expect(await wordsIn(formula(`$${"a".repeat(3900)}$`))).toEqual([undefined]);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("what the engine cannot follow has no words, and is no error", async () => {
  const fences = "\\sqrt{|".repeat(30) + "a" + "|}".repeat(30);
  expect(await wordsIn(formula(`$${fences}$`))).toHaveLength(1);
});

test("a page without a formula stays as it is, byte for byte", async () => {
  expect(await withSpokenFormulas("<p>A", "en")).toBe("<p>A");
});
