/**
 * The chapter's PDFs as programs read them that know nothing of the project. Those with tags must
 * read on each page as the structure says; those for paper, which have none, as the report does.
 */
import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { comparePage } from "../../src/judges/pdf/reading/compare-page.ts";
import type { PageWords } from "../../src/judges/pdf/reading/page-words.ts";
import { wordsOf } from "../../src/judges/pdf/reading/reader-words.ts";
import { expectedReading, wholeDocument, type ExpectedReading } from "../support/expected-pages.ts";
import { longValues, readFontMaps, unreadableCodes } from "../support/font-maps.ts";
import { textOf, walkElements } from "../../src/pdf/structure/structure-tree.ts";
import { openProject, type Project } from "../support/project.ts";
import { compareReader, type ReadingReport } from "../support/reading-report.ts";
import type { TextReader } from "../support/readers/reader.ts";
import { textReaders } from "../support/readers/readers.ts";
import { joinOverLines } from "../support/readers/settle-words.ts";

const SLUG = "orange-face-a-la-covid-19";
const TITLE = "Orange fait face à la Covid-19";
const inOrder = textReaders.filter(({ keepsOrder }) => keepsOrder);

const TAGGED = [
  { name: "the report", pdf: `pdf/${SLUG}.pdf`, reading: "pages/report.txt" },
  {
    name: "the large print",
    pdf: `pdf/${SLUG}-gros-caracteres.pdf`,
    reading: "pages/large-print.txt",
  },
] as const;
const BROCHURE = `print/${SLUG}-brochure.pdf`;
const BOOKLET = `print/${SLUG}-livret.pdf`;

let project: Project;
const expected = new Map<string, ExpectedReading>();

const output = (name: string): string => path.join(project.dir, "output", name);

