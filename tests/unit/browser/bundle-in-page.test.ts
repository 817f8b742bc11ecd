/** Modules for pages become one expression, which leaves no global and needs no helper from outside. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundleInPage } from "../../../src/browser/bundle-in-page.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function bundleOf(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return bundleInPage(pathToFileURL(path.join(folder, "index.ts")));
}

test("a module with what it imports is a value, with state of its own each time", async () => {
  const code = await bundleOf({
    "index.ts":
      'import { next } from "./b.ts"; export function twice(): number { return next() * 2; }',
    "b.ts": "let count = 0; export const next = (): number => { count += 1; return count; };",
  });
  const context = vm.createContext({});
  const run = (expression: string): unknown => vm.runInContext(expression, context);
  expect(run(`const first = ${code}; first.twice(); first.twice()`)).toBe(4);
  expect(run(`(${code}).twice()`)).toBe(2);
  expect(Object.keys(context)).toEqual([]);
});

test("names of functions need no helper", async () => {
  const code = await bundleOf({
    "index.ts":
      "export function a(): unknown { const b = () => 1; function c() {} return [b, c]; }",
  });
  expect(code).not.toContain("__name");
});

test("what is not for a browser is refused", async () => {
  await expect(
    bundleOf({ "index.ts": 'import { readFile } from "node:fs"; export const a = readFile;' }),
  ).rejects.toThrow(/node:fs/);
});

test("an entry is bundled once", async () => {
  const entry = pathToFileURL(path.join(folder, "index.ts"));
  await writeFile(path.join(folder, "index.ts"), "export const a = 1;");
  expect(bundleInPage(entry)).toBe(bundleInPage(new URL(entry.href)));
  await bundleInPage(entry);
});
