/**
 * The chapter's PDF report as blind readers meet it: Orca in Evince says it aloud, the viewers of
 * Firefox and Chromium give their accessibility trees of it.
 *
 * Evince reads what Poppler finds on the page, by its place; Firefox the structure; Chromium the
 * content in the order in which it is painted. So each shows faults that the others do not.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, describe, expect, it, type TestContext } from "vitest";
import { openPdf } from "../../src/pdf/objects/open-pdf.ts";
import { readPageTexts } from "../../src/pdf/text/page-texts.ts";
import { requireNothing } from "../support/programs.ts";
import { openProject, type Project } from "../support/project.ts";
import { readSourceWords, wordsOf } from "../support/source-words.ts";
import { findMissingParts } from "./installed.ts";
import { readAloud, readAloudPrograms } from "./read-aloud.ts";
import {
  leafTexts,
  nodesOfRole,
  readTree,
  readTreePrograms,
  type AccessibleNode,
  type Viewer,
} from "./read-tree.ts";

const LOCALE = "fr_FR.UTF-8";
const REPORT = "output/pdf/orange-face-a-la-covid-19.pdf";
/** The end of the report's last paragraph, the colophon. */
const LAST_WORDS = "ils ont trouvé";
const COVER = 1;
/** How far the next word of the source may be: contents, running headers and captions come between. */
const MOST_WORDS_BETWEEN = 120;

/** Role, entity and quotation stand between a speaker's name and what they say. */
const MOST_CHARACTERS_BETWEEN = 500;

const PRIVATE_USE = /\p{Co}/u;

const SPEAKERS: readonly (readonly [name: string, role: string, firstWords: string])[] = [
  ["Nicola Jakeman", "Directrice du CyberSOC au Royaume-Uni", "Face à la pandémie, nous avons dû"],
  ["Saloua Bolaachoub", "Responsable business Orange Money", "J’ai rejoint les équipes"],
  ["David Craig", "Services clients & Opérations", "En Continuité d’activité, le cœur"],
  ["Christelle Costa", "Technicienne d’intervention clients", "Dès le premier confinement"],
  ["Jose Ramón Sorribas Pozo", "Directeur d’un Smart Store à Madrid", "Notre Smart Store, situé"],
  ["Gaetano D’Agnelli", "Directeur du Planning Voix", "Chez OINIS, nous fournissons"],
];

const CHART = "Capacité transatlantique du Groupe";
/** The table that stands below the chart: its heads, and what the chart shows. */
const ROWS = [
  "Étape Gbps",
  "Avant l’ajout des liens 400",
  "Premier lien ajouté + 100",
  "Second lien ajouté + 100",
  "Après l’ajout des liens 600",
] as const;

let project: Project | undefined;
afterAll(() => project?.[Symbol.asyncDispose]());

/** What is made for the first test that asks for it, so that nothing is made where all are skipped. */
function once<Value>(
  make: (signal: AbortSignal) => Promise<Value>,
): (signal: AbortSignal) => Promise<Value> {
  let made: Promise<Value> | undefined;
  return (signal) => (made ??= make(signal));
}

const buildReport = once(async (signal) => {
  project = await openProject();
  const args = ["build", "--edition", "report", "--no-check", "--quiet"];
  const built = await project.run(args, { signal });
  if (built.code !== 0) throw new Error(built.stderr);
  return path.join(project.dir, REPORT);
});

const listen = once(async (signal) => {
  const file = await buildReport(signal);
  return readAloud(file, { locale: LOCALE, lastWords: LAST_WORDS, signal });
});

