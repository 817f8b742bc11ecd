import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stylesIn } from "../../support/open-design.ts";
import { bundleStylesheet } from "../../../src/design/styles/stylesheet.ts";

let dir: string;

async function put(name: string, css: string): Promise<string> {
  const file = path.join(dir, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, css);
  return name;
}

const bundle = (name: string): ReturnType<typeof bundleStylesheet> =>
  bundleStylesheet(stylesIn(dir), name);

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-styles-"));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
});

describe("bundleStylesheet", () => {
  it("makes one file of a stylesheet and its imports, and names the fonts", async () => {
    await put("fonts.css", '@font-face { font-family: "A"; src: url("fonts/a.ttf") }');
    const file = await put("web.css", '@import url("fonts.css"); p { color: red }');
    await put("fonts/a.ttf", "");
    const { css, assets } = await bundle(file);
    expect(css).toContain("color:red");
    expect(css).toContain("fonts/a.ttf");
    expect(css).not.toContain("@import");
    expect(assets).toEqual([{ href: "fonts/a.ttf", file: path.join(dir, "fonts/a.ttf") }]);
  });

  it("refuses a file outside of the stylesheet's folder", async () => {
    const file = await put("sub/web.css", 'p { background: url("../../secret.png") }');
    await expect(bundle(file)).rejects.toThrow("outside of");
  });

  it("copies nothing that lies on another host", async () => {
    const file = await put("remote.css", 'p { background: url("https://example.org/a.png") }');
    expect((await bundle(file)).assets).toEqual([]);
  });

  it("names the file that is no CSS", async () => {
    const file = await put("broken.css", "p { color: red; } } @import nonsense;");
    await expect(bundle(file)).rejects.toThrow("broken.css cannot be read as CSS");
  });
});
