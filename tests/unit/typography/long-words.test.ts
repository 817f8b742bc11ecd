/** Where words of titles, of covers and of texts without hyphenation may be divided. */
import { describe, expect, it, test } from "vitest";
import { divideLongWords } from "../../../src/web/typography/long-words.ts";

/** Soft hyphens written as `|`. */
const divide = async (html: string, lang = "de"): Promise<string> =>
  (await divideLongWords(html, lang)).replaceAll("\u00AD", "|");

const COMPOUND = "Rechtsschutzversicherungsgesellschaften";
const DIVIDED = "Rechts|schutz|ver|si|che|rungs|ge|sell|schaf|ten";

describe("a long word", () => {
  it("is in a box of its own in a title, with what stands against it", async () => {
    expect(await divide(`<h1>Die „${COMPOUND}“ heute</h1>`)).toBe(
      `<h1>Die <span class="long-word">„${DIVIDED}“</span> heute</h1>`,
    );
  });

  it("is divided and in no box on a cover and in a text", async () => {
    expect(await divide(`<p data-no-hyphens>${COMPOUND}</p>`)).toContain(`>${DIVIDED}<`);
    expect(await divide(`<td>${COMPOUND}</td>`)).toContain(DIVIDED);
  });

  it("is divided by the language that it is in", async () => {
    const html = `<h2 lang="nl">Over <em>arbeidsongeschiktheidsverzekering</em></h2>`;
    expect(await divide(html)).toContain("ar|beids|on|ge|schikt|heids|ver|ze|ke|ring");
    expect(await divide(`<h2 lang="ar">${COMPOUND}</h2>`)).not.toContain("|");
  });
});

test.each([
  ["words that a line has room for", "<h1>Die Küste im Winter</h1>"],
  ["long words of text that a narrow window has room for", "<p>Nachhaltigkeitsbericht</p>"],
  ["code", `<h1><code>${COMPOUND}</code></h1>`],
  ["words that an author divided", "<h1>Rechtsschutz\u00ADversicherungsgesellschaften</h1>"],
])("%s stay as they are", async (_, html) => {
  expect(await divideLongWords(html, "de")).toBe(html);
});

it("leaves the document's head as it is", async () => {
  const html = `<!doctype html><html><head><title>${COMPOUND}</title></head></html>`;
  expect(await divide(html)).toContain(`<title>${COMPOUND}</title>`);
});
