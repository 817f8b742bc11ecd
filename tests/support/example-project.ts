/**
 * The examples of blocks as a publication. The folder of a block has content files in `examples/`, as
 * an author would write them, and what they name beside them. Input: a theme, and blocks; output: the
 * files of a project, whose chapters are the examples.
 */
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

export interface BlockExample {
  /** Such as `report/note`, or `house/note`. */
  readonly block: string;
  /** Name of its file without `.md`. */
  readonly name: string;
  /** The folder that it is in. */
  readonly dir: string;
}

/** What stands in the place of a theme before blocks that every theme has. */
export const HOUSE = "house";

const folderOf = (theme: string): string =>
  path.resolve("src", theme === HOUSE ? "house-blocks" : `themes/${theme}/blocks`);

/** @param blocks such as `report/note`, in the order in which their examples are to stand. */
export async function examplesOf(blocks: readonly string[]): Promise<readonly BlockExample[]> {
  const lists = await Promise.all(
    blocks.map(async (block) => {
      const [theme = "", name = ""] = block.split("/");
      const dir = path.join(folderOf(theme), name, "examples");
      const files = (await readdir(dir)).filter((file) => file.endsWith(".md")).sort();
      return files.map((file) => ({ block, name: file.slice(0, -3), dir }));
    }),
  );
  return lists.flat();
}

/** @param dir folder of the project: an empty one. */
export async function writeExampleProject(
  dir: string,
  theme: string,
  examples: readonly BlockExample[],
): Promise<void> {
  const content = path.join(dir, "content");
  await mkdir(content, { recursive: true });
  const lent = new Set(
    examples.map(({ block }) => block).filter((name) => !isOf(theme, name) && !isOf(HOUSE, name)),
  );
  await writeFile(
    path.join(content, "publication.yaml"),
    `title: Blocks and their examples
lead: What each block looks like.
language: en
publisher: Harbour Library
slug: examples
theme: ${theme}
blocks: [${[...lent].join(", ")}]
colophon: false
editions:
  - { id: web, kind: web, stylesheet: styles/web.css }
  - { id: report, kind: pdf, stylesheet: styles/report.css, format: A4 }
`,
  );
  for (const [index, { block, name, dir: from }] of examples.entries()) {
    await cp(from, content, {
      recursive: true,
      filter: (file) => !/\.(?:md|txt)$/u.test(file),
    });
    const text = await readFile(path.join(from, `${name}.md`), "utf8");
    await writeFile(path.join(content, `${slugOf({ block, name }, index)}.md`), text);
  }
}

/** A number for its place, and names that are unique in the publication. */
function slugOf({ block, name }: Pick<BlockExample, "block" | "name">, index: number): string {
  return `${(index + 1) * 10}-${block.replaceAll("/", "-")}-${name}`;
}

function isOf(theme: string, block: string): boolean {
  return block.startsWith(`${theme}/`);
}
