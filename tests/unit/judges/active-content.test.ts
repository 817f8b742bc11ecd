/** The judge over a folder: which file, which line, how bad, and how to fix it. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { activeContentJudge } from "../../../src/judges/site/active-content.ts";
import type { Finding } from "../../../src/judges/verdict/finding.ts";
import { runJudge } from "../../../src/judges/verdict/judge.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-active-"));
  await write("web/index.html", "<!doctype html>\n<title>a</title>\n<p>text");
});
afterEach(async () => {
  await rm(dir, { recursive: true });
});

async function write(name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(dir, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function judge(): Promise<readonly Finding[]> {
  const report = await runJudge(activeContentJudge, {
    root: path.join(dir, "web"),
    basePath: "/our-year/",
    contentDir: path.join(dir, "content"),
  });
  expect(report.status).not.toBe("skipped");
  return report.findings;
}

it("finds nothing where nothing acts", async () => {
  await write("web/styles.css", "a { color: red }");
  await write("web/img/a.png", "<script>");
  expect(await judge()).toEqual([]);
});

it("names file, line and element, and how to fix it", async () => {
  await write("web/index.html", "<!doctype html>\n<title>a</title>\n<p onclick='x()'>text");
  expect(await judge()).toEqual([
    {
      rule: "event-attribute",
      impact: "critical",
      wcag: [],
      where: "index.html:3",
      message: '<p onclick="x()"> runs a script.',
      help: "Take the attribute out: the edition needs no script.",
    },
  ]);
});

it("names the author's drawing that a file is a copy of", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg">\n\n<script/></svg>';
  await write("web/images/a b.svg", svg);
  await write("content/images/a b.svg", svg);
  expect(await judge()).toMatchObject([
    {
      where: "images/a b.svg:3",
      help: expect.stringMatching(/^In content\/images\/a b\.svg: /) as string,
    },
  ]);
});

it("tells what is beside the edition on its host from what is in it", async () => {
  await write(
    "web/index.html",
    "<iframe src=/our-year/a.html></iframe><iframe src=/a.html></iframe>",
  );
  expect(await judge()).toMatchObject([
    { rule: "foreign-frame", message: expect.stringContaining('"/a.html"') as string },
  ]);
});

async function pdfWith(change: (pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  change(pdf);
  return pdf.save();
}

it.each<readonly [string, (pdf: PDFDocument) => void, string]>([
  [
    "a script at opening",
    ({ catalog, context }) => {
      const action = { Type: "Action", S: "JavaScript", JS: PDFString.of("app.alert(1)") };
      catalog.set(PDFName.of("OpenAction"), context.obj(action));
    },
    "catalog OpenAction",
  ],
  [
    "a script by its name",
    (pdf) => {
      pdf.addJavaScript("a", "app.alert(1)");
    },
    "catalog Names JavaScript Names",
  ],
  [
    "a program that a note starts",
    (pdf) => {
      const link = {
        Subtype: "Link",
        Rect: [0, 0, 9, 9],
        A: { S: "Launch", F: PDFString.of("a.exe") },
      };
      pdf.getPage(0).node.addAnnot(pdf.context.register(pdf.context.obj(link)));
    },
    "catalog Pages Kids Annots A",
  ],
  [
    "a link that is a script",
    (pdf) => {
      const action = { S: "URI", URI: PDFString.of("javascript:x()") };
      const link = { Subtype: "Link", Rect: [0, 0, 9, 9], A: action };
      pdf.getPage(0).node.addAnnot(pdf.context.register(pdf.context.obj(link)));
    },
    "catalog Pages Kids Annots A",
  ],
])("finds in a PDF %s", async (_, change, where) => {
  await write("web/a.pdf", await pdfWith(change));
  expect(await judge()).toMatchObject([{ rule: "pdf-action", where: `a.pdf ${where}` }]);
});

it("lets links of a PDF be, and refuses what is none", async () => {
  const bytes = await pdfWith((pdf) => {
    const action = { S: "URI", URI: PDFString.of("https://example.org/") };
    const link = { Subtype: "Link", Rect: [0, 0, 9, 9], A: action };
    pdf.getPage(0).node.addAnnot(pdf.context.register(pdf.context.obj(link)));
  });
  await write("web/a.pdf", bytes);
  expect(await judge()).toEqual([]);
  await write("web/a.pdf", "no PDF");
  expect(await judge()).toMatchObject([{ rule: "unreadable", where: "a.pdf" }]);
});
