/**
 * Publications of many constructs and of several languages, as programs read them that know nothing of the
 * project: each must read the words of the structure on every page.
 */
import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectedReading, type ExpectedReading } from "../support/expected-pages.ts";
import { longValues, readFontMaps, unreadableCodes } from "../support/font-maps.ts";
import { openProject, type Project } from "../support/project.ts";
import { textReaders } from "../support/readers/readers.ts";
import { compareReader } from "../support/reading-report.ts";
import { knownDifferences } from "./known-differences.ts";

const PUBLICATIONS = [
  { name: "almanac", slug: "almanac" },
  { name: "german", slug: "am-kai" },
  { name: "arabic", slug: "on-the-quay" },
  { name: "japanese", slug: "library-on-the-quay" },
] as const;

const COLOPHONS = {
  almanac: "One text for all editions.",
  german: "Ein Text für alle Ausgaben.",
  arabic: "نص واحد لكل الطبعات.",
  japanese: "すべての版はひとつの原稿から作られています。",
} as const;

describe.each(PUBLICATIONS)("$name", ({ name, slug }) => {
  let project: Project;
  let file: string;
  let expected: ExpectedReading;
  let fonts: Awaited<ReturnType<typeof readFontMaps>>;

  beforeAll(async () => {
    project = await openProject(name);
    // Of its own: the default names fonts and judges, among them Latin words in lines of Arabic.
    const publication = path.join(project.dir, "content/publication.yaml");
    await appendFile(publication, `\ncolophon: ${COLOPHONS[name]}\n`);
    const { code, stderr } = await project.run(["build", "--no-check", "--edition", "report"]);
    if (code !== 0) throw new Error(stderr);
    file = path.join(project.dir, `output/pdf/${slug}.pdf`);
    const source = await readFile(path.join(project.dir, "output/pages/report.txt"), "utf8");
    expected = await expectedReading(await readFile(file), source);
    fonts = await readFontMaps(file);
  });
  afterAll(() => project[Symbol.asyncDispose]());

  test("has fonts whose codes read as text", () => {
    expect(fonts).not.toEqual([]);
    expect(unreadableCodes(fonts)).toEqual([]);
  });

  test.for(textReaders)("$name reads its words and no others", async (reader, context) => {
    const texts = await reader.read(context, file);
    const { words } = compareReader(reader, { ...expected, longValues: longValues(fonts) }, texts);
    expect(words).toEqual(knownDifferences(name, reader.name, "words"));
  });
});
