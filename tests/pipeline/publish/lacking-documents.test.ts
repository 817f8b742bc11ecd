/** The command `pdf` on documents that lack a title, a language, a level of heading or alternatives. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as mupdf from "mupdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validatePdfs } from "../../../src/judges/pdf/verapdf/validate-pdfs.ts";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";
import { runProgram } from "../../support/programs.ts";
import { runHere } from "../../support/run-here.ts";
import { veraPdfOrSkip } from "../../support/verapdf.ts";

let project: Project;
const at = (name: string): string => path.join(project.dir, name);
const convert = (...options: readonly string[]): Promise<CommandResult> =>
  runHere(["pdf", at("lacking.html"), ...options]);

const star = (size: number): string =>
  `<svg width="20" height="20"><path d="M0 0h${size}v${size}z"/></svg>`;

/** No title, no language, a first heading of level 2, a skipped level, and four pictures of three kinds. */
const lacking = `<!doctype html><html><meta charset="utf-8"><body>
  <h2>The boat</h2><p><img src="boat.svg" width="40" height="20"></p>
  <h4>Its sails</h4><p>${star(20)} and ${star(20)}</p><p class="ornament">${star(12)}</p>
  <h4>Its ropes</h4><p>Words</p></body></html>`;
const boat = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="navy" d="M0 8h40l-8 12H8z"/></svg>`;

beforeAll(async () => {
  project = await openProject();
  await project.write("lacking.html", lacking);
  await project.write("boat.svg", boat);
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const given = [
  "--title",
  "Boats",
  "--lang",
  "en",
  "--fix",
  "headings",
  "--decorative",
  ".ornament *",
];

describe("imprimatur pdf of a document that lacks something", () => {
  it("reports all of it, with what helps", async () => {
    const { code, stdout, stderr } = await convert();
    expect(code).toBe(2);
    for (const hint of [
      "or name it with --lang TAG",
      "or have the levels closed in the tags with --fix headings",
      "or list it with --alts FILE, or choose it with --decorative SELECTOR",
    ]) {
      expect(stderr).toContain(hint);
    }
    expect(stdout).toContain(
      "note: the document has no title: its first heading serves as one, “The boat”\n",
    );
    expect(stdout).toContain("no standard is claimed");
  });

  it("writes out the pictures, and makes what is claimed of the list that is filled in", async (context) => {
    const alts = at("alts.yaml");
    const first = await convert(...given, "--alts", alts);
    expect(first.code).toBe(2);
    expect(first.stdout).toContain(`note: 2 pictures are listed in ${alts}: fill it in`);
    expect(first.stderr).toContain(`or describe it in ${alts}`);
    const list = await readFile(alts, "utf8");
    expect(list).toMatch(
      /^pictures:\n {2}- picture: "boat\.svg"\n {4}where: "img on page 1, below “The boat”"\n {4}alt: ""\n {4}decorative: false\n {2}- picture: "svg [\da-f]{16}"\n {4}where: "svg on page 1, below “Its sails”, and once more"$/m,
    );

    await writeFile(
      alts,
      list.replace('alt: ""', "alt: 'A blue boat' # ours").replace('alt: ""', 'alt: "A sail"'),
    );
    const filled = await readFile(alts, "utf8");
    const { code, stdout, stderr } = await convert(...given, "--alts", alts, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await readFile(alts, "utf8")).toBe(filled);
    const { standards, notices } = JSON.parse(stdout) as Record<string, unknown>;
    expect(standards).toEqual(["PDF/UA-1", "PDF/A-2a"]);
    expect(notices).toEqual([
      {
        about: "headings",
        message: "3 headings have another level in the tags, so that none is skipped",
        places: ["h2 “The boat”: H2 is H1", "h4 “Its sails”: H4 is H2", "h4 “Its ropes”: H4 is H2"],
      },
    ]);

    const pdf = await readFile(at("lacking.pdf"));
    expect(outlineOf(pdf)).toEqual(["The boat", ["Its sails", "Its ropes"]]);
    const { stdout: tags } = await runProgram(context, "pdfinfo", ["-struct", at("lacking.pdf")]);
    expect(tags.match(/H\d|Figure/g)).toEqual(["H1", "Figure", "H2", "Figure", "Figure", "H2"]);
    const { stdout: info } = await runProgram(context, "pdfinfo", [at("lacking.pdf")]);
    expect(info).toMatch(/^Title: +Boats$/m);
    const results = await validatePdfs(veraPdfOrSkip(context), [pdf], ["ua1", "2a"]);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      expect.objectContaining({ kind: "validated", failedRules: [] }),
      expect.objectContaining({ kind: "validated", failedRules: [] }),
    ]);
  });

  it("adds pictures that are new, and names entries of pictures that are gone", async () => {
    const alts = at("more.yaml");
    const mine =
      "# Mine\npictures:\n- picture: gone.png\n  alt: Gone\n- picture: boat.svg\n  alt: Boat\n";
    await writeFile(alts, mine);
    const { code, stdout } = await convert(...given, "--alts", alts);
    expect(code).toBe(2);
    expect(stdout).toContain("note: the list has what is no picture of the document\n  gone.png\n");
    expect(stdout).toMatch(
      /note: 1 picture is new in .*more\.yaml: fill it in.*\n {2}svg [\da-f]{16}\n/,
    );
    const list = await readFile(alts, "utf8");
    expect(list.startsWith(mine)).toBe(true);
    expect(list.slice(mine.length)).toMatch(/^- picture: "svg /);
  });

  it.each([
    [["--title", " "], "it is text"],
    [["--lang", "en_GB"], "it is a language tag of BCP 47"],
    [["--lang", "english"], "it is a language tag of BCP 47"],
    [["--lang", "jp"], "it is a language tag of BCP 47"],
    [["--fix", "everything"], "it is one of: headings"],
    [["--decorative", "img["], "“img[” is no CSS selector"],
    [["--alts", "lacking.pdf", "-o", "lacking.pdf"], "lacking.pdf is to be the PDF"],
    [["--alts", "package.json"], "package.json"],
  ])("refuses %j", async (options, message) => {
    const { code, stderr } = await convert(...options);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });

  it("says where in the list something is wrong, and leaves it as it is", async () => {
    const alts = at("wrong.yaml");
    const wrong = "pictures:\n  - picture: boat.svg\n    alt: One: two\n";
    await writeFile(alts, wrong);
    const { code, stderr } = await convert("--alts", alts);
    expect(code).toBe(1);
    expect(stderr).toContain("wrong.yaml\n  line 3: this is not YAML");
    expect(await readFile(alts, "utf8")).toBe(wrong);
  });
});

type Outline = NonNullable<ReturnType<mupdf.Document["loadOutline"]>>;
type Titles = (string | Titles)[];

/** As MuPDF reads it. */
function outlineOf(pdf: Uint8Array): Titles {
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  const titles = (items: Outline): Titles =>
    items.flatMap(({ title = "", down }) =>
      down === undefined || down.length === 0 ? [title] : [title, titles(down)],
    );
  try {
    return titles(document.loadOutline() ?? []);
  } finally {
    document.destroy();
  }
}
