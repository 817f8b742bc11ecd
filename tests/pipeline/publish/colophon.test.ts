/**
 * The colophon as the command line makes it, in every kind of edition and every format: the
 * publisher's own, none, and the one that stands where the publisher says nothing.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDocumentFacts } from "../../../src/pdf/read/document-facts.ts";
import { openPdf } from "../../../src/pdf/read/open-pdf.ts";
import { readPdfiumText } from "../../../src/pdf/read/pdfium-text.ts";
import type { Report } from "../../../src/check/finding.ts";
import { parseJson } from "../../../src/report/json.ts";
import { openProject, type Project } from "../../support/project.ts";
import {
  pdfEdition,
  pressEdition,
  SMALL_SLUG,
  TITLE,
  WEB_EDITION,
  writeSmallPublication,
  type SmallPublication,
} from "../../support/small-publication.ts";

const PDF_FORMATS = ["A3", "A4", "A5", "B4", "B5", "JIS-B4", "JIS-B5", "letter", "legal", "ledger"];
const PRESS_FORMATS = ["A4", "A5", "DL", "square"];
/** Each format once; large-print.css places the colophon in its own way. */
const ALL_EDITIONS = [
  WEB_EDITION,
  ...PDF_FORMATS.map((format) => pdfEdition(format)),
  pdfEdition("A4", "large-print").replaceAll("a4", "large"),
  ...PRESS_FORMATS.map(pressEdition),
];
const EACH_KIND = [WEB_EDITION, pdfEdition("A4"), pressEdition("A5")];

const projects: Project[] = [];
afterAll(async () => {
  for (const project of projects) await project[Symbol.asyncDispose]();
});

interface Built {
  readonly report: Report;
  readonly html: string;
  /** Text of each page, by the PDF's name without the publication's slug. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
  /** Titles of bookmarks, by the same names. */
  readonly bookmarks: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly string[];
}

async function build(publication: SmallPublication): Promise<Built> {
  const project = await openProject();
  projects.push(project);
  await writeSmallPublication(project, publication);
  const { stdout, stderr } = await project.run(["build", "--json"]);
  if (!stdout.includes('"granted"')) throw new Error(`${stdout}${stderr}`);
  const report = parseJson(stdout);
  const pages = new Map<string, readonly string[]>();
  const bookmarks = new Map<string, readonly string[]>();
  for (const { file } of report.editions.filter((edition) => edition.file.endsWith(".pdf"))) {
    const bytes = await readFile(path.join(project.dir, file));
    const name = path.basename(file, ".pdf").slice(SMALL_SLUG.length + 1);
    pages.set(name, await readPdfiumText(bytes));
    const { outline } = readDocumentFacts(await openPdf(bytes));
    bookmarks.set(
      name,
      outline.map(({ title }) => title),
    );
  }
  const html = await readFile(path.join(project.dir, "output/web/index.html"), "utf8");
  return { report, html, pages, bookmarks, files: report.editions.map(({ file }) => file) };
}

/** Builds when it is first asked. */
function once(make: () => Promise<Built>): () => Promise<Built> {
  let making: Promise<Built> | undefined;
  return () => (making ??= make());
}

function findingsOf({ editions }: Report): readonly string[] {
  return editions.flatMap(({ edition, judges }) =>
    judges.flatMap(({ name, findings }) =>
      findings.map(
        ({ rule, where, message }) => `${edition}, ${name}, ${rule}, ${where}: ${message}`,
      ),
    ),
  );
}

/** The text of a page on one line. */
const flat = (text: string): string => text.replaceAll(/-\r?\n/gu, "").replaceAll(/\s+/gu, " ");

describe("no colophon", () => {
  const built = once(() => build({ fields: "colophon: false\n", editions: ALL_EDITIONS }));

  it.fails("passes every judge in every format", async () => {
    const { report, pages } = await built();
    expect(findingsOf(report)).toEqual([]);
    expect(report.granted).toBe(true);
    expect(pages.size).toBe(PDF_FORMATS.length + 1 + PRESS_FORMATS.length);
  });

  it.fails("is in no page, bookmark or place to jump to", async () => {
    const { html, pages, bookmarks } = await built();
    expect(html).toContain(TITLE);
    expect(html).not.toMatch(/colophon/iu);
    for (const [name, texts] of pages) {
      expect(texts.join(" "), name).not.toMatch(/colophon|Imprimatur/iu);
      expect(bookmarks.get(name)?.join(" "), name).not.toMatch(/colophon/iu);
    }
  });

  it.fails("leaves no empty page in a PDF: cover, lead, contents and text", async () => {
    const { pages } = await built();
    for (const name of [...PDF_FORMATS.map((format) => format.toLowerCase()), "large"]) {
      const texts = (pages.get(name) ?? []).map(flat);
      expect(texts, name).toHaveLength(4);
      expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    }
  });

  it.fails(
    "leaves a brochure its covers and no more endpapers than fill the last sheet",
    async () => {
      const { pages } = await built();
      for (const format of PRESS_FORMATS) {
        const texts = (pages.get(format.toLowerCase()) ?? []).map(flat);
        // Cover, lead, contents, text and back cover; endpapers, which say nothing, before the last.
        expect(texts, format).toHaveLength(8);
        expect(texts.at(-1)).toContain(TITLE);
      }
    },
  );
});