/** Any space is a space, and what no one hears is nothing: Chromium joins a divided word by U+0002. */
function plain(text: string): string {
  return text
    .replace(/[\u0002\u200B\u2060]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The words that are not heard where they should be, in order. */
function findUnheard(words: readonly string[], heard: readonly string[]): readonly string[] {
  let from = 0;
  return words.filter((word) => {
    const index = heard.slice(from, from + MOST_WORDS_BETWEEN).indexOf(word);
    if (index !== -1) from += index + 1;
    return index === -1;
  });
}

describe("Orca reads the report in Evince", () => {
  const hear = async (context: TestContext) => {
    requireNothing(context, await findMissingParts(readAloudPrograms, LOCALE));
    const { utterances, transcript } = await listen(context.signal);
    return {
      sentences: utterances.map(plain),
      text: plain(utterances.join(" ")),
      transcript: `What was said:\n${transcript}`,
    };
  };

  it("says every word of the chapter in order, and whole where a line divides it", async (context) => {
    const { text, transcript } = await hear(context);
    const unheard = findUnheard(await readSourceWords(), wordsOf(text));
    expect(unheard, transcript).toEqual([]);
    // The report divides it at the end of a line.
    expect(text, transcript).toContain("à chaque instant.");
  });

  it("says a sentence in one breath where its lines divide words", async (context) => {
    const { sentences, transcript } = await hear(context);
    const divided = "un travail incroyable pour nous permettre de continuer à garantir";
    expect(sentences, transcript).toContainEqual(expect.stringContaining(divided));
  });

  it("says who speaks, and in what role, before what they say", async (context) => {
    const { text, transcript } = await hear(context);
    for (const [name, role, firstWords] of SPEAKERS) {
      const said = text.indexOf(firstWords);
      const atRole = text.lastIndexOf(role, said);
      const atName = text.lastIndexOf(name, atRole);
      const places = `${name} at ${atName}, role at ${atRole}, words at ${said}\n${transcript}`;
      // The name stands in the contents, too: it must be said right before.
      expect(Math.min(said, atRole, atName), places).not.toBe(-1);
      expect(said - atName, places).toBeLessThan(MOST_CHARACTERS_BETWEEN);
    }
  });

  it("says apostrophes as such", async (context) => {
    const { text, transcript } = await hear(context);
    expect(text, transcript).toContain("Gaetano D’Agnelli");
    expect(text, transcript).not.toContain("\u02BC");
  });

  it("says the words and numbers of the chart and of its table apart", async (context) => {
    const { text, transcript } = await hear(context);
    const [heads, ...steps] = ROWS;
    expect(text, transcript).toContain([CHART, ...steps, heads, ...steps].join(" "));
  });

  it("says no ornament and no character without a meaning", async (context) => {
    const { text, transcript } = await hear(context);
    expect(text, transcript).not.toMatch(/→|flèche|arrow/i);
    expect(text, transcript).not.toMatch(PRIVATE_USE);
  });
});

interface Tree {
  readonly tablePage: number;
  /** Pages with text, by their numbers; the cover and the table's among them. */
  readonly pages: ReadonlyMap<number, AccessibleNode>;
}

async function openTree(viewer: Viewer, signal: AbortSignal): Promise<Tree> {
  const file = await buildReport(signal);
  const tablePage = await findPage(file, "Étape");
  const pages = new Map<number, AccessibleNode>();
  // Chromium gives all pages at once, Firefox those around the one that is asked for.
  for (const page of [tablePage, COVER]) {
    if (pages.has(page)) continue;
    const read = await readTree(viewer, file, { locale: LOCALE, page, signal });
    for (const [number, node] of read) pages.set(number, node);
  }
  return { tablePage, pages };
}

/** The first page with a text. */
async function findPage(file: string, text: string): Promise<number> {
  const pages = await readPageTexts(await openPdf(await readFile(file)));
  const found = pages.find(({ runs }) => runs.some((run) => run.text.includes(text)));
  if (found === undefined) throw new Error(`no page of the report has “${text}”`);
  return found.page;
}

/** What the leaves of a page say, a space between. */
function textOf(page: AccessibleNode | undefined): string {
  return page === undefined ? "" : plain(leafTexts(page).join(" "));
}

/** The rows of the table as text. Chromium's viewer knows no tables: it has their lines. */
function readRows(viewer: Viewer, page: AccessibleNode | undefined): readonly string[] {
  if (page === undefined) return [];
  if (viewer === "firefox") return nodesOfRole(page, "table row").map(({ name }) => plain(name));
  const lines = leafTexts(page).flatMap((text) => text.split("\r\n").map(plain));
  const first = lines.findIndex((line) => line.startsWith("Étape"));
  return lines.slice(first, first + ROWS.length);
}

const trees: Readonly<Record<Viewer, (signal: AbortSignal) => Promise<Tree>>> = {
  chromium: once((signal) => openTree("chromium", signal)),
  firefox: once((signal) => openTree("firefox", signal)),
};

async function readReport(viewer: Viewer, context: TestContext): Promise<Tree> {
  requireNothing(context, await findMissingParts(readTreePrograms[viewer], LOCALE));
  return trees[viewer](context.signal);
}

describe.each<Viewer>(["firefox", "chromium"])("the accessibility tree of %s", (viewer) => {
  it("has the words of the cover apart", async (context) => {
    const { pages } = await readReport(viewer, context);
    expect(textOf(pages.get(COVER))).toContain("Orange fait face à la Covid-19");
  });

  it("has the table's words whole and its numbers", async (context) => {
    const { pages, tablePage } = await readReport(viewer, context);
    expect(readRows(viewer, pages.get(tablePage))).toEqual(ROWS);
  });

  it("has no character without a meaning", async (context) => {
    const { pages } = await readReport(viewer, context);
    const texts = [...pages.values()].flatMap(leafTexts);
    expect(texts.filter((text) => PRIVATE_USE.test(text))).toEqual([]);
  });
});

describe("the accessibility tree of chromium", () => {
  it("has every word of the chapter whole", async (context) => {
    const { pages } = await readReport("chromium", context);
    const words = new Set([...pages.values()].flatMap((page) => wordsOf(textOf(page))));
    expect((await readSourceWords()).filter((word) => !words.has(word))).toEqual([]);
  });
});
