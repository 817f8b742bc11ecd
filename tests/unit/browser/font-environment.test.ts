import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fontEnvironment } from "../../../src/browser/font-environment.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "imprimatur-test-"));
});
afterEach(() => rm(dir, { recursive: true }));

test("the browser is led to a configuration of this run", async () => {
  const environment = await fontEnvironment("shipped", dir, "/p", "linux");
  expect(environment).toEqual({ FONTCONFIG_FILE: join(dir, "fonts.conf"), FC_LANG: "en" });
  expect(await readFile(join(dir, "fonts.conf"), "utf8")).not.toContain("/usr/share/fonts");
  await fontEnvironment("installed", dir, "/p", "linux");
  expect(await readFile(join(dir, "fonts.conf"), "utf8")).toContain("<dir>/usr/share/fonts</dir>");
});

test.each(["darwin", "win32"] as const)("on %s browsers are not led", async (platform) => {
  expect(await fontEnvironment("installed", dir, "/p", platform)).toEqual({});
  await expect(fontEnvironment("shipped", dir, "/p", platform)).rejects.toMatchObject({
    code: "fonts-not-shipped",
  });
  expect(await readdir(dir)).toEqual([]);
});
