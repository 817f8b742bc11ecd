/** The engine knows no theme and no block by name; themes know the engine, and nothing of each other. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { listThemes, loadTheme, themeNames } from "../../../src/theme/load-theme.ts";

const root = path.join(import.meta.dirname, "../../..");

const filesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|css|md)$/u.test(name))
    .map((name) => path.posix.join(folder, name));

const engine = filesIn("src").filter((name) => !name.startsWith("src/themes/"));
const themes = await Promise.all((await themeNames()).map(loadTheme));
const ownBlocks = [...(await listThemes()).blocks.values()].flat();

/**
 * `key-figure` as code may write it: keyFigure, KeyFigure, key figure, key-figure. A longer name that
 * begins so is another's.
 */
function asWritten(name: string): RegExp {
  return new RegExp(`${name.replaceAll("-", "[-_ ]?")}(?!-)`, "iu");
}

/** Words of one publication's design, which no folder is called by. */
const DESIGN = /\bbubbles?\b|\borange\b/iu;

function linesWith(pattern: RegExp, files: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    readFileSync(path.join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

describe("the engine", () => {
  it.each(ownBlocks)("does not name %s", (block) => {
    expect(linesWith(asWritten(block), engine)).toEqual([]);
  });

  it("has no word of a design", () => {
    expect(linesWith(DESIGN, engine)).toEqual([]);
  });

  it("would be seen to name them", () => {
    const { themeDir } = themes.find(({ name }) => name === "voices") ?? { themeDir: "" };
    const files = filesIn(path.relative(root, themeDir));
    expect(linesWith(asWritten("key-figure"), files).length).toBeGreaterThan(3);
    expect(linesWith(DESIGN, files).length).toBeGreaterThan(0);
  });

  it("imports no theme", () => {
    expect(linesWith(/from "[^"]*\/themes\//u, engine)).toEqual([]);
  });
});

describe("themes", () => {
  it.each(themes)("$name imports no other", ({ name }) => {
    const others = themes.filter((theme) => theme.name !== name);
    for (const other of others) {
      const pattern = new RegExp(`from "[^"]*/${other.name}/`, "u");
      expect(linesWith(pattern, filesIn(`src/themes/${name}`))).toEqual([]);
    }
  });
});
