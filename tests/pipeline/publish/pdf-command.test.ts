/** The command `pdf`: any HTML document, as who comes from pagedjs-cli would call it. */
import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocumentFacts, type DocumentFacts } from "../../../src/pdf/read/document-facts.ts";
import { openPdf } from "../../../src/pdf/read/open-pdf.ts";
import { openProject, type Project } from "../../support/project.ts";

const page = (body: string, head = "<title>A note</title>"): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

let project: Project;

beforeAll(async () => {
  project = await openProject();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const factsOf = async (file: string): Promise<DocumentFacts> =>
  readDocumentFacts(await openPdf(await readFile(path.join(project.dir, file))));

describe("imprimatur pdf", () => {
  it("writes a PDF beside the document, and says which standards it meets", async () => {
    await project.write("note.html", page("<h1>A note</h1><p>Some text.</p>"));
    const { code, stdout, stderr } = await project.run(["pdf", "note.html"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("note.pdf: 1 page, PDF/UA-1 and PDF/A-2a");
    expect(await factsOf("note.pdf")).toMatchObject({ title: "A note", lang: "en", marked: true });
  });

  it("takes an output, styles and a page size", async () => {
    await project.write("note.html", page("<h1>A note</h1><p>Some text.</p>"));
    await project.write("big.css", "p { break-before: page }");
    const args = [
      "-o",
      "out/big.pdf",
      "--css",
      "big.css",
      "--width",
      "100",
      "--height",
      "150",
      "--json",
    ];
    const { code, stdout } = await project.run(["pdf", "note.html", ...args]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: "out/big.pdf", pageCount: 2 });
    const { pages } = await factsOf("out/big.pdf");
    expect(pages.map(({ widthPt }) => Math.round(widthPt / (72 / 25.4)))).toEqual([100, 100]);
    expect(pages.map(({ heightPt }) => Math.round(heightPt / (72 / 25.4)))).toEqual([150, 150]);
  });

  it("says what keeps a document from the standard, and claims none", async () => {
    await project.write(
      "faulty.html",
      page(
        '<h1>A note</h1><p><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" width="9" height="9"></p>',
      ),
    );
    const { code, stdout, stderr } = await project.run(["pdf", "faulty.html"]);
    expect(code).toBe(2);
    expect(stderr).toContain("PDF/UA-1 §7.3: image has no alternative text");
    expect(stderr).toContain("faulty.html: img");
    expect(stderr).toContain("hint: ");
    expect(stdout).toContain("no standard is claimed");
    expect((await readFile(path.join(project.dir, "faulty.pdf"))).includes("pdfuaid:part")).toBe(
      false,
    );
  });

  it("writes nothing where words would be lost, and names them", async () => {
    const clipped =
      '<h1>A note</h1><div style="height: 5mm; overflow: hidden"><p>seen</p><p>unseen words</p></div>';
    await project.write("clipped.html", page(clipped));
    const { code, stderr } = await project.run(["pdf", "clipped.html"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/page 1: cut off “.*unseen words”/);
    await expect(access(path.join(project.dir, "clipped.pdf"))).rejects.toThrow("ENOENT");
  });

  it.each([
    [["missing.html"], "missing.html cannot be read"],
    [["note.html", "--width", "100"], "--width and --height go together"],
    [["note.html", "--page-size", "} body { display: none"], "is no page size"],
    [["note.html", "--timeout", "soon"], "a number of milliseconds above 0"],
  ])("refuses %j", async (args, message) => {
    await project.write("note.html", page("<h1>A note</h1>"));
    const { code, stderr } = await project.run(["pdf", ...args]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
