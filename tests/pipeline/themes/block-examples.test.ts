/**
 * Each block by its examples, which lie in its folder: a publication of them is granted under its own
 * theme and under every other, so by html-validate, axe, pa11y and all judges of a PDF; and under its
 * own its tags are those of the file `<example>.tree.txt` beside the example; those of blocks that every
 * theme has are the same under each. A new block needs no test of its own for this.
 */
import { mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { publish } from "../../../src/build/publish.ts";
import { DEFAULT_TIME_LIMITS } from "../../../src/judges/verdict/time-limit.ts";
import { silentLog } from "../../../src/log.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { elementsOf, type StructureElement } from "../../../src/pdf/structure/structure-tree.ts";
import { listThemes, loadHouseBlocks } from "../../../src/theme/load-theme.ts";
import { examplesOf, HOUSE, writeExampleProject } from "../../support/example-project.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";

const { blocks: themes } = await listThemes();
const all = new Map([[HOUSE, [...(await loadHouseBlocks()).blocks.keys()]], ...themes]);
const blocks = [...all].flatMap(([theme, names]) => names.map((name) => `${theme}/${name}`));
const examples = await examplesOf(blocks);
const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-examples-"));
afterAll(() => rm(dir, { recursive: true, force: true }));

it.each(blocks)("%s has examples", (block) => {
  expect(examples.filter((example) => example.block === block)).not.toEqual([]);
});

describe.each([...themes.keys()])("under the theme %s", (theme) => {
  const projectDir = path.join(dir, theme);

  it("all examples are granted", { timeout: 300_000 }, async () => {
    await writeExampleProject(projectDir, theme, examples);
    await mkdir(path.resolve(".cache"), { recursive: true });
    await symlink(path.resolve(".cache"), path.join(projectDir, ".cache"));
    const report = await publish({
      ...{ projectDir, editions: undefined, judged: true, everyJudgeMustRun: false },
      ...{ limits: DEFAULT_TIME_LIMITS, date: new Date(0), version: "test", log: silentLog },
      signal: new AbortController().signal,
    });
    const findings = report?.editions.flatMap(({ edition, judges }) =>
      judges.flatMap((judge) =>
        judge.findings.map(({ where, message }) => `${edition}: ${where}: ${message}`),
      ),
    );
    expect(findings).toEqual([]);
    expect(report?.granted).toBe(true);
  });

  it("its own have the tags that they are to have", async () => {
    const elements = await lastElements(path.join(projectDir, "output/pdf/examples.pdf"));
    for (const [index, { block, name, dir: folder }] of examples.entries()) {
      if (![theme, HOUSE].some((owner) => block.startsWith(`${owner}/`))) continue;
      const element = elements[elements.length - examples.length + index];
      const tree = element === undefined ? "" : format(element);
      await expect(tree).toMatchFileSnapshot(path.join(folder, `${name}.tree.txt`));
    }
  });
});

/** Those right below the root: the last of them are the examples, since there is no colophon. */
async function lastElements(file: string): Promise<readonly StructureElement[]> {
  const { kids } = await readStructureTree(await openPdf(await readFile(file)), { literal: true });
  return kids.flatMap((root) => elementsOf(root.kids));
}

/** Without what is of the layout: pages, and places on them. */
function format(element: StructureElement): string {
  const tree = formatStructureTree({ present: true, kids: [element], roleMap: {}, problems: [] });
  return tree.replaceAll(/ \[page \d+\]| bbox=\[[^\]]*\]/gu, "");
}
