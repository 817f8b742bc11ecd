/** References between the texts of a publication. */
import { expect, test } from "vitest";
import { renderTexts, type Text } from "../../support/render-texts.ts";

const figure = (id: string): string => `![Caption](a.png){#${id} alt="A boat"}`;
const BOAT: Text = { slug: "boat", body: `See @fig-two and @sec-mur.\n\n${figure("fig-one")}` };
const MUR: Text = {
  slug: "mur",
  lang: "fr",
  body: `## Le mur {#sec-mur}\n\n${figure("fig-two")}\n\nVoir @fig-one.`,
};
const TEXTS = [BOAT, MUR];

test("figures are counted over all texts", () => {
  const [boat, mur] = renderTexts(TEXTS);
  expect(boat).toContain('<a class="reference" href="#fig-two">Figure~2</a>');
  expect(boat).toContain('<span class="caption-label">Figure~1.</span> Caption');
  expect(mur).toContain('<span class="caption-label">Figure~2~–</span> Caption');
});

test("words are those of the text, and a title is in its own language", () => {
  const [boat] = renderTexts(TEXTS);
  expect(boat).toContain(
    '<a class="reference" href="#sec-mur">“<span lang="fr">Le mur</span>”</a>',
  );
  const german = renderTexts([{ ...BOAT, lang: "de" }, MUR])[0];
  expect(german).toContain('<a class="reference" href="#fig-two">Abbildung~2</a>');
  expect(german).toContain('<span class="caption-label">Abbildung~1:</span> Caption');
});

test("words of a language that has none are English, and say so", () => {
  const [finnish] = renderTexts([{ ...BOAT, lang: "fi" }, MUR]);
  expect(finnish).toContain('<a class="reference" href="#fig-two" lang="en">Figure~2</a>');
  expect(finnish).toContain('<span class="caption-label" lang="en">Figure~1.</span> Caption');
});

test("an edition of some texts counts those that it does not have", () => {
  const [mur] = renderTexts(TEXTS, { shown: [MUR] });
  expect(mur).toContain('<span class="caption-label">Figure~2~–</span> Caption');
  expect(mur).toContain('<a class="reference" href="#fig-one">Figure~1</a>');
});
