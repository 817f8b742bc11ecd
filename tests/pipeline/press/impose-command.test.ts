/** The command `impose`, and what it says of files that it cannot impose. */
import { access, link, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { degrees, PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { openProject, type Project } from "../../support/project.ts";
import { brokenPdfs } from "./broken-pdfs.ts";
import { addMarkedPage, markedPdf } from "./impose-marked-pages.ts";

let project: Project;

beforeAll(async () => {
  project = await openProject();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const place = (name: string): string => path.join(project.dir, name);
const write = async (name: string, bytes: Uint8Array): Promise<void> => {
  await writeFile(place(name), bytes);
};

describe("imprimatur impose", () => {
  it("writes a booklet beside the PDF, and says how to print it", async () => {
    await write("report.pdf", await markedPdf(8));
    const { code, stdout, stderr } = await project.run(["impose", "report.pdf"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      "report-booklet.pdf: 8 pages on 2 sheets of A4 landscape\n" +
        "Print at actual size (100 %), on both sides, flip on the short edge.\n",
    );
    const facts = readDocumentFacts(await openPdf(await readFile(place("report-booklet.pdf"))));
    expect(facts.pages.map(({ widthPt }) => Math.round(widthPt / (72 / 25.4)))).toEqual([
      297, 297, 297, 297,
    ]);
    expect(facts.viewerPreferences).toMatchObject({
      PrintScaling: "None",
      Duplex: "DuplexFlipShortEdge",
    });
  });

  it("takes a layout, a sheet, a scale and an output", async () => {
    await write("report.pdf", await markedPdf(8));
    const args = ["--layout", "4-up", "--sheet", "A4", "--scale", "fit", "-o", "out/four.pdf"];
    const { code, stdout } = await project.run(["impose", "report.pdf", ...args, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: "out/four.pdf",
      layout: "4-up",
      pageCount: 8,
      blankCount: 0,
      sheetCount: 1,
      sheetName: "A4",
      orientation: "portrait",
    });
    await access(place("out/four.pdf"));
  });

  it("adds blank pages where it is asked to", async () => {
    await write("report.pdf", await markedPdf(6));
    const { code, stdout } = await project.run(["impose", "report.pdf", "--blanks"]);
    expect(code).toBe(0);
    expect(stdout).toContain("6 pages and 2 blank on 2 sheets of A4 landscape");
  });

  const mixed = async (): Promise<Uint8Array> => {
    const document = await PDFDocument.create();
    for (const [index, widthPt] of [420, 420, 420, 500].entries()) {
      addMarkedPage(document, index + 1, { widthPt });
    }
    return document.save();
  };
  it.each([
    ...brokenPdfs.map(
      ({ what, make, message }) =>
        [what, async () => make(await markedPdf(8)), [] as readonly string[], message] as const,
    ),
    ["not to be folded", () => markedPdf(6), [], "6 pages cannot be folded"],
    ["in sections", () => markedPdf(8), ["--signature", "6"], "sections of 6 pages"],
    ["of pages of different sizes", mixed, [], "pages differ in size: page 1 is 148.2 × 210 mm"],
    ["too large", () => markedPdf(4), ["--sheet", "A5"], "pages of 148 × 210 mm do not fit on A5"],
    ["on no sheet", () => markedPdf(4), ["--sheet", "B99"], '"B99" is no sheet'],
    ["crept away", () => markedPdf(40), ["--creep", "5"], "a creep of 5 mm moves the innermost"],
    [
      "creeping flat",
      () => markedPdf(4),
      ["--layout", "2-up", "--creep", "1"],
      "--creep does nothing",
    ],
  ] as const)("writes nothing of a PDF %s, and says why", async (_, make, args, message) => {
    await write("bad.pdf", await make());
    const before = await readdir(project.dir);
    const { code, stdout, stderr } = await project.run(["impose", "bad.pdf", ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr).toContain("hint: ");
    expect(stderr).not.toContain("Imprimatur itself");
    expect(await readdir(project.dir)).toEqual(before);
  });

  it("names the file that cannot be imposed", async () => {
    await write("bad.pdf", Buffer.from("<html>"));
    expect((await project.run(["impose", "bad.pdf"])).stderr).toContain("at bad.pdf");
    expect((await project.run(["impose", "none.pdf"])).stderr).toContain("none.pdf cannot be read");
  });

  it("does not write sheets over their source, be it under another name", async () => {
    const bytes = await markedPdf(4);
    await write("source.pdf", bytes);
    await link(place("source.pdf"), place("same.pdf"));
    for (const output of ["source.pdf", "./source.pdf", "same.pdf"]) {
      const { code, stderr } = await project.run(["impose", "source.pdf", "-o", output]);
      expect(code).toBe(1);
      expect(stderr).toContain("would be written over source.pdf, which it is made of");
    }
    expect((await readFile(place("source.pdf"))).equals(bytes)).toBe(true);
  });

  it("says that a place cannot be written to", async () => {
    await write("source.pdf", await markedPdf(4));
    const { code, stderr } = await project.run(["impose", "source.pdf", "-o", "source.pdf/x.pdf"]);
    expect(code).toBe(1);
    expect(stderr).toContain("source.pdf/x.pdf cannot be written");
  });

  it("scales pages of different sizes to their places where it is asked to", async () => {
    const document = await PDFDocument.load(await mixed());
    document.embedStandardFont(StandardFonts.Helvetica);
    document.getPage(0).setRotation(degrees(90));
    await write("mixed.pdf", await document.save());
    const { code, stderr } = await project.run(["impose", "mixed.pdf", "--scale", "fit"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
