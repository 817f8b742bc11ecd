/** Styles in layers: the project's over its theme's over the house's, and tokens one by one. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDesign, openStyles } from "../../../src/design/design.ts";
import { bundleStylesheet } from "../../../src/design/styles/stylesheet.ts";
import {
  findStyle,
  listStyles,
  shownName,
  type StyleFolder,
} from "../../../src/design/styles/style-folder.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import { loadTheme } from "../../../src/theme/load-theme.ts";
import type { BlockFolder } from "../../../src/theme/theme.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-layers-"));
});
afterEach(() => rm(dir, { recursive: true }));

async function put(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
  await writeFile(path.join(dir, name), text);
}

/** A project in the folder, with a theme of its own in `theme/`. */
async function open(): Promise<StyleFolder> {
  const theme = { ...(await loadTheme("report")), stylesDir: path.join(dir, "theme") };
  return openStyles(projectFolders(dir), theme);
}

async function textOf(styles: StyleFolder, name: string): Promise<string> {
  const found = await findStyle(styles, name);
  return found.state === "found" ? readFile(found.realPath, "utf8") : found.state;
}

describe("styles in layers", () => {
  it("are the project's where it has the file, else the theme's, else the house's", async () => {
    await put("styles/a.css", "project");
    await put("theme/a.css", "theme");
    await put("theme/b.css", "theme");
    const styles = await open();
    expect(await textOf(styles, "a.css")).toBe("project");
    expect(await textOf(styles, "b.css")).toBe("theme");
    expect(await textOf(styles, "fonts.css")).toContain("@font-face");
    expect(await textOf(styles, "c.css")).toBe("missing");
  });

  it("do not leave their folders", async () => {
    await put("secret.css", "secret");
    await put("theme/linked.css", "theme");
    await mkdir(path.join(dir, "styles"));
    await symlink(path.join(dir, "secret.css"), path.join(dir, "styles/linked.css"));
    const styles = await open();
    expect(await textOf(styles, "../secret.css")).toBe("outside");
    // The theme's file does not stand in for a link that was refused.
    expect(await textOf(styles, "linked.css")).toBe("outside");
  });

  it("have the project's file where the theme imports its name", async () => {
    await put("theme/web.css", '@import url("part.css"); a { color: red }');
    await put("theme/part.css", "b { color: green }");
    await put("styles/part.css", "b { color: blue }");
    const { css } = await bundleStylesheet(await open(), "web.css");
    expect(css).toBe("b{color:#00f}a{color:red}");
  });

  it("name a file as messages do: by the layer that it is in", async () => {
    await put("styles/a.css", "");
    await put("theme/b.css", "");
    const styles = await open();
    expect(shownName(styles, path.join(dir, "styles/a.css"))).toBe("styles/a.css");
    expect(shownName(styles, path.join(dir, "theme/b.css"))).toBe("src/themes/report/styles/b.css");
  });

  it("list the files of all layers once", async () => {
    await put("styles/fonts/own.ttf", "");
    const names = (await listStyles(await open(), /\.ttf$/u)).map((file) => path.basename(file));
    expect(names).toContain("own.ttf");
    expect(names.filter((name) => name === "inter-regular.ttf")).toHaveLength(1);
  });
});

