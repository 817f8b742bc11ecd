/** `init` and `new` as a person runs them, at a terminal and elsewhere. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../../support/run-here.ts";
import { openTestFolder } from "../../support/temporary-folder.ts";

describe("init", () => {
  it("asks a person for what was not given, again where the answer is none", async () => {
    await using folder = await openTestFolder();
    const dir = path.join(folder.dir, "our year");
    const asked: string[] = [];
    const answers = ["vioces", "voices", "french", "fr", "", "La bibliothèque"];
    const { code, stdout } = await runHere(["init", dir], (question) => {
      asked.push(question);
      return Promise.resolve(answers.shift() ?? "");
    });
    expect(code).toBe(0);
    expect(asked).toEqual([
      "Theme (report, voices; default report): ",
      "That is none. Theme (report, voices): ",
      "Language (a tag such as fr; default en): ",
      "That is none. Language (a tag such as fr): ",
      "Title (leave empty to write it later): ",
      "Publisher (leave empty to write it later): ",
    ]);
    const text = await readFile(path.join(dir, "content/publication.yaml"), "utf8");
    expect(text).toContain("theme: voices\ntitle: Une nouvelle publication\n");
    expect(text).toContain("language: fr\npublisher: La bibliothèque\n");
    expect(stdout).toContain("Next:\n  cd ");
  });

  it("asks nothing where all is given, or where it is to be as usual", async () => {
    await using folder = await openTestFolder();
    const given = ["--theme", "report", "--language", "de", "--title", "Jahr"];
    const one = await runHere(["init", path.join(folder.dir, "one"), ...given, "--json"]);
    expect(JSON.parse(one.stdout)).toMatchObject({ folder: path.join(folder.dir, "one") });
    const other = await runHere(["init", path.join(folder.dir, "other"), "--yes", "--quiet"]);
    expect(other).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("says which words to give where nobody can be asked", async () => {
    await using folder = await openTestFolder();
    const { code, stderr } = await runHere(["init", folder.dir, "--theme", "report"]);
    expect(code).toBe(1);
    expect(stderr).toContain("hint: give --language, --title, or --yes for what is usual\n");
  });
});
