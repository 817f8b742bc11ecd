/** A character that no shipped font has stops the build before anything is laid out. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { openProject } from "../../support/project.ts";

test("the build fails and names character, file and line", async () => {
  await using project = await openProject();
  const name = "content/publication.yaml";
  const yaml = await readFile(path.join(project.dir, name), "utf8");
  const line = yaml.split("\n").findIndex((text) => text.startsWith("lead:")) + 1;
  await project.write(name, yaml.replace(/^lead: /mu, "lead: ☃ "));
  const { code, stdout, stderr } = await project.run(["build", "--edition", "report"]);
  expect(code).toBe(1);
  expect(stdout + stderr).toContain(
    `${name}\n  line ${line}: no shipped font has a glyph for “☃” (U+2603)`,
  );
});
