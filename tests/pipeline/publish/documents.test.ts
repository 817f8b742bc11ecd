/** The command `pdf` on documents as they are found: encodings, and XHTML that is parsed as XML. */
import { access, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";
import { runHere } from "../../support/run-here.ts";

let project: Project;

beforeAll(async () => {
  project = await openProject();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

interface Ran extends CommandResult {
  /** The structure tree of the PDF, with its texts. */
  readonly structure: () => Promise<string>;
}

async function convert(
  name: string,
  content: string | Uint8Array,
  ...options: readonly string[]
): Promise<Ran> {
  const file = path.join(project.dir, name);
  await writeFile(file, content);
  const output = path.join(project.dir, "made.pdf");
  const ran = await runHere(["pdf", file, "-o", output, ...options]);
  const structure = async (): Promise<string> => {
    const tree = await readStructureTree(await openPdf(await readFile(output)));
    return formatStructureTree(tree).replace(/ +"$/gm, '"');
  };
  return { ...ran, structure };
}

const html = (head: string, body: string): string =>
  `<!doctype html><html lang="fr"><head>${head}<title>Note</title></head><body>${body}</body></html>`;

describe("encodings", () => {
  const body = "<h1>Été</h1><p>« L’été » coûte 5 €.</p>";

  it.each<[string, Uint8Array]>([
    [
      "Latin-1, which browsers read as Windows-1252",
      Buffer.from(html('<meta charset="iso-8859-1">', "<h1>Été</h1><p>« Là »</p>"), "latin1"),
    ],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${html("", body)}`)],
    [
      "UTF-8 with a mark that a meta contradicts",
      Buffer.from(`\uFEFF${html('<meta charset="koi8-r">', body)}`),
    ],
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${html("", body)}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\uFEFF${html("", body)}`, "utf16le").swap16()],
    ["UTF-8 that nothing names", Buffer.from(html("", body))],
  ])("%s", async (_, bytes) => {
    const { code, stderr, structure } = await convert("note.html", bytes);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await structure()).toContain('H1 "Été"');
    expect(await structure()).toMatch(/P "« (?:L’été » coûte 5 €\.|Là »)"/);
  });

  it("Windows-1252, by http-equiv", async () => {
    const meta = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">';
    const bytes = Buffer.from(html(meta, "<h1>L\u0092été</h1><p>5 \u0080</p>"), "latin1");
    const { code, structure } = await convert("note.html", bytes);
    expect(code).toBe(0);
    expect(await structure()).toContain('H1 "L’été"');
    expect(await structure()).toContain('P "5 €"');
  });

  it("bytes that cannot be decoded are an error with their place, and nothing is written", async () => {
    const bytes = Buffer.from(html("", "\n<h1>Note</h1>\n<p>Un été</p>"), "latin1");
    const { code, stderr } = await convert(
      "latin.html",
      bytes,
      "-o",
      path.join(project.dir, "no.pdf"),
    );
    expect(code).toBe(1);
    expect(stderr).toContain("latin.html is not text in utf-8: line 3, column 7 (byte ");
    expect(stderr).toMatch(/at .*latin\.html:3\n/);
    expect(stderr).toContain("hint: save it as UTF-8, or name the encoding that it is in");
    await expect(access(path.join(project.dir, "no.pdf"))).rejects.toThrow("ENOENT");
  });

  it("a style sheet by its @charset", async () => {
    const css = path.join(project.dir, "latin.css");
    await writeFile(
      css,
      Buffer.from('@charset "iso-8859-1"; h1::before { content: "É " }', "latin1"),
    );
    const { code, structure } = await convert("note.html", html("", "<h1>Note</h1>"), "--css", css);
    expect(code).toBe(0);
    expect(await structure()).toContain('H1 "É Note"');
    await writeFile(css, Buffer.from('h1::before { content: "É " }', "latin1"));
    const { code: other, stderr } = await convert(
      "note.html",
      html("", "<h1>Note</h1>"),
      "--css",
      css,
    );
    expect(other).toBe(1);
    expect(stderr).toContain("latin.css is not text in utf-8: line 1, column 24");
  });
});

describe("added styles", () => {
  it("come after those of the document, and show what lies beside it", async () => {
    const css = path.join(project.dir, "added.css");
    await writeFile(
      css,
      'h1::after { content: " after" } /* </style><p>injected</p> */ p { background: url(none.png) }',
    );
    const head = '<style>h1::after { content: " before" }</style>';
    const { stderr, structure } = await convert(
      "note.html",
      html(head, "<h1>Note</h1><p>T</p>"),
      "--css",
      css,
    );
    expect(await structure()).toContain('H1 "Note after"');
    expect(await structure()).not.toContain("injected");
    expect(stderr).toContain("refused image none.png");
  });
});

const xhtml = (body: string, head = "<title>Note</title>", attributes = 'xml:lang="en"'): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml" ${attributes}><head>${head}</head><body>${body}</body></html>`;

describe("XHTML", () => {
  it("goes on behind empty elements that HTML would leave open", async () => {
    const { code, stderr, structure } = await convert(
      "note.xhtml",
      xhtml(
        '<h1>Note</h1><p/><div id="a"/><p>Seen.</p>',
        '<script src="data:text/javascript,0"/><title>Note</title>',
      ),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await structure()).toBe('Document\n  H1 "Note"\n  P "Seen."\n');
  });

  it("keeps a tree that HTML cannot say", async () => {
    const { code, structure } = await convert(
      "note.xhtml",
      xhtml(
        "<h1>Note</h1><p>A <ul><li>one</li></ul> goes on.</p><table><tr><th>Head</th></tr><tr><td>Cell</td></tr></table>",
      ),
    );
    expect(code).toBe(0);
    expect(await structure()).toBe(`Document
  H1 "Note"
  P
    "A"
    L numbering=Disc
      LI
        Lbl "•"
        LBody "one"
    "goes on."
  Table
    TR
      TH scope=Column "Head"
    TR
      TD "Cell"
`);
  });

  it("knows names of characters, CDATA, prefixes, and other vocabularies", async () => {
    const doctype =
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">';
    const body = `<h1>Note</h1><p>5&nbsp;&euro; <![CDATA[<b> & c]]> <em>d</em></p>
      <h:p xmlns:h="http://www.w3.org/1999/xhtml">By <h:strong>prefix</h:strong>.</h:p>
      <svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="30" height="30" role="img" aria-label="A disc">
        <svg:metadata><a xmlns="urn:a">left out</a></svg:metadata><svg:circle cx="15" cy="15" r="10"/>
      </svg:svg>
      <p><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="1 = 1"><mn>1</mn><mo>=</mo><mn>1</mn></math></p>
      <p>Un <b:word xmlns:b="urn:b">known</b:word> word.</p>`;
    const { code, stderr, structure } = await convert("note.xhtml", doctype + xhtml(body));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const said = await structure();
    expect(said).toContain('"5\\u{a0}€ <b> & c"');
    expect(said).toMatch(/P\n\s+"By"\n\s+Strong \(Span\) "prefix"/);
    expect(said).toContain('Figure alt="A disc"');
    expect(said).toContain('alt="1 = 1"');
    expect(said).toContain('P "Un known word."');
  });

  it("breaks over pages, with its own styles and added ones, as HTML does", async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `<tr><td>${row}</td></tr>`).join("");
    const head =
      "<title>Note</title><style>@page { size: A6; @bottom-center { content: counter(page) } } h2 { break-before: page }</style>";
    const css = path.join(project.dir, "added.css");
    await writeFile(css, "table > tr > td { height: 12mm }");
    const body = `<h1>Note</h1><h2>Part</h2><table><tr><th>Head</th></tr>${rows}</table><p>${"word ".repeat(300)}</p>`;
    const { code, stdout, structure } = await convert(
      "note.xhtml",
      xhtml(body, head),
      "--css",
      css,
    );
    expect(code).toBe(0);
    // One page of the heading, four or more of the table.
    expect(Number(/(\d+) pages/.exec(stdout)?.[1])).toBeGreaterThan(5);
    expect((await structure()).match(/^ {2}Table/gm)).toHaveLength(1);
    expect((await structure()).match(/^ {2}P /gm)).toHaveLength(1);
  });

  it.each([
    ["a name", "note.xht", xhtml("<h1>Note</h1><p/><p>Seen.</p>")],
    ["a name of XML", "note.xml", xhtml("<h1>Note</h1><p/><p>Seen.</p>")],
    [
      "an XML declaration",
      "note.html",
      `<?xml version="1.0"?>${xhtml("<h1>Note</h1><p/><p>Seen.</p>")}`,
    ],
    ["a namespace", "note.html", xhtml("<h1>Note</h1><p/><p>Seen.</p>")],
  ])("is known by %s", async (_, name, text) => {
    const { code, structure } = await convert(name, text);
    expect(code).toBe(0);
    // As HTML, the second paragraph would stand in the first.
    expect(await structure()).toBe('Document\n  H1 "Note"\n  P "Seen."\n');
  });

  it("in another encoding, by its declaration", async () => {
    const text = `<?xml version="1.0" encoding="iso-8859-1"?>${xhtml("<h1>Été</h1>")}`;
    const { code, structure } = await convert("note.xhtml", Buffer.from(text, "latin1"));
    expect(code).toBe(0);
    expect(await structure()).toContain('H1 "Été"');
  });

  it.each([
    [
      "not well-formed",
      "note.xhtml",
      "\n<p>A <b>b</p>",
      "note.xhtml is not well-formed XML: line 2, column 14: Opening and ending tag mismatch",
    ],
    ["a character without its name", "note.xhtml", "<p>&nbsp;</p>", "Entity 'nbsp' not defined"],
    ["an entity that grows without end", "note.xhtml", "<p>&e;</p>", "not well-formed XML"],
  ])("%s is an error with its place and a hint", async (_, name, body, message) => {
    const entities = "abcde"
      .split("")
      .map(
        (letter, index, all) =>
          `<!ENTITY ${letter} "${index === 0 ? "x".repeat(99) : `&${all[index - 1] ?? ""};`.repeat(99)}">`,
      )
      .join("");
    const doctype = body.includes("&e;") ? `<!DOCTYPE html [${entities}]>` : "";
    const { code, stderr } = await convert(name, `${doctype}${xhtml(body)}`);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain("hint: ");
  });

  it("is not any XML", async () => {
    const { code, stderr } = await convert("feed.xml", "<rss><channel/></rss>");
    expect(code).toBe(1);
    expect(stderr).toContain("feed.xml is XML, but not XHTML: its root is <rss>");
  });

  it("is HTML where it only looks so, and no word is lost", async () => {
    const { code, stderr, structure } = await convert(
      "note.html",
      xhtml("<h1>Note</h1><p>One<br><p>Two &nbsp;three", "<title>Note</title>", 'lang="en"'),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await structure()).toContain('P "Two \\u{a0}three"');
  });
});

