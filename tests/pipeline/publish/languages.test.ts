/**
 * Publications in German and in Arabic, each with a part and a chapter in another language, and one in
 * Japanese with fonts of its own, built in the theme `report` in all editions.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseJson } from "../../../src/report/json.ts";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf, type PdfDocument } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { formatStructureTree } from "../../support/format-structure-tree.ts";
import { openProject, type Project } from "../../support/project.ts";

interface Built {
  readonly report: Report;
  readonly html: string;
  readonly tags: string;
  readonly preferences: Preferences;
  readonly brochure: Preferences;
}

type Preferences = Readonly<Record<string, unknown>>;

const projects: Project[] = [];
afterAll(() => Promise.all(projects.map((project) => project[Symbol.asyncDispose]())));

async function build(fixture: string, slug: string): Promise<Built> {
  const project = await openProject(fixture);
  projects.push(project);
  const { stdout, stderr } = await project.run(["build", "--json"]);
  if (stdout === "") throw new Error(stderr);
  const open = async (file: string): Promise<PdfDocument> =>
    openPdf(new Uint8Array(await readFile(path.join(project.dir, "output", file))));
  const pdf = await open(`pdf/${slug}.pdf`);
  const brochure = await open(`print/${slug}-brochure.pdf`);
  return {
    report: parseJson(stdout),
    html: await readFile(path.join(project.dir, "output/web/index.html"), "utf8"),
    // Where a line may end in Arabic is no word.
    tags: formatStructureTree(await readStructureTree(pdf)).replaceAll("\\u{200b}", ""),
    preferences: readDocumentFacts(pdf).viewerPreferences,
    brochure: readDocumentFacts(brochure).viewerPreferences,
  };
}

/** Names of judges that found something. */
const failed = ({ editions }: Report): readonly string[] =>
  editions.flatMap(({ judges }) =>
    judges.flatMap(({ name, status }) => (status === "failed" ? [name] : [])),
  );

let german: Built;
let arabic: Built;
let japanese: Built;
beforeAll(async () => {
  german = await build("german", "am-kai");
  arabic = await build("arabic", "on-the-quay");
  japanese = await build("japanese", "library-on-the-quay");
}, 300_000);

describe("in German", () => {
  it("is granted, with words longer than a line in its titles", () => {
    expect(failed(german.report)).toEqual([]);
    expect(german.report.granted).toBe(true);
    expect(german.html).toContain('<span class="long-word">Nah\u00ADrungs\u00AD');
  });

  it("has its own words, and French ones in a French chapter", () => {
    expect(german.html).toContain(">Inhalt</h2>");
    expect(german.html).toContain("Teil&nbsp;1");
    expect(german.html).toContain(">Impressum</h2>");
    expect(german.html).toContain('aria-label="Anmerkung&nbsp;1"');
    expect(german.html).toContain("Retour à l’appel de note&nbsp;1");
    expect(german.html).not.toContain("dir=");
  });

  it("links to its translations, by names that its fonts can show", () => {
    expect(german.html).toContain(">Andere Sprachen</p>");
    expect(german.html).toContain('hreflang="fr" lang="fr"><span class="language">français</span>');
    expect(german.html).toContain('<span class="language" lang="de">Japanisch</span>');
    expect(german.tags).not.toContain("français");
  });

  it("has the quotation marks of two levels of each language", () => {
    expect(german.html).toContain("„Meine Großmutter sagte ‚lies jeden Tag‘");
    expect(german.html).toContain("«&nbsp;Nous attendions le bateau.&nbsp;»");
  });

  it("reads whole words in PDFs, by the language of the chapter", () => {
    expect(german.tags).toMatch(/H1 "Nahrungsmittelunverträglichkeitsuntersuchungen/u);
    expect(german.tags).toContain(
      "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung",
    );
    expect(german.tags).toMatch(/Sect lang=fr title="Une lettre de Marseille"/u);
    expect(german.tags).not.toContain("WritingMode");
    expect(german.preferences).not.toHaveProperty("Direction");
  });
});

describe("in Arabic", () => {
  it("is granted, with a chapter, words, numbers and a formula from left to right", () => {
    expect(failed(arabic.report)).toEqual([]);
    expect(arabic.report.granted).toBe(true);
  });

  it("is bound on the right: the brochure says so, and the sheets fold so", () => {
    expect(arabic.brochure).toMatchObject({ Direction: "R2L" });
    expect(german.brochure).not.toHaveProperty("Direction");
    const judges = arabic.report.editions.flatMap(({ judges }) => judges);
    expect(judges.find(({ name }) => name === "imprimatur-booklet")?.status).toBe("passed");
  });

  it("runs from right to left, and what is in other languages does not", () => {
    expect(arabic.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic.html).toContain('<span lang="de" dir="ltr">Bücherschiff</span>');
    expect(arabic.html).toMatch(/<section class="chapter" id="letter"[^>]*lang="en" dir="ltr">/u);
  });

  it("links to a translation that is written from left to right", () => {
    expect(arabic.html).toContain(">لغات أخرى</p>");
    expect(arabic.html).toContain('hreflang="de" lang="de" dir="ltr">');
  });

  it("has its own words and quotation marks", () => {
    expect(arabic.html).toContain(">المحتويات</h2>");
    expect(arabic.html).toContain("الجزء&nbsp;1");
    expect(arabic.html).toContain(">بيانات النشر</h2>");
    expect(arabic.html).toContain("«قالت لي جدتي “اقرأ كل يوم” فقرأت»");
  });

  it("is tagged in the order in which it is read, with the direction of each language", () => {
    expect(arabic.tags.split("\n").slice(0, 2)).toEqual([
      "Document Layout.WritingMode=RlTb",
      '  H1 "مكتبة على الرصيف"',
    ]);
    expect(arabic.tags).toContain('Span lang=de Layout.WritingMode=LrTb "Bücherschiff"');
    expect(arabic.tags).toContain("الكتب المعارة في كل فصل");
    // PDFium would read lines in English backwards.
    expect(arabic.preferences).not.toHaveProperty("Direction");
  });
});

describe("in Japanese, with the project's fonts", () => {
  it("is granted, formulas included", () => {
    expect(failed(japanese.report)).toEqual([]);
    expect(japanese.report.granted).toBe(true);
  });

  it("has its own words, and no spaces where lines of the source end", () => {
    expect(japanese.html).toContain(">目次</h2>");
    expect(japanese.html).toContain("だから読みました。」この船は");
    expect(japanese.html).toContain("港図書館、2026年5月3日");
    expect(japanese.html).toContain('<span lang="de">Bücherschiff</span>');
  });

  it("is tagged with its words whole, and labels of its language", () => {
    expect(japanese.tags).toContain('Caption "表1 季節ごとに貸し出した本"');
    expect(japanese.tags).toContain('TH scope=Row "冬');
    expect(japanese.tags).toMatch(/Formula .*alt="/u);
    expect(japanese.tags).toContain("表1（4ページ）");
  });
});
