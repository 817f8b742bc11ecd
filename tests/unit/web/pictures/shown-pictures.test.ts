/** Pictures are published where a page shows them, and only there. */
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../../../src/editions/kinds.ts";
import { loadTheme } from "../../../../src/theme/load-theme.ts";
import { wordsFor } from "../../../../src/theme/words.ts";
import { addressesOfPictures } from "../../../../src/web/pictures/shown-pictures.ts";
import { renderPublication } from "../../../../src/web/render-publication.ts";
import { makePublication } from "../site/publication.ts";

describe("addressesOfPictures", () => {
  it("are those of all pictures, each once", () => {
    const html = '<p><img src="a.png"><img src="b.svg"></p><img src="a.png"><img alt="">';
    expect([...addressesOfPictures(html)]).toEqual(expect.arrayContaining(["a.png", "b.svg"]));
    expect(addressesOfPictures(html).size).toBe(2);
  });

  it.each([
    ["report", ["cover.jpg", "logo.svg"]],
    // The logo is on the back cover of a brochure alone.
    ["voices", ["cover.jpg"]],
  ])("in the theme %s: %j", async (name, expected) => {
    const theme = await loadTheme(name);
    const publication = makePublication({
      ...{ chapters: [], themeFields: theme.fields.parse({}) },
      cover: { file: "cover.jpg", alt: "A boat" },
      logo: { file: "logo.svg", alt: "A library" },
    });
    const rendered = renderPublication({ publication, theme }, new Map());
    const page = theme.webPage({
      publication: rendered,
      fields: rendered.themeFields,
      ...{ words: wordsFor("en"), families: [], judges: KINDS.web.colophon, downloads: [] },
    });
    expect([...addressesOfPictures(renderToString(page))].sort()).toEqual(expected);
  });
});
