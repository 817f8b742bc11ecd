/** `notes` in publication.yaml: where print editions have the notes of texts. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import { ContentError, type Fault } from "../../../src/publication/faults/fault.ts";
import type { Publication } from "../../../src/publication/publication.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { takeMarks } from "../../../src/web/source-marks.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";

const TEXT = `Low[^gauge] water, high^[In *spring*.] water, low[^gauge] again.

[^gauge]: By the gauge.

    Each morning.
`;

/** @param lines of publication.yaml, from line 6 on. */
async function load(lines: string): Promise<Publication> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-notes-"));
  try {
    await mkdir(path.join(dir, "content"));
    await writeFile(
      path.join(dir, "content/publication.yaml"),
      `title: A year\nlead: A lead.\nlanguage: en\npublisher: Nobody\nslug: year\n${lines}`,
    );
    for (const name of ["010-boat", "020-quay"]) {
      await writeFile(path.join(dir, `content/${name}.md`), `---\ntitle: A text\n---\n\n${TEXT}`);
    }
    return await loadPublicationIn(projectFolders(dir));
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function faultsOf(lines: string): Promise<readonly Fault[]> {
  try {
    await load(lines);
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
  return [];
}

/** The chapters of an edition, without marks. */
async function chaptersOf(lines: string, isPaged: boolean): Promise<readonly string[]> {
  const publication = await load(lines);
  const theme = await loadTheme(publication.theme ?? "report");
  const markdown = createMarkdown({ headingOffset: 1 });
  const bodies = new Map(
    publication.chapters.map(({ file, body }) => [file, markdown.render(body)] as const),
  );
  const { chapters } = renderPublication({ publication, theme }, bodies, { isPaged });
  return chapters.map(({ element }) => takeMarks(renderToString(element)).html);
}

/** Numbers of calls, as they are read in order. */
const calls = (html: string): readonly (string | undefined)[] =>
  [...html.matchAll(/role="doc-noteref"[^>]*>(\d)</gu)].map(([, number]) => number);

/** Of a chapter, from its list of notes on. */
const listIn = (html: string): string => html.slice(html.indexOf('<section class="notes"'));

describe.each(await themeNames())("in the theme %s", (name) => {
  const theme = `theme: ${name}\n`;

  it.each(["", "notes: foot-of-page\n"])("notes are no list in print with %j", async (lines) => {
    const chapters = await chaptersOf(`${theme}${lines}`, true);
    expect(chapters).toHaveLength(2);
    for (const html of chapters) {
      expect(html.match(/<span class="note"/gu)).toHaveLength(2);
      expect(html).not.toContain('class="notes"');
    }
  });

  it("notes end each text in print as they end it on the web, with end-of-text", async () => {
    const lines = `${theme}notes: end-of-text\n`;
    const [print, web] = [await chaptersOf(lines, true), await chaptersOf(lines, false)];
    expect(print).toHaveLength(2);
    for (const [index, html] of print.entries()) {
      expect(html).not.toContain('class="note"');
      expect(calls(html)).toEqual(["1", "2", "1"]);
      expect(listIn(html)).toContain("<h3>Notes</h3>");
      // But for the role, by which PDFs tell endnotes from other lists.
      expect(html.replaceAll(' role="doc-endnotes"', "")).toBe(web[index]);
      expect(html).not.toBe(web[index]);
    }
  });

  it("calls and notes lead to each other, by ids of their text", async () => {
    const chapters = await chaptersOf(`${theme}notes: end-of-text\n`, true);
    const ids = chapters.flatMap((html) =>
      [...html.matchAll(/ id="([^"]*-note-[^"]*)"/gu)].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const leads = chapters.flatMap((html) =>
      [...html.matchAll(/ href="#([^"]*-note-[^"]*)"/gu)].map(([, id]) => id),
    );
    // Two notes and three calls in each of two texts; the first call of a note is where it leads back.
    expect([ids.length, leads.length]).toEqual([10, 10]);
    for (const id of leads) expect(ids).toContain(id);
  });

  it("changes nothing on the web", async () => {
    expect(await chaptersOf(`${theme}notes: end-of-text\n`, false)).toEqual(
      await chaptersOf(theme, false),
    );
  });
});

it.each(["endnotes", "true", "[end-of-text]", "End-of-text"])(
  "another value is a fault on its line: %s",
  async (value) => {
    const [fault, ...others] = await faultsOf(`theme: report\nnotes: ${value}\n`);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ field: "notes" });
    expect(JSON.stringify(fault)).toContain('"line":7');
    expect(JSON.stringify(fault)).toMatch(/foot-of-page.*end-of-text/u);
  },
);
