/**
 * The colophon as the command line makes it, in every kind of edition and every format: the
 * publisher's own, none, and the one that stands where the publisher says nothing.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPdfiumText } from "../../../src/pdf/text/pdfium-text.ts";
import { parseJson } from "../../../src/report/json.ts";
import { TOPIC_JUDGES } from "../../../src/editions/colophon-judges.ts";
import { KINDS } from "../../../src/editions/kinds.ts";
import { openProject, type Project } from "../../support/project.ts";
import { testBrowser } from "../../support/test-browser.ts";
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

// The first test of a build waits for all of it.
vi.setConfig({ testTimeout: 600_000 });

const projects: Project[] = [];
afterAll(async () => {
  for (const project of projects) await project[Symbol.asyncDispose]();
});

interface Built {
  readonly html: string;
  /** Text of each page, by the PDF's name without the publication's slug. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
  /** Titles of bookmarks, by the same names. */
  readonly bookmarks: ReadonlyMap<string, readonly string[]>;
  /** The JSON that the build printed; empty where it was not judged. */
  readonly stdout: string;
}

async function build(publication: SmallPublication, args: readonly string[]): Promise<Built> {
  const project = await openProject();
  projects.push(project);
  await writeSmallPublication(project, publication);
  const { code, stdout, stderr } = await project.run(["build", ...args]);
  if (code === 1) throw new Error(`${stdout}${stderr}`);
  const output = path.join(project.dir, "output");
  const pages = new Map<string, readonly string[]>();
  const bookmarks = new Map<string, readonly string[]>();
  for (const folder of ["pdf", "print"]) {
    for (const file of await readdir(path.join(output, folder))) {
      const bytes = await readFile(path.join(output, folder, file));
      const name = path.basename(file, ".pdf").slice(SMALL_SLUG.length + 1);
      pages.set(name, await readPdfiumText(bytes));
      const { outline } = readDocumentFacts(await openPdf(bytes));
      const titles = outline.map(({ title }) => title);
      bookmarks.set(name, titles);
    }
  }
  return {
    html: await readFile(path.join(output, "web/index.html"), "utf8"),
    pages,
    bookmarks,
    stdout,
  };
}

/** One edition of each kind, judged. */
const judge = (publication: Omit<SmallPublication, "editions">): Promise<Built> =>
  build({ ...publication, editions: EACH_KIND }, ["--json"]);
/** Not judged: fifteen editions at once take minutes. */
const make = (publication: SmallPublication): Promise<Built> => build(publication, ["--no-check"]);

const browser = testBrowser();
const webStyles = (): Promise<string> =>
  readFile(path.resolve("src/themes/voices/styles/web.css"), "utf8");

/** Builds when it is first asked. */
function once(start: () => Promise<Built>): () => Promise<Built> {
  let started: Promise<Built> | undefined;
  return () => (started ??= start());
}

function expectGranted({ stdout }: Built): void {
  const { editions, granted } = parseJson(stdout);
  const findings = editions.flatMap(({ edition, judges }) =>
    judges.flatMap(({ name, findings }) =>
      findings.map(
        ({ rule, where, message }) => `${edition}, ${name}, ${rule}, ${where}: ${message}`,
      ),
    ),
  );
  expect(findings).toEqual([]);
  expect(granted).toBe(true);
}

/** The text of a page on one line. */
const flat = (text: string): string => text.replaceAll(/-\r?\n/gu, "").replaceAll(/\s+/gu, " ");