describe("the publisher's own colophon", () => {
  const fields = [
    "colophon: |",
    "  Printed by the *Quay Press* on recycled paper.",
    "",
    "  ## Thanks",
    "",
    '  - To everybody who lent us a boat, "Annette" above all',
    "  - [Bücherschiff]{lang=de} is a word of the children's",
    "",
    "",
  ].join("\n");
  const built = once(() => build({ fields, editions: ALL_EDITIONS }));

  it.fails("passes every judge in every format", async () => {
    const { report } = await built();
    expect(findingsOf(report)).toEqual([]);
    expect(report.granted).toBe(true);
  });

  it.fails(
    "stands in every edition, set by the rules of its language, and no other does",
    async () => {
      const { html, pages } = await built();
      const words = "Printed by the Quay Press on recycled paper.";
      expect(html).toContain("<em>Quay Press</em>");
      expect(html).toContain("<h3>Thanks</h3>");
      expect(html).toContain("“Annette”");
      expect(html).toContain('<span lang="de">');
      expect(html).not.toContain("Imprimatur");
      for (const [name, texts] of pages) {
        const text = flat(texts.join(" "));
        expect(text, name).toContain(words);
        expect(text, name).toContain("Colophon");
        expect(text, name).not.toContain("free software");
      }
    },
  );

  it.fails("is the last page of a PDF, and the inside of a brochure's back cover", async () => {
    const { pages } = await built();
    for (const format of PDF_FORMATS) {
      expect(flat(pages.get(format.toLowerCase())?.at(-1) ?? "")).toContain("Quay Press");
    }
    for (const format of PRESS_FORMATS) {
      const texts = pages.get(format.toLowerCase()) ?? [];
      expect(texts.length % 4).toBe(0);
      expect(flat(texts.at(-2) ?? "")).toContain("Quay Press");
    }
  });
});

describe("a colophon that is too long for a page", () => {
  it.fails("goes on where it must, and the brochure is folded all the same", async () => {
    const paragraph = "  The boat was lent by the harbour, and the harbour by the sea.\n\n";
    const { report, pages } = await build({
      fields: `colophon: |\n${paragraph.repeat(40)}`,
      editions: EACH_KIND,
    });
    expect(findingsOf(report)).toEqual([]);
    const texts = (pages.get("a5") ?? []).map(flat);
    expect(texts.length % 4).toBe(0);
    expect(texts.filter((text) => text.includes("lent by the harbour")).length).toBeGreaterThan(1);
    expect(texts.at(-1)).toContain(TITLE);
  });
});

describe.each([
  { language: "en", must: "must pass" },
  { language: "fr", must: "doit satisfaire" },
])("where the publisher says nothing, in $language", ({ language, must }) => {
  const built = once(() => build({ language, editions: EACH_KIND }));

  const colophonOf = async (name: string): Promise<string> => {
    const { html, pages } = await built();
    if (name === "web") return /<section class="colophon".*?<\/section>/su.exec(html)?.[0] ?? "";
    return flat(pages.get(name)?.find((text) => text.includes(must)) ?? "");
  };

  it.fails.each(["web", "a4", "a5"])("says which judges %s must pass", async (name) => {
    expect(await colophonOf(name)).toContain(must);
  });

  it.fails.each([
    { name: "web", edition: "web", standard: "WCAG" },
    { name: "a4", edition: "a4", standard: "WCAG" },
    { name: "a5", edition: "press-a5", standard: "PDF/X-4" },
  ])("names none in $name that a machine may lack, and none that is not its", async (wanted) => {
    const { report } = await built();
    const text = await colophonOf(wanted.name);
    expect(text).toContain(wanted.standard);
    expect(text).not.toMatch(/veraPDF/iu);
    const { judges = [] } = report.editions.find(({ edition }) => edition === wanted.edition) ?? {};
    for (const tool of ["axe-core", "pa11y"]) {
      const ran = judges.some(({ name, status }) => name === tool && status !== "skipped");
      expect(text.includes(tool), tool).toBe(ran);
    }
  });
});