describe("xml:lang", () => {
  it("is the language of XHTML, and goes before lang", async () => {
    const { code, structure } = await convert(
      "note.xhtml",
      xhtml(
        '<h1>Note</h1><p xml:lang="de" lang="fr">Wort</p><p><img xml:lang="fr" alt="Un" width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"/></p>',
      ),
    );
    expect(code).toBe(0);
    expect(await structure()).toContain('P lang=de "Wort"');
    expect(await structure()).toContain("lang=fr");
  });

  it("counts in HTML where there is no lang", async () => {
    const text =
      '<!doctype html><html xml:lang="en"><title>Note</title><h1>Note</h1><p xml:lang="fr">Mot</p>';
    const { code, stderr, structure } = await convert("note.html", text);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await structure()).toContain('P lang=fr "Mot"');
  });
});

it("says what it opened and what it took in", async () => {
  const body = `<h1>Note</h1><details><summary>Plus</summary><p>Tout est là.</p></details>
    <iframe srcdoc="<p>Une page dans la page.</p>"></iframe>`;
  const { code, stdout, structure } = await convert("note.html", html("", body));
  expect(stdout).toContain("1 closed <details> is printed open");
  expect(stdout).toContain("1 frame is a section of the document");
  expect(code).toBe(0);
  expect(await structure()).toContain('P "Tout est là."');
  expect(await structure()).toContain('P "Une page dans la page."');
});
