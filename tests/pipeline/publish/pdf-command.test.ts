/** The command `pdf`: any HTML document, as who comes from pagedjs-cli would call it. */
import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocumentFacts, type DocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { readPdfiumText } from "../../../src/pdf/text/pdfium-text.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
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

  it("counts pages by its objects, whatever addresses of links say", async () => {
    const links = ["https://x.org/Type/Page", "https://x.org/9 0 obj<</Type/Page>>"]
      .map((address) => `<p><a href="${address}">a page of ${address}</a></p>`)
      .join("");
    await project.write("links.html", page(`<h1>/Type/Page</h1>${links}`));
    const { code, stdout, stderr } = await project.run(["pdf", "links.html"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("links.pdf: 1 page, PDF/UA-1 and PDF/A-2a");
    expect((await factsOf("links.pdf")).pageCount).toBe(1);
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
    const { code, stderr } = await project.run(["pdf", "clipped.html", "--no-repair", "all"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/page 1: cut off “.*unseen words”/);
    expect(stderr).toContain("--allow-loss");
    await expect(access(path.join(project.dir, "clipped.pdf"))).rejects.toThrow("ENOENT");
  });

  it("writes it all the same where a person allows it, and claims nothing", async () => {
    const clipped =
      '<h1>A note</h1><div style="height: 5mm; overflow: hidden"><p>seen</p><p>unseen words</p></div>';
    await project.write("allowed.html", page(clipped));
    const args = ["pdf", "allowed.html", "--allow-loss", "--no-repair", "shells"];
    const { code, stdout, stderr } = await project.run(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cut off “.*unseen words” in p\n {2}at allowed\.html: page 1\n/);
    expect(stdout).toMatch(/allowed\.pdf: 1 page, no standard is claimed/);
    const made = await readFile(path.join(project.dir, "allowed.pdf"));
    expect(made.includes("pdfuaid:part")).toBe(false);
  });

  it("makes what can be lived with, and says what was changed, lost and refused", async () => {
    await project.write("shared/core.css", "p { color: #222 }");
    const late = `<script>
      setTimeout(() => { document.body.insertAdjacentHTML("beforeend", "<p id=late>Late words.</p>") }, 900);
      missing.thing();
    </script>`;
    await project.write(
      "docs/lived-with.html",
      page(
        `<h1>A note</h1><div style="height: 5mm; overflow: hidden"><p>seen</p><p>hidden words</p></div>
        <p><img src="gone.png" alt="A lost picture"></p>${late}`,
        '<title>A note</title><link rel="stylesheet" href="../shared/core.css">',
      ),
    );
    const args = ["pdf", "docs/lived-with.html", "--wait-for", "#late"];
    const { code, stdout, stderr } = await project.run(args);
    expect(stderr).toContain(
      "refused stylesheet ../shared/core.css: the document may read its own folder only",
    );
    expect(stderr).toContain("--allowed-path");
    expect(stderr).toContain("refused image gone.png: there is no such file");
    expect(stdout).toContain("ReferenceError: missing is not defined");
    expect(stdout).toMatch(/lived-with\.html:\d+\n/);
    expect(stdout).toContain("changed for paper: what scrolls on a screen is opened: div");
    expect(stdout).toMatch(/lived-with\.pdf: 1 page, PDF\/UA-1 and PDF\/A-2a; 2 findings\n$/);
    expect(code).toBe(2);
    const [text = ""] = await readPdfiumText(
      await readFile(path.join(project.dir, "docs/lived-with.pdf")),
    );
    expect(text.replaceAll(/\s+/g, " ")).toContain("seen hidden words A lost picture Late words.");

    const allowed = await project.run([...args, "--allowed-path", "shared", "--json"]);
    const { repairs, notices, report } = JSON.parse(allowed.stdout) as Record<string, unknown>;
    expect(repairs).toEqual([
      { name: "missing", elements: ["img"] },
      { name: "shells", elements: ["div"] },
    ]);
    expect(notices).toMatchObject([{ about: "scripts" }]);
    expect(JSON.stringify(report)).not.toContain("core.css");
  });

  it.each([
    [["missing.html"], "missing.html cannot be read"],
    [["note.html", "--width", "100"], "--width and --height go together"],
    [["note.html", "--page-size", "} body { display: none"], "is no page size"],
    [["note.html", "--timeout", "soon"], "a number of milliseconds above 0"],
    [["note.html", "--no-repair", "everything"], "it is one of missing, shells"],
    [["note.html", "--wait-for", "a["], '"a[" is no CSS selector'],
    [["note.html", "--wait-for", "#never", "--timeout", "8000"], "nothing has matched #never"],
    [["note.html", "--wait-for", "99999"], "as long as a page may take"],
  ])("refuses %j", async (args, message) => {
    await project.write("note.html", page("<h1>A note</h1>"));
    const { code, stderr } = await project.run(["pdf", ...args]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
