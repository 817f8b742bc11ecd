/** Modules of the source import each other in one direction, types included. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { importCircles, readImports } from "../../support/import-graph.ts";

const source = path.join(import.meta.dirname, "../../../src");

test("no modules of the source import each other", { timeout: 60_000 }, () => {
  const graph = readImports(source);
  expect(graph.size).toBeGreaterThan(300);
  expect(importCircles(graph)).toEqual([]);
});

async function circlesOf(files: Readonly<Record<string, string>>): Promise<unknown> {
  const folder = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    return importCircles(readImports(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.each([
  ["a value", 'import { b } from "./inner/b.ts";'],
  ["a type", 'import type { B } from "./inner/b.ts";'],
  ["a type within an expression", 'export const a: import("./inner/b.ts").B = 1;'],
  ["what is handed on", 'export * from "./inner/b.ts";'],
  ["a module when it is needed", 'export const a = () => import("./inner/b.ts");'],
])("a circle through %s is found", async (_, statement) => {
  expect(
    await circlesOf({
      "a.ts": statement,
      "inner/b.ts": 'import "../c.tsx";',
      "c.tsx": 'export { a } from "./a.ts";',
      "d.ts": 'import "./a.ts";',
    }),
  ).toEqual([["a.ts", "c.tsx", "inner/b.ts"]]);
});

test("modules that import one another in one direction are no circle", async () => {
  expect(
    await circlesOf({
      "a.ts": 'import "./b.ts"; import "./c.ts";',
      "b.ts": 'import "./c.ts";',
      "c.ts": '// import "./a.ts";',
    }),
  ).toEqual([]);
});
