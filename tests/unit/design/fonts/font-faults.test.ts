import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectFolders } from "../../../../src/project/folders.ts";
import { stylesIn } from "../../../support/open-design.ts";
import { fontFaults } from "../../../../src/design/fonts/font-faults.ts";

let dir: string;

async function put(name: string, text: string): Promise<void> {
  const file = path.join(dir, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-fonts-"));
  await mkdir(path.join(dir, "styles"));
  await mkdir(path.join(dir, "content"));
  await cp("tests/fixtures/styles/faces.css", path.join(dir, "styles/faces.css"));
  await put("styles/web.css", '@import url("faces.css");');
});
afterEach(() => rm(dir, { recursive: true }));

const design = (): Parameters<typeof fontFaults>[0] => ({
  folders: projectFolders(dir),
  styles: stylesIn(path.join(dir, "styles")),
});
const web = (body: string) => ({
  stylesheet: "web.css",
  pages: [`<!doctype html><title>☃</title><body>${body}`],
});
const told = async (editions: Parameters<typeof fontFaults>[1]): Promise<readonly string[]> =>
  (await fontFaults(design(), editions)).map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  );

describe("fontFaults", () => {
  it("names every file and line where the character was typed, however it was typed", async () => {
    await put("content/sections/a.md", "---\ntitle: x\n---\n\nIl neige ☃\nici &#x2603;, &#9731;\n");
    await put("content/publication.yaml", 'lead: oui\ntitle: "\\u2603"\n');
    expect(await told([web("<p>Il neige ☃")])).toEqual([
      "content/publication.yaml:2: no shipped font has a glyph for “☃” (U+2603)",
      "content/sections/a.md:5: no shipped font has a glyph for “☃” (U+2603)",
      "content/sections/a.md:6: no shipped font has a glyph for “☃” (U+2603)",
    ]);
  });

  it("says which fonts were looked in and how to mend it", async () => {
    await put("content/a.md", "☃ ©\uFE0F");
    const [emoji, snowman] = await fontFaults(design(), [web("☃ ©\uFE0F")]);
    expect(snowman?.expected).toContain("Inter, STIX Two Text");
    expect(snowman?.hint).toContain("styles/fonts.css");
    expect(emoji?.hint).toContain("U+FE0F");
  });

  it("places on the stylesheet what nobody typed, and what a rule writes on its line", async () => {
    await put(
      "styles/web.css",
      '@import url("faces.css");\n\np::before {\n  content: "\\2603";\n}\n',
    );
    expect(await told([web("☂")])).toEqual([
      "styles/web.css:undefined: no shipped font has a glyph for “☂” (U+2602)",
      "styles/web.css:3: no shipped font has a glyph for “☃” (U+2603)",
    ]);
  });

  it("tells a fault of several editions once", async () => {
    await put("content/a.md", "☃");
    expect(await told([web("☃"), { ...web("☃"), stylesheet: "faces.css" }])).toHaveLength(1);
  });

  it("refuses a stylesheet without fonts", async () => {
    await put("styles/web.css", "p { color: red }");
    expect(await told([web("a")])).toEqual([
      "styles/web.css:undefined: the stylesheet ships no font: readers would see one of their systems",
    ]);
  });

  it("finds nothing where every character has a glyph, in titles and scripts aside", async () => {
    expect(await told([web("<p>→ Été</p><script>'☃'</script>")])).toEqual([]);
  });

  it("takes no font for formulas for text, and none for text for formulas", async () => {
    await cp("src/design/house", path.join(dir, "styles/house"), { recursive: true });
    await put(
      "styles/maths.css",
      '@import url("house/fonts.css"); @import url("house/formula-fonts.css");',
    );
    const told = async (body: string): Promise<readonly string[]> =>
      (await fontFaults(design(), [{ ...web(body), stylesheet: "maths.css" }])).map(
        ({ message }) => message,
      );
    expect(await told("<p>x</p><math><mo>⨌</mo></math>")).toEqual([]);
    expect(await told("<p>⨌</p>")).toEqual(["no shipped font has a glyph for “⨌” (U+2A0C)"]);
    expect(await told("<math><mtext>क</mtext></math>")).toEqual([
      "no shipped font has a glyph for “क” (U+0915)",
    ]);
  });
});
