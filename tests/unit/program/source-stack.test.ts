/** Faults of the compiled program are reported in the places of its sources. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourceStack } from "../../../src/program/source-stack.ts";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-stack-"));
});
afterEach(() => rm(dir, { recursive: true }));

const SOURCE = `interface Unused { readonly a: string }

export function fail(): never {
  throw new Error("a fault");
}
`;

test("a place in a compiled module is that in its source", async () => {
  const { code, map } = await transform(SOURCE, {
    loader: "ts",
    sourcemap: true,
    sourcefile: "../src/fail.ts",
  });
  const file = path.join(dir, "fail.mjs");
  await writeFile(file, code);
  await writeFile(`${file}.map`, map);
  const stack = `Error: a fault\n    at fail (${pathToFileURL(file).href}:2:9)`;
  expect(sourceStack(stack)).toContain(`${path.join(dir, "../src/fail.ts")}:4:9`);
  expect(sourceStack(stack)).toMatch(/^Error: a fault\n/);
});

test("what has no source map stays as it is", () => {
  const stack = "Error: a\n    at b (file:///nowhere/c.mjs:1:2)\n    at node:fs:12:3";
  expect(sourceStack(stack)).toBe(stack);
});
