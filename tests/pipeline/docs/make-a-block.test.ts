/**
 * The page docs/make-a-block.md is followed: its files are put into a copy of the program, and two
 * publications use the block, one in its own theme and one in another. They are files of one folder.
 */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import MarkdownIt from "markdown-it";
import { afterAll, beforeAll, expect, it } from "vitest";

const FOLDER = "src/themes/report/blocks/definition/";
const program = await mkdtemp(path.join(tmpdir(), "imprimatur-block-"));
afterAll(() => rm(program, { recursive: true, force: true }));

/** Files of the page, by their paths: those are said after the language of a fence. */
const files = new Map(
  new MarkdownIt()
    .parse(await readFile("docs/make-a-block.md", "utf8"), {})
    .filter(({ type }) => type === "fence")
    .flatMap(({ info, content }) => {
      const [, name] = info.split(" ");
      return name === undefined ? [] : [[name, content] as const];
    }),
);

beforeAll(async () => {
  await Promise.all(
    ["src", "bin", "package.json", "tsconfig.json"].map((name) =>
      cp(name, path.join(program, name), { recursive: true }),
    ),
  );
  for (const shared of ["node_modules", ".cache"]) {
    await mkdir(shared, { recursive: true });
    await symlink(path.resolve(shared), path.join(program, shared));
  }
  for (const [name, text] of files) {
    await mkdir(path.dirname(path.join(program, name)), { recursive: true });
    await writeFile(path.join(program, name), text);
  }
});

async function buildWith(
  theme: string,
  fields: string,
  options: readonly string[],
): Promise<string> {
  const dir = path.join(program, `project-${theme}`);
  await mkdir(path.join(dir, "content"), { recursive: true });
  await symlink(path.resolve(".cache"), path.join(dir, ".cache"));
  await writeFile(
    path.join(dir, "content/publication.yaml"),
    `title: Words of the library\nlead: What they mean.\nlanguage: en\npublisher: Harbour Library\nslug: words\ntheme: ${theme}\n${fields}editions:\n  - { id: web, kind: web, stylesheet: styles/web.css }\n  - { id: report, kind: pdf, stylesheet: styles/report.css, format: A4 }\n`,
  );
  const example = files.get(`${FOLDER}examples/in-text.md`) ?? "";
  await writeFile(path.join(dir, "content/10-deposit.md"), example);
  const command = [path.join(program, "bin/imprimatur.js"), "build", ...options];
  // Its exit code is 0 where all editions are granted, if they are judged.
  await promisify(execFile)(process.execPath, command, { cwd: dir });
  return readFile(path.join(dir, "output/web/index.html"), "utf8");
}

it("has its files in one folder", () => {
  expect([...files.keys()].filter((name) => !name.startsWith(FOLDER))).toEqual([]);
  expect(files.size).toBe(5);
});

function expectBlock(html: string): void {
  expect(html).toContain('class="definition"');
  expect(html).toContain("<em>Legal</em> deposit</dfn> (National Library)");
}

it("makes a block that its theme shows and all judges grant", async () => {
  expectBlock(await buildWith("report", "", []));
});

it("makes a block that another theme may take", async () => {
  expectBlock(await buildWith("voices", "blocks: [report/definition]\n", ["--no-check"]));
});
