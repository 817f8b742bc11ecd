/**
 * Functions that travel to pages as their own text stand alone, and compile to what can run there: what is
 * more comes as a bundle (docs/decisions/bundled-in-page-code.md).
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { whatCannotBeHandedOver } from "../../support/handed-functions.ts";

const root = path.join(import.meta.dirname, "../../..");

test("functions of the source and of the bench", { timeout: 60_000 }, async () => {
  const files = ["src", "bench"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.join(folder, name)),
  );
  const complaints: string[] = [];
  for (const file of files) {
    const text = readFileSync(path.join(root, file), "utf8");
    if (!/\b(?:call|enterFrame|evaluate)\(/.test(text)) continue;
    complaints.push(...(await whatCannotBeHandedOver(file, text)));
  }
  expect(complaints).toEqual([]);
});

test.each([
  ["a value of its module", "const limit = 3; world.evaluate(() => limit);", "uses limit"],
  ["an import", 'import { a } from "./a.ts"; world.evaluate(() => a());', "uses a"],
  ["a function beside it", "function a() {} world.evaluate(b); function b() { a(); }", "b uses a"],
  [
    "a function of another module",
    'import { a } from "./a.ts"; world.evaluate(a);',
    "another module",
  ],
  ["a function with a name", "world.evaluate(() => { const a = () => 1; return a(); });", "a name"],
  ["a method", "world.evaluate(b); function b() { return { a: () => 1 }; }", "a name"],
])("%s is found", async (_, text, complaint) => {
  expect(await whatCannotBeHandedOver("a.ts", text)).toEqual([expect.stringContaining(complaint)]);
});

test("what stands alone is let be", async () => {
  const text = `import type { A } from "./a.ts"; const limit = 3;
    world.evaluate(async (limit: number): Promise<A> => [1].map((one) => one + limit), limit);
    world.evaluate(b, limit); async function b(limit: A) { return document.limit; }`;
  expect(await whatCannotBeHandedOver("a.ts", text)).toEqual([]);
});
