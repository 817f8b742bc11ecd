/**
 * The golden cases as programs read them that know nothing of the project: the words of each page,
 * in the order of the structure, and fonts whose codes read as text.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../src/browser/launch-browser.ts";
import { goldenNames, makeCase, projectDir } from "../pipeline/accessible/golden-case.ts";
import { expectedReading } from "../support/expected-pages.ts";
import { longValues, readFontMaps, unreadableCodes, type FontMap } from "../support/font-maps.ts";
import { compareReader, type ComparedFile, type ReadingReport } from "../support/reading-report.ts";
import type { TextReader } from "../support/readers/reader.ts";
import { textReaders } from "../support/readers/readers.ts";
import {
  casesWithDifferences,
  CASES_NOT_COMPARED,
  knownDifferences,
  PAGES_PAINTED_OTHERWISE,
} from "./known-differences.ts";

const sound = (await goldenNames()).filter((name) => !name.startsWith("fault-"));

let launched: LaunchedBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "imprimatur-readers-"));
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

interface MadeCase extends ComparedFile {
  readonly file: string;
  readonly paintedInOrder: ReadonlySet<number>;
  readonly fonts: readonly FontMap[];
}

const made = new Map<string, Promise<MadeCase>>();
const reports = new Map<string, Promise<ReadingReport>>();

function caseOf(name: string): Promise<MadeCase> {
  const known = made.get(name) ?? make(name);
  made.set(name, known);
  return known;
}

async function make(name: string): Promise<MadeCase> {
  const { pdf } = await makeCase(launched.browser, name);
  const file = path.join(folder, `${name}.pdf`);
  await writeFile(file, pdf.bytes);
  const fonts = await readFontMaps(file);
  const { pages, paintedInOrder } = await expectedReading(pdf.bytes, pdf.reading);
  return { file, fonts, pages, paintedInOrder, longValues: longValues(fonts) };
}

/** A case is read once by each reader, for its words and for their order. */
async function report(
  context: TestContext,
  name: string,
  reader: TextReader,
): Promise<ReadingReport> {
  const key = `${name} ${reader.name}`;
  const known = reports.get(key) ?? readCase(context, await caseOf(name), reader);
  reports.set(key, known);
  return known;
}

async function readCase(
  context: TestContext,
  golden: MadeCase,
  reader: TextReader,
): Promise<ReadingReport> {
  return compareReader(reader, golden, await reader.read(context, golden.file));
}

describe.each(sound)("%s", (name) => {
  test("has fonts whose codes read as text", async () => {
    const { fonts, pages } = await caseOf(name);
    if (pages.some(({ words }) => words.length > 0)) expect(fonts).not.toEqual([]);
    expect(fonts.filter(({ map }) => map === undefined)).toEqual([]);
    expect(unreadableCodes(fonts)).toEqual([]);
  });

  test("is painted in the order of the structure", async () => {
    const { pages, paintedInOrder } = await caseOf(name);
    const otherwise = pages.map(({ page }) => page).filter((page) => !paintedInOrder.has(page));
    expect(otherwise).toEqual(PAGES_PAINTED_OTHERWISE[name] ?? []);
  });

  test.for(textReaders)("$name reads its words and no others", async (reader, context) => {
    const { words } = await report(context, name, reader);
    expect(words).toEqual(knownDifferences(name, reader.name, "words"));
  });

  test.for(textReaders.filter(({ keepsOrder }) => keepsOrder))(
    "$name reads them in the order of the structure",
    async (reader, context) => {
      const { order } = await report(context, name, reader);
      expect(order).toEqual(knownDifferences(name, reader.name, "order"));
    },
  );
});

test.for(textReaders)(
  "$name is compared on all pages that it can read",
  async (reader, context) => {
    const notCompared: string[] = [];
    for (const name of sound) {
      const { leftOut } = await report(context, name, reader);
      if (leftOut.length > 0) notCompared.push(name);
    }
    expect(notCompared).toEqual(CASES_NOT_COMPARED[reader.name] ?? []);
  },
);

test("every known difference is one of a case that there is", () => {
  expect(casesWithDifferences.filter((name) => !sound.includes(name))).toEqual([]);
});
