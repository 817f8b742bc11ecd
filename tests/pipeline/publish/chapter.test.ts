/**
 * The publisher's chapter, made once by the command line as a person runs it: what each edition
 * must hold whatever it looks like.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf, type PdfDocument } from "../../../src/pdf/objects/open-pdf.ts";
import { readStructureTree } from "../../../src/pdf/structure/read-structure-tree.ts";
import { textOf, type StructureKid } from "../../../src/pdf/structure/structure-tree.ts";
import { parseJson } from "../../../src/report/json.ts";
import { readSourceWords, wordsOf } from "../../support/source-words.ts";
import { KINDS } from "../../../src/editions/kinds.ts";
import { wordsFor } from "../../../src/theme/words.ts";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";

const PDF = "output/pdf/orange-face-a-la-covid-19.pdf";
const LARGE_PRINT = "output/pdf/orange-face-a-la-covid-19-gros-caracteres.pdf";

/** What the chart of the last key figure says: its steps are drawn, and stand in a table. */
const CHART_STEPS =
  "Avant l'ajout des liens 400 Premier lien ajouté + 100 Second lien ajouté + 100 Après l'ajout des liens 600";
const CHART_TITLE = "Capacité transatlantique du Groupe";
const CHART_SENTENCE =
  "Graphique. Capacité transatlantique du Groupe, en gigabits par seconde : 400 (Avant l'ajout des liens), + 100 (Premier lien ajouté), + 100 (Second lien ajouté), soit 600 (Après l'ajout des liens).";
const CHART_TABLE = `Étape Gbps ${CHART_STEPS}`;

/** What printed editions say after the source's words: how they were made and judged. */
const { colophonTitle, colophon } = wordsFor("fr");
const colophonWords = wordsOf(
  [
    colophonTitle,
    ...colophon({
      title: "Orange fait face à la Covid-19",
      publisher: "Orange",
      families: ["Inter", "STIX Two Text"],
      judges: KINDS.pdf.colophon,
    }),
  ].join(" "),
);

let project: Project;
let built: CommandResult;
let sourceWords: readonly string[];

beforeAll(async () => {
  project = await openProject();
  [built, sourceWords] = await Promise.all([project.run(["build", "--json"]), readSourceWords()]);
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const read = (name: string): Promise<string> => readFile(path.join(project.dir, name), "utf8");
const open = async (name: string): Promise<PdfDocument> =>
  openPdf(await readFile(path.join(project.dir, name)));
const openReport = (): Promise<PdfDocument> => open(PDF);

type Node = DefaultTreeAdapterTypes.Node;

/** Text of an HTML document outside of the interface: contents, downloads, skip link, footer. */
function publishedText(html: string): string {
  const visit = (node: Node): string => {
    if ("value" in node) return node.value;
    if (!("childNodes" in node)) return "";
    const isInterface =
      "tagName" in node &&
      (["head", "nav", "footer"].includes(node.tagName) ||
        node.attrs.some(({ name, value }) => name === "class" && value === "skip-link"));
    return isInterface ? "" : `${node.childNodes.map(visit).join("")} `;
  };
  // A block ends a word; an inline element does not.
  const document = parse(html.replace(/<(\/?)(span|abbr|strong|em)\b[^>]*>/g, ""));
  return visit(document);
}

/** Texts of a PDF's blocks, a space between them, without the table of contents and its heading. */
function blockTexts(kid: StructureKid): string {
  if (kid.kind !== "element") return "";
  const { kids } = kid;
  if (kids.some((each) => each.kind === "element" && each.mappedRole === "TOC")) return "";
  const holdsBlocks = kids.some((each) => each.kind === "element" && !INLINE.has(each.mappedRole));
  return holdsBlocks ? kids.map(blockTexts).join(" ") : textOf(kid);
}

const INLINE: ReadonlySet<string> = new Set(["Span", "Link", "Quote", "Reference"]);

describe("imprimatur build", () => {
  it("prints the report as JSON and nothing else, and writes the same", async () => {
    expect(built.stderr).toBe("");
    expect(parseJson(built.stdout)).toEqual(parseJson(await read("output/reports/report.json")));
  });

  it.each([
    { edition: "web", judgedBy: ["axe-core", "pa11y"] },
    { edition: "report", judgedBy: ["axe-core", "pa11y"] },
    { edition: "large-print", judgedBy: ["axe-core", "pa11y"] },
    { edition: "brochure", judgedBy: ["imprimatur-preflight", "imprimatur-booklet"] },
  ])("has $edition judged, with no finding", ({ edition, judgedBy }) => {
    const found = parseJson(built.stdout).editions.find((each) => each.edition === edition);
    for (const name of judgedBy) {
      expect(found?.judges).toContainEqual(
        expect.objectContaining({ name, status: "passed", findings: [] }),
      );
    }
  });

  it("judges four editions, and none fails", () => {
    const { editions } = parseJson(built.stdout);
    expect(editions).toHaveLength(4);
    const failed = editions.flatMap(({ judges }) =>
      judges.filter((judge) => judge.status === "failed"),
    );
    expect(failed).toEqual([]);
  });

  it("publishes every word of the source in the web edition, in order, then the chart, and adds none", async () => {
    expect(wordsOf(publishedText(await read("output/web/index.html")))).toEqual([
      ...sourceWords,
      ...wordsOf(`${CHART_TITLE} ${CHART_STEPS} ${CHART_TABLE}`),
    ]);
  });

  it.for([PDF, LARGE_PRINT])(
    "says every word of the source in %s, in order, then chart and colophon, and adds none",
    async (name) => {
      const { kids } = await readStructureTree(await open(name));
      expect(wordsOf(kids.map(blockTexts).join(" "))).toEqual([
        ...sourceWords,
        // A voice says the drawing's alternative.
        ...wordsOf(`${CHART_TITLE} ${CHART_SENTENCE} ${CHART_TABLE}`),
        ...colophonWords,
      ]);
    },
  );

  it("describes the PDF: title, language, author, labels, bookmarks with their whole titles", async () => {
    const facts = readDocumentFacts(await openReport());
    expect(facts).toMatchObject({
      title: "Orange fait face à la Covid-19",
      lang: "fr",
      author: "Orange",
      displayDocTitle: true,
      marked: true,
    });
    expect(facts.pageLabels?.slice(0, 2)).toEqual(["1", "2"]);
    const titles = facts.outline.flatMap((bookmark) => [bookmark, ...bookmark.kids]);
    expect(titles.map(({ title }) => title)).toContain("Jose Ramón Sorribas Pozo");
    for (const page of facts.pages) {
      expect(page.widthPt).toBeCloseTo(595.276, 0);
      expect(page.heightPt).toBeCloseTo(841.89, 0);
    }
  });

  it("links to the PDF with its format, language, pages and size", async () => {
    const { length } = await readFile(path.join(project.dir, PDF));
    const { pages } = await openReport();
    const html = await read("output/web/index.html");
    const kilobytes = Math.round(length / 1000);
    expect(html.replaceAll("&nbsp;", " ").replaceAll("\u202F", " ")).toContain(
      `(PDF, A4, français, ${pages.length} pages, ${kilobytes} ko)`,
    );
    expect(
      await readFile(path.join(project.dir, "output/web/orange-face-a-la-covid-19.pdf")),
    ).toEqual(await readFile(path.join(project.dir, PDF)));
  });
});