describe("no colophon", () => {
  const built = once(() => make({ fields: "colophon: false\n", editions: ALL_EDITIONS }));

  it("passes every judge", async () => {
    expectGranted(await judge({ fields: "colophon: false\n" }));
  });

  it("is in no page, bookmark or place to jump to", async () => {
    const { html, pages, bookmarks } = await built();
    expect(html).toContain(TITLE);
    expect(html).not.toMatch(/colophon/iu);
    expect(pages.size).toBe(PDF_FORMATS.length + 1 + PRESS_FORMATS.length * 2);
    for (const [name, texts] of pages) {
      expect(texts.join(" "), name).not.toMatch(/colophon|free software|must pass/iu);
      expect(bookmarks.get(name)?.join(" "), name).not.toMatch(/colophon/iu);
    }
  });

  it("leaves no line of an empty foot on the printed web page", async () => {
    const { html } = await built();
    expect(html).toContain('<footer class="site-footer">');
    const page = await browser().newPage();
    try {
      await page.setContent(
        html.replace(/<link rel="stylesheet"[^>]*>/u, `<style>${await webStyles()}</style>`),
      );
      const display = (): Promise<string | undefined> =>
        page.$eval(".site-footer", (footer) => getComputedStyle(footer).display);
      expect(await display()).not.toBe("none");
      await page.emulateMediaType("print");
      expect(await display()).toBe("none");
    } finally {
      await page.close();
    }
  });

  it("leaves no empty page in a PDF: cover, lead, contents and text", async () => {
    const { pages } = await built();
    for (const name of [...PDF_FORMATS.map((format) => format.toLowerCase()), "large"]) {
      const texts = (pages.get(name) ?? []).map(flat);
      expect(texts, name).toHaveLength(4);
      expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    }
  });

  it("leaves a brochure its covers and no more endpapers than fill the last sheet", async () => {
    const { pages } = await built();
    for (const format of PRESS_FORMATS) {
      const texts = (pages.get(`press-${format.toLowerCase()}`) ?? []).map(flat);
      // Cover, lead, contents, text and back cover; endpapers, which say nothing, before the last.
      expect(texts, format).toHaveLength(8);
      expect(texts.at(-1)).toContain(TITLE);
    }
  });
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
  /** The smallest page, the largest, and one between. */
  const [pdfFormats, pressFormats] = [
    ["A3", "A5", "letter"],
    ["A5", "DL"],
  ];
  const editions = [
    WEB_EDITION,
    ...pdfFormats.map((format) => pdfEdition(format)),
    ...pressFormats.map(pressEdition),
  ];
  const built = once(() => make({ fields, editions }));

  it("stands in every edition, set by the rules of its language, and no other does", async () => {
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
  });

  it("is the last page of a PDF, and the inside of a brochure's back cover", async () => {
    const { pages } = await built();
    for (const format of pdfFormats) {
      expect(flat(pages.get(format.toLowerCase())?.at(-1) ?? "")).toContain("Quay Press");
    }
    for (const format of pressFormats) {
      const texts = pages.get(`press-${format.toLowerCase()}`) ?? [];
      expect(texts.length % 4).toBe(0);
      expect(flat(texts.at(-2) ?? "")).toContain("Quay Press");
    }
  });
});

describe("the publisher's own colophon that is too long for a page", () => {
  it("goes on where it must, passes every judge, and the brochure is folded all the same", async () => {
    const paragraph = "  The boat was lent by the harbour, and the harbour by the sea.\n\n";
    const own = "  ## Thanks\n\n  - To everybody who lent us a *boat*\n\n";
    const built = await judge({ fields: `colophon: |\n${paragraph.repeat(40)}${own}` });
    expectGranted(built);
    const texts = (built.pages.get("press-a5") ?? []).map(flat);
    expect(texts.length % 4).toBe(0);
    expect(texts.filter((text) => text.includes("lent by the harbour")).length).toBeGreaterThan(1);
    expect(texts.at(-1)).toContain(TITLE);
  });
});

describe("where the publisher says nothing", () => {
  const built = once(() => judge({ language: "en" }));
  const builtInFrench = once(() => make({ language: "fr", editions: EACH_KIND }));

  const colophonOf = (name: string, { html, pages }: Built, must: string): string => {
    if (name === "web") return /<section class="colophon".*?<\/section>/su.exec(html)?.[0] ?? "";
    return flat(pages.get(name)?.find((text) => text.includes(must)) ?? "");
  };

  describe.each(["web", "a4", "press-a5"])("%s", (name) => {
    it("says which judges it must pass", async () => {
      expect(colophonOf(name, await built(), "must pass")).toContain("must pass");
    });

    it("says so in the language of the publication", async () => {
      const must = "doit satisfaire";
      expect(colophonOf(name, await builtInFrench(), must)).toContain(must);
    });
  });

  it.each([
    { name: "web", kind: "web", standard: "WCAG" },
    { name: "a4", kind: "pdf", standard: "WCAG" },
    { name: "press-a5", kind: "press", standard: "PDF/X-4" },
  ] as const)(
    "names none in $name that a machine may lack, and none that is not its",
    async (wanted) => {
      const { editions } = parseJson((await built()).stdout);
      const text = colophonOf(wanted.name, await built(), "must pass");
      expect(text).toContain(wanted.standard);
      expect(text).not.toMatch(/veraPDF/iu);
      const { judges = [] } = editions.find(({ edition }) => edition === wanted.name) ?? {};
      const { accessibility, topics } = KINDS[wanted.kind].colophon;
      for (const judge of [...accessibility, ...topics.map((topic) => TOPIC_JUDGES[topic])]) {
        expect(judges).toContainEqual(expect.objectContaining({ name: judge, status: "passed" }));
      }
      for (const tool of ["axe-core", "pa11y"]) {
        const ran = judges.some(({ name, status }) => name === tool && status !== "skipped");
        expect(text.includes(tool), tool).toBe(ran);
      }
    },
  );
});
