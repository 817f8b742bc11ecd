/** Drawings are published as they are: one that does anything of its own is refused, with its line. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ContentError, type Fault } from "../../../src/publication/faults/fault.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";

const fixturesDir = path.join(import.meta.dirname, "../../fixtures/content");

let projectDir: string;

beforeEach(async () => {
  projectDir = await mkdtemp(path.join(tmpdir(), "imprimatur-drawing-"));
  await cp(path.join(fixturesDir, "whole"), path.join(projectDir, "content"), { recursive: true });
  await cp(path.join(fixturesDir, "styles"), path.join(projectDir, "styles"), { recursive: true });
  await mkdir(path.join(projectDir, "content/sections"));
  await mkdir(path.join(projectDir, "content/images"));
});
afterEach(async () => {
  await rm(projectDir, { recursive: true });
});

async function faultsOf(name: string, bytes: string | Uint8Array): Promise<readonly Fault[]> {
  await writeFile(path.join(projectDir, "content/images", path.posix.basename(name)), bytes);
  await writeFile(
    path.join(projectDir, "content/sections/dessin.md"),
    `---\ntitle: Un dessin\norder: 20\n---\n\nUn texte.\n\n![Un carré](<${name}>)\n`,
  );
  try {
    await loadPublicationIn(projectFolders(projectDir));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
}

const drawing = (inside: string, attributes = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>\n${inside}\n</svg>\n`;
const place = { file: "content/sections/dessin.md", line: 8 };

describe("a drawing that does something of its own", () => {
  it.each([
    ["a script", drawing("<script>1</script>"), "line 2: <script> is a script"],
    ["an event attribute", drawing("", ' onload="1"'), 'line 1: <svg onload="1"> runs a script'],
    [
      "a script with a prefix",
      '<s:svg xmlns:s="http://www.w3.org/2000/svg">\n<s:script>1</s:script></s:svg>',
      "line 2: <script> is a script",
    ],
    [
      "HTML in it",
      drawing(
        '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml" onclick="1">b</b></foreignObject>',
      ),
      'line 2: <b onclick="1"> runs a script',
    ],
    [
      "a link that is a script",
      drawing('<a href="java&#10;script:1"><rect/></a>'),
      "is a script in the place of an address",
    ],
    [
      "a picture from elsewhere",
      drawing('<image href="https://elsewhere.example/a.png"/>'),
      "has browsers fetch a file from elsewhere",
    ],
    [
      "entities",
      `<!DOCTYPE svg [<!ENTITY a "javascript:1">]>\n${drawing('<a href="&a;"><rect/></a>')}`,
      "line 3: The file cannot be read as XML",
    ],
    [
      "a style sheet that rewrites it",
      `<?xml-stylesheet type="text/xsl" href="a.xsl"?>\n${drawing("<rect/>")}`,
      "line 1: <?xml-stylesheet?> has a style sheet rewrite the file",
    ],
    ["no XML", "<svg><p></svg>", "cannot be read as XML"],
    ["no drawing", '<p xmlns="http://www.w3.org/1999/xhtml"/>', "Its root is <p>, not <svg>"],
    [
      "UTF-16",
      Buffer.from(`\uFEFF${drawing("<script>1</script>")}`, "utf16le"),
      "line 2: <script> is a script",
    ],
  ])("%s", async (_, bytes, words) => {
    const faults = await faultsOf("images/a.svg", bytes);
    expect(faults).toMatchObject([place]);
    expect(faults[0]?.message).toContain('the drawing "images/a.svg" ');
    expect(faults[0]?.message).toContain(words);
    expect(faults[0]?.hint).toMatch(/\w/u);
  });

  it("is refused under another name", async () => {
    const faults = await faultsOf(
      "images/a.png",
      drawing("<script>1</script>", ' width="9" height="9"'),
    );
    expect(faults).toMatchObject([
      { ...place, message: '"images/a.png" is a drawing (SVG) by what it holds' },
    ]);
  });
});

describe("a drawing that is only drawn", () => {
  it.each([
    drawing("<rect/><a href='https://example.org/'><circle/></a>"),
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${drawing("<style>rect { fill: url(#a) }</style><defs><linearGradient id='a'/></defs><rect/>")}`,
    drawing(
      '<image href="data:image/png;base64,AAAA"/><use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>',
    ),
    Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?>\n<svg xmlns="http://www.w3.org/2000/svg"><title>\u00e9t\u00e9</title></svg>',
      "latin1",
    ),
  ])("is taken: %#", async (bytes) => {
    expect(await faultsOf("images/a.svg", bytes)).toEqual([]);
  });
});

it("is refused where its path leaves the content folder on its way", async () => {
  const name = "images/../../content/images/a.svg";
  expect(await faultsOf(name, drawing("<rect/>"))).toMatchObject([
    { ...place, message: `the picture "${name}" is outside the content folder` },
  ]);
});
