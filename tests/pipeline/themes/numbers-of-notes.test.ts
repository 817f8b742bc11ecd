/** Notes have in print the numbers that they have on the web, wherever they stand: from 1 in each text. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { publish } from "../../../src/build/publish.ts";
import { DEFAULT_TIME_LIMITS } from "../../../src/judges/verdict/time-limit.ts";
import { silentLog } from "../../../src/log.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";

const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-notes-"));
afterAll(() => rm(dir, { recursive: true, force: true }));

const TEXT = "Low[^a] water, high^[In spring.] water, low[^a] again.\n\n[^a]: By the gauge.\n";
const CHAPTER = "title: The boat";
/** A chapter that is a block, in themes that have it. */
const TESTIMONIAL =
  "kind: testimonial\nname: Ana Reis\nrole: Pilot\nentity: The quay\nquote: We rose.";

/** The PDF's structure, as text. */
async function printed(theme: string, notes: string): Promise<string> {
  const projectDir = path.join(dir, `${theme}-${notes}`);
  await mkdir(path.join(projectDir, "content"), { recursive: true });
  const { blocks } = await loadTheme(theme);
  const block = blocks.has("testimonial") ? TESTIMONIAL : CHAPTER;
  const files = {
    "publication.yaml": `title: A year\nlead: A lead.\nlanguage: en\npublisher: Nobody\nslug: year\ntheme: ${theme}\nnotes: ${notes}\ncolophon: false\n`,
    ...Object.fromEntries(
      [CHAPTER, block, block, CHAPTER].map((fields, index) => [
        `0${index + 1}0-text-${index}.md`,
        `---\n${fields}\n---\n\n${TEXT}`,
      ]),
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(projectDir, "content", name), text);
  }
  await publish({
    ...{ projectDir, editions: ["report"], judged: false, everyJudgeMustRun: false },
    ...{ limits: DEFAULT_TIME_LIMITS, date: new Date(0), version: "test", log: silentLog },
    signal: new AbortController().signal,
  });
  const bytes = await readFile(path.join(projectDir, "output/pdf/year.pdf"));
  return formatStructureTree(await readStructureTree(await openPdf(bytes), { literal: true }));
}

const found = (tree: string, pattern: RegExp): string =>
  [...tree.matchAll(pattern)].map(([, number]) => number).join(" ");

describe.each(await themeNames())("in the theme %s", (theme) => {
  it.each([
    // A further call of a note at the foot of a page leads nowhere: it is words alone.
    { notes: "foot-of-page", calls: "1 2" },
    { notes: "end-of-text", calls: "1 2 1" },
  ])("with $notes", { timeout: 120_000 }, async ({ notes, calls }) => {
    const tree = await printed(theme, notes);
    const inEach = (numbers: string): string => Array(4).fill(numbers).join(" ");
    expect(found(tree, /Reference\n +Link\n +"(\d+) ?"/gu)).toBe(inEach(calls));
    expect(found(tree, /Lbl "(\d+)\. ?"/gu)).toBe(inEach("1 2"));
    expect(tree.match(/ Note id=/gu)).toHaveLength(8);
  });
});