describe("styles of blocks", () => {
  /** A theme with two blocks, whose folders are in `theme/blocks/`. */
  async function openWithBlocks(lenders: readonly string[] = []): Promise<StyleFolder> {
    const folder = (name: string): BlockFolder => ({
      dir: path.join(dir, "theme/blocks", name),
      shownAs: `src/themes/report/blocks/${name}`,
    });
    return openStyles(projectFolders(dir), {
      ...(await loadTheme("report")),
      stylesDir: path.join(dir, "theme/styles"),
      blockFolders: new Map(["box", "note"].map((name) => [name, folder(name)])),
      lenders: lenders.map((name) => ({ name, stylesDir: path.join(dir, name) })),
    });
  }

  it("come in where the theme imports them, in the order of the blocks", async () => {
    await put("theme/styles/web.css", '@import url("blocks/web.css"); a { color: red }');
    await put("theme/blocks/note/web.css", ".note { color: green }");
    await put("theme/blocks/box/web.css", ".box { color: blue }");
    const { css } = await bundleStylesheet(await openWithBlocks(), "web.css");
    expect(css).toBe(".box{color:#00f}.note{color:green}a{color:red}");
  });

  it("are none where no block has a sheet of that name", async () => {
    await put("theme/styles/web.css", '@import url("blocks/web.css"); a { color: red }');
    const { css } = await bundleStylesheet(await openWithBlocks(), "web.css");
    expect(css).toBe("a{color:red}");
  });

  it("are the project's where it has a file of the name", async () => {
    await put("theme/styles/web.css", '@import url("blocks/web.css");');
    await put("theme/blocks/box/web.css", ".box { color: blue }");
    await put("styles/blocks/box/web.css", ".box { color: red }");
    await put("styles/blocks/note/web.css", ".note { color: green }");
    const { css } = await bundleStylesheet(await openWithBlocks(), "web.css");
    expect(css).toBe(".box{color:red}.note{color:green}");
  });

  it("are not made where the project has a sheet of that name", async () => {
    await put("theme/styles/web.css", '@import url("blocks/web.css");');
    await put("theme/blocks/box/web.css", ".box { color: blue }");
    await put("styles/blocks/web.css", ".all { color: red }");
    const { css } = await bundleStylesheet(await openWithBlocks(), "web.css");
    expect(css).toBe(".all{color:red}");
  });

  it("bring the tokens of their theme, under those of the publication's theme", async () => {
    const ink = "device-cmyk(0% 0% 0% 100%)";
    const token = (name: string, value: string): string =>
      `/* area */ --${name}: ${value}; --${name}-press: ${ink};`;
    await put(
      "lender/tokens.css",
      `:root{${token("shared", "#111111")}${token("own", "#333333")}}`,
    );
    await put("theme/styles/tokens.css", `:root{${token("shared", "#222222")}}`);
    const { tokens } = await openDesign(await openWithBlocks(["lender"]));
    expect(tokens?.light.map(({ name, value }) => [name, value])).toEqual([
      ["shared", "#222222"],
      ["own", "#333333"],
    ]);
  });
});

describe("tokens", () => {
  const INK = "-press: device-cmyk(0% 0% 0% 100%);";

  it("of the project come after the theme's, one by one", async () => {
    await put(
      "theme/tokens.css",
      `:root { /* area */ --accent: #111111; --accent${INK} /* area */ --paper: #ffffff; --paper${INK} }`,
    );
    await put("styles/tokens.css", ":root { /* area */ --accent: #222222; }");
    await put("theme/web.css", '@import url("tokens.css");');
    const styles = await open();
    const { tokens } = await openDesign(styles);
    expect(tokens?.faults).toEqual([]);
    expect(
      tokens?.light.map(({ name, value, file }) => [name, value, path.basename(file)]),
    ).toEqual([
      ["accent", "#222222", "tokens.css"],
      ["paper", "#ffffff", "tokens.css"],
    ]);
    expect(tokens?.light[0]?.file).toBe("styles/tokens.css");
    // The ink that the project does not give is still the theme's, at the theme's place.
    expect(tokens?.light[0]?.pressPlace.file).toBe("src/themes/report/styles/tokens.css");
    const { css } = await bundleStylesheet(styles, "web.css");
    expect(css.indexOf("#222")).toBeGreaterThan(css.indexOf("#111"));
  });

  it("are the project's alone where the theme has none", async () => {
    await put("styles/tokens.css", `:root { /* area */ --own: #123456; --own${INK} }`);
    const { tokens } = await openDesign(await open());
    expect(tokens?.light.map(({ name }) => name)).toEqual(["own"]);
  });

  it("are none where neither has a sheet of them", async () => {
    expect((await openDesign(await open())).tokens).toBeUndefined();
  });
});
