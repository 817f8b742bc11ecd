/** Each package in the program has its licence in the notices, or there is no package. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { thirdPartyNotices } from "../../../packaging/notices.ts";

let dir: string;

async function folder(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const made = path.join(dir, name);
  await mkdir(made);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(made, file), text);
  return made;
}

const manifest = (name: string, license?: string): string =>
  JSON.stringify({ name, version: "1.0.0", license });

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-notices-"));
});
afterAll(() => rm(dir, { recursive: true }));

test("the text of a licence is that of its file, of the README, or the standard one", async () => {
  const text = await thirdPartyNotices([
    await folder("zebra", { "package.json": manifest("zebra", "MIT"), LICENSE: "Free, one." }),
    await folder("lion", {
      "package.json": manifest("lion", "MIT"),
      "README.md": "# Lion\n\n## License\n\nFree, two.\n",
    }),
    await folder("ape", { "package.json": manifest("ape", "Apache-2.0") }),
  ]);
  const sections = text.split(/^## /m).slice(1);
  expect(sections.map((section) => section.split("\n")[0])).toEqual([
    "ape 1.0.0 (Apache-2.0)",
    "lion 1.0.0 (MIT)",
    "zebra 1.0.0 (MIT)",
  ]);
  expect(sections[0]).toContain("Apache License");
  expect(sections[1]).toContain("Free, two.");
  expect(sections[2]).toContain("Free, one.");
});

test("a package without a licence, or without its text, is an error", async () => {
  const bare = await folder("bare", { "package.json": manifest("bare") });
  await expect(thirdPartyNotices([bare])).rejects.toThrow("the package bare names no licence");
  const mute = await folder("mute", { "package.json": manifest("mute", "MIT") });
  await expect(thirdPartyNotices([mute])).rejects.toThrow("mute has no text of its licence");
});
