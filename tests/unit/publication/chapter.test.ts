/** The chapter of tests/fixtures/projects/ beside the text that its publisher wrote. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { projectFolders } from "../../../src/project/folders.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";
import type { Chapter, Publication } from "../../../src/publication/publication.ts";

const fixtures = path.join(import.meta.dirname, "../../fixtures");
const sourceFile = path.join(fixtures, "source/orange-chapter.txt");

let publication: Publication;

beforeAll(async () => {
  publication = await loadPublicationIn(projectFolders(path.join(fixtures, "projects/chapter")));
});

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** Mends as many places as are said, so that a mend that finds nothing is seen. */
function mend(text: string, broken: RegExp, mended: string, times: number): string {
  expect([...text.matchAll(broken)], String(broken)).toHaveLength(times);
  return text.replace(broken, mended);
}

/** The mends that tests/fixtures/source/README.md lists, and nothing else. */
function mendedSource(source: string): string {
  let text = mend(source, /^\s*fait face à la Covid-19$/gmu, "Orange fait face à la Covid-19", 1);
  text = mend(text, /(?<=la planification de nos)\n\n(?=opérations)/gu, " ", 1);
  text = mend(text, /^→ /gmu, "", 5);
  text = mend(text, / —$/gmu, "", 4);
  text = mend(text, /\s— (?=Orange)/gu, "\n", 6);
  text = mend(text, /^« (.*) »$/gmu, "$1", 6);
  return mend(
    text,
    /^(Nicola Jakeman|Saloua Bolaachoub|David Craig|Christelle Costa|Jose Ramón Sorribas Pozo|Gaetano D'Agnelli), /gmu,
    "$1\n",
    6,
  );
}

function withoutLanguageMarks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\{lang=[^}]*\}/gu, "$1");
}

/** Fields that are printed, in the order that they are. */
const PRINTED = ["title", "name", "role", "entity", "quote", "value"];

function fieldsOf({ fields }: Pick<Chapter, "fields">): readonly string[] {
  const texts = new Map(Object.entries(Object(fields) as Readonly<Record<string, unknown>>));
  return PRINTED.map((name) => texts.get(name)).filter((text) => typeof text === "string");
}

function textOf(chapter: Chapter): readonly string[] {
  const after = chapter.after.flatMap((block) => [...fieldsOf(block), block.body]);
  return [...fieldsOf(chapter), chapter.body, ...after];
}

test("every word of the source is published, in order, and none is added", async () => {
  const source = await readFile(sourceFile, "utf8");
  const { title, lead, chapters } = publication;
  const published = [title, lead, ...chapters.flatMap(textOf)].map(withoutLanguageMarks);
  expect(published.flatMap(wordsOf)).toEqual(wordsOf(mendedSource(source)));
});

test("the chapters are in the order of the source", () => {
  expect(
    publication.chapters.map(({ kind, slug, after }) => [kind, slug, ...after.flatMap(fieldsOf)]),
  ).toEqual([
    ["testimonial", "nicola-jakeman"],
    ["callout", "entraidons-nous"],
    ["testimonial", "saloua-bolaachoub"],
    ["testimonial", "david-craig"],
    ["testimonial", "christelle-costa", "1,8 M"],
    ["testimonial", "jose-ramon-sorribas-pozo"],
    ["testimonial", "gaetano-d-agnelli", "+ 200 Gbps"],
  ]);
});

test("each text is the one paragraph that it is in the source", () => {
  for (const { body } of publication.chapters) expect(body).not.toContain("\n");
});

test("parts in another language are marked everywhere they are", () => {
  const all = publication.chapters.flatMap(textOf).join("\n");
  const phrases = {
    "Smart Store": "en",
    "click and collect": "en",
    "Business Services": "en",
    Cyberdefense: "en",
    Money: "en",
    "International Networks, Infrastructures and Services": "en",
    "Paciente Conectado": "es",
  };
  for (const [phrase, lang] of Object.entries(phrases)) {
    const times = all.split(phrase).length - 1;
    expect(times, phrase).toBeGreaterThan(0);
    expect(all.split(`[${phrase}]{lang=${lang}}`).length - 1, phrase).toBe(times);
  }
});

test("the publication says what it is", () => {
  expect(publication).toMatchObject({
    title: "Orange fait face à la Covid-19",
    lang: "fr",
    publisher: "Orange",
    slug: "orange-face-a-la-covid-19",
    editions: [
      { id: "web", kind: "web", stylesheet: "styles/web.css" },
      { id: "report", kind: "pdf", format: "A4", hyphenation: true, typeSize: 11.5 },
      {
        id: "large-print",
        kind: "pdf",
        format: "A4",
        suffix: "gros-caracteres",
        hyphenation: false,
        typeSize: 18,
        judges: { contrast: 7, smallestText: 18 },
      },
      {
        id: "brochure",
        kind: "press",
        format: "A5",
        suffix: "brochure",
        bleed: 3,
        inkLimit: 300,
        marks: ["crop", "registration", "colour-bar", "slug"],
        booklet: { suffix: "livret", layout: "booklet" },
      },
    ],
  });
  expect(publication).not.toHaveProperty("series");
});