beforeAll(async () => {
  project = await openProject();
  // The colophon of its own: the default names the judges of each kind of edition.
  const publication = path.join(project.dir, "content/publication.yaml");
  await appendFile(publication, "\ncolophon: Ce texte est le même dans toutes les éditions.\n");
  const { code, stderr } = await project.run(["build", "--no-check"]);
  if (code !== 0) throw new Error(stderr);
  for (const { pdf, reading } of TAGGED) {
    const source = await readFile(output(reading), "utf8");
    expected.set(pdf, await expectedReading(await readFile(output(pdf)), source));
  }
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

function expectedOf(pdf: string): ExpectedReading {
  const known = expected.get(pdf);
  if (known === undefined) throw new Error(`${pdf} has no reading`);
  return known;
}

/** A file is read once by each reader. */
const texts = new Map<string, Promise<readonly string[]>>();

function readTexts(
  context: TestContext,
  reader: TextReader,
  file: string,
): Promise<readonly string[]> {
  const key = `${reader.name} ${file}`;
  const known = texts.get(key) ?? reader.read(context, output(file));
  texts.set(key, known);
  return known;
}

test.for([...TAGGED.map(({ pdf }) => pdf), BROCHURE, BOOKLET])(
  "%s has fonts whose codes read as text",
  async (file) => {
    const fonts = await readFontMaps(output(file));
    expect(fonts).not.toEqual([]);
    expect(fonts.filter(({ map }) => map === undefined)).toEqual([]);
    expect(unreadableCodes(fonts)).toEqual([]);
  },
);

async function longValuesOf(file: string): Promise<readonly string[]> {
  return longValues(await readFontMaps(output(file)));
}

describe.each(TAGGED)("$name", ({ pdf }) => {
  const report = async (context: TestContext, reader: TextReader): Promise<ReadingReport> =>
    compareReader(
      reader,
      { pages: expectedOf(pdf).pages, longValues: await longValuesOf(pdf) },
      await readTexts(context, reader, pdf),
    );

  test.for(textReaders)("$name reads its words and no others", async (reader, context) => {
    const found = await report(context, reader);
    expect(found.leftOut).toEqual([]);
    expect(found.words).toEqual([]);
  });

  test.for(inOrder)("$name reads them in the order of the structure", async (reader, context) => {
    expect((await report(context, reader)).order).toEqual([]);
  });
});

/** What the styles and the press write on a page beside the text. */
const pressMarks = (page: number, count: number): string =>
  `${TITLE} — ${page}/${count} Imprimatur FOGRA39 coated, total ink 300 % Cyan Magenta Yellow Black`;

/** The report's words, without the page numbers of its contents, as one page. */
function sourceOfBrochure(pages: number): PageWords {
  const { tree } = expectedOf(TAGGED[0].pdf);
  const whole = wholeDocument(tree);
  const contents = [...walkElements(tree.kids)].find(({ role }) => role === "TOC");
  if (contents === undefined) throw new Error("the report has contents");
  const listed = wordsOf(textOf(contents));
  const at = indexOfRun(whole.words, listed);
  const entries = listed.filter((word) => !/^\d+$/.test(word));
  const words = [...whole.words.slice(0, at), ...entries, ...whole.words.slice(at + listed.length)];
  const beside = Array.from({ length: pages }, (_, index) => {
    // A running head has the title, the name of the part and the number that the contents have too.
    // A part ends in a dash, or goes on.
    const head = [TITLE, ...entries, "Colophon", index + 1, index + 1, "— →"];
    return [pressMarks(index + 1, pages), ...head].join(" ");
  });
  return { ...whole, words, beside: wordsOf(beside.join(" ")) };
}

/** @throws Error where they do not stand there together. */
function indexOfRun(words: readonly string[], run: readonly string[]): number {
  const at = words.findIndex((_, start) => run.every((word, step) => words[start + step] === word));
  if (at < 0) throw new Error(`nowhere stands “${run.join(" ")}”`);
  return at;
}

describe("the brochure", () => {
  const report = async (context: TestContext, reader: TextReader): Promise<ReadingReport> => {
    const pages = await readTexts(context, reader, BROCHURE);
    const page = sourceOfBrochure(pages.length);
    if (!reader.canRead(page, await longValuesOf(BROCHURE))) {
      return { words: [], order: [], leftOut: pages.map((_, index) => index + 1) };
    }
    // Words go on over pages, and running heads stand between.
    const read = joinOverLines(page, reader.wordsOf(page, pages.join("\n")));
    const lines = (kind: string): readonly string[] =>
      comparePage(page, read)
        .filter((difference) => difference.kind === kind)
        .map(({ where, message }) => `${where}: ${reader.name} ${message}`);
    return { words: lines("words"), order: lines("order"), leftOut: [] };
  };

  test.for(textReaders)("$name reads the report's words in it", async (reader, context) => {
    const found = await report(context, reader);
    expect(found.leftOut).toEqual([]);
    expect(found.words).toEqual([]);
  });

  test.for(inOrder)("$name reads them in the report's order", async (reader, context) => {
    expect((await report(context, reader)).order).toEqual([]);
  });
});

describe("the booklet", () => {
  /** A sheet's side has two pages of the brochure, folded in the middle. */
  const pagesOfSide = (side: number, count: number): readonly [number, number] => {
    const sheet = Math.floor(side / 2);
    const outer = count - 2 * sheet;
    const inner = 2 * sheet + 1;
    return side % 2 === 0 ? [outer, inner] : [inner + 1, outer - 1];
  };

  const report = async (context: TestContext, reader: TextReader): Promise<ReadingReport> => {
    const brochure = await readTexts(context, reader, BROCHURE);
    const source = sourceOfBrochure(brochure.length);
    const sides = await readTexts(context, reader, BOOKLET);
    expect(sides).toHaveLength(brochure.length / 2);
    const pages = sides.map((_, side): PageWords => {
      const words = pagesOfSide(side, brochure.length).map((page) => {
        const marks = wordsOf(pressMarks(page, brochure.length));
        const read = reader.wordsOf(source, brochure[page - 1] ?? "");
        return without(
          read.map(({ text }) => text),
          marks,
        );
      });
      const [left = [], right = []] = words;
      const [end, start] = [left.at(-1), right[0]];
      return {
        page: side + 1,
        words: words.flat(),
        beside: [],
        pictures: "",
        seams: new Map(),
        // pdf.js ends no line where a form ends, and each page is one.
        parted:
          end === undefined || start === undefined
            ? new Map()
            : new Map([[end + start, [end, start]]]),
      };
    });
    return compareReader(reader, { pages, longValues: await longValuesOf(BOOKLET) }, sides);
  };

  test.for(textReaders)(
    "$name reads the brochure's words on its sides",
    async (reader, context) => {
      const found = await report(context, reader);
      expect(found.leftOut).toEqual([]);
      expect(found.words).toEqual([]);
    },
  );

  test.for(inOrder)("$name reads them in the brochure's order", async (reader, context) => {
    expect((await report(context, reader)).order).toEqual([]);
  });
});

/** The words but those of the press, which the booklet cuts off: together, or one by one. */
function without(words: readonly string[], marks: readonly string[]): readonly string[] {
  const together = words.findIndex((_, start) =>
    marks.every((mark, step) => words[start + step] === mark),
  );
  if (together >= 0) {
    return [...words.slice(0, together), ...words.slice(together + marks.length)];
  }
  const rest = [...words];
  for (const mark of marks) {
    const index = rest.lastIndexOf(mark);
    if (index < 0) throw new Error(`the brochure has no “${mark}” beside its page`);
    rest.splice(index, 1);
  }
  return rest;
}
